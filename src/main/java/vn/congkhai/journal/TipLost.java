package vn.congkhai.journal;

/// The newest submission that this process knows is not in the database any more, or not with its
/// hash: somebody set the database back or changed it.
final class TipLost extends RuntimeException {
  TipLost(Tip tip) {
    super(
        "submission " + tip.number() + " is no longer in the database as it was",
        null,
        false,
        false);
  }
}
