package vn.congkhai;

import java.nio.file.Path;
import vn.congkhai.postgres.EmbeddedServer;

class ExternalServiceTest extends ServiceContract {
  private EmbeddedServer server = new EmbeddedServer(Path.of("unused"));

  @Override
  Service open(Path folder) throws Exception {
    server = new EmbeddedServer(folder.resolve("server"));
    return Service.start(folder.resolve("service"), server.start());
  }

  @Override
  void closeDatabase() throws Exception {
    server.stop();
  }
}
