package vn.congkhai.board;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import vn.congkhai.board.Statements.Official;
import vn.congkhai.indicator.Agency;
import vn.congkhai.indicator.Figure;
import vn.congkhai.indicator.Indicator;

/// What somebody else published, beside what we have of the same agency, indicator and period.
///
/// @param agency null for the province
/// @param official theirs
/// @param figure ours; null when we have none
/// @param coverage how many agencies ours is of; null when it is one agency's
public record Comparison(
    @Nullable Agency agency,
    Indicator indicator,
    Official official,
    @Nullable Figure figure,
    @Nullable Coverage coverage) {
  /// Ours as an unrounded fraction; empty when we have none.
  public OptionalDouble ours() {
    return switch (figure) {
      case null -> OptionalDouble.empty();
      case Figure.Ratio ratio -> ratio.fraction();
      case Figure.Value value ->
          indicator.percent()
              ? OptionalDouble.of(value.amount().movePointLeft(2).doubleValue())
              : OptionalDouble.empty();
    };
  }

  /// The day theirs was published or read.
  public LocalDate asOf() {
    return official.figure().asOf();
  }

  /// Ours minus theirs, as a fraction; empty when we have none.
  public OptionalDouble gap() {
    BigDecimal theirs = official.figure().ratio();
    OptionalDouble ours = ours();
    return ours.isPresent()
        ? OptionalDouble.of(BigDecimal.valueOf(ours.getAsDouble()).subtract(theirs).doubleValue())
        : OptionalDouble.empty();
  }
}
