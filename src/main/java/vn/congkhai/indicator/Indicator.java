package vn.congkhai.indicator;

import org.jspecify.annotations.Nullable;

/// What is measured, how, how often and by whom.
///
/// @param explanation one plain sentence for a citizen
/// @param group code of the group that the board shows it under
/// @param definition which of several definitions of one thing it is; null when there is only one
public record Indicator(
    IndicatorCode code,
    Text name,
    Text explanation,
    String group,
    Counting counting,
    Reporting reporting,
    @Nullable Definition definition) {
  public static final String PERCENT = "%";

  /// How it is counted.
  ///
  /// @param overYear what a year's figure is made of
  /// @param unit `%` or a name; a ratio is always `%`
  /// @param cases what a ratio counts; null for a bare value
  public record Counting(Measure measure, OverYear overYear, Text unit, @Nullable Cases cases) {
    public Counting {
      if ((measure == Measure.RATIO) != (cases != null)) {
        throw new IllegalArgumentException("a ratio, and nothing else, counts cases");
      }
      if (measure == Measure.RATIO && !unit.vi().equals(PERCENT)) {
        throw new IllegalArgumentException("a ratio is in %, not in " + unit.vi());
      }
    }
  }

  /// What a ratio counts.
  ///
  /// @param counted what the numerator counts
  /// @param outOf what the denominator counts
  public record Cases(Text counted, Text outOf) {}

  /// What the figure of a year is made of its periods' figures.
  public enum OverYear {
    /// Σ numerators / Σ denominators: cases that happen in a period.
    SUM("sum"),
    /// The newest one: a stock that is counted again each period, as all procedures or all staff.
    /// Adding would count the same thing many times.
    NEWEST("newest");

    private final String code;

    OverYear(String code) {
      this.code = code;
    }

    /// The rule spelt so, or null when there is none.
    public static @Nullable OverYear of(String code) {
      return SUM.code.equals(code) ? SUM : NEWEST.code.equals(code) ? NEWEST : null;
    }
  }

  /// Who reports it when.
  ///
  /// @param owing who reports it, or, when it is computed, whom it is computed for
  public record Reporting(Cycle cycle, Regime regime, Addressees owing, Source source) {}

  /// Where its figures come from.
  public enum Source {
    /// Agencies send them.
    AGENCIES,
    /// The service computes them of the states of the plans' tasks; nobody can send them.
    PLAN_TASKS
  }

  /// One of several definitions of what people call by one name. Their figures are never mixed.
  ///
  /// @param of the indicator that people mean first; its own definition names itself
  /// @param text the definition, to be printed beside every figure
  public record Definition(IndicatorCode of, Text text) {}

  public Text unit() {
    return counting.unit();
  }

  public Measure measure() {
    return counting.measure();
  }

  /// What it counts; null for a bare value.
  public @Nullable Cases cases() {
    return counting.cases();
  }

  public OverYear overYear() {
    return counting.overYear();
  }

  public Cycle cycle() {
    return reporting.cycle();
  }

  public Regime regime() {
    return reporting.regime();
  }

  public Source source() {
    return reporting.source();
  }

  public boolean owedBy(Agency agency) {
    return reporting.owing().include(agency);
  }

  public boolean percent() {
    return unit().vi().equals(PERCENT);
  }
}
