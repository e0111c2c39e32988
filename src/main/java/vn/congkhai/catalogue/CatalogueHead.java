package vn.congkhai.catalogue;

import java.util.List;
import vn.congkhai.indicator.Period;
import vn.congkhai.indicator.Province;
import vn.congkhai.indicator.Regime;
import vn.congkhai.indicator.Text;

/// What `catalogue.yaml` says.
///
/// @param regime of every indicator that does not name its own
/// @param dutiesFrom the month from which reports are asked for
/// @param gaps what the catalogue lacks or only assumes
record CatalogueHead(
    String code,
    String version,
    Province province,
    int year,
    Closing closing,
    Regime regime,
    Period dutiesFrom,
    RankingRules ranking,
    List<Text> gaps) {
  CatalogueHead {
    gaps = List.copyOf(gaps);
  }

  /// Stands in while the file cannot be read, so that the others are checked all the same.
  static final Regime USUAL_REGIME = Regime.ADMINISTRATIVE;

  static final int USUAL_YEAR = 2026;
}
