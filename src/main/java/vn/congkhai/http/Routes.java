package vn.congkhai.http;

import io.vertx.ext.web.Router;

/// What a room serves at a door.
@FunctionalInterface
public interface Routes {
  void addTo(Router router);
}
