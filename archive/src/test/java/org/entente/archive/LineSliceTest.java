package org.entente.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LineSliceTest {
  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 7, 11, 64, 1000})
  void everyLineIsReadOnceHoweverTheFileIsCut(int size) throws Exception {
    String content =
        "first\nä second one\n\nfourth, longer than a small slice\nlast without an end";
    assertThat(read(content, size)).isEqualTo(content);
    assertThat(read(content + "\n", size)).isEqualTo(content + "\n");
  }

  private String read(String content, int size) throws Exception {
    Path file = Files.writeString(folder.resolve("lines.jsonl"), content);
    StringBuilder read = new StringBuilder();
    for (Slice slice :
        new Listing(new Configuration(), folder.resolve("out").toString(), size)
            .of(List.of(file.toString()))) {
      var path = new org.apache.hadoop.fs.Path(slice.path());
      FSDataInputStream bytes = path.getFileSystem(new Configuration()).open(path);
      try (LineSlice lines = new LineSlice(bytes, slice)) {
        read.append(new String(lines.readAllBytes(), StandardCharsets.UTF_8));
      }
    }
    return read.toString();
  }
}
