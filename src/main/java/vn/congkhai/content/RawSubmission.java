package vn.congkhai.content;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.congkhai.http.Problem;
import vn.congkhai.indicator.AgencyCode;
import vn.congkhai.indicator.Text;

/// A submission as it was sent, well-formed and not yet believed.
///
/// @param shape what is wrong already: unknown fields and wrong types
public record RawSubmission(
    Placed agency,
    Placed period,
    Placed note,
    List<RawObservation> observations,
    List<Problem> shape,
    Places places) {

  public static final Cell ABSENT = new Cell.Absent();

  /// What one submission may hold.
  public static final int MOST_OBSERVATIONS = 5000;

  /// Whether there is more than was read. What was read is then not worth checking.
  boolean endless() {
    return shape.stream().anyMatch(each -> each.code().equals(Rule.TOO_MANY.code()));
  }

  /// The same without the observations that nobody filled in.
  public RawSubmission filledIn() {
    return new RawSubmission(
        agency,
        period,
        note,
        observations.stream().filter(RawObservation::filledIn).toList(),
        shape,
        places);
  }

  /// The same of that agency, where it names none.
  public RawSubmission by(AgencyCode code) {
    return agency.cell().present()
        ? this
        : new RawSubmission(
            new Placed(agency.pointer(), new Cell.Words(code.value())),
            period,
            note,
            observations,
            shape,
            places);
  }

  /// A value and where it stands.
  public record Placed(String pointer, Cell cell) {}

  /// One observation as it was sent.
  ///
  /// @param pointer where it stands
  public record RawObservation(
      String pointer, Cell indicator, Cell period, Cell numerator, Cell denominator, Cell value) {

    private boolean filledIn() {
      return numerator.present() || denominator.present() || value.present();
    }
  }

  /// The words by which a person finds a pointer.
  @FunctionalInterface
  public interface Places {
    /// Null where the pointer itself is the place.
    @Nullable Text of(String pointer);

    /// JSON: the pointer says it.
    Places POINTERS = _ -> null;
  }
}
