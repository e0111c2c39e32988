package vn.congkhai.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// When two agencies have one name. Tones are written in two places (Hòa, Hoà) and letters in two
/// encodings (NFC, NFD); both happen within one list of communes.
class AgencyNamesTest {
  @TempDir Path folder;

  private static String row(String code, String name) {
    return code + ",commune,\"" + name + "\",A,,,,";
  }

  @ParameterizedTest
  @CsvSource({
    "UBND xã Hòa An,     NFC, cb-xa-01654",
    "UBND xã Hoà An,     NFC, cb-xa-01654",
    "UBND xã Hòa An,     NFD, cb-xa-01654",
    "UBND xã Hoà An,     NFD, cb-xa-01654",
    "ubnd Xã HÒA  AN,    NFC, cb-xa-01654",
    "UBND xã Phục Hoà,   NFD, cb-xa-01648",
    "UBND xã Đàm Thuỷ,   NFC, cb-xa-01501",
    "UBND xã Nguyễn Huệ, NFD, cb-xa-01699",
    "'Sở Văn hoá, Thể thao và Du lịch', NFC, cb-so-van-hoa-the-thao-va-du-lich",
  })
  void a_name_that_is_only_spelt_otherwise_is_taken(String name, Normalizer.Form form, String other)
      throws IOException {
    EditedCatalogue catalogue = EditedCatalogue.in(folder);
    String spelt = Normalizer.normalize(name, form);
    String place = catalogue.change("agencies.csv", "{→" + row("cb-xa-99999", spelt) + "}");

    catalogue.assertOneProblem(place, "“" + other + "”");
  }

  @ParameterizedTest
  @CsvSource({
    "UBND xã Văn Lang,  UBND xã Văn Lăng",
    "UBND xã Đồng Hỷ,   UBND xã Đông Hỷ",
    "UBND xã Hoa An,    UBND xã Hóa An",
    "UBND xã Đinh Hóa,  UBND xã Định Hóa",
    "UBND xã Dương,     UBND xã Đương",
    "UBND xã Tân Lập,   UBND phường Tân Lập",
  })
  void names_that_differ_in_a_letter_or_a_tone_are_two(String one, String other)
      throws IOException {
    for (Normalizer.Form form : List.of(Normalizer.Form.NFC, Normalizer.Form.NFD)) {
      EditedCatalogue catalogue = EditedCatalogue.in(Files.createTempDirectory(folder, "copy"));
      String second = row("cb-xa-99999", Normalizer.normalize(other, form));
      var _ = catalogue.change("agencies.csv", "{→" + row("cb-xa-99998", one) + "⏎" + second + "}");

      assertThat(catalogue.problems()).isEmpty();
    }
  }
}
