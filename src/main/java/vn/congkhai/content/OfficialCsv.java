package vn.congkhai.content;

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
import vn.congkhai.indicator.Agency;
import vn.congkhai.indicator.AgencyCode;
import vn.congkhai.indicator.Indicator;
import vn.congkhai.indicator.Measure;
import vn.congkhai.indicator.Period;
import vn.congkhai.indicator.Statement;
import vn.congkhai.indicator.Statement.OfficialFigure;

/// A CSV of figures that somebody else published: `agency,indicator,period,ratio,source,date`, with
/// commas or semicolons. Problems point to `/LINE/COLUMN`, lines counted as an editor counts them.
public final class OfficialCsv {
  private static final List<String> COLUMNS =
      List.of("agency", "indicator", "period", "ratio", "source", "date");
  private static final int LONGEST_SOURCE = 200;
  private static final int MOST_ROWS = 2000;
  private static final int FIRST_YEAR = 2000;

  private final Catalogue catalogue;
  private final LocalDate today;
  private final List<Problem> problems = new Problems();

  private OfficialCsv(Catalogue catalogue, LocalDate today) {
    this.catalogue = catalogue;
    this.today = today;
  }

  public static Checked<List<Statement>> read(byte[] body, Catalogue catalogue, LocalDate today) {
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
    for (String column : header.split(String.valueOf(separator))) {
      if (!COLUMNS.contains(column.strip())) {
        problems.add(
            Rule.UNKNOWN_FIELD.at(
                "/1", Texts.shortened(column.strip()), String.join(", ", COLUMNS)));
      }
    }
    Map<OfficialFigure.Day, Long> seen = new HashMap<>();
    List<Statement> figures = new ArrayList<>();
    long line = 1;
    try (CsvReader<NamedCsvRecord> rows =
        CsvReader.builder().fieldSeparator(separator).ofNamedCsvRecord(text)) {
      for (NamedCsvRecord row : rows) {
        line = row.getStartingLineNumber();
        if (figures.size() == MOST_ROWS || problems.size() == Problems.MOST) {
          problems.add(Rule.TOO_MANY.at("", MOST_ROWS));
          break;
        }
        OfficialFigure figure = figure(row);
        Long first = figure == null ? null : seen.putIfAbsent(figure.day(), line);
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

  private @Nullable OfficialFigure figure(NamedCsvRecord row) {
    AgencyCode about = about(row);
    Indicator indicator = indicator(row);
    Period period = period(row, indicator);
    requireOwed(row, about, indicator, period);
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
    boolean known = indicator != null && indicator.measure() == Measure.RATIO;
    if (code != null && !known) {
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
    PeriodCheck check = new PeriodCheck(problems, today, catalogue.closing());
    return check.check(new Cell.Words(text), pointer(row, "period"), indicator);
  }

  /// Beside a figure that the agency never has there is nothing to compare.
  private void requireOwed(
      NamedCsvRecord row,
      @Nullable AgencyCode about,
      @Nullable Indicator indicator,
      @Nullable Period period) {
    Agency agency = about == null ? null : catalogue.agency(about.value());
    if (agency == null || indicator == null || period == null) {
      return;
    }
    if (!indicator.owedBy(agency)) {
      problems.add(Rule.NOT_OWED.at(pointer(row, "indicator"), agency.name()));
    } else if (!agency.existsFor(period, indicator.regime())) {
      problems.add(Rule.AGENCY_NOT_IN_FORCE.at(pointer(row, "period"), agency.name(), period, "—"));
    }
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
        source == null ? null : Texts.lineProblem(pointer(row, "source"), source, LONGEST_SOURCE);
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
      if (day.getYear() < FIRST_YEAR) {
        problems.add(Rule.BAD_DATE.at(pointer(row, "date"), Texts.shortened(text)));
        return null;
      }
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
