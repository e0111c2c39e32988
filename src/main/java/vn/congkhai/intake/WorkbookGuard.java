package vn.congkhai.intake;

import com.fasterxml.aalto.stax.InputFactoryImpl;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Collections;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.jspecify.annotations.Nullable;
import vn.congkhai.indicator.Text;

/// Looks through a workbook before the library opens it, which believes what it reads: how large it
/// gets when it is unpacked, how far to the right a cell lies, which of the shared texts it wants.
final class WorkbookGuard {
  private static final long LARGEST = 16L << 20;
  private static final int MOST_PARTS = 200;
  private static final int MOST_ARRAY_FORMULAS = 200;
  private static final Pattern ADDRESS = Pattern.compile("[A-Z]{1,3}[1-9]\\d{0,6}");
  private static final Text TOO_LARGE =
      new Text("giải nén ra quá lớn", "it unpacks to more than it may");
  private static final Text DECLARES =
      new Text("có khai báo DOCTYPE", "it declares a document type");
  private static final Text BROKEN = new Text("tệp bị hỏng", "the file is broken");
  private static final XMLInputFactory XML = xml();

  private long unpacked;
  private int sharedTexts;
  private int wantedText = -1;
  private int arrayFormulas;
  private boolean inSharedText;

  private WorkbookGuard() {}

  private static XMLInputFactory xml() {
    XMLInputFactory factory = new InputFactoryImpl();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    return factory;
  }

  /// Why the workbook must not be opened, or null.
  static @Nullable Text danger(byte[] body) {
    WorkbookGuard guard = new WorkbookGuard();
    try (ZipFile zip =
        ZipFile.builder().setSeekableByteChannel(new SeekableInMemoryByteChannel(body)).get()) {
      int parts = 0;
      for (ZipArchiveEntry part : Collections.list(zip.getEntries())) {
        Text danger = ++parts > MOST_PARTS ? TOO_LARGE : guard.danger(zip, part);
        if (danger != null) {
          return danger;
        }
      }
      boolean lost = guard.wantedText >= guard.sharedTexts;
      return lost || guard.arrayFormulas > MOST_ARRAY_FORMULAS ? BROKEN : null;
    } catch (IOException | XMLStreamException | RuntimeException e) {
      return BROKEN;
    }
  }

  private @Nullable Text danger(ZipFile zip, ZipArchiveEntry part)
      throws IOException, XMLStreamException {
    byte[] bytes;
    try (InputStream stream = zip.getInputStream(part)) {
      bytes = stream.readNBytes((int) (LARGEST - unpacked) + 1);
    }
    unpacked += bytes.length;
    if (unpacked > LARGEST) {
      return TOO_LARGE;
    }
    return markup(bytes) ? dangerOfMarkup(bytes) : null;
  }

  /// Whether the part is XML: it begins with `<`, or with the mark of a wide encoding.
  private static boolean markup(byte[] bytes) {
    if (bytes.length < 2) {
      return false;
    }
    int first = bytes[0] & 0xFF;
    return first == '<' || first == 0xEF || first == 0xFE || first == 0xFF || first <= ' ';
  }

  private @Nullable Text dangerOfMarkup(byte[] bytes) throws XMLStreamException {
    XMLStreamReader part = XML.createXMLStreamReader(new ByteArrayInputStream(bytes));
    while (part.hasNext()) {
      int event = part.next();
      if (event == XMLStreamConstants.DTD) {
        return DECLARES;
      }
      if (event == XMLStreamConstants.START_ELEMENT) {
        Text danger = dangerOfElement(part);
        if (danger != null) {
          return danger;
        }
      }
    }
    return null;
  }

  private @Nullable Text dangerOfElement(XMLStreamReader element) throws XMLStreamException {
    switch (element.getLocalName()) {
      case "si" -> sharedTexts++;
      case "f" -> arrayFormulas += "array".equals(element.getAttributeValue(null, "t")) ? 1 : 0;
      case "c" -> {
        String address = element.getAttributeValue(null, "r");
        inSharedText = "s".equals(element.getAttributeValue(null, "t"));
        return address == null || ADDRESS.matcher(address).matches() ? null : BROKEN;
      }
      case "v" -> {
        if (inSharedText) {
          wantedText = Math.max(wantedText, Integer.parseInt(element.getElementText().strip()));
        }
      }
      default -> {}
    }
    return null;
  }
}
