package vn.congkhai.catalogue;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import vn.congkhai.indicator.Agency;
import vn.congkhai.indicator.AgencyCode;
import vn.congkhai.indicator.BoardAddress;
import vn.congkhai.indicator.Identity;
import vn.congkhai.indicator.Indicator;
import vn.congkhai.indicator.IndicatorCode;
import vn.congkhai.indicator.Lineage;
import vn.congkhai.indicator.Plan;
import vn.congkhai.indicator.PlanCode;
import vn.congkhai.indicator.PlanTask;
import vn.congkhai.indicator.Playlist;
import vn.congkhai.indicator.Province;
import vn.congkhai.indicator.ScreenName;
import vn.congkhai.indicator.Text;

/// Everything that is agreed before the first figure arrives. Immutable; the lists keep the order
/// of the files, which is the order of the pages.
public final class Catalogue {
  private final CatalogueHead head;
  private final Subjects subjects;
  private final Demands demands;
  private final Schedule schedule;
  private final Scoring scoring;
  private final Lineage lineage;
  private final Map<String, Agency> agencyByCode;
  private final Map<String, Indicator> indicatorByCode;
  private final Map<IndicatorCode, Integer> positions;
  private final Map<String, Plan> planByCode;
  private final Map<PlanTask.Id, PlanTask> taskById;
  private final Map<AgencyCode, List<Indicator>> owed;
  private final Map<ScreenName, Playlist> screens;

  /// What is measured and who reports it.
  record Subjects(
      List<Group> groups,
      List<Agency> agencies,
      List<Indicator> indicators,
      List<Identity> identities) {
    Subjects {
      identities = List.copyOf(identities);
      groups = List.copyOf(groups);
      agencies = List.copyOf(agencies);
      indicators = List.copyOf(indicators);
    }
  }

  /// What the plans ask for.
  record Demands(List<Plan> plans, Targets targets, List<LeftOut> leftOut, List<PlanTask> tasks) {
    Demands {
      plans = List.copyOf(plans);
      leftOut = List.copyOf(leftOut);
      tasks = List.copyOf(tasks);
    }
  }

  Catalogue(
      CatalogueHead head,
      Subjects subjects,
      Demands demands,
      Schedule schedule,
      Scoring scoring,
      List<Playlist> screens) {
    this.head = head;
    this.subjects = subjects;
    this.demands = demands;
    this.schedule = schedule;
    this.scoring = scoring;
    List<Agency> agencies = subjects.agencies();
    List<Indicator> indicators = subjects.indicators();
    lineage = new Lineage(agencies);
    agencyByCode = agencies.stream().collect(toMap(a -> a.code().value(), identity()));
    indicatorByCode = indicators.stream().collect(toMap(i -> i.code().value(), identity()));
    positions =
        IntStream.range(0, indicators.size())
            .boxed()
            .collect(toMap(i -> indicators.get(i).code(), identity()));
    planByCode = demands.plans().stream().collect(toMap(p -> p.code().value(), identity()));
    taskById = demands.tasks().stream().collect(toMap(PlanTask::id, identity()));
    owed =
        agencies.stream()
            .collect(
                toMap(Agency::code, a -> indicators.stream().filter(i -> i.owedBy(a)).toList()));
    this.screens = new LinkedHashMap<>();
    screens.forEach(playlist -> this.screens.put(playlist.name(), playlist));
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

  /// Until when figures are taken.
  public Closing closing() {
    return head.closing();
  }

  /// What the catalogue lacks or only assumes, to be told beside the figures.
  public List<Text> gaps() {
    return head.gaps();
  }

  public RankingRules ranking() {
    return head.ranking();
  }

  public List<Group> groups() {
    return subjects.groups();
  }

  /// All agencies, those that no longer exist among them.
  public List<Agency> agencies() {
    return subjects.agencies();
  }

  /// Which agencies came of which.
  public Lineage lineage() {
    return lineage;
  }

  public List<Indicator> indicators() {
    return subjects.indicators();
  }

  /// What the figures of one submission must be to each other.
  public List<Identity> identities() {
    return subjects.identities();
  }

  public List<Plan> plans() {
    return demands.plans();
  }

  public Targets targets() {
    return demands.targets();
  }

  /// Phrases of the plans that no target was made of, with the reason.
  public List<LeftOut> leftOut() {
    return demands.leftOut();
  }

  public List<PlanTask> tasks() {
    return demands.tasks();
  }

  public Schedule schedule() {
    return schedule;
  }

  public Scoring scoring() {
    return scoring;
  }

  /// What named screens show, unless the administrator says otherwise.
  public Collection<Playlist> screens() {
    return Collections.unmodifiableCollection(screens.values());
  }

  /// What the screen of that name shows, or null when the catalogue does not know it.
  public @Nullable Playlist screen(ScreenName name) {
    return screens.get(name);
  }

  /// Whether the page's agency, indicator or plan is in the catalogue.
  public boolean has(BoardAddress page) {
    return switch (page.subject()) {
      case PROVINCE, RANKING, DUTIES -> true;
      case AGENCY -> agencyByCode.containsKey(page.code());
      case INDICATOR -> indicatorByCode.containsKey(page.code());
      case PLAN -> planByCode.containsKey(page.code());
    };
  }

  /// The agency with that code, or null when there is none, whatever the text is.
  public @Nullable Agency agency(String code) {
    return agencyByCode.get(code);
  }

  /// The indicator with that code, or null when there is none, whatever the text is.
  public @Nullable Indicator indicator(String code) {
    return indicatorByCode.get(code);
  }

  /// The plan with that code, or null when there is none, whatever the text is.
  public @Nullable Plan plan(String code) {
    return planByCode.get(code);
  }

  /// The plan of one of the catalogue's targets or tasks.
  ///
  /// @throws NoSuchElementException when the code is of another catalogue
  public Plan plan(PlanCode code) {
    Plan plan = planByCode.get(code.value());
    if (plan == null) {
      throw new NoSuchElementException("plan " + code);
    }
    return plan;
  }

  /// The task of that plan and number, or null when there is none.
  public @Nullable PlanTask task(PlanTask.Id id) {
    return taskById.get(id);
  }

  /// Where the indicator stands in [#indicators()], or -1 when it does not.
  public int position(IndicatorCode indicator) {
    return positions.getOrDefault(indicator, -1);
  }

  /// The indicators that the agency owes, or that are computed for it.
  public List<Indicator> owedBy(AgencyCode agency) {
    return owed.getOrDefault(agency, List.of());
  }

  /// The day whose targets and agencies a year's figures are held against: today while the year
  /// runs, else the day of the year that is nearest to it.
  public static LocalDate judgingDay(int year, LocalDate today) {
    LocalDate first = LocalDate.of(year, 1, 1);
    LocalDate last = LocalDate.of(year, 12, 31);
    return today.isBefore(first) ? first : today.isAfter(last) ? last : today;
  }
}
