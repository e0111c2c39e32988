/// What every page is set with: templates, the words of a language, and how Vietnam writes numbers,
/// dates and periods.
@NullMarked
@CheckReturnValue
package vn.congkhai.typeset;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
