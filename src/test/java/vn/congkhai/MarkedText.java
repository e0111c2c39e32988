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

  /// Addresses, hashes and stored contents are no text of the page.
  private static final Set<String> NO_PROSE = Set.of("code", "script", "style");

  private static final Pattern VIETNAMESE =
      Pattern.compile(
          "[ăâđêôơưàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ]",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  /// The number of an official document, such as 766/QĐ-TTg.
  private static final String DOCUMENT = "|\\d+/[\\p{L}-]+";

  private record Element(String name, String language) {}

  private MarkedText() {}

  /// What is Vietnamese on the page and not marked so. Names of agencies and provinces and numbers
  /// of official documents are alike in every language.
  static List<String> unmarkedVietnamese(String page, Catalogue catalogue) {
    Pattern names =
        Pattern.compile(
            Stream.concat(
                        catalogue.agencies().stream().map(Agency::name),
                        Stream.of("Công Khai", "Cao Bằng", "Thái Nguyên", "Bắc Kạn"))
                    .sorted(Comparator.comparingInt(String::length).reversed())
                    .map(Pattern::quote)
                    .collect(joining("|"))
                + DOCUMENT);
    return outsideOf("vi", page).stream()
        .filter(text -> VIETNAMESE.matcher(names.matcher(text).replaceAll("")).find())
        .toList();
  }

  /// The texts that no element marks as being in that language.
  static List<String> outsideOf(String language, String page) {
    List<String> texts = new ArrayList<>();
    Deque<Element> open = new ArrayDeque<>();
    Matcher token = TOKEN.matcher(page);
    while (token.find()) {
      String name = token.group(2);
      Element around = open.peek();
      if (name == null) {
        boolean counts = around != null && !NO_PROSE.contains(around.name());
        if (counts && !around.language().equals(language)) {
          add(texts, token.group(4));
        }
      } else if (!token.group(1).isEmpty()) {
        assertThat(open.pop().name()).as("closed by </%s>", name).isEqualTo(name);
      } else {
        Matcher own = LANGUAGE.matcher(token.group(3));
        String marked = own.find() ? own.group(1) : around == null ? "" : around.language();
        if (!marked.equals(language)) {
          HEARD.matcher(token.group(3)).results().forEach(heard -> add(texts, heard.group(1)));
        }
        if (!EMPTY.contains(name) && !token.group(3).endsWith("/")) {
          open.push(new Element(name, marked));
        }
      }
    }
    assertThat(open).as("elements that nobody closed").isEmpty();
    return texts;
  }

  private static void add(List<String> texts, String text) {
    if (text != null && !text.isBlank()) {
      texts.add(text.strip());
    }
  }
}
