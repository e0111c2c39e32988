package vn.congkhai.journal;

/// What makes a repeated request recognisable.
///
/// @param key the sender's, 1 to 255 characters; one agency's keys are its own
/// @param body SHA-256 of the request's body
public record Idempotency(String key, Hash body) {}
