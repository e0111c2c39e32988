package vn.congkhai.access;

import java.time.Duration;

/// What a secret turned out to be.
public sealed interface Recognition {
  /// The token is valid.
  record Known(Caller caller) implements Recognition {}

  /// There is no such token, or no longer: which of it, nobody is told.
  record Unknown() implements Recognition {}

  /// The token is valid and was used too often.
  ///
  /// @param pause until it may be used again; more than nothing
  record TooOften(Duration pause) implements Recognition {}
}
