package vn.congkhai.sending;

import io.vertx.core.json.JsonObject;
import vn.congkhai.indicator.Text;

/// What came of asking the door.
sealed interface Asked {
  /// It answered, whatever it was.
  ///
  /// @param body empty when the answer was no JSON
  record Answered(int status, JsonObject body) implements Asked {}

  /// There was no answer of a door's. Whether the parcel arrived is not known.
  record Unanswered(Text why) implements Asked {}
}
