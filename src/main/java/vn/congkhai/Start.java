package vn.congkhai;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.congkhai.catalogue.Catalogue;
import vn.congkhai.catalogue.CatalogueFolder;
import vn.congkhai.catalogue.CatalogueReader;
import vn.congkhai.settings.Settings;
import vn.congkhai.settings.SettingsReader;

/// What every start of a service begins and ends with.
final class Start {
  private static final Logger LOG = LoggerFactory.getLogger(Start.class);

  private Start() {}

  /// Why a command cannot do its work, in lines for its user.
  static final class Refused extends Exception {
    private final transient List<String> lines;

    Refused(List<String> lines) {
      super(String.join("\n", lines));
      this.lines = List.copyOf(lines);
    }

    List<String> lines() {
      return lines;
    }
  }

  static Settings settings(Map<String, String> environment, Path folder) throws Refused {
    return switch (SettingsReader.read(environment, folder)) {
      case SettingsReader.Reading.Sound(Settings settings) -> settings;
      case SettingsReader.Reading.Faulty(var problems) ->
          throw new Refused(
              problems.stream().map(problem -> problem.vi() + " / " + problem.en()).toList());
    };
  }

  static Catalogue catalogue(String nameOrFolder) throws Refused {
    CatalogueFolder folder = CatalogueFolder.named(nameOrFolder);
    if (folder == null) {
      throw new Refused(
          List.of(
              "CONGKHAI_CATALOGUE: không có danh mục hay thư mục “"
                  + nameOrFolder
                  + "” / no catalogue or folder of that name"));
    }
    return switch (CatalogueReader.read(folder)) {
      case CatalogueReader.Reading.Sound(Catalogue catalogue) -> catalogue;
      case CatalogueReader.Reading.Faulty(var problems) ->
          throw new Refused(problems.stream().map(Object::toString).toList());
    };
  }

  /// Waits until the process is asked to end, and closes the service then.
  static void untilStopped(AutoCloseable app) throws InterruptedException {
    CountDownLatch closed = new CountDownLatch(1);
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  try {
                    app.close();
                  } catch (Exception e) {
                    LOG.error("service.close-failed", e);
                  }
                  closed.countDown();
                },
                "shutdown"));
    closed.await();
  }
}
