/// What an operator may set, read once at the start. Unknown names and malformed values are all
/// reported together; a secret is never echoed.
///
/// Knows the JDK and the words `Language` and `Text`; nothing of what the settings are used for.
@NullMarked
@CheckReturnValue
package vn.congkhai.settings;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
