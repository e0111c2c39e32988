package vn.congkhai.pages;

import java.util.List;

/// What an unattended screen shows by turns.
///
/// @param screen name of the screen; empty when nobody gave it one
/// @param pages at least one
/// @param seconds that a screenful stays
/// @param quietHours when the screen is dark, as `22:00-05:00`; empty when never
record Reel(String screen, List<Page> pages, int seconds, String quietHours) {
  Reel {
    pages = List.copyOf(pages);
  }
}
