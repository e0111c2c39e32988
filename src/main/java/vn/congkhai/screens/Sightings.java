package vn.congkhai.screens;

import java.util.List;

/// Knows which screens are connected to this replica and which were.
@FunctionalInterface
public interface Sightings {
  /// All that are remembered, in no order. Any thread.
  List<Sighting> sightings();
}
