package vn.congkhai.catalogue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;

/// The files of a catalogue, and all that is found wrong with them.
final class CatalogueFiles {
  private final CatalogueFolder folder;
  private final Findings findings = new Findings();

  CatalogueFiles(CatalogueFolder folder) {
    this.folder = folder;
  }

  Findings findings() {
    return findings;
  }

  /// Whether there is such a file, for those that a catalogue need not have.
  boolean has(String file) {
    try {
      return folder.read(file) != null;
    } catch (IOException e) {
      // it is there, and reading it says what is wrong with it
      return true;
    }
  }

  CsvTable table(String file, String... columns) {
    return CsvTable.read(file, text(file), List.of(columns), findings);
  }

  YamlMap yaml(String file, Set<String> keys) {
    return YamlMap.read(file, text(file), keys, findings);
  }

  /// The text of the file without a byte order mark; empty, and reported, when it cannot be read.
  private String text(String file) {
    try {
      byte[] bytes = folder.read(file);
      if (bytes == null) {
        findings.add(file, 0, "không có tệp này", "no such file");
        return "";
      }
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return text.startsWith("\uFEFF") ? text.substring(1) : text;
    } catch (CharacterCodingException e) {
      findings.add(file, 0, "tệp không phải UTF-8", "the file is not UTF-8");
    } catch (IOException e) {
      findings.add(file, 0, "không đọc được tệp", "the file cannot be read");
    }
    return "";
  }
}
