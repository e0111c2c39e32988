package vn.congkhai.access;

import vn.congkhai.indicator.AgencyCode;

/// Whoever holds a valid token.
public sealed interface Caller {
  /// What the journal calls the caller by.
  String id();

  /// May do everything, for every agency.
  record Administrator() implements Caller {
    @Override
    public String id() {
      return "administrator";
    }
  }

  /// May send and read what is the agency's own.
  ///
  /// @param id number of the token
  record OfAgency(String id, AgencyCode agency) implements Caller {}

  /// Whether the caller may act for the agency.
  default boolean mayActFor(AgencyCode agency) {
    return switch (this) {
      case Administrator _ -> true;
      case OfAgency(_, AgencyCode own) -> own.equals(agency);
    };
  }
}
