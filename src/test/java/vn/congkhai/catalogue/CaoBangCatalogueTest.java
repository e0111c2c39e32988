package vn.congkhai.catalogue;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.congkhai.indicator.Agency;
import vn.congkhai.indicator.Bound;
import vn.congkhai.indicator.Indicator;
import vn.congkhai.indicator.IndicatorCode;
import vn.congkhai.indicator.Level;
import vn.congkhai.indicator.PlanCode;
import vn.congkhai.indicator.Target;

class CaoBangCatalogueTest {
  private final Catalogue catalogue = Catalogues.caoBang();

  @Test
  void has_every_commune_with_its_official_code_and_the_departments_that_report() {
    var communes =
        catalogue.agencies().stream().filter(agency -> agency.level() == Level.COMMUNE).toList();

    assertThat(communes)
        .hasSize(56)
        .allMatch(agency -> agency.code().value().matches("cb-xa-\\d{5}"));
    assertThat(catalogue.agencies())
        .filteredOn(agency -> agency.validity().on(LocalDate.of(2026, 1, 1)))
        .hasSize(71);
    assertThat(catalogue.agency("cb-xa-01273"))
        .extracting(Agency::name)
        .isEqualTo("UBND phường Thục Phán");
  }

  @ParameterizedTest
  @CsvSource({
    "cao-bang-2026-online-services, 18",
    "cao-bang-2026-procedure-control, 15",
    "cao-bang-2026-administrative-reform, 23",
  })
  void has_every_target_of_the_three_plans(String plan, int targets) {
    assertThat(catalogue.targets().of(new PlanCode(plan)))
        .hasSize(targets)
        .allMatch(target -> !target.asPrinted().isBlank() && !target.scope().isBlank());
  }

  @ParameterizedTest
  @CsvSource({
    "online-dossier-rate, ABOVE, 60",
    "digitised-data-reuse-rate, ABOVE, 60",
    "online-payment-rate, AT_LEAST, 60",
    "on-time-rate, AT_LEAST, 97",
    "satisfaction-procedures, AT_LEAST, 95",
    "service-units-job-position-structure-rate, AT_LEAST, 95",
  })
  void the_strictest_target_is_effective(String indicator, Bound bound, String value) {
    Target effective =
        requireNonNull(
            catalogue.targets().effective(new IndicatorCode(indicator), LocalDate.of(2026, 6, 1)));

    assertThat(effective.bound()).isEqualTo(bound);
    assertThat(effective.value()).isEqualByComparingTo(value);
  }

  @Test
  void targets_that_disagree_are_all_kept() {
    assertThat(catalogue.targets().of(new IndicatorCode("online-payment-rate")))
        .extracting(target -> target.value().intValue())
        .containsExactly(60, 60, 55, 55);
  }

  @Test
  void every_indicator_is_owed_by_somebody_and_all_but_one_have_a_target() {
    assertThat(catalogue.indicators())
        .hasSize(36)
        .allMatch(indicator -> catalogue.agencies().stream().anyMatch(indicator::owedBy))
        .filteredOn(indicator -> catalogue.targets().of(indicator.code()).isEmpty())
        .extracting(Indicator::code)
        .containsExactly(new IndicatorCode("on-time-rate-in-term"));
  }
}
