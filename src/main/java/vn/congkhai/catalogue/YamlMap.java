package vn.congkhai.catalogue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import vn.congkhai.indicator.Text;

/// A mapping of a YAML file that remembers its lines. What cannot be used is reported and read as
/// null.
final class YamlMap {
  private final String file;
  private final int line;
  private final Map<String, Node> entries;
  private final Findings findings;

  private YamlMap(String file, int line, Map<String, Node> entries, Findings findings) {
    this.file = file;
    this.line = line;
    this.entries = entries;
    this.findings = findings;
  }

  /// The mapping that the file consists of; an empty one when it is none.
  static YamlMap read(String file, String text, Set<String> keys, Findings findings) {
    LoadSettings settings = LoadSettings.builder().setLabel(file).setUseMarks(true).build();
    try {
      Node root = new Compose(settings).composeString(text).orElse(null);
      if (root instanceof MappingNode mapping) {
        return of(file, mapping, keys, findings);
      }
      findings.add(file, 1, "tệp phải gồm các dòng “khóa: giá trị”", "the file must be a mapping");
    } catch (MarkedYamlEngineException e) {
      int line = e.getProblemMark().map(mark -> mark.getLine() + 1).orElse(0);
      findings.add(
          file, line, "không đọc được YAML: " + e.getProblem(), "not YAML: " + e.getProblem());
    } catch (YamlEngineException e) {
      findings.add(
          file, 0, "không đọc được YAML: " + e.getMessage(), "not YAML: " + e.getMessage());
    }
    return new YamlMap(file, 0, Map.of(), findings);
  }

  void report(String key, String vi, String en) {
    Node node = entries.get(key);
    findings.add(file, node == null ? line : lineOf(node), vi, en);
  }

  boolean has(String key) {
    return entries.containsKey(key);
  }

  /// The text as it stands there; empty when there is none. Nothing is reported.
  String plain(String key) {
    return entries.get(key) instanceof ScalarNode scalar ? scalar.getValue().strip() : "";
  }

  /// The text, which may be empty, or null and a report when the key is missing.
  @Nullable String text(String key) {
    Node node = entries.get(key);
    if (node instanceof ScalarNode scalar) {
      return scalar.getValue().strip();
    }
    report(key, "thiếu “" + key + "”", "“" + key + "” is missing");
    return null;
  }

  /// A text that stands under the keys `NAME_vi` and `NAME_en`.
  @Nullable Text texts(String name) {
    String vi = parsed(name + "_vi", Spelling::text);
    String en = parsed(name + "_en", Spelling::text);
    return vi == null || en == null ? null : new Text(vi, en);
  }

  /// A text that stands under the keys `NAME_vi` and `NAME_en`, or null when both are empty.
  @Nullable Text optionalTexts(String name) {
    return plain(name + "_vi").isEmpty() && plain(name + "_en").isEmpty() ? null : texts(name);
  }

  /// A text that one of our types can be made of.
  ///
  /// @param reading gives null when the text is not one of them
  <T> @Nullable T parsed(String key, Function<String, @Nullable T> reading) {
    String text = text(key);
    T value = text == null ? null : reading.apply(text);
    if (text != null && value == null) {
      report(
          key,
          "“" + key + "” không nhận giá trị “" + text + "”",
          "“" + key + "” does not take “" + text + "”");
    }
    return value;
  }

  /// The mapping under the key; an empty one and a report when there is none.
  YamlMap map(String key, Set<String> keys) {
    if (entries.get(key) instanceof MappingNode mapping) {
      return of(file, mapping, keys, findings);
    }
    report(key, "thiếu mục “" + key + "”", "the section “" + key + "” is missing");
    return new YamlMap(file, line, Map.of(), findings);
  }

  /// The mappings of the list under the key.
  List<YamlMap> list(String key, Set<String> keys) {
    List<YamlMap> maps = new ArrayList<>();
    if (entries.get(key) instanceof SequenceNode sequence) {
      for (Node node : sequence.getValue()) {
        if (node instanceof MappingNode mapping) {
          maps.add(of(file, mapping, keys, findings));
        } else {
          findings.add(file, lineOf(node), "mục này phải gồm “khóa: giá trị”", "not a mapping");
        }
      }
    } else {
      report(key, "thiếu danh sách “" + key + "”", "the list “" + key + "” is missing");
    }
    return maps;
  }

  /// A text in a list, and where it stands.
  record Item(String text, String file, int line, Findings findings) {
    void report(String vi, String en) {
      findings.add(file, line, vi, en);
    }
  }

  /// The texts of the list under the key, in their order.
  List<Item> items(String key) {
    List<Item> items = new ArrayList<>();
    if (entries.get(key) instanceof SequenceNode sequence) {
      for (Node node : sequence.getValue()) {
        if (node instanceof ScalarNode scalar) {
          items.add(new Item(scalar.getValue().strip(), file, lineOf(node), findings));
        } else {
          findings.add(file, lineOf(node), "mục này phải là văn bản", "not a text");
        }
      }
    } else {
      report(key, "thiếu danh sách “" + key + "”", "the list “" + key + "” is missing");
    }
    return items;
  }

  /// The texts of the list under the key, each under `NAME_vi` and `NAME_en`.
  List<Text> list(String key, Set<String> keys, String name) {
    List<Text> texts = new ArrayList<>();
    for (YamlMap entry : list(key, keys)) {
      Text text = entry.texts(name);
      if (text != null) {
        texts.add(text);
      }
    }
    return texts;
  }

  private static YamlMap of(String file, MappingNode mapping, Set<String> keys, Findings findings) {
    Map<String, Node> entries = new LinkedHashMap<>();
    for (NodeTuple tuple : mapping.getValue()) {
      String key = tuple.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "?";
      int line = lineOf(tuple.getKeyNode());
      if (!keys.contains(key)) {
        findings.add(file, line, "khóa lạ “" + key + "”", "unknown key “" + key + "”");
      } else if (entries.put(key, tuple.getValueNode()) != null) {
        findings.add(file, line, "khóa “" + key + "” có hai lần", "key “" + key + "” twice");
      }
    }
    return new YamlMap(file, lineOf(mapping), entries, findings);
  }

  private static int lineOf(Node node) {
    return node.getStartMark().map(mark -> mark.getLine() + 1).orElse(0);
  }
}
