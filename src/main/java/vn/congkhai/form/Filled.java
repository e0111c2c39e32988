package vn.congkhai.form;

/// The form with what stands in its cells.
///
/// @param typed as it is shown
record Filled(Place place, Worksheet sheet, Typed typed, Judged judged) {}
