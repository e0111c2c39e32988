package vn.congkhai.catalogue;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toUnmodifiableList;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import vn.congkhai.indicator.Agency;
import vn.congkhai.indicator.AgencyCode;
import vn.congkhai.indicator.Indicator;
import vn.congkhai.indicator.IndicatorCode;
import vn.congkhai.indicator.Level;
import vn.congkhai.indicator.Plan;
import vn.congkhai.indicator.PlanCode;
import vn.congkhai.indicator.Province;
import vn.congkhai.indicator.Target;

/// Everything that is agreed before the first figure arrives. Immutable; the lists keep the order
/// of the files, which is the order of the pages.
public final class Catalogue {
  private final CatalogueHead head;
  private final List<Group> groups;
  private final List<Agency> agencies;
  private final List<Indicator> indicators;
  private final List<Plan> plans;
  private final List<Target> targets;

  private final Map<String, Agency> agencyByCode;
  private final Map<String, Indicator> indicatorByCode;
  private final Map<IndicatorCode, Integer> positions;
  private final Map<PlanCode, Plan> planByCode;
  private final Map<IndicatorCode, List<Target>> targetsByIndicator;
  private final Map<IndicatorCode, List<Agency>> owing;
  private final Map<AgencyCode, List<Indicator>> owed;
  private final Map<Level, Map<IndicatorCode, Target>> effective;

  Catalogue(
      CatalogueHead head,
      List<Group> groups,
      List<Agency> agencies,
      List<Indicator> indicators,
      List<Plan> plans,
      List<Target> targets) {
    this.head = head;
    this.groups = List.copyOf(groups);
    this.agencies = List.copyOf(agencies);
    this.indicators = List.copyOf(indicators);
    this.plans = List.copyOf(plans);
    this.targets = List.copyOf(targets);
    agencyByCode = agencies.stream().collect(toMap(a -> a.code().value(), identity()));
    indicatorByCode = indicators.stream().collect(toMap(i -> i.code().value(), identity()));
    positions =
        IntStream.range(0, indicators.size())
            .boxed()
            .collect(toMap(i -> indicators.get(i).code(), identity()));
    planByCode = plans.stream().collect(toMap(Plan::code, identity()));
    targetsByIndicator =
        targets.stream().collect(groupingBy(Target::indicator, toUnmodifiableList()));
    owing =
        indicators.stream()
            .collect(toMap(Indicator::code, i -> agencies.stream().filter(i::owedBy).toList()));
    owed =
        agencies.stream()
            .collect(
                toMap(Agency::code, a -> indicators.stream().filter(i -> i.owedBy(a)).toList()));
    effective = strictest(targets);
  }

  /// Name of the catalogue, for example `cao-bang-2026`.
  public String code() {
    return head.code();
  }

  public String version() {
    return head.version();
  }

  public Province province() {
    return head.province();
  }

  /// The year that the board judges.
  public int year() {
    return head.year();
  }

  /// The oldest year whose figures are still taken.
  public int acceptsFrom() {
    return head.acceptsFrom();
  }

  public List<Group> groups() {
    return groups;
  }

  public List<Agency> agencies() {
    return agencies;
  }

  public List<Indicator> indicators() {
    return indicators;
  }

  public List<Plan> plans() {
    return plans;
  }

  public List<Target> targets() {
    return targets;
  }

  /// The agency with that code, or null when there is none, whatever the text is.
  public @Nullable Agency agency(String code) {
    return agencyByCode.get(code);
  }

  /// The indicator with that code, or null when there is none, whatever the text is.
  public @Nullable Indicator indicator(String code) {
    return indicatorByCode.get(code);
  }

  /// Where the indicator stands in [#indicators()], or -1 when it does not.
  public int position(IndicatorCode indicator) {
    return positions.getOrDefault(indicator, -1);
  }

  /// The plan of one of the catalogue's targets.
  ///
  /// @throws NoSuchElementException when the code is of another catalogue
  public Plan plan(PlanCode code) {
    Plan plan = planByCode.get(code);
    if (plan == null) {
      throw new NoSuchElementException("plan " + code);
    }
    return plan;
  }

  /// Every target of the indicator, of every plan.
  public List<Target> targets(IndicatorCode indicator) {
    return targetsByIndicator.getOrDefault(indicator, List.of());
  }

  /// The strictest target that binds the level in the catalogue's year, or null when none does.
  public @Nullable Target effectiveTarget(IndicatorCode indicator, Level level) {
    return effective.getOrDefault(level, Map.of()).get(indicator);
  }

  /// The strictest target in a given year. Plans are for the catalogue's year only.
  public @Nullable Target effectiveTarget(IndicatorCode indicator, Level level, int year) {
    return year == head.year() ? effectiveTarget(indicator, level) : null;
  }

  /// The agencies that owe the indicator.
  public List<Agency> owing(IndicatorCode indicator) {
    return owing.getOrDefault(indicator, List.of());
  }

  /// The indicators that the agency owes.
  public List<Indicator> owedBy(AgencyCode agency) {
    return owed.getOrDefault(agency, List.of());
  }

  private static Map<Level, Map<IndicatorCode, Target>> strictest(List<Target> targets) {
    Map<Level, Map<IndicatorCode, Target>> strictest = new EnumMap<>(Level.class);
    for (Target target : targets) {
      for (Level level : target.levels()) {
        strictest
            .computeIfAbsent(level, _ -> new HashMap<>())
            .merge(target.indicator(), target, Catalogue::stricter);
      }
    }
    return strictest;
  }

  /// Of two equally strict targets, the one that names its legal basis, then the first.
  private static Target stricter(Target one, Target other) {
    int order = Target.BY_STRICTNESS.compare(one, other);
    if (order == 0) {
      return one.basis().isEmpty() && !other.basis().isEmpty() ? other : one;
    }
    return order > 0 ? one : other;
  }
}
