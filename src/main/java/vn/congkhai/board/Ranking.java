package vn.congkhai.board;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import vn.congkhai.indicator.Agency;
import vn.congkhai.indicator.AgencyCode;
import vn.congkhai.indicator.Level;
import vn.congkhai.indicator.Standing;

/// Places of agencies, the best first; those without a place last, by their code.
///
/// @param rows one for each agency that owes what is ranked; who is missing stays in the number
///   that places are out of
public record Ranking(List<Row> rows) {
  public Ranking {
    rows = List.copyOf(rows);
  }

  /// Why an agency has no place.
  public enum Reason {
    /// It has reported too little of what most others have.
    COVERAGE("coverage"),
    /// Too few cases for a fair comparison.
    FEW_CASES("few-cases"),
    /// It has reported nothing.
    UNREPORTED("unreported");

    private final String code;

    Reason(String code) {
      this.code = code;
    }

    public String code() {
      return code;
    }
  }

  /// Places among all, and among the agencies of the same level.
  ///
  /// @param level place among the agencies of its own level
  /// @param levelOf how many those are
  public record Place(int all, int level, int levelOf) {}

  /// An agency in the ranking.
  ///
  /// @param place null when it has none
  /// @param of how many agencies there are, with or without a place
  /// @param merit what it is ranked by
  /// @param movement places gained since the last period, negative when lost; null when it had no
  ///   place then or has none now
  /// @param reason why it has no place; null when it has one
  public record Row(
      Agency agency,
      @Nullable Place place,
      int of,
      Merit merit,
      @Nullable Integer movement,
      @Nullable Reason reason) {}

  /// What an agency is ranked by.
  ///
  /// @param ratio fraction, 0 to 1; empty for a bare value in another unit and without cases
  /// @param standing against the target; null in the overall ranking
  public record Merit(OptionalDouble ratio, @Nullable Standing standing) {}

  /// An agency that may get a place.
  ///
  /// @param measure what is compared; null when there is a reason
  record Candidate<T>(Agency agency, @Nullable T measure, Merit merit, @Nullable Reason reason) {}

  /// Ranks by what is compared. Equal ones share a place, and the next place is as far down as if
  /// they had not.
  ///
  /// @param bestFirst orders measures
  /// @param before the ranking of the last period; null when there was none
  static <T> Ranking of(
      List<Candidate<T>> candidates, Comparator<T> bestFirst, @Nullable Ranking before) {
    List<Candidate<T>> inOrder = new ArrayList<>(candidates);
    inOrder.sort(
        Comparator.<Candidate<T>, @Nullable T>comparing(
                Candidate::measure, Comparator.nullsLast(bestFirst))
            .thenComparing(candidate -> candidate.agency().code()));
    Map<Level, Integer> sizes = new EnumMap<>(Level.class);
    candidates.forEach(each -> sizes.merge(each.agency().level(), 1, Integer::sum));
    Counter<T> all = new Counter<>(bestFirst);
    Map<Level, Counter<T>> byLevel = new EnumMap<>(Level.class);
    List<Row> rows = new ArrayList<>();
    for (Candidate<T> each : inOrder) {
      Level level = each.agency().level();
      Counter<T> own = byLevel.computeIfAbsent(level, _ -> new Counter<>(bestFirst));
      T measure = each.measure();
      Place place =
          measure == null
              ? null
              : new Place(all.place(measure), own.place(measure), sizes.getOrDefault(level, 0));
      Place was = before == null ? null : before.place(each.agency().code());
      Integer movement = place == null || was == null ? null : was.all() - place.all();
      rows.add(
          new Row(each.agency(), place, candidates.size(), each.merit(), movement, each.reason()));
    }
    return new Ranking(rows);
  }

  /// Gives places to measures that come the best first.
  private static final class Counter<T> {
    private final Comparator<T> order;
    private int seen;
    private int place;
    private @Nullable T last;

    Counter(Comparator<T> order) {
      this.order = order;
    }

    int place(T measure) {
      seen++;
      if (last == null || order.compare(last, measure) != 0) {
        place = seen;
        last = measure;
      }
      return place;
    }
  }

  /// The agency's row, or null when it owes nothing of this.
  public @Nullable Row row(AgencyCode agency) {
    for (Row row : rows) {
      if (row.agency().code().equals(agency)) {
        return row;
      }
    }
    return null;
  }

  private @Nullable Place place(AgencyCode agency) {
    Row row = row(agency);
    return row == null ? null : row.place();
  }
}
