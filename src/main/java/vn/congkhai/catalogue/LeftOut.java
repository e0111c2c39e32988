package vn.congkhai.catalogue;

import vn.congkhai.indicator.PlanCode;
import vn.congkhai.indicator.Text;

/// A phrase of a plan that looks like a target and sets no figure that could be measured. It is
/// told with the reason, so that nobody has to wonder whether it was forgotten.
///
/// @param indicator a name to speak of it by; no indicator of the catalogue
public record LeftOut(
    PlanCode plan, String location, String indicator, String asPrinted, Text reason) {}
