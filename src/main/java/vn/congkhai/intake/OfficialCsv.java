package vn.congkhai.intake;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.congkhai.catalogue.Catalogue;
import vn.congkhai.http.Problem;
import vn.congkhai.indicator.AgencyCode;
import vn.congkhai.indicator.Indicator;
import vn.congkhai.indicator.IndicatorCode;
import vn.congkhai.indicator.Period;
import vn.congkhai.indicator.Statement;
import vn.congkhai.indicator.Statement.OfficialFigure;

/// A CSV of figures that somebody else published: `agency,indicator,period,ratio,source,date`, with
/// commas or semicolons. Problems point to `/LINE/COLUMN`, lines counted as an editor counts them.
final class OfficialCsv {
  private static final List<String> COLUMNS =
      List.of("agency", "indicator", "period", "ratio", "source", "date");
  private static final int LONGEST_SOURCE = 200;

  private final Catalogue catalogue;
  private final LocalDate today;
  private final List<Problem> problems = new ArrayList<>();

  private OfficialCsv(Catalogue catalogue, LocalDate today) {
    this.catalogue = catalogue;
    this.today = today;
  }

  static Checked<List<Statement>> read(byte[] body, Catalogue catalogue, LocalDate today) {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
      return new OfficialCsv(catalogue, today)
          .read(text.startsWith("\uFEFF") ? text.substring(1) : text);
    } catch (CharacterCodingException e) {
      return new Checked.Invalid<>(List.of(Rule.WRONG_ENCODING.at("")));
    }
  }

  private Checked<List<Statement>> read(String text) {
    String header = text.lines().findFirst().orElse("");
    char separator = header.contains(";") ? ';' : ',';
    Map<Place, Long> seen = new HashMap<>();
    List<Statement> figures = new ArrayList<>();
    long line = 1;
    try (CsvReader<NamedCsvRecord> rows =
        CsvReader.builder().fieldSeparator(separator).ofNamedCsvRecord(text)) {
      for (NamedCsvRecord row : rows) {
        line = row.getStartingLineNumber();
        OfficialFigure figure = figure(row);
        Long first = figure == null ? null : seen.putIfAbsent(Place.of(figure), line);
        if (first != null) {
          problems.add(Rule.DUPLICATE.at("/" + line, "/" + first));
        } else if (figure != null) {
          figures.add(figure);
        }
      }
    } catch (IOException | CsvParseException | IllegalArgumentException e) {
      problems.add(Rule.NOT_CSV.at("/" + line, line));
    }
    if (figures.isEmpty() && problems.isEmpty()) {
      problems.add(Rule.MISSING_FIELD.at("", String.join(",", COLUMNS)));
    }
    return problems.isEmpty() ? new Checked.Valid<>(figures) : new Checked.Invalid<>(problems);
  }

  /// What a source says once a day.
  private record Place(
      AgencyCode about, IndicatorCode indicator, Period period, String source, LocalDate asOf) {
    static Place of(OfficialFigure figure) {
      return new Place(
          figure.about(), figure.indicator(), figure.period(), figure.source(), figure.asOf());
    }
  }

  private @Nullable OfficialFigure figure(NamedCsvRecord row) {
    AgencyCode about = about(row);
    Indicator indicator = indicator(row);
    Period period = period(row, indicator);
    BigDecimal ratio = ratio(row);
    String source = source(row);
    LocalDate asOf = asOf(row);
    return about == null
            || indicator == null
            || period == null
            || ratio == null
            || source == null
            || asOf == null
        ? null
        : new OfficialFigure(about, indicator.code(), period, ratio, source, asOf);
  }

  private static String pointer(NamedCsvRecord row, String column) {
    return "/" + row.getStartingLineNumber() + "/" + column;
  }

  /// The cell, or null and a problem when it is missing or empty.
  private @Nullable String cell(NamedCsvRecord row, String column) {
    String cell = row.findField(column).orElse("").strip();
    if (cell.isEmpty()) {
      problems.add(Rule.MISSING_FIELD.at(pointer(row, column), column));
      return null;
    }
    return cell;
  }

  private @Nullable AgencyCode about(NamedCsvRecord row) {
    String code = cell(row, "agency");
    if (code == null) {
      return null;
    }
    if (code.equals(catalogue.province().code()) || catalogue.agency(code) != null) {
      return new AgencyCode(code);
    }
    problems.add(Rule.UNKNOWN_AGENCY.at(pointer(row, "agency"), Texts.shortened(code)));
    return null;
  }

  private @Nullable Indicator indicator(NamedCsvRecord row) {
    String code = cell(row, "indicator");
    Indicator indicator = code == null ? null : catalogue.indicator(code);
    if (code != null && (indicator == null || !indicator.percent())) {
      problems.add(Rule.UNKNOWN_INDICATOR.at(pointer(row, "indicator"), Texts.shortened(code)));
      return null;
    }
    return indicator;
  }

  private @Nullable Period period(NamedCsvRecord row, @Nullable Indicator indicator) {
    String text = cell(row, "period");
    if (text == null) {
      return null;
    }
    PeriodCheck check = new PeriodCheck(problems, today, catalogue.acceptsFrom());
    return check.check(new Cell.Words(text), pointer(row, "period"), indicator);
  }

  /// A share (0.978) or a percentage with its sign (97,8%).
  private @Nullable BigDecimal ratio(NamedCsvRecord row) {
    String text = cell(row, "ratio");
    if (text == null) {
      return null;
    }
    boolean percent = text.endsWith("%");
    String digits = percent ? text.substring(0, text.length() - 1).strip() : text;
    BigDecimal ratio =
        Numbers.read(digits.replace(',', '.')) instanceof Numbers.Read.Decimal(BigDecimal number)
            ? percent ? number.movePointLeft(2) : number
            : null;
    if (ratio == null || ratio.compareTo(BigDecimal.ONE) > 0) {
      problems.add(Rule.NOT_A_SHARE.at(pointer(row, "ratio")));
      return null;
    }
    return ratio.stripTrailingZeros();
  }

  private @Nullable String source(NamedCsvRecord row) {
    String source = cell(row, "source");
    Problem problem =
        source == null ? null : Texts.problem(pointer(row, "source"), source, LONGEST_SOURCE);
    if (problem != null) {
      problems.add(problem);
      return null;
    }
    return source;
  }

  private @Nullable LocalDate asOf(NamedCsvRecord row) {
    String text = cell(row, "date");
    if (text == null) {
      return null;
    }
    try {
      LocalDate day = LocalDate.parse(text);
      if (!day.isAfter(today)) {
        return day;
      }
      problems.add(Rule.FUTURE_DATE.at(pointer(row, "date"), day));
    } catch (DateTimeException e) {
      problems.add(Rule.BAD_DATE.at(pointer(row, "date"), Texts.shortened(text)));
    }
    return null;
  }
}
