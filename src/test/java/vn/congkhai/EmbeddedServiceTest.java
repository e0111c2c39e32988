package vn.congkhai;

import java.nio.file.Path;

class EmbeddedServiceTest extends ServiceContract {
  @Override
  Service open(Path folder) throws Exception {
    return Service.start(folder);
  }
}
