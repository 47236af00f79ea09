package org.entente.parse;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * What is known of a word before its sentence is seen: two cluster numbers, by lower-case form.
 *
 * <p>An open-addressed table over hashed words, so that loading makes no strings. Immutable and
 * thread-safe.
 */
final class Lexicon {
  private final int[] words;
  private final short[] coarse;
  private final short[] fine;

  private Lexicon(int[] words, short[] coarse, short[] fine) {
    this.words = words;
    this.coarse = coarse;
    this.fine = fine;
  }

  /**
   * @param lines {@code word TAB coarse TAB fine}
   */
  static Lexicon of(Iterable<String> lines, int count) {
    int size = Integer.highestOneBit(Math.max(2, count)) * 4;
    Lexicon lexicon = new Lexicon(new int[size], new short[size], new short[size]);
    for (String line : lines) {
      String[] columns = line.split("\t");
      if (columns.length == 3) {
        lexicon.put(
            Hash.text(columns[0]), Short.parseShort(columns[1]), Short.parseShort(columns[2]));
      }
    }
    return lexicon;
  }

  private void put(int word, short c, short f) {
    int i = slot(word);
    if (words[i] == 0) {
      words[i] = word;
      coarse[i] = (short) (c + 1);
      fine[i] = (short) (f + 1);
    }
  }

  private int slot(int word) {
    int mask = words.length - 1;
    int i = word & mask;
    while (words[i] != 0 && words[i] != word) {
      i = i + 1 & mask;
    }
    return i;
  }

  /** The cluster of 64 of a hashed lower-case word; 0 for an unknown one. */
  int coarse(int word) {
    return coarse[slot(word)];
  }

  /** The cluster of 600 of a hashed lower-case word; 0 for an unknown one. */
  int fine(int word) {
    return fine[slot(word)];
  }

  void write(DataOutputStream out) throws IOException {
    out.writeInt(words.length);
    for (int i = 0; i < words.length; i++) {
      out.writeInt(words[i]);
      out.writeShort(coarse[i]);
      out.writeShort(fine[i]);
    }
  }

  static Lexicon read(DataInputStream in) throws IOException {
    int size = in.readInt();
    Lexicon lexicon = new Lexicon(new int[size], new short[size], new short[size]);
    byte[] bytes = new byte[8 * size];
    in.readFully(bytes);
    java.nio.ByteBuffer buffer = java.nio.ByteBuffer.wrap(bytes);
    for (int i = 0; i < size; i++) {
      lexicon.words[i] = buffer.getInt();
      lexicon.coarse[i] = buffer.getShort();
      lexicon.fine[i] = buffer.getShort();
    }
    return lexicon;
  }

  /** A table of strings as the model file holds it. */
  static void writeNames(DataOutputStream out, String[] names) throws IOException {
    byte[] bytes = String.join("\n", names).getBytes(StandardCharsets.UTF_8);
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  static String[] readNames(DataInputStream in) throws IOException {
    byte[] bytes = new byte[in.readInt()];
    in.readFully(bytes);
    return new String(bytes, StandardCharsets.UTF_8).split("\n", -1);
  }
}
