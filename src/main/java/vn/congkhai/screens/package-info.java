/// What the named screens show: playlists of the catalogue, and those that the administrator set
/// without touching it.
///
/// Knows playlists and where they are kept; nothing of connections, pages or requests.
@NullMarked
@CheckReturnValue
package vn.congkhai.screens;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
