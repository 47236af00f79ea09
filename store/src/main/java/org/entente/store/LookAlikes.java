package org.entente.store;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Map;

/**
 * Names that a reader cannot tell apart, although their letters differ: Cyrillic and Greek letters
 * that have the shape of Latin ones, 0 and O, 1 and l and I (after the confusables of Unicode
 * Technical Standard 39, those that names are written with). Pure functions.
 */
final class LookAlikes {
  private static final Map<Integer, Integer> SHAPES = new HashMap<>();

  static {
    put("аеорсухіјѕһԁѵԛԝӏғ", "aeopcyxijshdvqwlf");
    put("АВЕЅІЈКМНОРСТХУ", "ABESlJKMHOPCTXY");
    put("ανορικτυχγ", "avopiktuxy");
    put("ΑΒΕΖΗΙΚΜΝΟΡΤΥΧ", "ABEZHlKMNOPTYX");
    put("01Iıɑɡ", "olliag");
  }

  private LookAlikes() {}

  private static void put(String these, String those) {
    for (int i = 0; i < these.length(); i++) {
      SHAPES.put((int) these.charAt(i), (int) those.charAt(i));
    }
  }

  /** The same for names that look the same. */
  static String shape(String name) {
    StringBuilder shape = new StringBuilder();
    Normalizer.normalize(name, Normalizer.Form.NFKC)
        .codePoints()
        .map(c -> SHAPES.getOrDefault(c, c))
        .forEach(shape::appendCodePoint);
    return Members.key(shape.toString());
  }
}
