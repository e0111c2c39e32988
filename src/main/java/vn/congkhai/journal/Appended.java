package vn.congkhai.journal;

/// What became of a draft.
public sealed interface Appended {
  /// It is on disk.
  record Stored(Link link) implements Appended {}

  /// Its key came with the same body before; nothing was stored now.
  record Repeated(Link link) implements Appended {}

  /// Its key came with another body before; nothing was stored.
  record KeyReused() implements Appended {}
}
