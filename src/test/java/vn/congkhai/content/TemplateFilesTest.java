package vn.congkhai.content;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Sheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.congkhai.catalogue.Catalogue;
import vn.congkhai.catalogue.Catalogues;
import vn.congkhai.indicator.Figure;
import vn.congkhai.indicator.Indicator;
import vn.congkhai.indicator.Period;

class TemplateFilesTest {
  private static final Catalogue CATALOGUE = Catalogues.caoBang();
  private static final Period OCTOBER = requireNonNull(Period.parse("2026-10"));

  @TempDir Path folder;

  private static Template template(String name, Figure figure) {
    String code = figure instanceof Figure.Ratio ? "on-time-rate" : "satisfaction-procedures";
    Indicator indicator = requireNonNull(CATALOGUE.indicator(code));
    return new Template(
        requireNonNull(CATALOGUE.agency("cb-xa-01273")),
        OCTOBER,
        List.of(new Template.Row(OCTOBER, indicator, name, figure, "2026-09: 3/4")));
  }

  private Map<String, String> parts(byte[] workbook) throws Exception {
    Map<String, String> parts = new HashMap<>();
    Path file = Files.write(folder.resolve("template.xlsx"), workbook);
    try (FileSystem zip = FileSystems.newFileSystem(file);
        Stream<Path> paths = Files.walk(zip.getPath("/"))) {
      for (Path part : paths.filter(Files::isRegularFile).toList()) {
        parts.put(part.toString(), Files.readString(part));
      }
    }
    return parts;
  }

  @ParameterizedTest
  @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\t=1"})
  void a_name_is_never_a_formula(String name) throws Exception {
    Template template = template(name, new Figure.Ratio(3, 4));

    assertThat(new String(TemplateCsv.write(template), UTF_8)).contains(";'" + name.charAt(0));
    assertThat(parts(TemplateXlsx.write(template)).values())
        .noneMatch(part -> part.contains("<f>") || part.contains("<f "));
  }

  @ParameterizedTest
  @ValueSource(strings = {"96.4", "0", "100", "99.9999999999", "123456789012.1234567891"})
  void a_published_value_comes_back_as_it_stands(String amount) {
    Template template = template("x", new Figure.Value(new BigDecimal(amount)));

    for (var read :
        List.of(
            CsvDecoder.decode(TemplateCsv.write(template)),
            XlsxDecoder.decode(TemplateXlsx.write(template)))) {
      assertThat(read)
          .isInstanceOfSatisfying(
              Checked.Valid.class,
              valid -> {
                var raw = ((RawSubmission) valid.value()).observations().getFirst();
                assertThat(raw.value())
                    .isInstanceOfSatisfying(
                        Cell.Digits.class,
                        digits ->
                            assertThat(new BigDecimal(digits.text())).isEqualByComparingTo(amount));
                assertThat(raw.numerator().present()).isFalse();
              });
    }
  }

  @Test
  void a_workbook_keeps_its_head_in_sight_and_says_how_to_fill_it_in() throws Exception {
    byte[] workbook = TemplateXlsx.write(template("x", new Figure.Ratio(3, 4)));
    Map<String, String> parts = parts(workbook);

    assertThat(parts.get("/xl/worksheets/sheet1.xml"))
        .contains("ySplit=\"1\"", "state=\"frozen\"", "<v>3</v>", "<v>4</v>");
    assertThat(parts.get("/xl/styles.xml")).contains("FFF7D6", "D9D9D9");
    try (ReadableWorkbook read = new ReadableWorkbook(new ByteArrayInputStream(workbook))) {
      assertThat(read.getSheets().map(Sheet::getName)).containsExactly("Số liệu", "Hướng dẫn");
      assertThat(read.getSheet(1).orElseThrow().read())
          .extracting(row -> row.getCellText(0))
          .contains("Cách điền", "How to fill it in");
    }
  }
}
