package vn.congkhai.settings;

import org.jspecify.annotations.Nullable;

/// How an agency's own machine reaches the service.
///
/// @param url of the agencies' door, without a slash at its end; null when none is set
/// @param token of the agency; null when none is set
public record Client(@Nullable String url, @Nullable Secret token) {}
