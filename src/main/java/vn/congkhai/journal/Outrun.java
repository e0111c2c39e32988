package vn.congkhai.journal;

/// Another replica has taken the number first. Nothing was stored.
final class Outrun extends RuntimeException {
  Outrun() {
    super("another replica was faster", null, false, false);
  }
}
