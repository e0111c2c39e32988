package vn.congkhai.form;

import vn.congkhai.indicator.Agency;
import vn.congkhai.indicator.Period;

/// Where in the form somebody is.
///
/// @param chosen whether the agency was chosen, by an administrator, and is not the visitor's own
record Place(Visitor visitor, Agency agency, boolean chosen, Period period) {
  /// The address of it.
  String path() {
    return "/form?period=" + period + (chosen ? "&agency=" + agency.code() : "");
  }

  /// The code of the agency where it must be told again; empty where it is known.
  String agencyField() {
    return chosen ? agency.code().value() : "";
  }
}
