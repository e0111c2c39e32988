package vn.congkhai.board;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import vn.congkhai.catalogue.Catalogue;
import vn.congkhai.indicator.Agency;
import vn.congkhai.indicator.AgencyCode;
import vn.congkhai.indicator.Indicator;
import vn.congkhai.indicator.IndicatorCode;
import vn.congkhai.indicator.Target;

/// Everything that is published, at one moment. Immutable; what takes long and is seldom asked for
/// (duties, rankings, scores, comparisons) is computed when it is, rankings and comparisons once.
public final class Board {
  private final Snapshot snapshot;
  private final @Nullable Instant newestArrival;
  private final Map<AgencyCode, List<AgencyFigure>> byAgency;
  private final Map<IndicatorCode, List<AgencyFigure>> byIndicator;
  private final Map<IndicatorCode, RollUp> rollUps;
  private final Duties duties;
  private final Map<String, Ranking> rankings = new ConcurrentHashMap<>();
  private volatile @Nullable List<Comparison> comparisons;

  Board(
      Snapshot snapshot,
      @Nullable Instant newestArrival,
      Map<AgencyCode, List<AgencyFigure>> byAgency,
      Map<IndicatorCode, List<AgencyFigure>> byIndicator,
      Map<IndicatorCode, RollUp> rollUps) {
    this.snapshot = snapshot;
    this.newestArrival = newestArrival;
    this.byAgency = Map.copyOf(byAgency);
    this.byIndicator = Map.copyOf(byIndicator);
    this.rollUps = Map.copyOf(rollUps);
    this.duties = new Duties(snapshot);
  }

  public Catalogue catalogue() {
    return snapshot.catalogue();
  }

  /// Number of the newest submission in it; 0 before the first. Never falls, not even over a
  /// restart, and is the same on every replica.
  public long version() {
    return snapshot.version();
  }

  /// When the snapshot was made.
  public Instant generatedAt() {
    return snapshot.now();
  }

  /// The day in Vietnam that periods were judged by.
  public LocalDate today() {
    return snapshot.today();
  }

  /// The day whose targets and agencies the board's year is held against.
  public LocalDate judgingDay() {
    return snapshot.judgingDay();
  }

  /// When an agency's newest figure arrived; null when it has sent none.
  public @Nullable Instant newestArrival(Agency agency) {
    return catalogue().indicators().stream()
        .flatMap(indicator -> series(agency, indicator).figures().stream())
        .map(Reported::receivedAt)
        .max(Comparator.naturalOrder())
        .orElse(null);
  }

  /// When the newest figure on the board arrived; null when there is none.
  public @Nullable Instant newestArrival() {
    return newestArrival;
  }

  /// What the agency owes, in the order of the catalogue; empty for an unknown one.
  public List<AgencyFigure> figures(AgencyCode agency) {
    return byAgency.getOrDefault(agency, List.of());
  }

  /// The indicator of every agency in force that owes it, in the order of the catalogue; empty for
  /// an unknown one.
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

  /// Every figure that the agency has published of the indicator, of whatever year.
  public Series series(Agency agency, Indicator indicator) {
    return snapshot.series(agency, indicator);
  }

  /// The counts, added over everything that mergers and splits connect with the agency: the only
  /// ones that can be compared over the years.
  public Sums comparable(Agency agency, Indicator indicator) {
    return Sums.of(
        catalogue().lineage().comparable(agency.code()).stream()
            .map(each -> snapshot.series(each, indicator))
            .toList());
  }

  public boolean inForce(Agency agency) {
    return snapshot.inForce(agency);
  }

  /// Whether somebody is held against what this target says: the province or, where it does not
  /// bind the province, an agency that exists. Of plans that set the same all are.
  public boolean effective(Target target) {
    var targets = catalogue().targets();
    if (!target.validity().on(judgingDay())) {
      return false;
    }
    if (target.binding().includeProvince()) {
      return asStrict(target, targets.effective(target.indicator(), judgingDay()));
    }
    return catalogue().agencies().stream()
        .filter(snapshot::inForce)
        .filter(target.binding()::include)
        .anyMatch(agency ->
            asStrict(target, targets.effective(target.indicator(), agency, judgingDay())));
  }

  private static boolean asStrict(Target target, @Nullable Target strictest) {
    return strictest != null && Target.BY_STRICTNESS.compare(target, strictest) == 0;
  }

  public Duties duties() {
    return duties;
  }

  public Tasks tasks() {
    return snapshot.tasks();
  }

  /// The ranking by one indicator. Takes a while the first time: call it off the event loop.
  public Ranking ranking(Indicator indicator) {
    return rankings.computeIfAbsent(
        indicator.code().value(), _ -> new Rankings(snapshot).of(indicator));
  }

  /// The ranking by the share of targets met. Takes a while the first time: call it off the event
  /// loop.
  public Ranking ranking() {
    return rankings.computeIfAbsent("", _ -> new Rankings(snapshot).overall());
  }

  /// The agency's score by the catalogue's profile.
  public Score score(Agency agency) {
    return Scores.of(this, agency);
  }

  /// The province's score, of its roll-ups.
  public Score score() {
    return Scores.of(this);
  }

  /// Our figures beside those that others published, the newest day first.
  public List<Comparison> comparisons() {
    List<Comparison> known = comparisons;
    if (known == null) {
      known = new Comparisons(snapshot).all();
      comparisons = known;
    }
    return known;
  }
}
