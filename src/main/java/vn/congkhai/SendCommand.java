package vn.congkhai;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import vn.congkhai.sending.Delivery;
import vn.congkhai.sending.DoorAddress;
import vn.congkhai.sending.Given;
import vn.congkhai.sending.Line;
import vn.congkhai.sending.Parcel;
import vn.congkhai.sending.Patience;
import vn.congkhai.settings.Secret;
import vn.congkhai.settings.Settings;

/// `congkhai send`: brings files of figures to the service, for whoever has a token of an agency.
@Command(
    name = "send",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Gửi tệp số liệu (.csv, .xlsx, .json) của một cơ quan: kiểm tra trước, gửi lại khi đường"
          + " truyền đứt, không bao giờ lưu hai lần.",
      "Sends an agency's files of figures: checks them first, tries again while the line is down,"
          + " never stores one twice.",
      "",
      "Mã truy cập đọc từ biến môi trường CONGKHAI_TOKEN. / The token is read from CONGKHAI_TOKEN.",
      ""
    },
    footer = {
      "",
      "Cùng nội dung thì cùng khóa: chạy lại lúc nào cũng được và chỉ nhận lại biên nhận cũ. Nếu"
          + " sau đó đã đính chính bằng tệp khác mà nay muốn tệp này có hiệu lực trở lại, dùng"
          + " --again.",
      "The same content has the same key: run it again at any time and only the first receipt comes"
          + " back. When another file has corrected it since and this one shall count again, use"
          + " --again.",
      "",
      "Kết thúc / ends with: 0 đã lưu / stored; 1 chưa / not; 2 sai cách dùng / wrong usage."
    })
final class SendCommand implements Callable<Integer> {
  private static final int WRONG_USAGE = 2;
  private static final long MOST_BYTES = 64L << 20;

  private final Map<String, String> environment;
  private final Path folder;
  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(
      arity = "1..*",
      paramLabel = "FILE",
      description = {"Tệp .csv, .xlsx hoặc .json.", "A file; its name says what it holds."})
  private List<Path> files = new ArrayList<>();

  @Option(
      names = "--url",
      paramLabel = "URL",
      description = {
        "Cửa cơ quan, ví dụ https://host:8081; không có thì CONGKHAI_URL, rồi dịch vụ trên máy này.",
        "The agencies' door; else CONGKHAI_URL, else the service on this machine."
      })
  private @Nullable String url;

  @Option(
      names = "--agency",
      paramLabel = "CODE",
      description = {"Cơ quan, khi tệp không ghi.", "The agency, where the file names none."})
  private @Nullable String agency;

  @Option(
      names = "--period",
      paramLabel = "PERIOD",
      description = {
        "Kỳ, khi dòng không ghi, ví dụ 2026-10.",
        "The period of figures that name none."
      })
  private @Nullable String period;

  @Option(
      names = "--note",
      paramLabel = "TEXT",
      description = {"Ghi chú, khi tệp không có.", "A note, where the file has none."})
  private @Nullable String note;

  @Option(
      names = "--dry-run",
      description = {"Chỉ kiểm tra, không lưu gì.", "Only checks; nothing is stored."})
  private boolean dryRun;

  @Option(
      names = "--again",
      description = {
        "Lưu thêm một lần nữa dù nội dung này đã gửi.",
        "Stores it once more though this content was sent before."
      })
  private boolean again;

  @Option(
      names = "--occasion",
      paramLabel = "WORD",
      description = {
        "Chạy lại một lần --again bị ngắt, với từ mà lần ấy đã in.",
        "Resumes an --again that was cut off, by the word that it printed."
      })
  private @Nullable String occasion;

  @Option(
      names = "--give-up-after",
      paramLabel = "TIME",
      defaultValue = "10m",
      converter = SendCommand.Span.class,
      description = {
        "Thôi thử sau chừng ấy: 30s, 10m, 2h (mặc định ${DEFAULT-VALUE}).",
        "Stops trying after that long."
      })
  private Duration giveUpAfter = Duration.ZERO;

  SendCommand() {
    this(System.getenv(), Path.of(""));
  }

  /// @param folder where `congkhai.properties` may lie
  SendCommand(Map<String, String> environment, Path folder) {
    this.environment = environment;
    this.folder = folder;
  }

  /// A whole number with its unit.
  static final class Span implements picocli.CommandLine.ITypeConverter<Duration> {
    @Override
    public Duration convert(String text) {
      if (!text.matches("[1-9]\\d{0,4}[smh]")) {
        throw new picocli.CommandLine.TypeConversionException(
            "ví dụ / for example 30s, 10m, 2h, not “" + text + "”");
      }
      return Duration.parse("PT" + text);
    }
  }

  @Override
  public Integer call() throws Exception {
    Settings settings = Start.settings(environment, folder);
    Secret token = settings.client().token();
    URI door = DoorAddress.parse(url == null ? door(settings) : url);
    if (token == null) {
      return wrong("thiếu CONGKHAI_TOKEN: mã truy cập của cơ quan / the agency's token is missing");
    }
    if (door == null) {
      return wrong((url == null ? "CONGKHAI_URL" : "--url") + ": " + DoorAddress.SHAPE);
    }
    List<Parcel> parcels = new ArrayList<>();
    String wrong = read(parcels);
    if (wrong != null) {
      return wrong(wrong);
    }
    var report = new SendReport(spec.commandLine().getOut(), err(), door.toString(), word());
    var patience = new Patience(giveUpAfter, System::nanoTime, new SecureRandom(), Thread::sleep);
    var delivery = new Delivery(new Line(door, token, patience, report), report);
    return dryRun
        ? report.untilDone(() -> SendRun.check(parcels, delivery, report))
        : report.untilDone(() -> SendRun.send(parcels, delivery, report));
  }

  /// What tells this sending apart from others of the same content; empty when nothing shall.
  private String word() {
    if (occasion != null) {
      return occasion;
    }
    byte[] random = new byte[8];
    new SecureRandom().nextBytes(random);
    return again ? HexFormat.of().formatHex(random) : "";
  }

  private PrintWriter err() {
    return spec.commandLine().getErr();
  }

  private int wrong(String why) {
    err().println(why);
    err().flush();
    return WRONG_USAGE;
  }

  private static String door(Settings settings) {
    String set = settings.client().url();
    if (set != null) {
      return set;
    }
    int port = settings.agenciesDoor().port();
    try {
      port = DataFolder.readPorts(settings.dataDir()).agenciesPort();
    } catch (IOException | RuntimeException e) {
      // no service has written down its ports here; it may listen on the usual one
    }
    return "http://127.0.0.1:" + port;
  }

  /// Reads all files.
  ///
  /// @return why they cannot be sent, or null
  private @Nullable String read(List<Parcel> parcels) {
    long bytes = 0;
    Given given = new Given(agency, period, note);
    for (Path file : files) {
      String type = Parcel.typeOf(file);
      if (type == null) {
        return file + ": tên tệp phải kết thúc bằng / the name must end in .csv, .xlsx, .json";
      }
      try {
        if (!Files.isRegularFile(file)) {
          return "không có tệp / no such file: " + file;
        }
        bytes += Files.size(file);
        if (bytes > MOST_BYTES) {
          return file + ": quá lớn; hãy chia nhỏ / too large; send it in parts";
        }
        parcels.add(Parcel.read(file, type, given));
      } catch (IOException e) {
        return file + ": không đọc được / cannot be read";
      }
    }
    return null;
  }
}
