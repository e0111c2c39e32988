package vn.congkhai.indicator;

import org.jspecify.annotations.Nullable;

/// A plan of the province.
///
/// @param number as printed, for example `1055/KH-UBND`; empty when the text has none
/// @param date null when the text has none
/// @param note what is doubtful about number, date or text; null when nothing is
public record Plan(
    PlanCode code,
    String number,
    @Nullable PlanDate date,
    String issuer,
    String title,
    int year,
    @Nullable Text note) {}
