package vn.congkhai.intake;

import org.jspecify.annotations.Nullable;
import vn.congkhai.access.Caller;
import vn.congkhai.board.Board;
import vn.congkhai.catalogue.Catalogue;
import vn.congkhai.http.Failure;
import vn.congkhai.indicator.Agency;
import vn.congkhai.indicator.AgencyCode;
import vn.congkhai.indicator.Period;

/// What a request is about, by its parameters `agency` and `period`.
public final class Asked {
  private Asked() {}

  /// The caller's own agency; an administrator names one.
  ///
  /// @throws Failure of kind `FORBIDDEN` when another agency is named, whether it exists or not
  public static Agency agency(Caller caller, @Nullable String named, Catalogue catalogue) {
    String code =
        switch (caller) {
          case Caller.Administrator _ -> named;
          case Caller.OfAgency(_, AgencyCode own) -> own(own, named);
          case Caller.ReadOnly(_, AgencyCode own) -> own(own, named);
        };
    if (code == null) {
      throw new Failure(
          Failure.Kind.MALFORMED, "Hãy nêu cơ quan: “?agency=…”.", "Name the agency: “?agency=…”.");
    }
    Agency agency = catalogue.agency(code);
    if (agency == null) {
      throw new Failure(
          Failure.Kind.NOT_FOUND, "Không có cơ quan này.", "There is no such agency.");
    }
    return agency;
  }

  private static String own(AgencyCode own, @Nullable String named) {
    if (named != null && !named.equals(own.value())) {
      throw new Failure(
          Failure.Kind.FORBIDDEN,
          "Mã truy cập này chỉ dùng được cho " + own + ".",
          "This token is only good for " + own + ".");
    }
    return own.value();
  }

  /// The period that is named, or the newest month that has ended; null when none is named and
  /// nothing is owed yet.
  public static @Nullable Period period(Board board, @Nullable String named) {
    if (named == null) {
      return board.duties().newestEnded();
    }
    Period period = Period.parse(named.strip());
    if (period == null) {
      throw new Failure(
          Failure.Kind.MALFORMED,
          "“period” phải là kỳ báo cáo, ví dụ 2026-10, 2026-Q4.",
          "“period” must be a period, for example 2026-10, 2026-Q4.");
    }
    return period;
  }
}
