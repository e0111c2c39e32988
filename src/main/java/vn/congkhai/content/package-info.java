/// What agencies send, before anybody believed it: read from JSON, CSV or a workbook, and held to
/// rules that each have a name and a row in `Rule`; and the templates that they fill in.
///
/// Knows formats, rules and the catalogue; nothing of requests, nor of how the journal stores.
@NullMarked
@CheckReturnValue
package vn.congkhai.content;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
