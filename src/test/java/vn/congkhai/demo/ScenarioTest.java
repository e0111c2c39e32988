package vn.congkhai.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import vn.congkhai.catalogue.Catalogue;
import vn.congkhai.catalogue.Catalogues;
import vn.congkhai.indicator.AgencyCode;

class ScenarioTest {
  private static final Instant NOW = Instant.parse("2026-11-22T02:00:00Z");
  private static final Catalogue CATALOGUE = Catalogues.caoBang();

  private static List<Report> reports(long seed) {
    return new Scenario(CATALOGUE, new PlausibleFigures(CATALOGUE, seed), seed, NOW).reports();
  }

  @Test
  void the_same_seed_plays_the_same_province() {
    assertThat(reports(2026)).isEqualTo(reports(2026)).isNotEqualTo(reports(2027));
  }

  @Test
  void some_agencies_never_report_and_one_corrects_itself() {
    List<Report> reports = reports(2026);
    List<Report.Figures> figures =
        reports.stream()
            .filter(Report.Figures.class::isInstance)
            .map(Report.Figures.class::cast)
            .toList();
    Set<AgencyCode> reporting = new HashSet<>();
    figures.forEach(report -> reporting.add(report.agency()));

    assertThat(reporting).hasSizeBetween(60, 70);
    assertThat(figures).filteredOn(report -> !report.note().isEmpty()).hasSize(1);
    assertThat(reports).isSortedAccordingTo((a, b) -> a.sentAt().compareTo(b.sentAt()));
  }
}
