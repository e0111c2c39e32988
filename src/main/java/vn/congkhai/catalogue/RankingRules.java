package vn.congkhai.catalogue;

import java.math.BigDecimal;

/// What an agency must have before it gets a place.
///
/// @param coverageFloor share of the figures that most others have reported, 0 to 1
/// @param minimumCases denominator of the year to date
public record RankingRules(BigDecimal coverageFloor, long minimumCases) {}
