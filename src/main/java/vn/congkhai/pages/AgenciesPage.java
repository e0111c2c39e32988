package vn.congkhai.pages;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import vn.congkhai.indicator.Agency;
import vn.congkhai.indicator.Level;
import vn.congkhai.pages.Views.Frame;
import vn.congkhai.pages.Views.Framed;
import vn.congkhai.pages.Views.Part;
import vn.congkhai.typeset.Alphabet;

/// `/board/agencies`: every agency by its name, for whoever looks for their own.
record AgenciesPage() implements Page {
  record View(Frame frame, Part<Agency> part, List<Group> groups) implements Framed {}

  /// Agencies of one level, by name.
  record Group(String level, List<Row> rows) {}

  record Row(String code, String name) {}

  @Override
  public String path() {
    return "/board/agencies";
  }

  @Override
  public boolean parted() {
    return true;
  }

  @Override
  public String template() {
    return "agencies";
  }

  @Override
  public View view(Drawing drawing) {
    List<Agency> all =
        drawing.catalogue().agencies().stream()
            .filter(drawing.board()::inForce)
            .sorted(Comparator.comparing(Agency::level).thenComparing(Agency::name, new Alphabet()))
            .toList();
    Part<Agency> part = drawing.part(path(), all, agency -> agency);
    return new View(
        drawing.frame(drawing.text("title-agencies"), path()), part, groups(drawing, part.rows()));
  }

  private static List<Group> groups(Drawing drawing, List<Agency> agencies) {
    List<Group> groups = new ArrayList<>();
    for (Level level : Level.values()) {
      List<Row> rows =
          agencies.stream()
              .filter(agency -> agency.level() == level)
              .map(agency -> new Row(agency.code().value(), agency.name()))
              .toList();
      if (!rows.isEmpty()) {
        groups.add(new Group(name(drawing, level), rows));
      }
    }
    return groups;
  }

  private static String name(Drawing drawing, Level level) {
    return switch (level) {
      case PROVINCE -> drawing.text("level-province");
      case DEPARTMENT -> drawing.text("level-department");
      case DISTRICT -> drawing.text("level-district");
      case COMMUNE -> drawing.text("level-commune");
    };
  }
}
