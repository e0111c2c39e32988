package vn.congkhai.form;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.congkhai.board.Duty;
import vn.congkhai.form.Views.PeriodLink;
import vn.congkhai.indicator.DutyState;
import vn.congkhai.indicator.Period;

/// The periods that somebody can go to, with what is still to be sent of each.
///
/// @param newest that have ended, and the one on show
/// @param others of the year, those that run last
record Periods(List<PeriodLink> newest, List<PeriodLink> others) {
  private static final int MOST_NEWEST = 4;

  static Periods of(Drawing drawing, Worksheet sheet) {
    Map<Period, Integer> ended = new LinkedHashMap<>();
    Map<Period, Integer> running = new LinkedHashMap<>();
    for (Duty duty : drawing.board().duties().of(sheet.agency().code())) {
      boolean todo = duty.state() == DutyState.DUE || duty.state().overdue();
      (duty.state() == DutyState.NOT_DUE ? running : ended)
          .merge(duty.period(), todo ? 1 : 0, Integer::sum);
    }
    running.forEach(ended::putIfAbsent);
    ended.putIfAbsent(sheet.period(), 0);
    List<PeriodLink> newest = new ArrayList<>();
    List<PeriodLink> others = new ArrayList<>();
    ended.forEach((period, todo) -> {
      PeriodLink link = link(drawing, period, todo, period.equals(sheet.period()));
      (link.chosen() || newest.size() < MOST_NEWEST ? newest : others).add(link);
    });
    return new Periods(newest, others);
  }

  private static PeriodLink link(Drawing drawing, Period period, int todo, boolean chosen) {
    return new PeriodLink(
        period.toString(),
        drawing.type().period(period),
        todo == 0 ? "" : drawing.text("form-todo", drawing.type().count(todo)),
        chosen);
  }
}
