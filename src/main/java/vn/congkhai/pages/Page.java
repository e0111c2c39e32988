package vn.congkhai.pages;

/// A public page: what it is about, and how it becomes a view.
interface Page {
  /// Its address without a query. It also names the page among those that are kept.
  String path();

  /// Address of what a telephone shows of it.
  default String shared() {
    return path();
  }

  /// Whether it lists agencies, of which there may be so many that the list comes in parts.
  default boolean parted() {
    return false;
  }

  /// Name of its template.
  String template();

  /// What the template draws.
  Views.Framed view(Drawing drawing);
}
