package vn.congkhai.typeset;

import java.text.Collator;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;

/// The order of Vietnamese names: word by word, so that `Ca Thành` comes before `Canh Tân`, and
/// tones where letters are the same.
public final class Alphabet implements Comparator<String> {
  private final Collator collator = Collator.getInstance(Locale.of("vi"));

  @Override
  public int compare(String one, String other) {
    return Arrays.compare(one.split(" "), other.split(" "), collator::compare);
  }
}
