package vn.congkhai.opendata;

import vn.congkhai.catalogue.Catalogue;
import vn.congkhai.http.Failure;
import vn.congkhai.indicator.Agency;
import vn.congkhai.indicator.Indicator;
import vn.congkhai.indicator.Plan;

/// What the catalogue has under a code that somebody asked for; a [Failure] when there is nothing.
final class Known {
  private static final int LONGEST_NAMED = 64;

  private Known() {}

  static Agency agency(Catalogue catalogue, String code) {
    Agency agency = catalogue.agency(code);
    if (agency == null) {
      throw missing("cơ quan", "agency", code, "/api/v1/agencies");
    }
    return agency;
  }

  static Indicator indicator(Catalogue catalogue, String code) {
    Indicator indicator = catalogue.indicator(code);
    if (indicator == null) {
      throw missing("chỉ tiêu", "indicator", code, "/api/v1/indicators");
    }
    return indicator;
  }

  static Plan plan(Catalogue catalogue, String code) {
    Plan plan = catalogue.plan(code);
    if (plan == null) {
      throw missing("kế hoạch", "plan", code, "/api/v1/plans");
    }
    return plan;
  }

  private static Failure missing(String vi, String en, String code, String list) {
    String named = code.length() <= LONGEST_NAMED ? code : code.substring(0, LONGEST_NAMED) + "…";
    return new Failure(
        Failure.Kind.NOT_FOUND,
        "Không có " + vi + " “" + named + "”; các mã ở " + list + ".",
        "There is no " + en + " “" + named + "”; the codes are at " + list + ".");
  }
}
