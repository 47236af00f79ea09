package org.entente.archive;

import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.Path;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.util.SerializableConfiguration;

/**
 * How many lines stand before each slice of a file that was cut, so that a line is called by the
 * same number however the file is cut. Counting reads such files once more, a thousandth of the
 * time of coding them.
 */
final class LineNumbers implements Serializable {
  private static final long serialVersionUID = 1;

  private final HashMap<String, Integer> before = new HashMap<>();

  private LineNumbers() {}

  static LineNumbers of(
      List<Slice> slices,
      JavaSparkContext context,
      Broadcast<SerializableConfiguration> configuration) {
    Map<String, List<Slice>> files = new HashMap<>();
    slices.forEach(s -> files.computeIfAbsent(s.path(), p -> new ArrayList<>()).add(s));
    List<Slice> cut =
        files.values().stream().filter(f -> f.size() > 1).flatMap(List::stream).toList();
    LineNumbers numbers = new LineNumbers();
    if (cut.isEmpty()) {
      return numbers;
    }
    List<Integer> counts =
        context
            .parallelize(cut, cut.size())
            .map(s -> ends(s, configuration.value().value()))
            .collect();
    int lines = 0;
    for (int i = 0; i < cut.size(); i++) {
      lines = cut.get(i).start() == 0 ? 0 : lines;
      numbers.before.put(cut.get(i).key(), cut.get(i).start() == 0 ? 0 : lines + 1);
      lines += counts.get(i);
    }
    return numbers;
  }

  /** Of the first line that begins in the slice, how many lines stand before it. */
  int before(Slice slice) {
    return before.getOrDefault(slice.key(), 0);
  }

  /**
   * Ends of lines in the slice, moved back by one byte: the line that a slice begins with follows
   * the first end that is counted for it.
   */
  private static int ends(Slice slice, Configuration configuration) {
    Path path = new Path(slice.path());
    long from = Math.max(0, slice.start() - 1);
    try (FSDataInputStream file = path.getFileSystem(configuration).open(path)) {
      file.seek(from);
      return ends(file, slice.start() + slice.length() - 1 - from);
    } catch (IOException e) {
      return 0; // whoever reads it says what is wrong with it
    }
  }

  private static int ends(InputStream in, long length) throws IOException {
    byte[] buffer = new byte[1 << 16];
    int ends = 0;
    long left = length;
    while (left > 0) {
      int n = in.read(buffer, 0, (int) Math.min(left, buffer.length));
      if (n < 0) {
        break;
      }
      for (int i = 0; i < n; i++) {
        ends += buffer[i] == '\n' ? 1 : 0;
      }
      left -= n;
    }
    return ends;
  }
}
