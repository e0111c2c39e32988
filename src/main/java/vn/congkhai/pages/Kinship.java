package vn.congkhai.pages;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.List;
import vn.congkhai.indicator.Agency;

/// A sentence on what reorganisation means for an agency's figures.
///
/// @param words in the page's language, up to the colon
/// @param agencies the others, by their Vietnamese names; `—` when it has no successor
record Kinship(String words, String agencies) {
  /// Empty when the agency was never touched.
  static List<Kinship> of(Drawing drawing, Agency agency) {
    List<Kinship> sentences = new ArrayList<>();
    var lineage = drawing.catalogue().lineage();
    var until = agency.validity().until();
    List<Agency> successors = lineage.successors(agency.code());
    if (until != null) {
      sentences.add(
          new Kinship(drawing.text("lineage-ended", drawing.type().day(until)), names(successors)));
    }
    List<Agency> absorbed = lineage.absorbed(agency.code());
    if (!absorbed.isEmpty()) {
      sentences.add(new Kinship(drawing.text("lineage-absorbed"), names(absorbed)));
    }
    List<Agency> others =
        lineage.comparable(agency.code()).stream()
            .filter(other -> !other.equals(agency) && !absorbed.contains(other))
            .toList();
    boolean merged = until != null && successors.size() == 1;
    if (!others.isEmpty() && !merged) {
      sentences.add(new Kinship(drawing.text("lineage-comparable"), names(others)));
    }
    return sentences;
  }

  private static String names(List<Agency> agencies) {
    return agencies.isEmpty() ? "—" : agencies.stream().map(Agency::name).collect(joining(", "));
  }
}
