/// A PostgreSQL that works: an embedded server with durable settings, or any external one; its
/// schema brought up to date; a pool of connections.
///
/// Knows servers, addresses and migrations; no agency, no figure, no word of the business.
@NullMarked
@CheckReturnValue
package vn.congkhai.postgres;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
