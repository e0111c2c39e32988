/// What dashboards read in the database beside the figures: the names that the catalogue gives to
/// codes.
@NullMarked
package vn.congkhai.history;

import org.jspecify.annotations.NullMarked;
