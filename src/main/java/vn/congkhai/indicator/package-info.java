/// The words of the domain: agencies, indicators, plans, targets, periods, figures and how a figure
/// stands against a target. Pure values and functions of them.
///
/// Knows the JDK and nothing else: no file, no request, no database, no clock of its own.
@NullMarked
@CheckReturnValue
package vn.congkhai.indicator;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
