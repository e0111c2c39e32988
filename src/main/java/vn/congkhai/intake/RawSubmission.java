package vn.congkhai.intake;

import java.util.List;
import vn.congkhai.http.Problem;

/// A submission as it was sent, well-formed and not yet believed.
///
/// @param shape what is wrong already: unknown fields and wrong types
record RawSubmission(
    Cell agency, Cell period, Cell note, List<RawObservation> observations, List<Problem> shape) {

  /// One observation as it was sent.
  ///
  /// @param pointer where it stands
  record RawObservation(
      String pointer, Cell indicator, Cell period, Cell numerator, Cell denominator, Cell value) {}
}
