package vn.congkhai.catalogue;

import vn.congkhai.indicator.Province;
import vn.congkhai.indicator.Regime;

/// What `catalogue.yaml` says.
///
/// @param regime of every indicator that does not name its own
record CatalogueHead(
    String code, String version, Province province, int year, int acceptsFrom, Regime regime) {}
