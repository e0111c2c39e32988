package vn.congkhai.catalogue;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toUnmodifiableList;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import vn.congkhai.indicator.Addressees;
import vn.congkhai.indicator.Agency;
import vn.congkhai.indicator.IndicatorCode;
import vn.congkhai.indicator.PlanCode;
import vn.congkhai.indicator.Target;

/// Every target of every plan. None is dropped for another: the strictest one in force is the
/// effective one, the others stay beside it.
public final class Targets {
  private final List<Target> all;
  private final Map<IndicatorCode, List<Target>> inOrder;
  private final Map<IndicatorCode, List<Target>> strictestFirst;

  Targets(List<Target> all) {
    this.all = List.copyOf(all);
    this.inOrder = all.stream().collect(groupingBy(Target::indicator, toUnmodifiableList()));
    this.strictestFirst =
        all.stream()
            .sorted(Target.BY_STRICTNESS.reversed())
            .collect(groupingBy(Target::indicator, toUnmodifiableList()));
  }

  public List<Target> all() {
    return all;
  }

  /// Those of the indicator, in the order of the file.
  public List<Target> of(IndicatorCode indicator) {
    return inOrder.getOrDefault(indicator, List.of());
  }

  /// Those of the plan, in the order of the file.
  public List<Target> of(PlanCode plan) {
    return all.stream().filter(target -> target.plan().equals(plan)).toList();
  }

  /// The strictest target that binds the agency on that day, or null when none does. Of equally
  /// strict ones the first of the file.
  public @Nullable Target effective(IndicatorCode indicator, Agency agency, LocalDate day) {
    return effective(indicator, day, binding -> binding.include(agency));
  }

  /// The strictest target that binds the province as a whole on that day, or null when none does.
  public @Nullable Target effective(IndicatorCode indicator, LocalDate day) {
    return effective(indicator, day, Addressees::includeProvince);
  }

  private @Nullable Target effective(
      IndicatorCode indicator, LocalDate day, Predicate<Addressees> binds) {
    for (Target target : strictestFirst.getOrDefault(indicator, List.of())) {
      if (target.validity().on(day) && binds.test(target.binding())) {
        return target;
      }
    }
    return null;
  }
}
