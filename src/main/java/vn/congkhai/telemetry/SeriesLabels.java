package vn.congkhai.telemetry;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.util.stream.Collectors.joining;

import io.prometheus.metrics.model.snapshots.Labels;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import vn.congkhai.catalogue.Catalogue;
import vn.congkhai.indicator.Agency;
import vn.congkhai.indicator.AgencyCode;
import vn.congkhai.indicator.Indicator;
import vn.congkhai.indicator.IndicatorCode;
import vn.congkhai.indicator.Level;

/// The labels of a catalogue's series: a dozen gauges share each set and every scrape needs all, so
/// they are made once for a catalogue. Those of figures are there as they are written,
/// `{agency="…",…` up to the closing brace. Immutable.
final class SeriesLabels {
  private final Catalogue catalogue;
  private final Labels province;
  private final Map<IndicatorCode, byte[]> rollUps = new HashMap<>();
  private final Map<IndicatorCode, String> units = new HashMap<>();
  private final Map<AgencyCode, Labels> agencies = new HashMap<>();
  private final Map<AgencyCode, Map<IndicatorCode, byte[]>> figures = new HashMap<>();

  SeriesLabels(Catalogue catalogue) {
    this.catalogue = catalogue;
    this.province = labels(Level.PROVINCE, catalogue.province().code());
    for (Indicator indicator : catalogue.indicators()) {
      rollUps.put(indicator.code(), with(province, indicator));
      units.put(indicator.code(), plain(indicator));
    }
    for (Agency agency : catalogue.agencies()) {
      Labels own = labels(agency.level(), agency.code().value());
      Map<IndicatorCode, byte[]> owed = new HashMap<>();
      for (Indicator indicator : catalogue.owedBy(agency.code())) {
        owed.put(indicator.code(), with(own, indicator));
      }
      agencies.put(agency.code(), own);
      figures.put(agency.code(), owed);
    }
  }

  boolean areOf(Catalogue other) {
    return catalogue.equals(other);
  }

  /// `province`, `level` and `agency` of the province as a whole.
  Labels province() {
    return province;
  }

  /// Those and `indicator`.
  byte[] province(Indicator indicator) {
    byte[] made = rollUps.get(indicator.code());
    return made == null ? with(province, indicator) : made;
  }

  /// `province`, `level` and `agency`.
  Labels agency(Agency agency) {
    Labels made = agencies.get(agency.code());
    return made == null ? labels(agency.level(), agency.code().value()) : made;
  }

  /// Those and `indicator`.
  byte[] figure(Agency agency, Indicator indicator) {
    byte[] made = figures.getOrDefault(agency.code(), Map.of()).get(indicator.code());
    return made == null ? with(agency(agency), indicator) : made;
  }

  /// Value of the label `unit`.
  String unit(Indicator indicator) {
    String made = units.get(indicator.code());
    return made == null ? plain(indicator) : made;
  }

  /// `percent`, or the unit's name in plain letters: label values are codes.
  private static String plain(Indicator indicator) {
    if (indicator.percent()) {
      return "percent";
    }
    String plain = Normalizer.normalize(indicator.unit().vi(), Normalizer.Form.NFD);
    return plain
        .replaceAll("\\p{M}+", "")
        .toLowerCase(Locale.ROOT)
        .replace('đ', 'd')
        .replaceAll("[^a-z0-9]+", "-");
  }

  private Labels labels(Level level, String agency) {
    return Labels.of(
        "province", catalogue.province().code(), "level", level.code(), "agency", agency);
  }

  /// By name, as others write them too. Codes need no escaping.
  private static byte[] with(Labels labels, Indicator indicator) {
    return labels.add("indicator", indicator.code().value()).stream()
        .map(label -> label.getName() + "=\"" + label.getValue() + "\"")
        .collect(joining(",", "{", ""))
        .getBytes(US_ASCII);
  }
}
