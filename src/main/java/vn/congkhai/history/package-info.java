/// What dashboards read in the database: the figures of the journal as tables, and what the
/// catalogue calls their codes.
@NullMarked
package vn.congkhai.history;

import org.jspecify.annotations.NullMarked;
