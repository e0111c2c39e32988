package vn.congkhai.settings;

/// Where a door listens.
///
/// @param port 0 for any free one
public record Door(String host, int port) {}
