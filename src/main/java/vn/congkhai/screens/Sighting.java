package vn.congkhai.screens;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vn.congkhai.indicator.ScreenName;

/// What is known of a screen that was connected at some time since this program started.
///
/// @param lines open ones; several when several screens go by one name
/// @param connectedAt when it came on, the last time
/// @param lastSeen when it last took or said something
/// @param darkSince when its last line closed; null while one is open
/// @param address where its newest line comes from; a proxy's when there is one in between
/// @param drawn version of the board that it drew last; null when it has not said
/// @param program version of the program whose page it runs; null when it has not said
/// @param page path of that page; null when it has not said
public record Sighting(
    ScreenName name,
    int lines,
    Instant connectedAt,
    Instant lastSeen,
    @Nullable Instant darkSince,
    String address,
    @Nullable Long drawn,
    @Nullable String program,
    @Nullable String page) {}
