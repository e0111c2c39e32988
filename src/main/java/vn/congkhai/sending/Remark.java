package vn.congkhai.sending;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.congkhai.indicator.Text;

/// What the door says about one place of a parcel.
///
/// @param place where a person finds it: a line and column, a cell, a JSON pointer, or the
///   indicator and period
public record Remark(Text place, Text message) {
  private static final Pattern OBSERVATION = Pattern.compile("/observations/(\\d{1,6})(?:/.*)?");
  private static final Text WHOLE = new Text("cả tệp", "the whole file");

  /// The remarks of an answer that was given in both languages, in its order. Where the English one
  /// does not match, the Vietnamese stands for both.
  ///
  /// @param list `errors` or `warnings`
  static List<Remark> of(String list, JsonObject vi, JsonObject en) {
    JsonArray english = en.getJsonArray(list, new JsonArray());
    List<Remark> remarks = new ArrayList<>();
    for (Object each : vi.getJsonArray(list, new JsonArray())) {
      if (each instanceof JsonObject own) {
        JsonObject other = other(own, english, remarks.size());
        Text named = named(own.getString("pointer", ""), vi);
        remarks.add(
            new Remark(
                named == null ? place(own, other) : named, new Text(message(own), message(other))));
      }
    }
    return remarks;
  }

  private static JsonObject other(JsonObject own, JsonArray english, int index) {
    return index < english.size()
            && english.getValue(index) instanceof JsonObject other
            && own.getString("code", "").equals(other.getString("code", ""))
            && own.getString("pointer", "").equals(other.getString("pointer", ""))
        ? other
        : own;
  }

  /// A receipt points at its own observations; the sender knows them by indicator and period. Null
  /// for other pointers.
  private static @Nullable Text named(String pointer, JsonObject receipt) {
    Matcher index = OBSERVATION.matcher(pointer);
    JsonArray observations = receipt.getJsonArray("observations", new JsonArray());
    if (!index.matches() || Integer.parseInt(index.group(1)) >= observations.size()) {
      return null;
    }
    JsonObject one = observations.getJsonObject(Integer.parseInt(index.group(1)));
    String name = printable(one.getString("indicator") + " " + one.getString("period"));
    return new Text(name, name);
  }

  private static Text place(JsonObject vi, JsonObject en) {
    String place = place(vi);
    return place.isEmpty() ? WHOLE : new Text(printable(place), printable(place(en)));
  }

  private static String place(JsonObject remark) {
    return remark.getString("place", remark.getString("pointer", ""));
  }

  private static String message(JsonObject remark) {
    return printable(remark.getString("message", ""));
  }

  /// Without what would move a terminal's cursor or colour it.
  static String printable(String text) {
    String plain = text.replaceAll("[\\p{Cntrl}\\u0080-\\u009F]+", " ");
    return plain.isBlank() ? "—" : plain;
  }
}
