package vn.congkhai.intake;

import io.vertx.core.http.HttpServerRequest;
import org.jspecify.annotations.Nullable;
import vn.congkhai.content.Cell;
import vn.congkhai.content.RawSubmission;
import vn.congkhai.content.RawSubmission.Placed;

/// What the address of a request says for the whole of its body: `?agency=`, `?period=`, `?note=`.
/// It stands in for what the body leaves out; what the body says itself wins.
record Addressed(@Nullable String agency, @Nullable String period, @Nullable String note) {
  static Addressed of(HttpServerRequest request) {
    return new Addressed(
        given(request, "agency"), given(request, "period"), given(request, "note"));
  }

  private static @Nullable String given(HttpServerRequest request, String name) {
    String text = request.getParam(name);
    return text == null || text.isBlank() ? null : text.strip();
  }

  /// The submission that body and address make together.
  RawSubmission complete(RawSubmission raw) {
    return new RawSubmission(
        complete(raw.agency(), agency),
        complete(raw.period(), period),
        complete(raw.note(), note),
        raw.observations(),
        raw.shape(),
        raw.places());
  }

  private static Placed complete(Placed said, @Nullable String addressed) {
    return said.cell().present() || addressed == null
        ? said
        : new Placed(said.pointer(), new Cell.Words(addressed));
  }

  /// What makes two equal bodies two contents; empty when the address says nothing.
  String distinction() {
    return agency == null && period == null && note == null
        ? ""
        : String.join("\n", words(agency), words(period), words(note).length() + " " + words(note));
  }

  private static String words(@Nullable String text) {
    return text == null ? "" : text;
  }
}
