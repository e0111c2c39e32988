package vn.congkhai;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.congkhai.catalogue.Catalogue;
import vn.congkhai.catalogue.Catalogues;
import vn.congkhai.indicator.Agency;
import vn.congkhai.indicator.Indicator;
import vn.congkhai.indicator.Level;
import vn.congkhai.indicator.Measure;
import vn.congkhai.indicator.Period;
import vn.congkhai.indicator.Target;
import vn.congkhai.pages.Notice;

/// A province in which everything has happened that a page can show, and to the longest names: met
/// and missed by a hair's breadth, no cases, provisional, corrected, never reported.
///
/// @param today a Sunday in November of the catalogue's year
record BusyProvince(Service service, Catalogue catalogue, LocalDate today)
    implements AutoCloseable {
  /// Of so many cases a missed target is missed by a millionth.
  private static final long CASES = 1_136_364;

  private static final String NOTE = "Số đã rà soát lại với từng đơn vị trực thuộc. ".repeat(9);

  static BusyProvince open(Path folder, String name, Notice notice) throws Exception {
    Catalogue catalogue = Catalogues.builtIn(name);
    Instant now = Instant.parse(catalogue.year() + "-11-22T02:00:00Z");
    Service service = Service.start(folder, catalogue, now, notice);
    BusyProvince province =
        new BusyProvince(service, catalogue, LocalDate.ofInstant(now, Period.ZONE));
    province.fill();
    return province;
  }

  @Override
  public void close() {
    service.close();
  }

  // ---- what happened

  private void fill() throws Exception {
    List<Agency> agencies = catalogue.agencies();
    for (int i = 0; i < agencies.size(); i++) {
      report(agencies.get(i), i, 1, "");
    }
    long last = 0;
    for (Agency agency : longest()) {
      report(agency, 0, 2, "");
      report(agency, 1, 1, NOTE);
      report(agency, 5, 0, "");
    }
    for (var task : catalogue.tasks().subList(0, Math.min(8, catalogue.tasks().size()))) {
      var state = new JsonObject().put("state", "in-progress").put("note", NOTE);
      String path = "/api/v1/tasks/" + task.id().plan() + "/" + task.id().number();
      last = stored(service.put(path, service.administrator(), state));
    }
    service.shows(Math.max(last, official()));
  }

  /// Another source's figure of the whole province.
  private long official() throws Exception {
    Agency any = catalogue.agencies().getFirst();
    Indicator indicator =
        catalogue.owedBy(any.code()).stream()
            .filter(each -> each.measure() == Measure.RATIO)
            .filter(each -> each.source() == Indicator.Source.AGENCIES)
            .findFirst()
            .orElseThrow();
    String row =
        String.join(
            ",",
            catalogue.province().code(),
            indicator.code().value(),
            before(any, indicator, 1).toString(),
            "0.912345,Cổng Dịch vụ công quốc gia",
            today.minusDays(3).toString());
    return stored(service.official("agency,indicator,period,ratio,source,date\n" + row + "\n"));
  }

  /// Posts a figure of each indicator that the agency owes.
  ///
  /// @param variety which indicator gets which kind of figure
  /// @param ago how many periods before the running one
  private void report(Agency agency, int variety, int ago, String note) throws Exception {
    JsonArray observations = new JsonArray();
    List<Indicator> owed = catalogue.owedBy(agency.code());
    for (int i = 0; i < owed.size(); i++) {
      Indicator indicator = owed.get(i);
      Period period = before(agency, indicator, ago);
      JsonObject figure = figure(agency, indicator, variety + i);
      boolean sent = indicator.source() == Indicator.Source.AGENCIES;
      if (sent && figure != null && taken(agency, indicator, period)) {
        observations.add(
            figure.put("indicator", indicator.code().value()).put("period", period.toString()));
      }
    }
    if (!observations.isEmpty()) {
      JsonObject body =
          new JsonObject().put("agency", agency.code().value()).put("observations", observations);
      var _ = stored(service.administrate(body.put("note", note.strip())));
    }
  }

  private boolean taken(Agency agency, Indicator indicator, Period period) {
    LocalDate last = catalogue.closing().lastDay(period, indicator.regime());
    return agency.existsFor(period, indicator.regime()) && (last == null || !today.isAfter(last));
  }

  /// So many periods before the one that is running, or was when the agency ended.
  private Period before(Agency agency, Indicator indicator, int ago) {
    LocalDate until = agency.validity().until();
    LocalDate day = until == null || until.isAfter(today) ? today : until;
    Period period = Period.containing(day, indicator.cycle(), indicator.regime());
    for (int i = 0; i < ago; i++) {
      period = requireNonNull(period.previous());
    }
    return period;
  }

  /// A figure of that kind; null when it is to remain unreported.
  private @Nullable JsonObject figure(Agency agency, Indicator indicator, int kind) {
    if (indicator.measure() == Measure.VALUE) {
      boolean percent = indicator.counting().unit().vi().equals(Indicator.PERCENT);
      return new JsonObject().put("value", percent ? new BigDecimal("91.234567") : BigDecimal.TWO);
    }
    Target target = catalogue.targets().effective(indicator.code(), agency, today);
    BigDecimal asked = target == null ? new BigDecimal("0.97") : target.fraction();
    long least =
        asked.multiply(BigDecimal.valueOf(CASES)).setScale(0, RoundingMode.CEILING).longValue();
    return switch (kind % 6) {
      case 0, 5 -> cases(Math.max(0, least - 1), CASES);
      case 1 -> cases(CASES - 1, CASES);
      case 2 -> cases(0, 0);
      case 3 -> cases(700, 1043);
      default -> null;
    };
  }

  private static JsonObject cases(long numerator, long denominator) {
    return new JsonObject().put("numerator", numerator).put("denominator", denominator);
  }

  private static long stored(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 201);
    return new JsonObject(answer.body()).getLong("submission");
  }

  // ---- where it is shown

  /// The agencies of the longest names, one of each level.
  List<Agency> longest() {
    return Stream.of(Level.DEPARTMENT, Level.COMMUNE)
        .flatMap(level ->
            catalogue.agencies().stream()
                .filter(each -> each.level() == level)
                .max(Comparator.comparingInt(each -> each.name().length()))
                .stream())
        .toList();
  }

  /// The indicators of the longest names, one for each language.
  List<Indicator> wordiest() {
    return Stream.of(
            Comparator.<Indicator>comparingInt(each -> each.name().vi().length()),
            Comparator.<Indicator>comparingInt(each -> each.name().en().length()))
        .map(order -> catalogue.indicators().stream().max(order).orElseThrow())
        .distinct()
        .toList();
  }

  /// The pages that a screen may show.
  List<String> screens() {
    List<String> pages = new ArrayList<>(List.of("/board", "/board/ranking", "/board/duties"));
    longest().forEach(agency -> pages.add("/board/agencies/" + agency.code()));
    wordiest().forEach(indicator -> pages.add("/board/indicators/" + indicator.code()));
    catalogue.plans().forEach(plan -> pages.add("/board/plans/" + plan.code()));
    longest().stream()
        .filter(agency -> agency.validity().on(today))
        .findFirst()
        .ifPresent(agency -> pages.add("/board/screens/" + agency.code()));
    catalogue.screens().forEach(screen -> pages.add("/board/screens/" + screen.name()));
    return pages;
  }

  /// Every kind of page.
  List<String> pages() {
    List<String> pages = new ArrayList<>(screens());
    pages.removeIf(page -> page.startsWith("/board/screens/"));
    Agency any = catalogue.agencies().getFirst();
    pages.add("/board/duties/" + before(any, catalogue.owedBy(any.code()).getFirst(), 1));
    pages.addAll(List.of("/board/agencies", "/board/plans", "/board/score", "/board/comparison"));
    pages.addAll(List.of("/board/submissions", "/board/submissions/1", "/board/nowhere"));
    pages.add("/board/submissions/1?hash=" + "0".repeat(64));
    for (Agency agency : longest()) {
      String own = "/board/agencies/" + agency.code();
      pages.addAll(List.of(own + "/duties", own + "/tasks", own + "/score"));
      catalogue.owedBy(agency.code()).stream()
          .max(Comparator.comparingInt(each -> each.name().vi().length()))
          .ifPresent(indicator -> pages.add(own + "/indicators/" + indicator.code()));
    }
    wordiest().forEach(each -> pages.add("/board/indicators/" + each.code() + "/trace"));
    return pages;
  }
}
