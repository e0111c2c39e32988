package vn.congkhai.form;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.congkhai.access.Caller;
import vn.congkhai.content.Checked;
import vn.congkhai.content.Rule;
import vn.congkhai.http.Problem;
import vn.congkhai.indicator.Draft;
import vn.congkhai.indicator.Indicator;
import vn.congkhai.indicator.Observation;
import vn.congkhai.indicator.Submission;
import vn.congkhai.indicator.Text;
import vn.congkhai.intake.Reception;
import vn.congkhai.journal.Hash;

/// What the rules say of what stands in the cells.
///
/// @param draft what would be stored; null when something is wrong, or nothing is there to be sent
/// @param problems by the cell's or the indicator's name, or `period` or `note`
/// @param warnings by the indicator's name, of the rows that nothing is wrong with
record Judged(
    @Nullable Draft draft,
    Map<String, List<Problem>> problems,
    Map<String, List<Problem>> warnings) {
  static final Judged NOTHING = new Judged(null, Map.of(), Map.of());

  Judged {
    problems = Map.copyOf(problems);
    warnings = Map.copyOf(warnings);
  }

  static Judged of(Worksheet sheet, Typed typed, Caller caller, Reception reception) {
    List<Indicator> sent = sheet.sent(typed);
    if (sent.isEmpty()) {
      return NOTHING;
    }
    List<Problem> found = new ArrayList<>();
    sheet.overtaken(typed).forEach(row -> found.add(overtaken(row)));
    Draft draft = null;
    switch (judge(sheet, typed, sent, caller, reception)) {
      case Checked.Valid<Draft>(Draft sound) -> draft = sound;
      case Checked.Invalid<Draft>(List<Problem> broken) -> found.addAll(broken);
    }
    if (draft != null && found.isEmpty()) {
      return new Judged(draft, Map.of(), warnings(draft, reception));
    }
    Map<String, List<Problem>> problems = byPlace(found);
    List<Indicator> rest = sent.stream().filter(indicator -> fine(indicator, problems)).toList();
    return new Judged(null, problems, warnings(sheet, typed, rest, caller, reception));
  }

  private static Problem overtaken(Worksheet.Row row) {
    return new Problem(
        "/" + row.indicator().code(),
        "overtaken",
        new Text(
            "Trong lúc gõ, nơi khác vừa gửi " + row.spelled() + ". Xem lại rồi gửi lần nữa.",
            "Meanwhile " + row.spelled() + " came from elsewhere. Look again, then send again."));
  }

  private static Checked<Draft> judge(
      Worksheet sheet, Typed typed, List<Indicator> sent, Caller caller, Reception reception) {
    return reception.judge(typed.content(sheet.agency(), sheet.period(), sent), caller);
  }

  /// The warnings of the rows that nothing is wrong with, while others are being mended.
  private static Map<String, List<Problem>> warnings(
      Worksheet sheet, Typed typed, List<Indicator> rest, Caller caller, Reception reception) {
    return !rest.isEmpty()
            && judge(sheet, typed, rest, caller, reception)
                instanceof Checked.Valid<Draft>(var draft)
        ? warnings(draft, reception)
        : Map.of();
  }

  private static Map<String, List<Problem>> warnings(Draft draft, Reception reception) {
    Submission preview = reception.preview(draft);
    Map<String, List<Problem>> warnings = new HashMap<>();
    for (Problem warning : reception.warnings(preview)) {
      Observation about = about(warning, preview);
      if (about != null) {
        warnings.computeIfAbsent(about.indicator().value(), _ -> new ArrayList<>()).add(warning);
      }
    }
    return warnings;
  }

  /// The observation that a warning of a receipt is about; null when it is about all of it.
  static @Nullable Observation about(Problem warning, Submission submission) {
    String[] place = warning.pointer().split("/");
    return place.length > 2 && place[1].equals("observations")
        ? submission.observations().get(Integer.parseInt(place[2])).observation()
        : null;
  }

  private static Map<String, List<Problem>> byPlace(List<Problem> found) {
    Map<String, List<Problem>> problems = new HashMap<>();
    for (Problem problem : found) {
      String place = problem.pointer().isEmpty() ? "" : problem.pointer().substring(1);
      List<Problem> there = problems.computeIfAbsent(place, _ -> new ArrayList<>());
      if (!there.contains(problem)) {
        there.add(problem);
      }
    }
    return problems;
  }

  private static boolean fine(Indicator indicator, Map<String, List<Problem>> problems) {
    String code = indicator.code().value();
    return problems.keySet().stream()
        .noneMatch(place -> place.equals(code) || place.startsWith(code + "/"));
  }

  /// What is wrong at a place; empty when nothing is.
  List<Problem> at(String place) {
    return problems.getOrDefault(place, List.of());
  }

  /// What somebody must have seen before it is sent, in one word; empty when there is nothing. That
  /// a published figure is corrected is no surprise to whoever corrects it.
  String toBeSeen() {
    String seen =
        warnings.entrySet().stream()
            .flatMap(row ->
                row.getValue().stream()
                    .filter(warning -> !warning.code().equals(Rule.CORRECTS_PUBLISHED.code()))
                    .map(warning -> row.getKey() + warning.code() + warning.message().en()))
            .sorted()
            .collect(Collectors.joining());
    return seen.isEmpty() ? "" : Hash.sha256(seen.getBytes(UTF_8)).toString();
  }

  boolean wrong() {
    return !problems.isEmpty();
  }
}
