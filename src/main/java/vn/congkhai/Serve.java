package vn.congkhai;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import vn.congkhai.catalogue.Catalogue;
import vn.congkhai.pages.Notice;
import vn.congkhai.settings.Settings;

/// `congkhai serve`.
@Command(
    name = "serve",
    description = {"Chạy dịch vụ.", "Runs the service."})
final class Serve implements Callable<Integer> {
  @Override
  public Integer call() throws Exception {
    Settings settings = Start.settings(System.getenv(), Path.of(""));
    Catalogue catalogue = Start.catalogue(settings.catalogue());
    Notice notice = new Notice(false, settings.clockStart() != null);
    App app = App.start(settings, catalogue, clock(settings.clockStart()), notice);
    Start.untilStopped(app);
    return 0;
  }

  private static Clock clock(@Nullable Instant start) {
    Clock real = Clock.systemUTC();
    return start == null ? real : Clock.offset(real, Duration.between(real.instant(), start));
  }
}
