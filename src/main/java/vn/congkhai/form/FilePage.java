package vn.congkhai.form;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.congkhai.form.Views.File;
import vn.congkhai.form.Views.Said;
import vn.congkhai.form.Views.Wrong;
import vn.congkhai.http.Problem;
import vn.congkhai.indicator.Draft;
import vn.congkhai.indicator.Submission;
import vn.congkhai.indicator.Text;

/// What a file holds, before it is sent.
///
/// @param empty how many rows nobody filled in
/// @param problems what must be mended in the file
/// @param draft null while there are problems
record FilePage(
    Place place,
    String name,
    String key,
    int empty,
    List<Problem> problems,
    @Nullable Draft draft,
    @Nullable Submission preview,
    List<Problem> warnings) {
  private static final int MOST_SHOWN = 200;

  FilePage(Place place, String name, String key) {
    this(place, name, key, 0, List.of(), null, null, List.of());
  }

  FilePage without(int rows) {
    return new FilePage(place, name, key, rows, problems, draft, preview, warnings);
  }

  FilePage wrong(List<Problem> found) {
    return new FilePage(place, name, key, empty, found, null, null, List.of());
  }

  FilePage sound(Draft sent, Submission shown, List<Problem> said) {
    return new FilePage(place, name, key, empty, List.of(), sent, shown, said);
  }

  File view(Drawing drawing) {
    Draft sent = draft;
    Submission shown = preview;
    return new File(
        drawing.frame(drawing.text("form-file-title", name)),
        name,
        place.agency().name(),
        place.period().toString(),
        place.agencyField(),
        said(drawing, sent),
        empty == 0 ? "" : drawing.text("form-file-empty", empty),
        problems.stream().limit(MOST_SHOWN).map(problem -> wrong(drawing, problem)).toList(),
        shown == null ? List.of() : figures(drawing, shown),
        shown == null
            ? List.of()
            : drawing.warnings(warnings.stream().limit(MOST_SHOWN).toList(), shown),
        sent == null ? "" : Content.json(sent).toString(),
        key);
  }

  private Said said(Drawing drawing, @Nullable Draft sent) {
    if (sent == null) {
      return new Said("missed", drawing.text("form-file-wrong", problems.size()));
    }
    return new Said("met", drawing.text("form-file-fine", sent.observations().size()));
  }

  private static Wrong wrong(Drawing drawing, Problem problem) {
    Text place = problem.place();
    return new Wrong(
        "",
        place == null ? problem.pointer() : drawing.text(place),
        drawing.text(problem.message()));
  }

  private static List<Views.Figure> figures(Drawing drawing, Submission shown) {
    List<Views.Figure> figures = new ArrayList<>();
    for (Submission.Recorded recorded :
        shown.observations().subList(0, Math.min(MOST_SHOWN, shown.observations().size()))) {
      figures.add(
          drawing.figure(
              recorded.observation(), drawing.text("change-" + recorded.change().code())));
    }
    return figures;
  }
}
