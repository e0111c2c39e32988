package vn.congkhai.board;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import vn.congkhai.board.Statements.Official;
import vn.congkhai.indicator.Agency;
import vn.congkhai.indicator.Indicator;

/// What somebody else published, beside what we have of the same agency, indicator and period.
///
/// @param agency null for the province
/// @param official theirs
/// @param ours the unrounded fraction; empty when we have none
public record Comparison(
    @Nullable Agency agency, Indicator indicator, Official official, OptionalDouble ours) {
  /// The day theirs was published or read.
  public LocalDate asOf() {
    return official.figure().asOf();
  }

  /// Ours minus theirs, as a fraction; empty when we have none.
  public OptionalDouble gap() {
    BigDecimal theirs = official.figure().ratio();
    return ours.isPresent()
        ? OptionalDouble.of(BigDecimal.valueOf(ours.getAsDouble()).subtract(theirs).doubleValue())
        : OptionalDouble.empty();
  }
}
