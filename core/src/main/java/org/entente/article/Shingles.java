package org.entente.article;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Compares texts by their runs of four words, as the article-extraction-benchmark of scrapinghub
 * does: each page counts the same; precision and recall are of the summed shares.
 */
final class Shingles {
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}_]+");
  private static final int SIZE = 4;

  private double hits;
  private double extra;
  private double missed;

  void add(String truth, String found) {
    Map<List<String>, Integer> wanted = of(truth);
    Map<List<String>, Integer> got = of(found);
    int same = 0;
    for (Map.Entry<List<String>, Integer> entry : wanted.entrySet()) {
      same += Math.min(entry.getValue(), got.getOrDefault(entry.getKey(), 0));
    }
    int missing = total(wanted) - same;
    int surplus = total(got) - same;
    double all = Math.max(1, same + missing + surplus);
    hits += same / all;
    missed += missing / all;
    extra += surplus / all;
  }

  double precision() {
    return hits == 0 ? 0 : hits / (hits + extra);
  }

  double recall() {
    return hits == 0 ? 0 : hits / (hits + missed);
  }

  double f1() {
    return hits == 0 ? 0 : 2 * precision() * recall() / (precision() + recall());
  }

  private static Map<List<String>, Integer> of(String text) {
    List<String> words = new ArrayList<>();
    Matcher matcher = WORD.matcher(text);
    while (matcher.find()) {
      words.add(matcher.group());
    }
    Map<List<String>, Integer> shingles = new HashMap<>();
    for (int i = 0; i == 0 || i + SIZE <= words.size(); i++) {
      if (!words.isEmpty()) {
        shingles.merge(
            List.copyOf(words.subList(i, Math.min(words.size(), i + SIZE))), 1, Integer::sum);
      } else {
        return shingles;
      }
    }
    return shingles;
  }

  private static int total(Map<List<String>, Integer> shingles) {
    return shingles.values().stream().mapToInt(Integer::intValue).sum();
  }
}
