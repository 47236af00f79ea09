package org.entente;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The rules of the house: who may import whom, and what stays out of core. */
class HouseTest {
  /** Each package may import only those before it. */
  private static final List<String> ORDER =
      List.of(
          "org.entente.text",
          "org.entente.time",
          "org.entente.source",
          "org.entente.article",
          "org.entente.parse",
          "org.entente.codebook",
          "org.entente.actor",
          "org.entente.statement",
          "org.entente.event",
          "org.entente",
          "org.entente.story",
          "org.entente.relation",
          "org.entente.digest",
          "org.entente.export",
          "org.entente.eval");

  private static final Pattern NAMED = Pattern.compile("\\b(org\\.entente(?:\\.[a-z]+)*)\\.[A-Z]");
  private static final Path ROOT = Path.of(System.getProperty("entente.root"));

  @Test
  void packagesImportOneWayOnly() throws Exception {
    List<String> wrong = new ArrayList<>();
    for (Path file : sources("core/src/main/java")) {
      String own = packageOf(file);
      assertThat(ORDER).as("the table lacks a package").contains(own);
      Matcher named = NAMED.matcher(code(file));
      while (named.find()) {
        String other = named.group(1);
        if (!other.equals(own) && ORDER.indexOf(other) >= ORDER.indexOf(own)) {
          wrong.add(ROOT.relativize(file) + " names " + other);
        }
      }
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void onlyFetchUsesTheNetwork() throws Exception {
    List<Path> found =
        naming("java.net.http", "java.net.Socket", "java.net.URLConnection", "org.apache.hc");
    assertThat(found).allMatch(f -> f.getFileName().toString().matches("Fetch.*|PinnedNames.java"));
  }

  @Test
  void coreNeitherPrintsNorExits() throws Exception {
    assertThat(naming("System.out", "System.err", "System.exit", ".printStackTrace(")).isEmpty();
  }

  @Test
  void staticsAreFinal() throws Exception {
    List<String> open = new ArrayList<>();
    Pattern field =
        Pattern.compile(
            "(?m)^\\s+(?:private |public |protected )?static (?!final)[\\w<>\\[\\], ?]+ \\w+( =|;)");
    for (Path file : sources("core/src/main/java")) {
      if (field.matcher(code(file)).find()) {
        open.add(ROOT.relativize(file).toString());
      }
    }
    assertThat(open).isEmpty();
  }

  @Test
  void everyPackageIsNullMarked() throws Exception {
    for (String source :
        List.of(
            "core/src/main/java",
            "store/src/main/java",
            "desk/src/main/java",
            "cli/src/main/java",
            "archive/src/main/java")) {
      for (Path file : sources(source)) {
        Path info = file.resolveSibling("package-info.java");
        assertThat(info).exists();
        assertThat(Files.readString(info)).contains("@NullMarked");
      }
    }
  }

  @Test
  void filesStayShort() throws Exception {
    List<Integer> lengths = new ArrayList<>();
    for (Path file : sources("core/src/main/java")) {
      lengths.add(Files.readAllLines(file).size());
    }
    lengths.sort(null);
    assertThat(lengths.get(lengths.size() * 9 / 10)).as("p90 of lines in a file").isLessThan(300);
    assertThat(lengths.getLast()).as("longest file").isLessThanOrEqualTo(500);
  }

  private static List<Path> naming(String... words) throws Exception {
    List<Path> found = new ArrayList<>();
    for (Path file : sources("core/src/main/java")) {
      String code = code(file);
      if (Stream.of(words).anyMatch(code::contains)) {
        found.add(file);
      }
    }
    return found;
  }

  private static String packageOf(Path file) {
    Path relative = ROOT.resolve("core/src/main/java").relativize(file.getParent());
    return relative.toString().replace('/', '.').replace('\\', '.');
  }

  /** A file without its comments. */
  private static String code(Path file) throws Exception {
    return Files.readString(file).replaceAll("(?s)/\\*.*?\\*/", "").replaceAll("(?m)//.*$", "");
  }

  private static List<Path> sources(String folder) throws Exception {
    try (Stream<Path> files = Files.walk(ROOT.resolve(folder))) {
      List<Path> found = files.filter(f -> f.toString().endsWith(".java")).sorted().toList();
      assertThat(found).isNotEmpty();
      return found;
    }
  }
}
