package vn.congkhai.indicator;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A page of the public board that a screen may show, by its address: `/board`, `/board/ranking`,
/// `/board/duties`, `/board/agencies/CODE`, `/board/indicators/CODE` or `/board/plans/CODE`.
///
/// @param code of the agency, indicator or plan; empty for the pages of the whole province
public record BoardAddress(Subject subject, String code) {
  /// Every shape such an address has.
  public static final List<String> SHAPES =
      List.of(
          "/board",
          "/board/ranking",
          "/board/duties",
          "/board/agencies/CODE",
          "/board/indicators/CODE",
          "/board/plans/CODE");

  /// The overview of the province.
  public static final BoardAddress PROVINCE = new BoardAddress(Subject.PROVINCE, "");

  public static final BoardAddress RANKING = new BoardAddress(Subject.RANKING, "");

  /// What the page is about.
  public enum Subject {
    PROVINCE("/board"),
    RANKING("/board/ranking"),
    DUTIES("/board/duties"),
    AGENCY("/board/agencies/"),
    INDICATOR("/board/indicators/"),
    PLAN("/board/plans/");

    private final String address;

    Subject(String address) {
      this.address = address;
    }

    private boolean named() {
      return address.endsWith("/");
    }
  }

  public BoardAddress {
    if (subject.named() ? !Codes.wellFormed(code) : !code.isEmpty()) {
      throw new IllegalArgumentException("no page of the board: " + subject + " " + code);
    }
  }

  /// The page of an agency.
  public static BoardAddress of(AgencyCode agency) {
    return new BoardAddress(Subject.AGENCY, agency.value());
  }

  /// The page with that address, or null when the text is the address of none.
  public static @Nullable BoardAddress parse(String text) {
    for (Subject subject : Subject.values()) {
      if (text.startsWith(subject.address)) {
        String code = text.substring(subject.address.length());
        if (subject.named() ? Codes.wellFormed(code) : code.isEmpty()) {
          return new BoardAddress(subject, code);
        }
      }
    }
    return null;
  }

  /// The address, without host and parameters.
  @Override
  public String toString() {
    return subject.address + code;
  }
}
