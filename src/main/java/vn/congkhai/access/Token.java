package vn.congkhai.access;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vn.congkhai.indicator.AgencyCode;

/// A token as it is kept: everything but the secret.
///
/// @param label the administrator's words for it; may be empty
/// @param expiresAt null when it does not expire
public record Token(long id, AgencyCode agency, String label, @Nullable Instant expiresAt) {}
