/// The clerk's form: what an agency owes for a period, typed in or sent as a file, with the same
/// rules and the same journal as the API. Every page is complete without JavaScript.
@NullMarked
@CheckReturnValue
package vn.congkhai.form;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
