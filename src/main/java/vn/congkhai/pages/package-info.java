/// The public pages: view records, templates that are compiled once, and pages that are drawn once
/// a version and sent as bytes.
///
/// Knows boards and how Vietnam writes numbers, dates and periods; decides nothing about figures.
@NullMarked
@CheckReturnValue
package vn.congkhai.pages;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
