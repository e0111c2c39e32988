package vn.congkhai.content;

import com.fasterxml.aalto.stax.InputFactoryImpl;
import java.io.ByteArrayInputStream;
import java.util.Locale;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import vn.congkhai.indicator.Text;

/// The elements of a workbook's parts that its reader would stumble over: it asks for a shared text
/// until there is one, makes room for whatever column it is told of, reads a number however long,
/// and writes a shared formula out for each cell.
final class WorkbookMarkup {
  static final String CONTENT_TYPES = "[Content_Types].xml";

  private static final int MOST_ELEMENTS = 250_000;
  private static final int MOST_ARRAY_FORMULAS = 200;
  private static final long MOST_FORMULA_CHARACTERS = 20_000_000;
  private static final int LONGEST_NUMBER = 64;
  private static final Pattern ADDRESS = Pattern.compile("[A-Z]{1,3}[1-9]\\d{0,6}");
  private static final String SHARED_TEXTS =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml";
  private static final Text DECLARES =
      new Text("có khai báo DOCTYPE", "it declares a document type");
  private static final XMLInputFactory XML = xml();

  private int elements;
  private int sharedTexts;
  private int wantedText = -1;
  private @Nullable String sharedTextsPart;
  private @Nullable String sharedTextsNamed;
  private int arrayFormulas;
  private int sharedFormulas;
  private int longestFormula;

  // of the part that is looked through
  private String part = "";
  private int depth;
  private boolean inTexts;
  private boolean inSheet;
  private String cellType = "";

  private static XMLInputFactory xml() {
    XMLInputFactory factory = new InputFactoryImpl();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    return factory;
  }

  /// Why the part must not be read, or null. What only looks like XML, as pictures and the settings
  /// of printers may, is looked through as far as it goes, which is as far as the reader could.
  @Nullable Text danger(String name, byte[] bytes) {
    if (!markup(bytes)) {
      return null;
    }
    part = name;
    depth = 0;
    inTexts = false;
    inSheet = false;
    cellType = "";
    String lower = name.toLowerCase(Locale.ROOT);
    boolean xml = lower.endsWith(".xml") || lower.endsWith(".rels");
    try {
      return danger(XML.createXMLStreamReader(new ByteArrayInputStream(bytes)), xml);
    } catch (XMLStreamException e) {
      return xml ? WorkbookGuard.BROKEN : null;
    }
  }

  /// Why all parts together must not be read, or null.
  @Nullable Text dangerOfAll() {
    if (wantedText >= 0
        && (wantedText >= sharedTexts
            || sharedTextsPart == null
            || !("/" + sharedTextsPart).equalsIgnoreCase(sharedTextsNamed))) {
      return WorkbookGuard.BROKEN;
    }
    return (long) sharedFormulas * longestFormula > MOST_FORMULA_CHARACTERS
        ? WorkbookGuard.TOO_LARGE
        : null;
  }

  /// Whether the bytes may be XML: they begin with `<`, or with the mark of a wide encoding.
  private static boolean markup(byte[] bytes) {
    if (bytes.length < 2) {
      return false;
    }
    int first = bytes[0] & 0xFF;
    return first == '<' || first == 0xEF || first == 0xFE || first == 0xFF || first <= ' ';
  }

  private @Nullable Text danger(XMLStreamReader xml, boolean named) throws XMLStreamException {
    while (xml.hasNext()) {
      int event = xml.next();
      if (event == XMLStreamConstants.DTD && named) {
        return DECLARES;
      }
      if (event == XMLStreamConstants.END_ELEMENT) {
        depth--;
      }
      if (event == XMLStreamConstants.START_ELEMENT) {
        depth++;
        Text danger = ++elements > MOST_ELEMENTS ? WorkbookGuard.TOO_LARGE : dangerOfElement(xml);
        if (danger != null) {
          return danger;
        }
      }
    }
    return null;
  }

  private @Nullable Text dangerOfElement(XMLStreamReader element) throws XMLStreamException {
    boolean sound =
        switch (element.getLocalName()) {
          case "Override" -> !part.equals(CONTENT_TYPES) || override(element);
          case "sst" -> depth > 1 || sharedTexts();
          case "si" -> sharedText();
          case "sheetData" -> sheet();
          case "c" -> !inSheet || cell(element);
          case "v" -> !inSheet || value(text(element));
          case "f" -> !inSheet || formula(element);
          default -> true;
        };
    return sound ? null : WorkbookGuard.BROKEN;
  }

  /// Takes the name of the part with the shared texts.
  private boolean override(XMLStreamReader element) {
    if (!SHARED_TEXTS.equals(element.getAttributeValue(null, "ContentType"))) {
      return true;
    }
    boolean first = sharedTextsNamed == null;
    String name = element.getAttributeValue(null, "PartName");
    sharedTextsNamed = name == null || name.startsWith("/") ? name : "/" + name;
    return first;
  }

  private boolean sheet() {
    inSheet = true;
    return true;
  }

  private boolean sharedTexts() {
    boolean first = sharedTextsPart == null;
    sharedTextsPart = part;
    inTexts = true;
    return first;
  }

  /// The reader counts these wherever they stand, so they may only stand where they belong.
  private boolean sharedText() {
    sharedTexts++;
    return inTexts && depth == 2;
  }

  private boolean cell(XMLStreamReader element) {
    String address = element.getAttributeValue(null, "r");
    String type = element.getAttributeValue(null, "t");
    cellType = type == null ? "n" : type;
    return address == null || ADDRESS.matcher(address).matches();
  }

  private boolean value(String text) {
    if (cellType.equals("s") && !text.isEmpty()) {
      wantedText = Math.max(wantedText, Integer.parseInt(text));
    }
    return !cellType.equals("n") || text.length() <= LONGEST_NUMBER;
  }

  private boolean formula(XMLStreamReader element) throws XMLStreamException {
    String type = element.getAttributeValue(null, "t");
    boolean written = element.getAttributeValue(null, "ref") != null;
    longestFormula = Math.max(longestFormula, text(element).length());
    if ("shared".equals(type) && !written) {
      sharedFormulas++;
    }
    return !"array".equals(type) || ++arrayFormulas <= MOST_ARRAY_FORMULAS;
  }

  /// The text in the element, which ends with it; there must be nothing but text.
  private String text(XMLStreamReader element) throws XMLStreamException {
    depth--;
    return element.getElementText();
  }
}
