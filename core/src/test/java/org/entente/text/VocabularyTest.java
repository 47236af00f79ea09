package org.entente.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class VocabularyTest {
  static Stream<Path> lists() throws Exception {
    Path resources =
        Path.of(System.getProperty("entente.root"), "core/src/main/resources/org/entente");
    List<Path> found = new java.util.ArrayList<>();
    for (String folder : List.of("article", "time")) {
      try (Stream<Path> files = Files.list(resources.resolve(folder))) {
        files.filter(f -> f.toString().endsWith(".txt")).sorted().forEach(found::add);
      }
    }
    return found.stream();
  }

  @ParameterizedTest
  @MethodSource("lists")
  void listsAreSortedWithoutDoublesAndSayTheirVersion(Path list) throws Exception {
    List<String> lines = Files.readAllLines(list);
    List<String> entries = lines.stream().filter(l -> !l.startsWith("#")).toList();

    assertThat(lines.stream().filter(l -> l.startsWith("#"))).anyMatch(l -> l.contains("version"));
    assertThat(entries).isNotEmpty().isSorted().doesNotHaveDuplicates().noneMatch(String::isBlank);
  }

  @Test
  void aMissingListIsABrokenInstallation() {
    assertThatThrownBy(() -> Vocabulary.of(Vocabulary.class, "none.txt"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("none.txt");
  }
}
