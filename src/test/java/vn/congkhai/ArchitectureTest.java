package vn.congkhai;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Which room may know which: allow-lists, so a room that is misspelt here allows nothing.
class ArchitectureTest {
  private static final JavaClasses MAIN =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("vn.congkhai");

  private static final List<String> EVERYBODY =
      List.of(
          "java.lang..",
          "java.util..",
          "java.math..",
          "java.time..",
          "java.io..",
          "org.jspecify.annotations..",
          "com.google.errorprone.annotations..");

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "indicator | '' | ''",
        "catalogue | indicator | java.nio.. java.text.. org.snakeyaml.. de.siegmar.fastcsv..",
        "settings  | indicator | java.nio.. java.net..",
        "postgres  | settings  | java.nio.. java.net.. java.security.. java.sql.. javax.sql.."
            + " io.zonky.. org.flywaydb.. org.postgresql.. io.vertx.core.. io.vertx.pgclient.. io.vertx.sqlclient.."
            + " org.slf4j..",
        "journal   | indicator postgres | java.nio.. java.security.. com.fasterxml.jackson.core.."
            + " io.vertx.core.. io.vertx.pgclient.. io.vertx.sqlclient.. org.slf4j..",
        "access    | indicator settings postgres | java.nio.. java.security.. io.vertx.core.."
            + " io.vertx.sqlclient..",
        "board     | indicator catalogue journal | io.vertx.core.. org.slf4j..",
        "http      | indicator settings | java.nio.. java.security.. com.fasterxml.jackson.core.."
            + " io.vertx.core.. io.vertx.ext.web.. org.slf4j..",
        "content   | indicator catalogue access board http | java.nio.. com.fasterxml.jackson.core.."
            + " io.vertx.core.."
            + " de.siegmar.fastcsv.. org.dhatim.fastexcel.. com.fasterxml.aalto.. javax.xml.stream.."
            + " org.apache.commons.compress..",
        "intake    | indicator catalogue journal access board content http settings postgres screens | java.nio.."
            + " java.net.. com.fasterxml.jackson.core.. io.vertx.core.. io.vertx.ext.web.. org.slf4j..",
        "typeset   | indicator http | java.nio.. java.text.. io.vertx.core.. io.vertx.ext.web.."
            + " com.github.jknack.handlebars..",
        "form      | indicator catalogue journal access board content http intake typeset | java.net.. java.nio.."
            + " io.vertx.core.. io.vertx.ext.web..",
        "apidocs   | indicator http content typeset | com.fasterxml.jackson.core.. io.vertx.core.."
            + " io.vertx.ext.web.. org.snakeyaml..",
        "pages     | indicator catalogue board http journal typeset | java.net.. java.nio.. io.vertx.core.."
            + " io.vertx.ext.web..",
        "screens   | indicator catalogue postgres http | com.fasterxml.jackson.core.. io.vertx.core.. io.vertx.sqlclient.. org.slf4j..",
        "marks     | indicator catalogue board http typeset | java.text.. io.vertx.core.."
            + " io.vertx.ext.web.. io.nayuki.qrcodegen..",
        "live      | indicator catalogue board http screens | com.fasterxml.jackson.core.."
            + " io.vertx.core.. io.vertx.ext.web..",
        "opendata  | indicator catalogue board http journal | java.nio.. com.fasterxml.jackson.core.."
            + " de.siegmar.fastcsv.. io.vertx.core.. io.vertx.ext.web..",
        "history   | indicator catalogue board | io.vertx.core.. io.vertx.sqlclient.. org.slf4j..",
        "telemetry | indicator catalogue board intake journal | java.nio.. java.text.. io.micrometer.."
            + " io.prometheus.. io.vertx.core.. io.vertx.micrometer..",
        "ops       | indicator http telemetry screens typeset | com.fasterxml.jackson.core.. io.vertx.core.."
            + " io.vertx.ext.web.. org.slf4j..",
        "demo      | indicator catalogue content http settings | java.net.. java.nio.. com.fasterxml.jackson.core.."
            + " io.vertx.core..",
        "sending   | indicator settings | java.nio.. java.net.. java.security.. javax.net.ssl.."
            + " io.vertx.core..",
      })
  void a_room_knows_only_what_it_may(String room, String rooms, String libraries) {
    List<String> allowed = new ArrayList<>(EVERYBODY);
    allowed.add("vn.congkhai." + room);
    words(rooms).map(other -> "vn.congkhai." + other).forEach(allowed::add);
    words(libraries).forEach(allowed::add);

    classes()
        .that()
        .resideInAPackage("vn.congkhai." + room)
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(allowed.toArray(String[]::new))
        .check(MAIN);
  }

  @Test
  void every_room_is_in_the_table() throws NoSuchMethodException {
    String table =
        Arrays.toString(
            ArchitectureTest.class
                .getDeclaredMethod(
                    "a_room_knows_only_what_it_may", String.class, String.class, String.class)
                .getAnnotation(CsvSource.class)
                .value());

    assertThat(MAIN.stream().map(each -> each.getPackageName()).distinct())
        .filteredOn(name -> !name.equals("vn.congkhai"))
        .allMatch(name -> table.contains(name.substring("vn.congkhai.".length())));
  }

  @Test
  void no_room_knows_the_place_where_they_meet() {
    noClasses()
        .that()
        .resideInAPackage("vn.congkhai.*")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("vn.congkhai")
        .check(MAIN);
  }

  private static Stream<String> words(String text) {
    return Arrays.stream(text.strip().split("\\s+")).filter(word -> !word.isEmpty());
  }
}
