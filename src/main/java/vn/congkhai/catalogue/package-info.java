/// Reads and checks a catalogue: who reports, what is reported, which plans set which targets. The
/// files are CSV and YAML that a civil servant edits; every problem is told with file and line.
///
/// Knows the domain's words and the file formats; never a request, a database or a page.
@NullMarked
@CheckReturnValue
package vn.congkhai.catalogue;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
