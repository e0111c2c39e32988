package vn.congkhai.form;

import io.vertx.core.buffer.Buffer;
import org.jspecify.annotations.Nullable;
import vn.congkhai.content.JsonEncoder;
import vn.congkhai.indicator.Draft;
import vn.congkhai.journal.Hash;
import vn.congkhai.journal.Idempotency;

/// What is sent, as the API would take it: the same figures have the same content, however they
/// were typed.
final class Content {
  private Content() {}

  static Buffer json(Draft draft) {
    return JsonEncoder.encode(draft.agency(), draft.note(), draft.observations());
  }

  /// What makes a form recognisable that is sent twice; null when the key is none of ours.
  static @Nullable Idempotency key(String key, Buffer content) {
    return key.matches("[0-9a-f-]{36}")
        ? new Idempotency("form-" + key, Hash.sha256(content.getBytes()))
        : null;
  }
}
