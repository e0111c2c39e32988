package vn.congkhai.content;

/// A single value as it was sent, before anybody knows what it should be.
public sealed interface Cell {
  /// Not there, or null.
  record Absent() implements Cell {}

  /// A text.
  record Words(String text) implements Cell {}

  /// A number as written: sign, point and exponent included.
  record Digits(String text) implements Cell {}

  /// A list, an object, true or false.
  record Other() implements Cell {}

  default boolean present() {
    return !(this instanceof Absent);
  }
}
