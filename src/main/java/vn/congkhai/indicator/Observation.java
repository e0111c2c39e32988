package vn.congkhai.indicator;

/// One figure of one indicator for one period (SDMX's term).
public record Observation(IndicatorCode indicator, Period period, Figure figure) {}
