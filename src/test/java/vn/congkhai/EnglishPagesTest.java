package vn.congkhai;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.congkhai.Service.WARD;

import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.congkhai.catalogue.Catalogue;
import vn.congkhai.catalogue.Catalogues;

/// Whoever reads the public pages in English reads nothing in Vietnamese that is not marked so. The
/// province's name and numbers of official documents are what they are.
class EnglishPagesTest {
  private static final Pattern LINK = Pattern.compile("href=\"(/board[^\"]*)\"");
  private static final Pattern OF_AN_AGENCY = Pattern.compile("/board/agencies/([a-z0-9-]+).*");
  @TempDir Path folder;

  @Test
  void a_page_in_english_speaks_english() throws Exception {
    Catalogue catalogue = Catalogues.caoBang();
    try (Service service = Service.start(folder)) {
      List<String> elsewhere =
          List.of("/board/nowhere", "/board/submissions", "/board/submissions?number=99");
      fill(service);

      List<String> strange = new ArrayList<>();
      Set<String> pages = pages(service, catalogue, elsewhere, strange);

      assertThat(strange).isEmpty();
      assertThat(pages)
          .hasSizeGreaterThan(80)
          .contains("/board/comparison", "/board/duties/2026-10", "/board/submissions/1")
          .contains("/board/agencies/" + WARD + "/indicators/online-dossier-rate")
          .contains("/board/indicators/on-time-rate/trace");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"thai-nguyen-2025", "bac-kan-2024"})
  void so_do_the_pages_of_other_provinces(String name) throws Exception {
    Catalogue catalogue = Catalogues.builtIn(name);
    try (Service service = Service.start(folder, null, catalogue, Service.MORNING)) {
      List<String> strange = new ArrayList<>();

      assertThat(pages(service, catalogue, List.of(), strange)).hasSizeGreaterThan(30);
      assertThat(strange).isEmpty();
    }
  }

  /// Every kind of thing that a page can show: missed and met, provisional, corrected, a note, a
  /// task's state, a figure of another source.
  private static void fill(Service service) throws Exception {
    stored(service.post(WARD, "online-dossier-rate", "2026-10", 35, 100));
    stored(service.post(WARD, "online-dossier-rate", "2026-10", 36, 100));
    stored(service.post(WARD, "on-time-rate", "2026-12", 99, 100));
    stored(
        service.post(
            WARD,
            """
            {"period": "2026-10", "note": "Số đã rà soát",
             "observations": [{"indicator": "satisfaction-procedures", "value": 91.5}]}\
            """));
    JsonObject task = new JsonObject().put("state", "in-progress").put("note", "Đã mở lớp");
    stored(
        service.put(
            "/api/v1/tasks/cao-bang-2026-administrative-reform/41.2",
            service.administrator(),
            task));
    HttpResponse<String> last =
        service.official(
            """
            agency,indicator,period,ratio,source,date
            cao-bang,online-dossier-rate,2026-10,0.915,Cổng Dịch vụ công quốc gia,2026-11-03
            """);
    stored(last);
    service.shows(new JsonObject(last.body()).getLong("submission"));
  }

  private static void stored(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 201);
  }

  /// All pages that lead from one to another. Agencies are alike, so two of them stand for all.
  ///
  /// @param strange takes what is Vietnamese on them
  private static Set<String> pages(
      Service service, Catalogue catalogue, List<String> elsewhere, List<String> strange)
      throws Exception {
    List<String> agencies =
        Stream.concat(
                Stream.of(WARD, catalogue.agencies().getFirst().code().value()),
                catalogue.agencies().reversed().stream().map(each -> each.code().value()))
            .filter(code -> catalogue.agency(code) != null)
            .limit(2)
            .toList();
    Set<String> seen = new LinkedHashSet<>();
    Deque<String> open = new ArrayDeque<>(elsewhere);
    open.addFirst("/board");
    while (!open.isEmpty()) {
      String path = open.removeFirst();
      var agency = OF_AN_AGENCY.matcher(path);
      if ((!agency.matches() || agencies.contains(agency.group(1))) && seen.add(path)) {
        String page = service.see(path + (path.contains("?") ? "&" : "?") + "lang=en").body();
        MarkedText.unmarkedVietnamese(page, catalogue)
            .forEach(text -> strange.add(path + ": " + text));
        LINK.matcher(page)
            .results()
            .map(link -> link.group(1).replaceFirst("\\?lang&#x3D;..$", ""))
            .filter(next -> !next.contains("?"))
            .forEach(open::addLast);
      }
    }
    return seen;
  }
}
