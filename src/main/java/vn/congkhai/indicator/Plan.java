package vn.congkhai.indicator;

/// A plan of the province.
///
/// @param number as printed, for example `1055/KH-UBND`; empty when the text has none
/// @param date as printed, because some plans leave the day open; empty when the text has none
/// @param note what is doubtful about number, date or text; empty when nothing is
public record Plan(
    PlanCode code,
    String number,
    String date,
    String issuer,
    String title,
    int year,
    String note) {}
