package vn.congkhai.journal;

/// An end of the chain: the number and hash of a submission; 0 and zeros before the first.
record Tip(long number, Hash hash) {
  static final Tip START = new Tip(0, Hash.GENESIS);

  boolean isOf(Row row) {
    return row.number() == number && row.hash().equals(hash);
  }
}
