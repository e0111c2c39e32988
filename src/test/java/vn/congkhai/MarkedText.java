package vn.congkhai;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import vn.congkhai.catalogue.Catalogue;
import vn.congkhai.indicator.Agency;

/// What a reader of a page sees or hears, by the language it is marked as.
final class MarkedText {
  private static final Pattern TOKEN =
      Pattern.compile("<!(?:[^>]*)>|<(/?)([a-zA-Z0-9]+)([^>]*)>|([^<]+)");
  private static final Pattern LANGUAGE = Pattern.compile("\\slang=\"([a-z]+)\"");
  private static final Pattern HEARD = Pattern.compile("\\s(?:data-label|aria-label)=\"([^\"]+)\"");
  private static final Set<String> EMPTY = Set.of("meta", "link", "input", "br", "img", "hr");

  /// Where a name stands among words of the page's language, and cannot be marked by itself.
  private static final Set<String> TITLES = Set.of("title", "h1");

  /// Addresses, hashes and stored contents are no text of the page.
  private static final Set<String> NO_PROSE = Set.of("code", "script", "style");

  private static final Pattern VIETNAMESE =
      Pattern.compile(
          "[ăâđêôơưàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ]",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  private static final List<String> PROPER =
      List.of("Công Khai", "Cao Bằng", "Thái Nguyên", "Bắc Kạn");

  /// The number of an official document, such as 766/QĐ-TTg.
  private static final String DOCUMENT = "|\\d+/[\\p{L}-]+";

  private record Element(String name, String language) {}

  private record Text(String element, String words) {}

  private MarkedText() {}

  /// What is Vietnamese on the page and not marked so. Names of agencies in titles, the province's
  /// and the product's name and numbers of official documents are what they are.
  static List<String> unmarkedVietnamese(String page, Catalogue catalogue) {
    Pattern everywhere = anyOf(PROPER.stream());
    Pattern inTitles =
        anyOf(Stream.concat(catalogue.agencies().stream().map(Agency::name), PROPER.stream()));
    return texts("vi", page).stream()
        .filter(text -> {
          Pattern names = TITLES.contains(text.element()) ? inTitles : everywhere;
          return VIETNAMESE.matcher(names.matcher(text.words()).replaceAll("")).find();
        })
        .map(Text::words)
        .toList();
  }

  private static Pattern anyOf(Stream<String> names) {
    return Pattern.compile(
        names
                .sorted(Comparator.comparingInt(String::length).reversed())
                .map(Pattern::quote)
                .collect(joining("|"))
            + DOCUMENT);
  }

  /// The texts that no element marks as being in that language.
  static List<String> outsideOf(String language, String page) {
    return texts(language, page).stream().map(Text::words).toList();
  }

  private static List<Text> texts(String language, String page) {
    List<Text> texts = new ArrayList<>();
    Deque<Element> open = new ArrayDeque<>();
    Matcher token = TOKEN.matcher(page);
    while (token.find()) {
      String name = token.group(2);
      Element around = open.peek();
      if (name == null) {
        boolean counts = around != null && !NO_PROSE.contains(around.name());
        if (counts && !around.language().equals(language)) {
          add(texts, around.name(), token.group(4));
        }
      } else if (!token.group(1).isEmpty()) {
        assertThat(open.pop().name()).as("closed by </%s>", name).isEqualTo(name);
      } else {
        Matcher own = LANGUAGE.matcher(token.group(3));
        String marked = own.find() ? own.group(1) : around == null ? "" : around.language();
        if (!marked.equals(language)) {
          HEARD
              .matcher(token.group(3))
              .results()
              .forEach(heard -> add(texts, name, heard.group(1)));
        }
        if (!EMPTY.contains(name) && !token.group(3).endsWith("/")) {
          open.push(new Element(name, marked));
        }
      }
    }
    assertThat(open).as("elements that nobody closed").isEmpty();
    return texts;
  }

  private static void add(List<Text> texts, String element, String words) {
    if (words != null && !words.isBlank()) {
      texts.add(new Text(element, words.strip()));
    }
  }
}
