package vn.congkhai.content;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import vn.congkhai.access.Caller;
import vn.congkhai.catalogue.Catalogue;
import vn.congkhai.catalogue.Catalogues;
import vn.congkhai.content.RawSubmission.Placed;
import vn.congkhai.content.RawSubmission.Places;
import vn.congkhai.content.RawSubmission.RawObservation;
import vn.congkhai.http.Problem;
import vn.congkhai.indicator.Draft;
import vn.congkhai.indicator.Indicator;

/// Whatever a stranger sends gives problems or a draft, and never an exception.
class ContentProperties {
  private static final Catalogue CATALOGUE =
      Catalogues.caoBangWith("identities.csv", text -> text.replace(",warn,", ",refuse,"));
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
  private static final Caller CALLER = Caller.Administrator.OF_SETTINGS;
  private static final RowsOfFigures SOUND =
      RowsOfFigures.of(
          "cb-xa-01273,2026-10,on-time-rate,97,100,,tốt + ,2026-10,satisfaction-procedures,,,96.4,");

  /// A byte of a body and what it becomes; past the end nothing is changed.
  record Slip(int at, byte now) {}

  private static Arbitrary<Cell> cells(Arbitrary<String> likely) {
    Arbitrary<String> odd =
        Arbitraries.oneOf(
            Arbitraries.of("", " ", "-0", "1e999999999", "1e-999999999", "2026-00", "NaN", "/~1"),
            Arbitraries.strings().ofMaxLength(60),
            Arbitraries.strings().numeric().ofMaxLength(60));
    Arbitrary<String> texts = Arbitraries.frequencyOf(Tuple.of(4, likely), Tuple.of(1, odd));
    return Arbitraries.frequencyOf(
        Tuple.of(6, texts.map(Cell.Words::new)),
        Tuple.of(6, texts.map(Cell.Digits::new)),
        Tuple.of(2, Arbitraries.just(RawSubmission.ABSENT)),
        Tuple.of(1, Arbitraries.just(new Cell.Other())));
  }

  private static Arbitrary<RawObservation> observations() {
    Arbitrary<Cell> indicators =
        cells(
            Arbitraries.of(CATALOGUE.indicators()).map(Indicator::code).map(code -> code.value()));
    Arbitrary<Cell> periods =
        cells(
            Arbitraries.of("2026-10", "2026-12", "2026-Q3", "2026-H1", "2026", "2027-01", "0000"));
    Arbitrary<Cell> numbers = cells(Arbitraries.of("0", "1", "97", "100", "96.4", "1.5", "-1"));
    return Combinators.combine(indicators, periods, numbers, numbers, numbers)
        .as((indicator, period, numerator, denominator, value) ->
            new RawObservation("/1", indicator, period, numerator, denominator, value));
  }

  @Provide
  Arbitrary<RawSubmission> submissions() {
    Arbitrary<Cell> agencies = cells(Arbitraries.of("cb-xa-01273", "cb-so-tu-phap", "cb-xa-1"));
    Arbitrary<Cell> periods = cells(Arbitraries.of("2026-10", "2026"));
    Arbitrary<Cell> notes = cells(Arbitraries.of("tốt", "đ".repeat(501)));
    return Combinators.combine(agencies, periods, notes, observations().list().ofMaxSize(12))
        .as((agency, period, note, observations) ->
            new RawSubmission(
                new Placed("/agency", agency),
                new Placed("/period", period),
                new Placed("/note", note),
                observations,
                List.of(),
                Places.POINTERS));
  }

  @Property(tries = 2000)
  void a_submission_is_either_taken_whole_or_has_problems(
      @ForAll("submissions") RawSubmission raw) {
    switch (Check.check(raw, CATALOGUE, CALLER, TODAY)) {
      case Checked.Valid<Draft>(Draft draft) ->
          assertThat(draft.observations()).hasSameSizeAs(raw.observations()).isNotEmpty();
      case Checked.Invalid<Draft>(List<Problem> problems) -> assertSpelt(problems);
    }
  }

  private static void assertSpelt(List<Problem> problems) {
    assertThat(problems).isNotEmpty();
    assertThat(problems)
        .allSatisfy(problem -> {
          assertThat(problem.message().vi()).isNotBlank();
          assertThat(problem.message().en()).isNotBlank();
        });
  }

  @Provide
  Arbitrary<List<Slip>> slips() {
    Arbitrary<Integer> places = Arbitraries.integers().between(0, 2500);
    Arbitrary<Byte> bytes =
        Arbitraries.oneOf(
            Arbitraries.bytes(),
            Arbitraries.chars().with(",;\"{}[]:0\n\t<>&/").map(letter -> (byte) (char) letter));
    return Combinators.combine(places, bytes).as(Slip::new).list().ofMinSize(1).ofMaxSize(4);
  }

  @Property(tries = 600)
  void a_body_with_slips_gives_problems_or_a_draft_in_every_format(
      @ForAll Posted posted, @ForAll("slips") List<Slip> slips) {
    byte[] body = posted.body(SOUND);
    for (Slip slip : slips) {
      body[slip.at() % body.length] = slip.now();
    }

    switch (posted.decode(body)) {
      case Checked.Valid<RawSubmission>(RawSubmission raw) ->
          assertThat(Check.check(raw, CATALOGUE, CALLER, TODAY)).isNotNull();
      case Checked.Invalid<RawSubmission>(List<Problem> problems) -> assertSpelt(problems);
    }
  }

  @Property(tries = 300)
  void a_body_that_breaks_off_gives_problems_or_a_draft_in_every_format(
      @ForAll Posted posted, @ForAll("slips") List<Slip> slips) {
    byte[] body = posted.body(SOUND);
    byte[] part = Arrays.copyOf(body, slips.getFirst().at() % body.length);

    switch (posted.decode(part)) {
      case Checked.Valid<RawSubmission>(RawSubmission raw) ->
          assertThat(Check.check(raw, CATALOGUE, CALLER, TODAY)).isNotNull();
      case Checked.Invalid<RawSubmission>(List<Problem> problems) -> assertSpelt(problems);
    }
  }

  @Property(tries = 500)
  void any_text_gives_problems_or_a_draft(@ForAll Posted posted, @ForAll String text) {
    if (posted.decode(text.getBytes(UTF_8))
        instanceof Checked.Invalid<RawSubmission>(var problems)) {
      assertSpelt(problems);
    }
  }
}
