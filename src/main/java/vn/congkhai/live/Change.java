package vn.congkhai.live;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.TreeSet;
import vn.congkhai.board.AgencyFigure;
import vn.congkhai.board.Board;
import vn.congkhai.http.Json;
import vn.congkhai.indicator.Agency;
import vn.congkhai.indicator.AgencyCode;
import vn.congkhai.indicator.IndicatorCode;

/// What is different on a board from an earlier one.
///
/// @param all everything may be: the lists are empty then
record Change(
    long version,
    Instant generatedAt,
    boolean all,
    Set<AgencyCode> agencies,
    Set<IndicatorCode> indicators) {
  Change {
    agencies = Set.copyOf(agencies);
    indicators = Set.copyOf(indicators);
  }

  /// Everything may be different: nobody knows what the reader had.
  static Change all(Board board) {
    return new Change(board.version(), board.generatedAt(), true, Set.of(), Set.of());
  }

  /// Nothing is different.
  static Change none(Board board) {
    return new Change(board.version(), board.generatedAt(), false, Set.of(), Set.of());
  }

  static Change between(Board before, Board now) {
    if (before.catalogue() != now.catalogue() || !before.today().equals(now.today())) {
      return all(now);
    }
    Set<AgencyCode> agencies = new LinkedHashSet<>();
    Set<IndicatorCode> indicators = new LinkedHashSet<>();
    for (Agency agency : now.catalogue().agencies()) {
      var old = before.figures(agency.code());
      var figures = now.figures(agency.code());
      for (int i = 0; i < figures.size(); i++) {
        AgencyFigure figure = figures.get(i);
        if (!figure.equals(old.get(i))) {
          agencies.add(agency.code());
          indicators.add(figure.indicator().code());
        }
      }
    }
    return new Change(now.version(), now.generatedAt(), false, agencies, indicators);
  }

  /// This change and a later one together.
  Change and(Change later) {
    if (all || later.all) {
      return new Change(later.version, later.generatedAt, true, Set.of(), Set.of());
    }
    Set<AgencyCode> bothAgencies = new LinkedHashSet<>(agencies);
    bothAgencies.addAll(later.agencies);
    Set<IndicatorCode> bothIndicators = new LinkedHashSet<>(indicators);
    bothIndicators.addAll(later.indicators);
    return new Change(later.version, later.generatedAt, false, bothAgencies, bothIndicators);
  }

  /// Whether the agency's own figures may be different. What others report may still move its place
  /// and the province's figures.
  boolean concerns(AgencyCode agency) {
    return all || agencies.contains(agency);
  }

  /// The event as it goes over the wire.
  ///
  /// @param now the service's clock, which a screen without one of its own goes by
  /// @param program version of the program, by which a page notices that it is an old one's
  String event(Instant now, String program) {
    String data =
        Json.object(
                json -> {
                  json.writeNumberField("version", version);
                  json.writeStringField("generatedAt", generatedAt.toString());
                  json.writeStringField("now", now.toString());
                  json.writeStringField("program", program);
                  json.writeBooleanField("all", all);
                  json.writeArrayFieldStart("agencies");
                  for (AgencyCode agency : new TreeSet<>(agencies)) {
                    json.writeString(agency.value());
                  }
                  json.writeEndArray();
                  json.writeArrayFieldStart("indicators");
                  for (IndicatorCode indicator : new TreeSet<>(indicators)) {
                    json.writeString(indicator.value());
                  }
                  json.writeEndArray();
                })
            .toString();
    return "event: board\nid: " + version + "\ndata: " + data + "\n\n";
  }
}
