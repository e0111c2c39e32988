package vn.congkhai.content;

import static java.nio.charset.StandardCharsets.UTF_8;

/// The formats in which a test posts the same rows, and what each calls a place in them. A place is
/// `ROW/COLUMN` or `ROW`, the first row being 0.
public enum Posted {
  JSON(Format.JSON, "application/json") {
    @Override
    public byte[] body(RowsOfFigures rows) {
      return rows.json().getBytes(UTF_8);
    }

    @Override
    String pointer(String place) {
      return place.endsWith("/agency") || place.endsWith("/note")
          ? "/" + column(place)
          : "/observations/" + place;
    }

    @Override
    String place(String place) {
      return "";
    }
  },
  CSV(Format.CSV, "text/csv; charset=utf-8") {
    @Override
    public byte[] body(RowsOfFigures rows) {
      return rows.csv().getBytes(UTF_8);
    }

    @Override
    String place(String place) {
      return column(place).isEmpty()
          ? "dòng " + line(place) + "/line " + line(place)
          : "dòng %d, cột %s/line %d, column %s"
              .formatted(line(place), column(place), line(place), column(place));
    }
  },
  XLSX(Format.XLSX, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet") {
    @Override
    public byte[] body(RowsOfFigures rows) {
      return rows.xlsx();
    }

    @Override
    String place(String place) {
      if (column(place).isEmpty()) {
        return CSV.place(place);
      }
      String cell = "ABCDEFG".charAt(FigureTable.COLUMNS.indexOf(column(place))) + "" + line(place);
      return "ô " + cell + "/cell " + cell;
    }
  };

  private final Format format;
  private final String type;

  Posted(Format format, String type) {
    this.format = format;
    this.type = type;
  }

  /// Its `Content-Type`.
  public String type() {
    return type;
  }

  /// The rows in this format.
  public abstract byte[] body(RowsOfFigures rows);

  Checked<RawSubmission> decode(byte[] body) {
    return format.decode(body);
  }

  /// What a problem there points to.
  String pointer(String place) {
    return "/" + line(place) + (column(place).isEmpty() ? "" : "/" + column(place));
  }

  /// The place in words, `VIETNAMESE/ENGLISH`; empty when the pointer is the place.
  abstract String place(String place);

  private static int line(String place) {
    return Integer.parseInt(place.split("/", -1)[0]) + 2;
  }

  private static String column(String place) {
    return place.contains("/") ? place.split("/", -1)[1] : "";
  }
}
