package vn.congkhai.form;

import vn.congkhai.content.Rule;
import vn.congkhai.form.Typed.Part;
import vn.congkhai.http.Problem;
import vn.congkhai.indicator.Indicator;

/// What the cells are called, and what is wrong with them in the same words: a clerk sees "hồ sơ
/// tiếp nhận" over a cell and not "mẫu số".
record Labels(Drawing drawing, Typed typed) {
  String of(Indicator indicator, Part part) {
    Indicator.Cases cases = indicator.cases();
    return cases == null
        ? drawing.text("form-value", drawing.text(indicator.unit()))
        : drawing.text(part == Part.NUMERATOR ? cases.counted() : cases.outOf());
  }

  String told(Indicator indicator, Problem problem) {
    if (indicator.cases() != null) {
      if (problem.code().equals(Rule.MISSING_FIGURE.code())) {
        boolean first = problem.pointer().equals("/" + Part.NUMERATOR.of(indicator));
        return drawing.text(
            "form-missing", of(indicator, first ? Part.NUMERATOR : Part.DENOMINATOR));
      }
      if (problem.code().equals(Rule.NUMERATOR_EXCEEDS_DENOMINATOR.code())) {
        return drawing.text(
            "form-exceeds",
            of(indicator, Part.NUMERATOR),
            typed.text(indicator, Part.NUMERATOR),
            of(indicator, Part.DENOMINATOR),
            typed.text(indicator, Part.DENOMINATOR));
      }
    }
    return drawing.text(problem.message());
  }
}
