package vn.congkhai.sending;

import io.vertx.core.json.JsonObject;
import java.util.List;
import vn.congkhai.indicator.Text;

/// How the door took a parcel.
public sealed interface Verdict {
  /// It is stored, or, in a dry run, would be.
  ///
  /// @param receipt as the door gave it
  /// @param before whether it was stored before this time, so that nothing was added now
  /// @param warnings what is taken and said all the same
  record Taken(JsonObject receipt, boolean before, List<Remark> warnings) implements Verdict {
    public Taken {
      warnings = List.copyOf(warnings);
    }
  }

  /// It was not taken, and will not be unless something is changed.
  record Refused(Text why, List<Remark> problems) implements Verdict {
    public Refused {
      problems = List.copyOf(problems);
    }
  }

  /// Nobody answered in time. Nothing is lost: the same parcel may be sent again.
  record Unanswered(Text why) implements Verdict {}
}
