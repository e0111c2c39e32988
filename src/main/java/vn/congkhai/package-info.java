/// Commands, and the one place where the rooms meet.
@NullMarked
@CheckReturnValue
package vn.congkhai;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
