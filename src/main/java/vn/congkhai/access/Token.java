package vn.congkhai.access;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A token as it is kept: everything but the secret.
///
/// @param prefix its first characters, to recognise it by; empty when they were not kept
/// @param replaces number of the token it was rotated from; null when it was not
public record Token(long id, Grant grant, String prefix, Life life, @Nullable Long replaces) {
  /// When what happened to it.
  ///
  /// @param expiresAt the first instant at which it is no longer taken; null when it does not
  ///   expire
  /// @param revokedAt null when it was not
  /// @param lastUsedAt to the minute or so; null when it never was
  public record Life(
      Instant createdAt,
      @Nullable Instant expiresAt,
      @Nullable Instant revokedAt,
      @Nullable Instant lastUsedAt) {
    boolean expired(Instant now) {
      return expiresAt != null && !now.isBefore(expiresAt);
    }

    /// `active`, `expired` or `revoked`.
    public String state(Instant now) {
      if (revokedAt != null) {
        return "revoked";
      }
      return expired(now) ? "expired" : "active";
    }
  }
}
