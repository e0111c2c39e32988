package vn.congkhai;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import vn.congkhai.catalogue.Catalogue;
import vn.congkhai.demo.DemoClock;
import vn.congkhai.demo.Simulator;
import vn.congkhai.indicator.Cycle;
import vn.congkhai.indicator.Period;
import vn.congkhai.indicator.Regime;
import vn.congkhai.pages.Notice;
import vn.congkhai.settings.Settings;

/// `congkhai demo`: the whole service on a throw-away data folder with a province that never was.
@Command(
    name = "demo",
    description = {
      "Chạy thử với số liệu minh họa, xóa sạch khi dừng.",
      "Runs on illustrative data, which is deleted at the end."
    })
final class Demo implements Callable<Integer> {
  static final String CATALOGUE = "cao-bang-2026";

  @Option(
      names = "--seed",
      description = {"Số gieo; cùng số thì cùng số liệu.", "The same seed gives the same figures."})
  private long seed = 1055;

  @Override
  public Integer call() throws Exception {
    Settings asked = Start.settings(System.getenv(), Path.of(""));
    Catalogue catalogue = Start.catalogue(CATALOGUE);
    ThrowAwayFolder folder = ThrowAwayFolder.make("demo");
    Settings settings = asked.throwAway(folder.path(), CATALOGUE);
    Instant now = now(catalogue, asked.clockStart());
    DemoClock clock = new DemoClock(Clock.systemUTC(), startOfYear(catalogue));
    App app = App.start(settings, catalogue, clock, new Notice(true, asked.clockStart() != null));
    addresses(app, folder.path());
    Thread agencies =
        Thread.ofVirtual().name("agencies").start(() -> simulate(app, catalogue, clock, now));
    Start.untilStopped(() -> {
      agencies.interrupt();
      app.close();
      folder.close();
    });
    return 0;
  }

  private void simulate(App app, Catalogue catalogue, DemoClock clock, Instant now) {
    String door = "http://127.0.0.1:" + app.ports().agenciesPort();
    PrintStream out = System.err;
    boolean terminal = Terminal.attached();
    try {
      new Simulator(door, app.adminToken(), catalogue, clock, seed)
          .run(now, (sent, all) -> progress(out, terminal, sent, all));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (IOException e) {
      out.println("demo: " + e.getMessage());
    }
  }

  private static void progress(PrintStream out, boolean terminal, int sent, int all) {
    if (terminal && (sent % 20 == 0 || sent == all)) {
      out.printf("\rđang gửi báo cáo / sending reports: %d/%d", sent, all);
    }
    if (sent == all) {
      out.println(
          (terminal ? "\n" : "") + "đủ số liệu từ đầu năm / history since January is there");
    }
  }

  /// The real day when it lies in the catalogue's year, else one near its end.
  static Instant now(Catalogue catalogue, @Nullable Instant asked) {
    Instant now = asked == null ? Instant.now() : asked;
    Period year =
        Period.containing(LocalDate.ofInstant(now, Period.ZONE), Cycle.YEAR, Regime.ADMINISTRATIVE);
    return year.year() == catalogue.year()
        ? now
        : LocalDate.of(catalogue.year(), 11, 22)
            .atTime(LocalTime.of(9, 0))
            .atZone(Period.ZONE)
            .toInstant();
  }

  static Instant startOfYear(Catalogue catalogue) {
    return LocalDate.of(catalogue.year(), 1, 5).atStartOfDay(Period.ZONE).toInstant();
  }

  private static void addresses(App app, Path folder) {
    String shown = "http://localhost:" + app.ports().publicPort();
    List.of(
            "DỮ LIỆU MINH HỌA / ILLUSTRATIVE DATA",
            "  bảng toàn tỉnh / the province   " + shown + "/board",
            "  một phường / a ward             " + shown + "/board/agencies/cb-xa-01273",
            "  một chỉ tiêu / an indicator     " + shown + "/board/indicators/on-time-rate",
            "  dữ liệu mở / open data          " + shown + "/api/v1/board",
            "  cửa gửi số liệu / agencies      http://localhost:" + app.ports().agenciesPort(),
            "  Prometheus                      http://localhost:"
                + app.ports().managementPort()
                + "/metrics",
            "  thư mục dữ liệu / data folder   " + folder,
            "Ctrl-C để dừng và xóa sạch / to stop and delete everything")
        .forEach(System.out::println);
  }
}
