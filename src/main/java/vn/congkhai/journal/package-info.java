/// The journal: every accepted submission, appended for good, each chained to the one before by its
/// hash. Waiting submissions are committed together; an answer is given after the commit. The
/// journal is the only truth: all figures in memory are what reading it from the start gives.
///
/// Knows submissions, SQL and hashes; not what a figure means, nor who may send one.
@NullMarked
@CheckReturnValue
package vn.congkhai.journal;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
