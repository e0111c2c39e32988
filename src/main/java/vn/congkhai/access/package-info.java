/// Who may send what: tokens of agencies and of the administrator.
///
/// Knows tokens, agencies' codes and where tokens are kept; nothing of what they are used for.
@NullMarked
@CheckReturnValue
package vn.congkhai.access;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
