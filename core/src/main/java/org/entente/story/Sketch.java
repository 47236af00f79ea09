package org.entente.story;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/**
 * A sample of a text's shingles (runs of {@value #SIZE} words, as hashes) that tells how much of
 * one text stands in another, however the parts are ordered. The sample is of all hashes below a
 * bound that both texts can share (Broder 1997, "On the resemblance and containment of documents",
 * mod-m sketches; FracMinHash in later work), so that containment is estimated without bias even
 * between a short and a long text. Immutable.
 *
 * @param hashes distinct, rising as unsigned numbers, none at or above 2^(32 − level)
 * @param level how often the sample was halved; 0 holds every shingle
 */
public record Sketch(List<Integer> hashes, int level) {
  /** Words in a shingle: at three, a word changed in eight leaves two thirds of them. */
  static final int SIZE = 3;

  /** Most hashes in a sample; the error of a share of one half is then below .05. */
  static final int MOST = 256;

  /** Texts of fewer words have no sketch: greetings and notices repeat without being reports. */
  static final int FEWEST_WORDS = 10;

  public Sketch {
    hashes = Ints.copyOf(hashes);
    if (level < 0 || level > 31) {
      throw new IllegalArgumentException("level " + level + " is not within 0..31");
    }
  }

  /** The sketch of a text; empty for one that is too short to be told from others. */
  static Sketch of(String text) {
    List<String> words = Terms.words(text);
    if (words.size() < FEWEST_WORDS) {
      return new Sketch(List.of(), 0);
    }
    int[] all = new int[words.size() - SIZE + 1];
    for (int i = 0; i < all.length; i++) {
      all[i] = hash(words, i);
    }
    int[] distinct =
        Arrays.stream(all).map(h -> h ^ Integer.MIN_VALUE).sorted().distinct().toArray();
    int level = 0;
    int kept = distinct.length;
    while (kept > MOST) {
      level++;
      kept = below(distinct, level);
    }
    return new Sketch(
        Ints.of(Arrays.stream(distinct, 0, kept).map(h -> h ^ Integer.MIN_VALUE).toArray()), level);
  }

  private static int below(int[] flipped, int level) {
    int bound = (1 << (32 - level)) ^ Integer.MIN_VALUE;
    int at = Arrays.binarySearch(flipped, bound);
    return at < 0 ? -at - 1 : at;
  }

  /** FNV-1a with the finish of MurmurHash3, so that low numbers are as likely as high ones. */
  private static int hash(List<String> words, int from) {
    int hash = 0x811c9dc5;
    for (int i = from; i < from + SIZE; i++) {
      String word = words.get(i);
      for (int j = 0; j < word.length(); j++) {
        hash = (hash ^ word.charAt(j)) * 0x01000193;
      }
      hash = (hash ^ ' ') * 0x01000193;
    }
    hash = (hash ^ (hash >>> 16)) * 0x85ebca6b;
    hash = (hash ^ (hash >>> 13)) * 0xc2b2ae35;
    return hash ^ (hash >>> 16);
  }

  boolean isEmpty() {
    return hashes.isEmpty();
  }

  /** How many of the hashes are left when the sample is halved to a level that is not below. */
  int size(int coarser) {
    if (coarser == level) {
      return hashes.size();
    }
    Ints all = (Ints) hashes;
    int n = 0;
    for (int i = 0; i < all.size(); i++) {
      n += isBelow(all.at(i), coarser) ? 1 : 0;
    }
    return n;
  }

  static boolean isBelow(int hash, int level) {
    return level == 0 || (hash >>> (32 - level)) == 0;
  }

  /** About how many shingles the text has. */
  double shingles() {
    return hashes.size() * (double) (1L << level);
  }

  /**
   * The share of the shorter text's shingles that stand in the longer, given how many are shared.
   */
  static double share(int shared, Sketch one, Sketch other) {
    int level = Math.max(one.level, other.level);
    int least = Math.min(one.size(level), other.size(level));
    return least == 0 ? 0 : Math.min(1, shared / (double) least);
  }

  /** The share of the shorter text's shingles that stand in the longer: 0 to 1. */
  public double shared(Sketch other) {
    return share(common(other), this, other);
  }

  /** How many hashes both have; a hash that both have is below both bounds. */
  int common(Sketch other) {
    Ints one = (Ints) hashes;
    Ints two = (Ints) other.hashes;
    int common = 0;
    for (int i = 0, j = 0; i < one.size() && j < two.size(); ) {
      int order = Integer.compareUnsigned(one.at(i), two.at(j));
      common += order == 0 ? 1 : 0;
      i += order <= 0 ? 1 : 0;
      j += order >= 0 ? 1 : 0;
    }
    return common;
  }

  /** The hashes as Base64, four bytes each, the highest first. */
  public String written() {
    ByteBuffer bytes = ByteBuffer.allocate(4 * hashes.size());
    hashes.forEach(bytes::putInt);
    return Base64.getEncoder().withoutPadding().encodeToString(bytes.array());
  }

  /**
   * What {@link #written} gave.
   *
   * @throws IllegalArgumentException for anything else
   */
  public static Sketch parse(String text, int level) {
    byte[] bytes = Base64.getDecoder().decode(text);
    if (bytes.length % 4 != 0) {
      throw new IllegalArgumentException(bytes.length + " bytes are no whole hashes");
    }
    ByteBuffer rest = ByteBuffer.wrap(bytes);
    int[] hashes = new int[bytes.length / 4];
    for (int i = 0; i < hashes.length; i++) {
      hashes[i] = rest.getInt();
    }
    return new Sketch(Ints.of(hashes), level);
  }
}
