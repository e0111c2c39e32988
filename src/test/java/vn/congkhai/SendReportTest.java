package vn.congkhai;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/// What is said as the process ends, which takes a process that ends.
class SendReportTest {
  /// A sending that breaks by an exception, or is cut off.
  static final class Sending {
    private Sending() {}

    public static void main(String[] arguments) throws Exception {
      PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
      SendReport report = new SendReport(err, err, "http://127.0.0.1:1", "");
      try {
        var _ = report.untilDone(() -> sent(arguments[0]));
      } catch (IllegalStateException e) {
        err.println("told elsewhere");
      }
    }

    private static int sent(String end) {
      if (end.equals("cut off")) {
        System.exit(1);
      }
      throw new IllegalStateException(end);
    }
  }

  private static String ended(String how) throws Exception {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    String classes = System.getProperty("java.class.path");
    Process process =
        new ProcessBuilder(java, "-cp", classes, Sending.class.getName(), how)
            .redirectErrorStream(true)
            .start();
    String told = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
    return told;
  }

  @Test
  void a_sending_that_is_cut_off_says_how_to_go_on() throws Exception {
    assertThat(ended("cut off")).contains("Stopped; nothing was sent.");
  }

  @Test
  void a_sending_that_failed_is_not_called_stopped_as_well() throws Exception {
    assertThat(ended("failed")).contains("told elsewhere").doesNotContain("Stopped");
  }
}
