package vn.congkhai.settings;

import java.nio.file.Path;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vn.congkhai.indicator.Language;
import vn.congkhai.indicator.QuietHours;

/// Everything an operator has set.
///
/// @param publicUrl address to print; null to take it from the request
/// @param tls null to speak plain HTTP
/// @param database null to run the embedded one
/// @param adminToken null to generate one into the data folder
/// @param client what commands that talk to a service as an agency need
/// @param clockStart instant from which the clock runs; null for the real time
/// @param maxBodyBytes larger request bodies are refused
/// @param tokenRequestsPerSecond how often each token may be used, on each replica
/// @param quietHours at which unattended screens without hours of their own rest; null for none
public record Settings(
    Door publicDoor,
    Door agenciesDoor,
    Door managementDoor,
    @Nullable String publicUrl,
    @Nullable Tls tls,
    Path dataDir,
    @Nullable DatabaseAddress database,
    String catalogue,
    @Nullable Secret adminToken,
    Client client,
    @Nullable Instant clockStart,
    Language language,
    int maxBodyBytes,
    int tokenRequestsPerSecond,
    @Nullable QuietHours quietHours) {
  /// The same doors and language over an embedded database in a folder of its own.
  public Settings throwAway(Path folder, String catalogueName) {
    return new Settings(
        publicDoor,
        agenciesDoor,
        managementDoor,
        publicUrl,
        tls,
        folder,
        null,
        catalogueName,
        null,
        client,
        clockStart,
        language,
        maxBodyBytes,
        tokenRequestsPerSecond,
        quietHours);
  }
}
