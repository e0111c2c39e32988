package vn.congkhai.opendata;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.congkhai.catalogue.Catalogue;
import vn.congkhai.http.Failure;
import vn.congkhai.indicator.Agency;
import vn.congkhai.indicator.Indicator;
import vn.congkhai.indicator.Period;
import vn.congkhai.indicator.Text;

/// Which observations are asked for. Null stands for no restriction.
///
/// @param period exactly this one
/// @param from no period that ends before the first month of this one
/// @param to no period that ends after the last month of this one
/// @param after only what comes after that one
/// @param limit 1 to [#MOST]
/// @param format as it was asked for by parameter; empty when it was not
record ObservationsQuery(
    @Nullable Agency agency,
    @Nullable Indicator indicator,
    @Nullable Period period,
    @Nullable Period from,
    @Nullable Period to,
    @Nullable Key after,
    int limit,
    String format) {
  static final String PATH = "/api/v1/observations";
  static final int MOST = 10_000;
  private static final int USUAL = 1000;
  private static final List<String> NAMES =
      List.of("agency", "indicator", "period", "from", "to", "limit", "after", "format");
  private static final Text A_KEY =
      new Text(
          "không phải chỗ tiếp theo của một trang ở đây; hãy hỏi lại từ trang đầu",
          "is not where a page of this board goes on; ask for the first page again");

  /// Names an observation: where a page ends, and the next one goes on. It holds however many
  /// figures arrive in between.
  record Key(Agency agency, Indicator indicator, Period period) {
    private static @Nullable Key parse(String text, Catalogue catalogue) {
      String[] parts = text.split("/", -1);
      if (parts.length != 3) {
        return null;
      }
      Agency agency = catalogue.agency(parts[0]);
      Indicator indicator = catalogue.indicator(parts[1]);
      Period period = Period.parse(parts[2]);
      return agency == null || indicator == null || period == null
          ? null
          : new Key(agency, indicator, period);
    }

    @Override
    public String toString() {
      return agency.code() + "/" + indicator.code() + "/" + period;
    }
  }

  /// @throws Failure when the parameters are malformed, or name what the catalogue does not have
  static ObservationsQuery of(Parameters parameters, Catalogue catalogue) {
    parameters.only(NAMES);
    Period period = parameters.period("period");
    Period from = parameters.period("from");
    Period to = parameters.period("to");
    if (from != null && to != null && from.firstMonth().isAfter(to.lastMonth())) {
      parameters.refuse(
          "from", "after-to", new Text("bắt đầu sau khi “to” kết thúc", "begins after “to” ends"));
    }
    Key after = parameters.read("after", text -> Key.parse(text, catalogue), A_KEY);
    int limit = (int) parameters.number("limit", USUAL, 1, MOST);
    String agency = parameters.text("agency");
    String indicator = parameters.text("indicator");
    String format = parameters.text("format");
    parameters.check();
    return new ObservationsQuery(
        agency == null ? null : Known.agency(catalogue, agency),
        indicator == null ? null : Known.indicator(catalogue, indicator),
        period,
        from,
        to,
        after,
        limit,
        format == null ? "" : format);
  }

  /// Whether figures of the period are asked for. A period counts where it ends, so that ranges
  /// that follow each other give each figure once.
  boolean wants(Period candidate) {
    return (period == null || period.equals(candidate))
        && (from == null || !candidate.lastMonth().isBefore(from.firstMonth()))
        && (to == null || !candidate.lastMonth().isAfter(to.lastMonth()));
  }

  /// Address of the page that goes on after the observation. All of it is codes and digits, so
  /// nothing needs an escape.
  String next(Key last) {
    StringBuilder address = new StringBuilder(PATH).append('?');
    append(address, "agency", agency == null ? null : agency.code());
    append(address, "indicator", indicator == null ? null : indicator.code());
    append(address, "period", period);
    append(address, "from", from);
    append(address, "to", to);
    append(address, "format", format.isEmpty() ? null : format);
    return address.append("limit=").append(limit).append("&after=").append(last).toString();
  }

  private static void append(StringBuilder address, String name, @Nullable Object value) {
    if (value != null) {
      address.append(name).append('=').append(value).append('&');
    }
  }
}
