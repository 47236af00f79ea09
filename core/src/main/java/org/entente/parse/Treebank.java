package org.entente.parse;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;

/** Reads treebanks in CoNLL-U, plain or gzipped. Multiword and empty tokens are passed over. */
public final class Treebank {
  private Treebank() {}

  /**
   * One annotated sentence.
   *
   * @param forms tokens as written
   * @param lemmas base forms
   * @param tags joint tags, {@code UPOS|XPOS}
   * @param heads index of each head from 0; the number of tokens for the root
   * @param labels relation to the head
   * @param spaceAfter whether white space follows each token
   * @param text the sentence as running text, empty when the file does not give it
   */
  public record Tree(
      String[] forms,
      String[] lemmas,
      String[] tags,
      int[] heads,
      String[] labels,
      boolean[] spaceAfter,
      String text) {
    int size() {
      return forms.length;
    }
  }

  /**
   * All sentences of {@code file} in order.
   *
   * @throws UncheckedIOException when the file cannot be read
   * @throws IllegalArgumentException naming file and line when a line is not CoNLL-U
   */
  public static List<Tree> read(Path file) {
    List<Tree> trees = new ArrayList<>();
    List<String[]> rows = new ArrayList<>();
    String text = "";
    int number = 0;
    try (BufferedReader reader = open(file)) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        number++;
        if (line.startsWith("# text = ")) {
          text = line.substring(9);
        } else if (line.isEmpty() && !rows.isEmpty()) {
          trees.add(tree(rows, text));
          rows.clear();
          text = "";
        } else if (!line.isEmpty() && line.charAt(0) != '#') {
          addRow(rows, line, file + ":" + number);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the treebank " + file, e);
    }
    if (!rows.isEmpty()) {
      trees.add(tree(rows, text));
    }
    return trees;
  }

  private static BufferedReader open(Path file) throws IOException {
    InputStream in = Files.newInputStream(file);
    InputStream plain = file.toString().endsWith(".gz") ? new GZIPInputStream(in, 1 << 16) : in;
    return new BufferedReader(new InputStreamReader(plain, StandardCharsets.UTF_8));
  }

  private static void addRow(List<String[]> rows, String line, String where) {
    String[] row = line.split("\t", -1);
    if (row.length != 10) {
      throw new IllegalArgumentException(
          where + ": expected 10 columns of CoNLL-U, found " + row.length);
    }
    if (row[0].indexOf('-') < 0 && row[0].indexOf('.') < 0) {
      rows.add(row);
    }
  }

  private static Tree tree(List<String[]> rows, String text) {
    int n = rows.size();
    Tree tree =
        new Tree(
            new String[n],
            new String[n],
            new String[n],
            new int[n],
            new String[n],
            new boolean[n],
            text);
    for (int i = 0; i < n; i++) {
      String[] row = rows.get(i);
      tree.forms[i] = row[1];
      tree.lemmas[i] = row[2];
      tree.tags[i] = row[3] + "|" + row[4];
      int head = Integer.parseInt(row[6]);
      tree.heads[i] = head == 0 ? n : head - 1;
      tree.labels[i] = row[7];
      tree.spaceAfter[i] = !row[9].contains("SpaceAfter=No");
    }
    return tree;
  }
}
