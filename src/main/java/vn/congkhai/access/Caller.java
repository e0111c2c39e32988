package vn.congkhai.access;

import vn.congkhai.indicator.AgencyCode;

/// Whoever holds a valid token.
public sealed interface Caller {
  /// What the journal calls the caller by: the token's number, or `administrator` for the token of
  /// the settings.
  String id();

  /// May do everything, for every agency.
  record Administrator(String id) implements Caller {
    /// Whoever holds the token of the settings.
    public static final Administrator OF_SETTINGS = new Administrator("administrator");
  }

  /// May send and read what is the agency's own.
  record OfAgency(String id, AgencyCode agency) implements Caller {}

  /// May read what is the agency's own, and send nothing.
  record ReadOnly(String id, AgencyCode agency) implements Caller {}

  /// Whether the caller may send for the agency.
  default boolean mayActFor(AgencyCode agency) {
    return switch (this) {
      case Administrator _ -> true;
      case OfAgency(_, AgencyCode own) -> own.equals(agency);
      case ReadOnly _ -> false;
    };
  }

  /// Whether the caller may see what is the agency's own.
  default boolean mayRead(AgencyCode agency) {
    return switch (this) {
      case Administrator _ -> true;
      case OfAgency(_, AgencyCode own) -> own.equals(agency);
      case ReadOnly(_, AgencyCode own) -> own.equals(agency);
    };
  }
}
