package vn.congkhai.pages;

import org.jspecify.annotations.Nullable;
import vn.congkhai.indicator.Language;
import vn.congkhai.indicator.QuietHours;

/// What holds for every page unless it is asked for otherwise.
///
/// @param language of a page when none is asked for
/// @param notice what every page must say besides its figures
/// @param quietHours when unattended screens rest; null when they never do
public record HouseRules(Language language, Notice notice, @Nullable QuietHours quietHours) {}
