package vn.congkhai.content;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import vn.congkhai.catalogue.Catalogue;
import vn.congkhai.http.Problem;
import vn.congkhai.indicator.Agency;
import vn.congkhai.indicator.Figure;
import vn.congkhai.indicator.Identity;
import vn.congkhai.indicator.Indicator;
import vn.congkhai.indicator.IndicatorCode;
import vn.congkhai.indicator.Observation;
import vn.congkhai.indicator.Period;
import vn.congkhai.indicator.Submission;
import vn.congkhai.indicator.Text;
import vn.congkhai.indicator.Warning;

/// What a receipt says besides: nothing of it keeps a figure from being taken. Pointers are into
/// the receipt.
public final class Warnings {
  private static final Text DENOMINATOR = new Text("mẫu số", "the denominator");
  private static final Text SHARE = new Text("tỷ lệ", "the share");
  private static final Text VALUE = new Text("giá trị", "the value");

  private final Submission submission;
  private final Catalogue catalogue;
  private final List<Problem> warnings = new ArrayList<>();

  private Warnings(Submission submission, Catalogue catalogue) {
    this.submission = submission;
    this.catalogue = catalogue;
  }

  public static List<Problem> of(Submission submission, Catalogue catalogue) {
    Warnings said = new Warnings(submission, catalogue);
    said.formerAgency();
    said.recorded();
    said.doubtful();
    return said.warnings;
  }

  private void formerAgency() {
    Agency agency = catalogue.agency(submission.agency().value());
    LocalDate received = LocalDate.ofInstant(submission.receivedAt(), Period.ZONE);
    if (agency != null && agency.validity().over(received)) {
      String successors =
          catalogue.lineage().successors(agency.code()).stream()
              .map(Agency::name)
              .collect(Collectors.joining(", "));
      warnings.add(
          Rule.FORMER_AGENCY.at("/agency", agency.name(), successors.isEmpty() ? "—" : successors));
    }
  }

  private void recorded() {
    for (int i = 0; i < submission.observations().size(); i++) {
      Submission.Recorded recorded = submission.observations().get(i);
      fraction("/observations/" + i + "/value", recorded.observation());
      for (Warning warning : recorded.warnings()) {
        warnings.add(
            switch (warning) {
              case Warning.CorrectsPublished() ->
                  Rule.CORRECTS_PUBLISHED.at("/observations/" + i, recorded.observation().period());
              case Warning.Jump(Warning.Aspect aspect, BigDecimal usual) ->
                  jump("/observations/" + i, recorded.observation().indicator(), aspect, usual);
            });
      }
    }
  }

  /// 0.964 where 96.4 is meant.
  private void fraction(String pointer, Observation observation) {
    Indicator indicator = catalogue.indicator(observation.indicator().value());
    if (indicator != null
        && indicator.percent()
        && observation.figure() instanceof Figure.Value(BigDecimal amount)
        && amount.signum() > 0
        && amount.compareTo(BigDecimal.ONE) <= 0) {
      String is = amount.toPlainString();
      String meant = amount.movePointRight(2).stripTrailingZeros().toPlainString();
      warnings.add(
          Rule.FRACTION.at(
              pointer,
              new Object[] {is.replace('.', ','), meant.replace('.', ',')},
              new Object[] {is, meant}));
    }
  }

  private Problem jump(
      String pointer, IndicatorCode code, Warning.Aspect aspect, BigDecimal usual) {
    String amount = usual.stripTrailingZeros().toPlainString();
    return switch (aspect) {
      case CASES -> jump(pointer + "/denominator", cases(code), amount);
      case SHARE -> jump(pointer, SHARE, percent(usual));
      case VALUE -> jump(pointer + "/value", VALUE, amount);
    };
  }

  /// What the denominator counts, for a clerk knows that and not the word.
  private Text cases(IndicatorCode code) {
    Indicator indicator = catalogue.indicator(code.value());
    Indicator.Cases cases = indicator == null ? null : indicator.cases();
    return cases == null ? DENOMINATOR : cases.outOf();
  }

  private static Problem jump(String pointer, Text what, String usual) {
    return Rule.JUMP.at(
        pointer,
        new Object[] {what.vi(), usual.replace('.', ',')},
        new Object[] {what.en(), usual});
  }

  private static String percent(BigDecimal fraction) {
    return fraction
            .movePointRight(2)
            .setScale(1, java.math.RoundingMode.HALF_UP)
            .stripTrailingZeros()
            .toPlainString()
        + "%";
  }

  /// Identities that only our reading of the plans demands.
  private void doubtful() {
    if (submission.observations().size() < 2) {
      return;
    }
    Map<Period, Map<IndicatorCode, Figure>> periods = new HashMap<>();
    for (Submission.Recorded recorded : submission.observations()) {
      periods
          .computeIfAbsent(recorded.observation().period(), _ -> new HashMap<>())
          .put(recorded.observation().indicator(), recorded.observation().figure());
    }
    for (int i = 0; i < submission.observations().size(); i++) {
      Submission.Recorded recorded = submission.observations().get(i);
      Map<IndicatorCode, Figure> figures =
          periods.getOrDefault(recorded.observation().period(), Map.of());
      for (Identity identity : catalogue.identities()) {
        Identity.Term first = identity.left().getFirst();
        if (identity.breach() == Identity.Breach.WARN
            && first.indicator().equals(recorded.observation().indicator())) {
          Identity.Broken broken = identity.broken(figures);
          if (broken != null) {
            warnings.add(IdentityCheck.told(Rule.DOUBTFUL, "/observations/" + i, broken));
          }
        }
      }
    }
  }
}
