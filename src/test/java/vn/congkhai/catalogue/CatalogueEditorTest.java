package vn.congkhai.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What an editor of a catalogue can rely on: one mistake is told once, where it was made, and what
/// would make the figures wrong in silence is refused.
class CatalogueEditorTest {
  @TempDir Path folder;
  private EditedCatalogue catalogue = new EditedCatalogue(Path.of(""));

  @BeforeEach
  void copy_the_real_one() throws IOException {
    catalogue = EditedCatalogue.in(folder);
  }

  @ParameterizedTest(name = "{0} {2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          plans.yaml     | number: 1055/KH-UBND⏎    date: {09/4/2026→31/02/2026} | 31/02/2026
          indicators.csv | online-services,%,%,ratio,hồ sơ xử lý trực tuyến,dossiers processed online,"hồ sơ tiếp nhận, giải quyết",dossiers received and handled,,{month→moon},,department;commune | moon
          agencies.csv   | cb-so-xay-dung,{department→sở},                     | sở
          groups.csv     | {payment,Thanh toán trực tuyến→payment,},Online     | “name_vi”
          """)
  void a_mistake_is_not_told_again_by_all_that_refer_to_it(String file, String edit, String named)
      throws IOException {
    String place = catalogue.change(file, edit);

    catalogue.assertOneProblem(place, named);
  }

  @Test
  void a_stray_quote_is_told_with_its_line_and_once() throws IOException {
    String place = catalogue.change("agencies.csv", "department,{Sở Nội vụ→\"Sở Nội vụ},Nội vụ");

    assertThat(catalogue.problems())
        .singleElement()
        .satisfies(problem -> assertThat(problem.file() + ":" + problem.line()).isEqualTo(place))
        .satisfies(problem -> assertThat(problem.message().vi()).contains("ngoặc kép"));
  }

  @Test
  void a_unit_that_goes_on_is_nobodys_predecessor() throws IOException {
    String place = catalogue.change("agencies.csv", "Y tế,,,{→cb-so-xay-dung},");

    catalogue.assertOneProblem(place, "cb-so-xay-dung");
  }

  @Test
  void no_unit_came_of_what_came_of_it() throws IOException {
    var _ =
        catalogue.change(
            "agencies.csv",
            "{→a-one,department,Một,Một,,2026-01-31,a-two,⏎a-two,department,Hai,Hai,,2026-03-31,a-one,}");

    assertThat(catalogue.problems())
        .extracting(problem -> problem.message().en())
        .anyMatch(message -> message.contains("both predecessor and successor"));
  }

  @ParameterizedTest
  @CsvSource({"5, before", "14, by", "15, before"})
  void no_report_is_due_before_its_period_has_ended(String day, String limit) throws IOException {
    String place =
        catalogue.change(
            "due.csv", "cao-bang-2026-procedure-control,,0,{20,before→" + day + "," + limit + "}");

    catalogue.assertOneProblem(place, "month");
  }

  @ParameterizedTest
  @CsvSource({"15, by", "16, before"})
  void a_report_may_be_due_on_the_day_after_its_period(String day, String limit)
      throws IOException {
    var _ =
        catalogue.change(
            "due.csv", "cao-bang-2026-procedure-control,,0,{20,before→" + day + "," + limit + "}");

    assertThat(catalogue.problems()).isEmpty();
  }

  @Test
  void a_day_off_does_not_move_a_deadline_before_the_end() throws IOException {
    String place =
        catalogue.change(
            "due.csv", "cao-bang-2026-procedure-control,,0,{20,before,next→16,before,previous}");

    catalogue.assertOneProblem(place, "month");
  }

  @Test
  void no_agency_has_the_code_of_the_province() throws IOException {
    String place = catalogue.change("agencies.csv", "{→cao-bang,commune,Tỉnh,Tỉnh,,,,}");

    catalogue.assertOneProblem(place, "cao-bang");
  }

  @Test
  void definitions_of_one_thing_follow_one_regime() throws IOException {
    String place =
        catalogue.change(
            "indicators.csv", "dossiers resolved and in progress,,month,{→statistical},");

    catalogue.assertOneProblem(place, "on-time-rate");
  }

  @Test
  void a_space_that_nobody_sees_does_not_make_another_name() throws IOException {
    String place =
        catalogue.change("agencies.csv", "{→cb-x,department,Sở\u00A0Nội vụ\u200B,x,,,,}");

    catalogue.assertOneProblem(place, "cb-so-noi-vu");
  }
}
