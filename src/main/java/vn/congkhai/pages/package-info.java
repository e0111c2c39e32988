/// The public pages: view records, and pages that are drawn once a version and sent as bytes.
///
/// Knows boards; decides nothing about figures.
@NullMarked
@CheckReturnValue
package vn.congkhai.pages;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
