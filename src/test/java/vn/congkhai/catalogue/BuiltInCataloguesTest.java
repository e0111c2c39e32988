package vn.congkhai.catalogue;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.congkhai.indicator.Level;
import vn.congkhai.indicator.PlanTask;
import vn.congkhai.indicator.Target;

/// The built-in catalogues against what was read off the plans and the official list of communes
/// (`src/test/resources/facts`).
class BuiltInCataloguesTest {
  private static final List<String> NAMES =
      List.of("cao-bang-2026", "thai-nguyen-2025", "bac-kan-2024");
  private static final List<NamedCsvRecord> TARGETS = facts("targets.csv");
  private static final List<NamedCsvRecord> TASKS = facts("tasks.csv");
  private static final List<NamedCsvRecord> COMMUNES = facts("communes-2025.csv");

  /// What a plan asks for, as the facts and as the catalogue have it.
  private record Asked(
      String plan,
      String location,
      String indicator,
      String bound,
      String value,
      String years,
      String scope,
      String asPrinted) {}

  private record Phrase(String plan, String location, String indicator) {}

  private record Task(String plan, String number, String due, boolean recurring, String title) {}

  private static List<NamedCsvRecord> facts(String file) {
    var stream = requireNonNull(BuiltInCataloguesTest.class.getResourceAsStream("/facts/" + file));
    try (Reader text = new InputStreamReader(stream, StandardCharsets.UTF_8);
        CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(text)) {
      return reader.stream().toList();
    } catch (IOException e) {
      throw new AssertionError(file, e);
    }
  }

  private static <T> List<T> inAll(Function<Catalogue, List<T>> part) {
    return NAMES.stream().map(Catalogues::builtIn).map(part).flatMap(List::stream).toList();
  }

  private static String plan(NamedCsvRecord fact) {
    return fact.getField("plan_file").replace(".txt", "");
  }

  private static Stream<NamedCsvRecord> of(String plan, List<NamedCsvRecord> facts) {
    return facts.stream().filter(fact -> plan(fact).equals(plan));
  }

  /// Two plans mean different things by one code; the catalogue keeps them apart.
  private static String indicator(NamedCsvRecord fact) {
    String code = fact.getField("proposed_indicator_code");
    boolean between =
        plan(fact).equals("cao-bang-2026-administrative-reform")
            && code.equals("internal-procedures-simplified-rate");
    return between ? code + "-between" : code;
  }

  private static Phrase phrase(NamedCsvRecord fact) {
    return new Phrase(plan(fact), fact.getField("location"), indicator(fact));
  }

  private static Phrase phrase(LeftOut leftOut) {
    return new Phrase(leftOut.plan().value(), leftOut.location(), leftOut.indicator());
  }

  private static Asked asked(NamedCsvRecord fact) {
    return new Asked(
        plan(fact),
        fact.getField("location"),
        indicator(fact),
        fact.getField("comparator"),
        fact.getField("target_value"),
        fact.getField("year") + " to " + fact.getField("year"),
        fact.getField("scope"),
        fact.getField("note"));
  }

  private static Asked asked(Target target) {
    return new Asked(
        target.plan().value(),
        target.location(),
        target.indicator().value(),
        target.bound().code(),
        target.value().toPlainString(),
        year(target.validity().from()) + " to " + year(target.validity().until()),
        target.scope(),
        target.asPrinted());
  }

  private static int year(@Nullable LocalDate day) {
    return requireNonNull(day).getYear();
  }

  private static Task task(NamedCsvRecord fact) {
    return new Task(
        plan(fact),
        fact.getField("number"),
        fact.getField("due_date"),
        Boolean.parseBoolean(fact.getField("recurring")),
        fact.getField("task_vi"));
  }

  private static Task task(PlanTask task) {
    return new Task(
        task.id().plan().value(),
        task.id().number(),
        Objects.toString(task.due(), ""),
        task.recurring(),
        task.title());
  }

  @ParameterizedTest
  @ValueSource(strings = {"cao-bang-2026", "thai-nguyen-2025", "bac-kan-2024"})
  void is_sound_and_named_as_it_is_packed(String name) {
    assertThat(Catalogues.builtIn(name).code()).isEqualTo(name);
  }

  @ParameterizedTest
  @CsvSource({
    "cao-bang-2026-online-services,       18, 1",
    "cao-bang-2026-procedure-control,     15, 1",
    "cao-bang-2026-administrative-reform, 23, 1",
    "thai-nguyen-2025-online-services,     9, 2",
    "bac-kan-2024-electronic-procedures,  15, 2",
  })
  void every_phrase_of_a_plan_is_a_target_or_left_out(String plan, int targets, int leftOut) {
    List<Phrase> unasked =
        inAll(Catalogue::leftOut).stream()
            .map(BuiltInCataloguesTest::phrase)
            .filter(phrase -> phrase.plan().equals(plan))
            .toList();
    List<Asked> expected =
        of(plan, TARGETS)
            .filter(fact -> !unasked.contains(phrase(fact)))
            .map(BuiltInCataloguesTest::asked)
            .toList();

    assertThat(of(plan, TARGETS)).hasSize(targets + leftOut);
    assertThat(unasked)
        .hasSize(leftOut)
        .isSubsetOf(of(plan, TARGETS).map(BuiltInCataloguesTest::phrase).toList());
    assertThat(inAll(catalogue -> catalogue.targets().all()))
        .extracting(BuiltInCataloguesTest::asked)
        .filteredOn(asked -> asked.plan().equals(plan))
        .hasSize(targets)
        .containsExactlyInAnyOrderElementsOf(expected);
  }

  @Test
  void the_five_plans_have_87_phrases_80_targets_and_7_left_out_with_a_reason() {
    assertThat(TARGETS).hasSize(87);
    assertThat(inAll(catalogue -> catalogue.targets().all())).hasSize(80);
    assertThat(inAll(Catalogue::leftOut))
        .hasSize(7)
        .allMatch(leftOut -> leftOut.reason().vi().length() > 20);
  }

  @ParameterizedTest
  @CsvSource({
    "cao-bang-2026-online-services,        0,  0,  0",
    "cao-bang-2026-procedure-control,      1,  1,  0",
    "cao-bang-2026-administrative-reform, 60, 17, 39",
    "thai-nguyen-2025-online-services,    17, 14,  3",
    "bac-kan-2024-electronic-procedures,  34,  2, 30",
  })
  void every_task_of_a_plan_is_there_with_its_day(String plan, int all, int dated, int recurring) {
    assertThat(inAll(Catalogue::tasks))
        .extracting(BuiltInCataloguesTest::task)
        .filteredOn(task -> task.plan().equals(plan))
        .hasSize(all)
        .containsExactlyInAnyOrderElementsOf(
            of(plan, TASKS).map(BuiltInCataloguesTest::task).toList())
        .satisfies(
            tasks -> assertThat(tasks).filteredOn(task -> !task.due().isEmpty()).hasSize(dated))
        .satisfies(tasks -> assertThat(tasks).filteredOn(Task::recurring).hasSize(recurring));
  }

  @Test
  void the_five_plans_have_112_tasks() {
    assertThat(TASKS).hasSize(112);
    assertThat(inAll(Catalogue::tasks)).hasSize(112);
  }

  @ParameterizedTest
  @CsvSource({"cao-bang-2026, cb-xa-, 04, 56", "thai-nguyen-2025, tn-xa-, 19, 92"})
  void every_commune_is_there_with_its_official_code(
      String name, String prefix, String province, int communes) {
    List<String> expected =
        COMMUNES.stream()
            .filter(fact -> fact.getField("province_code").equals(province))
            .map(fact -> prefix + fact.getField("commune_code"))
            .toList();

    assertThat(Catalogues.builtIn(name).agencies())
        .filteredOn(agency -> agency.level() == Level.COMMUNE)
        .extracting(agency -> agency.code().value())
        .hasSize(communes)
        .containsExactlyInAnyOrderElementsOf(expected);
  }
}
