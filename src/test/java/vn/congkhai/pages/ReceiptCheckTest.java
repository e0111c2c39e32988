package vn.congkhai.pages;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import vn.congkhai.journal.Hash;
import vn.congkhai.journal.Row;

class ReceiptCheckTest {
  private static final Hash HASH = Hash.GENESIS.then("as it was sent");

  private static ReceiptCheck check(String content) {
    return requireNonNull(
        ReceiptCheck.of(HASH.toString(), new Row(1, content, HASH), Hash.GENESIS));
  }

  @Test
  void a_hash_whose_content_was_changed_behind_it_does_not_fit() {
    assertThat(check("as it was sent").outcome()).isEqualTo(ReceiptCheck.Outcome.MATCH);

    ReceiptCheck changed = check("as somebody wished it");

    assertThat(changed.outcome()).isEqualTo(ReceiptCheck.Outcome.CHANGED);
    assertThat(changed.outcome().code()).isEqualTo("mismatch");
    assertThat(changed.same()).isEqualTo(64);
  }
}
