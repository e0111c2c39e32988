package vn.congkhai.opendata;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CsvTest {
  private static Csv.Table table() {
    return new Csv.Table(
        List.of("name", "value"),
        Stream.of(List.of("Hồ sơ, kết quả", "0.5"), List.of("a \"b\"\nc", "")));
  }

  @Test
  void commas_quotes_and_line_ends_stay_inside_their_cell() {
    assertThat(Csv.of(table(), false).toString())
        .isEqualTo("name,value\r\n\"Hồ sơ, kết quả\",0.5\r\n\"a \"\"b\"\"\nc\",\r\n");
  }

  @Test
  void every_line_of_made_up_figures_says_so() {
    assertThat(Csv.of(table(), true).toString())
        .isEqualTo(
            "name,value,illustrative\r\n\"Hồ sơ, kết quả\",0.5,true\r\n\"a \"\"b\"\"\nc\",,true\r\n");
  }

  @Test
  void a_small_number_has_no_exponent() {
    assertThat(Csv.number(OptionalDouble.of(1.0e-7))).isEqualTo("0.00000010");
    assertThat(Csv.number(OptionalDouble.of(2 / 3.0))).isEqualTo("0.6666666666666666");
    assertThat(Csv.number(OptionalDouble.empty())).isEmpty();
  }
}
