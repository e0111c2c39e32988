package vn.congkhai.board;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;
import vn.congkhai.catalogue.Catalogue;
import vn.congkhai.indicator.AgencyCode;
import vn.congkhai.indicator.Indicator;
import vn.congkhai.indicator.IndicatorCode;

/// Everything that is published, at one moment. Immutable.
public final class Board {
  private final Catalogue catalogue;
  private final long version;
  private final Instant generatedAt;
  private final LocalDate today;
  private final @Nullable Instant newestArrival;
  private final Map<AgencyCode, List<AgencyFigure>> byAgency;
  private final Map<IndicatorCode, List<AgencyFigure>> byIndicator;
  private final Map<IndicatorCode, RollUp> rollUps;

  Board(
      Catalogue catalogue,
      long version,
      Instant generatedAt,
      LocalDate today,
      @Nullable Instant newestArrival,
      Map<AgencyCode, List<AgencyFigure>> byAgency,
      Map<IndicatorCode, List<AgencyFigure>> byIndicator,
      Map<IndicatorCode, RollUp> rollUps) {
    this.catalogue = catalogue;
    this.version = version;
    this.generatedAt = generatedAt;
    this.today = today;
    this.newestArrival = newestArrival;
    this.byAgency = Map.copyOf(byAgency);
    this.byIndicator = Map.copyOf(byIndicator);
    this.rollUps = Map.copyOf(rollUps);
  }

  public Catalogue catalogue() {
    return catalogue;
  }

  /// Number of the newest submission in it; 0 before the first. Never falls, not even over a
  /// restart, and is the same on every replica.
  public long version() {
    return version;
  }

  /// When the snapshot was made.
  public Instant generatedAt() {
    return generatedAt;
  }

  /// The day in Vietnam that periods were judged by.
  public LocalDate today() {
    return today;
  }

  /// When the newest figure on the board arrived; null when there is none.
  public @Nullable Instant newestArrival() {
    return newestArrival;
  }

  /// What the agency owes, in the order of the catalogue; empty for an unknown one.
  public List<AgencyFigure> figures(AgencyCode agency) {
    return byAgency.getOrDefault(agency, List.of());
  }

  /// The indicator of every agency that owes it, in the order of the catalogue; empty for an
  /// unknown one.
  public List<AgencyFigure> figures(IndicatorCode indicator) {
    return byIndicator.getOrDefault(indicator, List.of());
  }

  /// The province's roll-up of an indicator of the catalogue.
  ///
  /// @throws NoSuchElementException for an indicator of another catalogue
  public RollUp rollUp(Indicator indicator) {
    RollUp rollUp = rollUps.get(indicator.code());
    if (rollUp == null) {
      throw new NoSuchElementException("indicator " + indicator.code());
    }
    return rollUp;
  }
}
