package vn.congkhai.content;

import java.io.IOException;
import java.io.InputStream;
import java.util.Collections;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.jspecify.annotations.Nullable;
import vn.congkhai.indicator.Text;

/// Looks through a workbook before the library opens it, which believes what it reads: how large it
/// gets when it is unpacked, how far to the right a cell lies, which of the shared texts it wants.
final class WorkbookGuard {
  /// What all parts may unpack to: four times a sheet of 5,000 figures.
  static final int LARGEST = 8 << 20;

  static final Text TOO_LARGE =
      new Text(
          "giải nén ra quá lớn; hãy chép riêng bảng số liệu sang một tệp mới",
          "it unpacks to more than it may; copy the table of figures alone into a new file");
  static final Text BROKEN = new Text("tệp bị hỏng", "the file is broken");
  private static final Text OLD =
      new Text(
          "đây là tệp .xls cũ hoặc tệp có mật khẩu; hãy lưu lại thành .xlsx, không mật khẩu",
          "it is an old .xls or has a password; save it as .xlsx, without a password");
  private static final Text OTHER = new Text("đây không phải tệp .xlsx", "it is no .xlsx file");

  private static final int MOST_PARTS = 200;
  private static final int OLE2 = 0xD0CF11E0;
  private static final int ZIP = 0x504B0304;

  private final WorkbookMarkup markup = new WorkbookMarkup();
  private final Set<String> names = new HashSet<>();
  private int unpacked;

  private WorkbookGuard() {}

  /// Why the workbook must not be opened, or null.
  static @Nullable Text danger(byte[] body) {
    int signature = signature(body);
    if (signature != ZIP) {
      return signature == OLE2 ? OLD : OTHER;
    }
    WorkbookGuard guard = new WorkbookGuard();
    try (ZipFile zip =
        ZipFile.builder().setSeekableByteChannel(new SeekableInMemoryByteChannel(body)).get()) {
      if (zip.getEntry(WorkbookMarkup.CONTENT_TYPES) == null) {
        return OTHER;
      }
      for (ZipArchiveEntry part : Collections.list(zip.getEntries())) {
        Text danger = guard.danger(zip, part);
        if (danger != null) {
          return danger;
        }
      }
      return guard.markup.dangerOfAll();
    } catch (IOException | RuntimeException e) {
      return BROKEN;
    }
  }

  private static int signature(byte[] body) {
    int signature = 0;
    for (int i = 0; i < 4; i++) {
      signature = signature << 8 | (i < body.length ? body[i] & 0xFF : 0);
    }
    return signature;
  }

  private @Nullable Text danger(ZipFile zip, ZipArchiveEntry part) throws IOException {
    if (!names.add(part.getName().toLowerCase(Locale.ROOT))) {
      return BROKEN;
    }
    if (names.size() > MOST_PARTS) {
      return TOO_LARGE;
    }
    byte[] bytes;
    try (InputStream stream = zip.getInputStream(part)) {
      bytes = stream.readNBytes(LARGEST - unpacked + 1);
    }
    unpacked += bytes.length;
    return unpacked > LARGEST ? TOO_LARGE : markup.danger(part.getName(), bytes);
  }
}
