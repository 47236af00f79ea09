package org.entente.parse;

/** Feature hashing: 64-bit keys mixed from a template number and its atoms. */
final class Hash {
  private static final long K1 = 0x9E3779B97F4A7C15L;
  private static final long K2 = 0xC2B2AE3D27D4EB4FL;

  private Hash() {}

  static long of(int template, int a) {
    return finish((template * K2 + a) * K1);
  }

  static long of(int template, int a, int b) {
    return finish(((template * K2 + a) * K1 ^ b) * K2);
  }

  static long of(int template, int a, int b, int c) {
    return finish((((template * K2 + a) * K1 ^ b) * K2 ^ (c * 0x632BE5ABL)) * K1);
  }

  static long of(int template, int a, int b, int c, int d) {
    return finish(((((template * K2 + a) * K1 ^ b) * K2 ^ (c * 0x632BE5ABL)) * K1 ^ d) * K2);
  }

  /** A hash of characters that does not change between Java versions. */
  static int text(CharSequence s, int from, int to) {
    int h = 0x811C9DC5;
    for (int i = from; i < to; i++) {
      h = (h ^ s.charAt(i)) * 0x01000193;
    }
    return h ^ h >>> 15;
  }

  static int text(CharSequence s) {
    return text(s, 0, s.length());
  }

  /** Never 0, which marks an empty slot. */
  private static long finish(long h) {
    h ^= h >>> 32;
    h *= 0xD6E8FEB86659FD93L;
    h ^= h >>> 29;
    return h == 0 ? 1 : h;
  }
}
