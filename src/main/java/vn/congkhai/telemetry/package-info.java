/// Everything Prometheus: the published figures as gauges and the service's own counters. The only
/// room that imports Micrometer.
///
/// Knows the board and the events that other rooms name; nothing of requests.
@NullMarked
@CheckReturnValue
package vn.congkhai.telemetry;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
