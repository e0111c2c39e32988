/// Who may do what: tokens of agencies and of administrators, how long they hold, how often they
/// may be used, and who tries to guess them.
///
/// Knows tokens, agencies' codes and where tokens are kept; nothing of what they are used for.
@NullMarked
@CheckReturnValue
package vn.congkhai.access;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
