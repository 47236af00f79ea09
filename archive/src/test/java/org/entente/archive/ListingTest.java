package org.entente.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ListingTest {
  @TempDir private Path folder;

  private List<String> names(String... inputs) throws Exception {
    String out = folder.resolve("out").toString();
    return new Listing(new Configuration(), out, 100)
        .of(List.of(inputs)).stream().map(s -> s.name() + (s.start() > 0 ? "@" : "")).toList();
  }

  private Path file(String name) throws Exception {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, "Russia condemned Japan.");
  }

  @Test
  void inputsComeAsTheyAreNamedAndEachFileOnce() throws Exception {
    Path b = file("b.txt");
    Path a = file("a/a.txt");
    assertThat(names(b.toString(), a.toString(), a.getParent() + "/", b.toString()))
        .containsExactly(b.toString(), a.toString());
  }

  @Test
  void hiddenFilesLinksInACircleAndTheOutputArePassedOver() throws Exception {
    Path text = file("a: b.txt");
    for (String name : List.of(".hidden", ".git/a", "_tmp/a", "_SUCCESS", "out/a", "out/_work/a")) {
      file(name);
    }
    Files.createSymbolicLink(folder.resolve("circle"), folder);
    assertThat(names(folder.toString())).containsExactly(text.toString());
  }

  @Test
  void aPackedFileIsNotCutWhateverItIsCalled() throws Exception {
    byte[] packed = new byte[300];
    packed[0] = 0x1F;
    packed[1] = (byte) 0x8B;
    Files.write(folder.resolve("a.jsonl"), packed);
    Files.write(folder.resolve("b.jsonl"), new byte[300]);
    assertThat(names(folder.toString())).hasSize(1 + 3);
  }

  @Test
  void whatIsNotThereIsSaid() {
    assertThatThrownBy(() -> names("not there"))
        .isInstanceOf(ArchiveException.class)
        .hasMessage("there is no input not there");
    assertThatThrownBy(() -> names("")).isInstanceOf(ArchiveException.class);
  }
}
