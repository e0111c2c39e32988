package vn.congkhai.form;

import io.vertx.core.buffer.Buffer;
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

  /// What makes a form recognisable that is sent twice.
  ///
  /// @param key that the form was given; anything else than one of ours counts as none
  static Idempotency key(String key, Buffer content) {
    Hash hash = Hash.sha256(content.getBytes());
    return new Idempotency("form-" + (key.matches("[0-9a-f-]{36}") ? key : hash), hash);
  }
}
