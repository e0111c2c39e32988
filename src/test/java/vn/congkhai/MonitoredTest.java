package vn.congkhai;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// A province of the demo under the eyes of a real Prometheus, for all tests of a class.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class MonitoredTest {
  MonitoredProvince province;

  @BeforeAll
  void open(@TempDir Path folder) throws Exception {
    assumeTrue(RealPrometheus.isInstalled(), "Prometheus is not installed");
    province = MonitoredProvince.open(folder);
  }

  @AfterAll
  void close() throws Exception {
    if (province != null) {
      province.close();
    }
  }
}
