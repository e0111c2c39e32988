package vn.congkhai.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What the check of a catalogue refuses. A row of a table is a file, what an editor made of it
/// (see [EditedCatalogue]), and what the one message names in both languages; the message must be
/// told for the very line that was edited.
class CatalogueCheckTest {
  private static final String IDENTITIES = "code,left,relation,right,breach,text_vi,text_en\n";

  @TempDir Path folder;
  private EditedCatalogue catalogue = new EditedCatalogue(Path.of(""));

  @BeforeEach
  void copy_the_real_one() throws IOException {
    catalogue = EditedCatalogue.in(folder);
  }

  private void assertRefused(String file, String edit, String named) throws IOException {
    String place = catalogue.change(file, edit);

    catalogue.assertOneProblem(place, named);
  }

  @Test
  void a_copy_with_its_own_score_and_days_off_is_sound() throws IOException {
    catalogue.write("score.yaml", catalogue.text("score.yaml"));
    catalogue.write("holidays.csv", catalogue.text("holidays.csv"));

    assertThat(catalogue.problems()).isEmpty();
  }

  @ParameterizedTest(name = "{0} {2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          targets.csv    | {agencies-inspected-rate→no-such-rate},cao-bang-2026-administrative-reform,Phụ | no-such-rate
          targets.csv    | online-dossier-rate,{cao-bang-2026-online-services→no-such-plan},I.1 | no-such-plan
          targets.csv    | province;{department→so-khong-co},cấp tỉnh                | so-khong-co
          indicators.csv | {→a,A,A,A.,A.,no-such-group,%,%,ratio,a,a,a,a,,month,,commune,,,,,} | no-such-group
          indicators.csv | {cb-so-xay-dung→so-khong-co};cb-so-tai-chinh;commune      | so-khong-co
          indicators.csv | commune,,{on-time-rate→no-such-rate},"Tính cả             | no-such-rate
          indicators.csv | commune,,{on-time-rate→digitisation-rate},"Tính cả        | digitisation-rate
          agencies.csv   | ,{cb-so-thong-tin-va-truyen-thong→so-khong-co},"đầu mối   | so-khong-co
          tasks.csv      | {cao-bang-2026-procedure-control→no-such-plan},IV.1.a     | no-such-plan
          tasks.csv      | department;{commune→so-khong-co},,trước ngày 31/01/2026   | so-khong-co
          due.csv        | {cao-bang-2026-procedure-control→no-such-plan},           | no-such-plan
          left-out.csv   | {cao-bang-2026-online-services→no-such-plan},             | no-such-plan
          score.csv      | {4.1→9.9},electronic-result-rate                          | 9.9
          score.csv      | 4.1,{electronic-result-rate→no-such-rate}                 | no-such-rate
          """)
  void what_is_named_must_exist(String file, String edit, String named) throws IOException {
    assertRefused(file, edit, named);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {→on-time-rate,cao-bang-2026-procedure-control,A,>=,97,,,commune,xã,,đạt 97%,,} | “basis”
          cao-bang-2026-procedure-control,II.1.g,>=,{97→100.1} | >= 100.1
          cao-bang-2026-procedure-control,II.1.g,{>=,97→>,100} | > 100
          satisfaction-online-services,cao-bang-2026-procedure-control,II.1.i,>=,{95→950} | >= 950
          """)
  void a_target_has_a_basis_and_can_be_reached(String edit, String named) throws IOException {
    assertRefused("targets.csv", edit, named);
  }

  @ParameterizedTest(name = "{0} {2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          indicators.csv | {dossiers processed online→},"hồ sơ tiếp nhận     | “counted_en”
          indicators.csv | {thủ tục nội bộ→},internal procedures,newest        | “out_of_vi”
          indicators.csv | reporting,kế hoạch,{plan→},value                    | “unit_en”
          targets.csv    | {"Bản văn in ""CBCCVV"" (OCR)."→},"The text | “note_vi”
          tasks.csv      | ,{the media are not in the catalogue→}              | “note_en”
          score.csv      | ,{not multiplied by the share synchronised→}        | “note_en”
          left-out.csv   | {A duty to report; the plan prints neither a number nor a period.→} | “reason_en”
          plans.yaml     | note_en: {Number and date are printed in the plan’s annex.→""}      | “note_en”
          """)
  void what_the_catalogue_says_of_its_own_it_says_in_both_languages(
      String file, String edit, String named) throws IOException {
    assertRefused(file, edit, named);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"II.1.g,>=,{97→100}", "II.1.g,{>=,97→>,99.999999}", "IV.1.a,>=,{1→101}"})
  void all_of_a_share_and_more_than_100_of_something_else_can_be_reached(String edit)
      throws IOException {
    var _ = catalogue.change("targets.csv", edit);

    assertThat(catalogue.problems()).isEmpty();
  }

  @ParameterizedTest(name = "{0} {2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          indicators.csv | {year→month},,department;commune,plan-tasks             | “month”
          due.csv        | {→cao-bang-2026-online-services,month,0,25,by,next,a,a}   | “month”
          due.csv        | {→cao-bang-2026-online-services,,0,25,by,next,a,a}        | “month, quarter, half-year, year”
          due.csv        | cao-bang-2026-procedure-control,{→half-year},0          | “half-year”
          due.csv        | cao-bang-2026-procedure-control,{→weekly},0             | “weekly”
          tasks.csv      | trước ngày 31/01/2026,2026-01-30,{→monthly},            | “due”
          tasks.csv      | trước ngày 31/01/2026,{2026-01-30,→,daily},             | “daily”
          """)
  void cycles_do_not_contradict_each_other(String file, String edit, String named)
      throws IOException {
    assertRefused(file, edit, named);
  }

  @Test
  void the_definitions_of_an_indicator_have_one_cycle() throws IOException {
    catalogue.write("identities.csv", IDENTITIES);

    assertRefused(
        "indicators.csv", "dossiers resolved and in progress,,{month→quarter},", "“on-time-rate”");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          on-time.numerator    | =  | on-time-rate.denominator               | warn  | “left”
          on-time-rate         | =  | on-time-rate.denominator               | warn  | “left”
          on-time-rate.part    | =  | on-time-rate.denominator               | warn  | “left”
          on-time-rate.numerator | = | on-time-rate.denominator + no-such    | warn  | “right”
          on-time-rate.numerator | = | on-time-rate.denominator +            | warn  | “right”
          satisfaction-procedures.denominator | = | on-time-rate.denominator | warn  | “left”
          on-time-rate.numerator | < | on-time-rate.denominator              | warn  | “relation”
          on-time-rate.numerator | = | on-time-rate.denominator              | say   | “breach”
          on-time-rate.numerator | = | agencies-inspected-rate.denominator    | warn  | month, quarter
          """)
  void an_identity_names_counts_that_exist_and_share_a_cycle(
      String left, String relation, String right, String breach, String named) throws IOException {
    catalogue.write(
        "identities.csv",
        IDENTITIES + "a,%s,%s,%s,%s,A.,A.%n".formatted(left, relation, right, breach));

    catalogue.assertOneProblem("identities.csv:2", named);
  }

  @Test
  void an_identity_may_add_up_counts_and_bare_values() throws IOException {
    catalogue.write(
        "identities.csv",
        IDENTITIES
            + "a,on-time-rate.numerator + on-time-rate-in-term.numerator,<=,"
            + "on-time-rate.denominator,refuse,A.,A.\n"
            + "b,satisfaction-procedures,=,satisfaction-procedures,warn,B.,B.\n");

    assertThat(catalogue.problems()).isEmpty();
  }

  @Test
  void a_plan_has_one_rule_for_a_cycle() throws IOException {
    var _ = catalogue.change("due.csv", "cao-bang-2026-online-services,{→quarter},0");
    var _ = catalogue.change("due.csv", "{→cao-bang-2026-online-services,month,1,5,by,next,a,a}");

    assertRefused(
        "due.csv", "{→cao-bang-2026-online-services,quarter,1,5,by,next,a,a}", "“quarter”");
  }

  @ParameterizedTest(name = "{0} {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          agencies.csv   | cb-so-y-te,department,       | {→cb-so-y-te,department,Sở Khác,Khác,,,,}
          indicators.csv | result-sync-rate,            | {→result-sync-rate,A,A,A.,A.,payment,%,%,ratio,a,a,a,a,,year,,commune,,,,,}
          groups.csv     | payment,                     | {→payment,Khác,Other}
          tasks.csv      | cao-bang-2026-procedure-control,IV.1.a, | {→cao-bang-2026-procedure-control,IV.1.a,,A,,Sở Y tế,cb-so-y-te,,,2026-05-01,,,}
          targets.csv    | cao-bang-2026-procedure-control,II.1.g, | {→on-time-rate,cao-bang-2026-procedure-control,II.1.g,>,90,,,commune,xã,A,trên 90%,,}
          score.csv      | 4.1,                         | {→4.1,digitisation-rate,,}
          holidays.csv   | 2026-09-02,                  | {→2026-09-02,off,Khác,provisional,A}
          """)
  void a_line_cannot_say_again_what_another_says(String file, String first, String second)
      throws IOException {
    String other = catalogue.line(file, first).substring(file.length() + 1);
    String place = catalogue.change(file, second);

    catalogue.assertOneProblem(place, "");
    assertThat(catalogue.problems().getFirst().message().vi()).endsWith(" lặp lại dòng " + other);
    assertThat(catalogue.problems().getFirst().message().en()).endsWith(" repeats line " + other);
  }

  @ParameterizedTest(name = "{0} {2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          plans.yaml | {→  - {code: cao-bang-2026-online-services, number: "", date: "", issuer: a, title: b, year: 2026, note_vi: "", note_en: ""}} | cao-bang-2026-online-services
          score.yaml | code: {TDGQ→CKMB}  | CKMB
          score.yaml | code: "{1.3→1.1}"  | 1.1
          """)
  void a_code_belongs_to_one_plan_group_or_part(String file, String edit, String named)
      throws IOException {
    assertRefused(file, edit, named);
  }

  @ParameterizedTest(name = "{0} {2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          agencies.csv   | Nùng Trí Cao,{2025-07-01→2026-02-30},           | 2026-02-30
          agencies.csv   | Nùng Trí Cao,2025-07-01,{→2025-06-30},          | “valid_until”
          targets.csv    | II.1.g,>=,97,{→2026-02-30},                     | 2026-02-30
          targets.csv    | II.1.g,>=,97,,{→31/12/2026},                    | 31/12/2026
          targets.csv    | II.1.g,>=,97,{,→2026-07-02,2026-07-01},         | “valid_until”
          holidays.csv   | {2026-02-20→2026-02-30},                        | 2026-02-30
          holidays.csv   | {2026-02-20→20/02/2026},                        | 20/02/2026
          tasks.csv      | trước ngày 31/01/2026,{2026-01-30→2026-02-29},  | 2026-02-29
          score.yaml     | valid_from: {2022-06-23→2022-06-31}             | 2022-06-31
          score.yaml     | valid_until: {""→2022-06-22}                    | “valid_from”
          score.yaml     | valid_until: {""→soon}                          | soon
          plans.yaml     | {→  - {code: a, number: "", date: 31/02/2026, issuer: a, title: b, year: 2026, note_vi: "", note_en: ""}}    | 31/02/2026
          plans.yaml     | {→  - {code: a, number: "", date: tháng 13/2026, issuer: a, title: b, year: 2026, note_vi: "", note_en: ""}} | tháng 13/2026
          catalogue.yaml | duties_from: {2026-01→2026-13}                  | 2026-13
          catalogue.yaml | accepts_from: {2025→2027}                       | “year”
          """)
  void a_date_exists_and_an_end_comes_after_its_beginning(String file, String edit, String named)
      throws IOException {
    assertRefused(file, edit, named);
  }

  @ParameterizedTest
  @CsvSource({
    "'{2026-01-10→2026-01-12},work', 2026-01-12",
    "'{2026-09-01→2026-09-05},off',  2026-09-05",
    "'{2026-09-01→2026-09-06},off',  2026-09-06",
  })
  void a_day_off_is_a_weekday_and_a_worked_day_is_none(String edit, String named)
      throws IOException {
    assertRefused("holidays.csv", edit, named);
  }

  @Test
  void a_line_is_counted_as_an_editor_shows_it() throws IOException {
    var _ = catalogue.change("agencies.csv", "{đầu mối TTHC; có TTPVHCC tỉnh→\"đầu⏎⏎mối\"}");
    var _ = catalogue.change("agencies.csv", "Hạ Lang,Hạ Lang,{2025-07-01→hôm nay}");
    catalogue.write("agencies.csv", catalogue.text("agencies.csv").replace("\n", "\r\n"));

    catalogue.assertOneProblem(catalogue.line("agencies.csv", "hôm nay"), "hôm nay");
  }

  @Test
  void every_problem_of_every_file_is_told_at_once() throws IOException {
    List<String> places =
        List.of(
            catalogue.change("agencies.csv", "Nùng Trí Cao,{2025-07-01→2025-07-32}"),
            catalogue.change("holidays.csv", "{2026-01-10→2026-01-12},work"),
            catalogue.change("score.yaml", "from: {50→55}, below: 70"),
            catalogue.change("tasks.csv", "trước ngày 31/01/2026,2026-01-30,{→monthly},"));

    assertThat(catalogue.problems())
        .extracting(problem -> problem.file() + ":" + problem.line())
        .containsExactlyElementsOf(places);
  }
}
