package vn.congkhai.pages;

/// What every page must say besides its figures.
///
/// @param illustrative the figures are made up
/// @param rehearsal the clock does not show the real time
public record Notice(boolean illustrative, boolean rehearsal) {
  public static final Notice NONE = new Notice(false, false);
}
