package vn.congkhai.settings;

import java.nio.file.Path;

/// Certificate chain and private key, both PEM.
public record Tls(Path certificate, Path key) {}
