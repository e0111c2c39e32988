package vn.congkhai;

import io.vertx.core.Vertx;
import java.time.Clock;
import vn.congkhai.pages.Notice;
import vn.congkhai.settings.Settings;
import vn.congkhai.telemetry.Telemetry;

/// What every part of the service stands on.
///
/// @param notice what every page must say besides the figures
record Ground(Vertx vertx, Settings settings, Clock clock, Notice notice, Telemetry telemetry) {}
