package org.entente.parse;

import java.util.function.BiConsumer;
import java.util.stream.IntStream;

/**
 * The parser's view of a configuration: words, tags and clusters of the three topmost words of the
 * stack and the three next ones, their pairs and triples, what they have as children, and a look
 * ahead to the next verb.
 *
 * <p>Templates follow Zhang and Nivre (2011), with the case marker of a noun added for attachment.
 * Not thread-safe.
 */
final class ParseFeatures {
  static final int COUNT = 190;

  /** Features that change together. */
  enum Part {
    PUSHED(ParseFeatures::pushed),
    GROWN(ParseFeatures::grown),
    AHEAD(ParseFeatures::ahead),
    GATHERED(ParseFeatures::gathered),
    BETWEEN(ParseFeatures::between);

    private final BiConsumer<ParseFeatures, ArcHybrid> extract;

    Part(BiConsumer<ParseFeatures, ArcHybrid> extract) {
      this.extract = extract;
    }

    /** Which features these are, seen from what is filled. */
    int[] places() {
      ParseFeatures features = new ParseFeatures();
      ArcHybrid empty = new ArcHybrid();
      empty.start(0);
      features.start(new Words(), new TagNames(new String[0]));
      extract.accept(features, empty);
      return IntStream.range(0, COUNT).filter(i -> features.keys[i] != 0).toArray();
    }
  }

  /** The template of the first place; part of each key. */
  private static final int FIRST = 1000;

  /** The features; each template has its own place. */
  final long[] keys = new long[COUNT];

  private Words words = new Words();
  private TagNames tags = new TagNames(new String[0]);
  private int[] nextVerb = new int[64];
  private int[] nextNoun = new int[64];
  private int[] punctBefore = new int[64];

  /** A bit for each part that was made since the last move. */
  private int made;

  /** Prepares for a sentence whose tags stand in {@code words.tags}. */
  void start(Words words, TagNames tags) {
    this.words = words;
    this.tags = tags;
    int n = words.count;
    if (nextVerb.length <= n) {
      nextVerb = new int[2 * n + 2];
      nextNoun = new int[2 * n + 2];
      punctBefore = new int[2 * n + 2];
    }
    nextVerb[n] = -1;
    nextNoun[n] = -1;
    for (int i = n - 1; i >= 0; i--) {
      Upos upos = tags.upos(words.tags[i]);
      nextVerb[i] = upos == Upos.VERB || upos == Upos.AUX ? i : nextVerb[i + 1];
      nextNoun[i] =
          upos == Upos.NOUN || upos == Upos.PROPN || upos == Upos.PRON ? i : nextNoun[i + 1];
    }
    punctBefore[0] = 0;
    for (int i = 0; i < n; i++) {
      punctBefore[i + 1] = punctBefore[i] + (tags.upos(words.tags[i]) == Upos.PUNCT ? 1 : 0);
    }
  }

  /** All of {@code c}'s features, each at its place. */
  void extract(ArcHybrid c) {
    for (Part part : Part.values()) {
      part.extract.accept(this, c);
    }
  }

  /** To be called after each move. */
  void moved() {
    made = 0;
  }

  /** The features, of which those of {@code part} are {@code c}'s; made once between two moves. */
  long[] of(Part part, ArcHybrid c) {
    int bit = 1 << part.ordinal();
    if ((made & bit) == 0) {
      made |= bit;
      part.extract.accept(this, c);
    }
    return keys;
  }

  /** What stays as it is while the topmost word is on the stack: the words from there down. */
  private void pushed(ArcHybrid c) {
    int s0 = c.top(0);
    int s1 = c.top(1);
    int s2 = c.top(2);
    single(1, s0);
    single(8, s1);
    brief(22, s2);
    pair(52, s1, s0, distance(s1, s0));
    lightPair(82, s2, s0);
    three(86, t(s2), t(s1), t(s0));
    three(107, t(s1), t(left1(c, s1)), t(s0));
    three(108, t(s1), t(right1(c, s1)), t(s0));
    three(110, t(s1), t(s0), t(left1(c, s0)));
    three(116, w(s1), w(left1(c, s0)), w(s0));
    leftFamily(117, c, s0);
    leftFamily(134, c, s1);
    rightFamily(134, c, s1);
    three(159, set(c.rightLabels, s1), t(s1), t(s0));
    three(160, set(c.rightLabels, s1), w(s1), t(s0));
    three(161, set(c.leftLabels, s0), t(s0), t(s1));
    three(162, set(c.leftLabels, s0), set(c.rightLabels, s1), t(s1));
    two(164, set(c.leftLabels, s1), set(c.leftLabels, s0));
    three(186, t(s1), t(s0), punct(s1, s0));
  }

  /** What changes when the topmost word gets a child on its right. */
  private void grown(ArcHybrid c) {
    int s0 = c.top(0);
    int s1 = c.top(1);
    int s2 = c.top(2);
    three(109, t(s1), t(s0), t(right1(c, s0)));
    rightFamily(117, c, s0);
    int marker = w(caseChild(c, s0));
    two(165, marker, w(s1));
    two(166, marker, t(s1));
    two(167, marker, f(s1));
    three(168, marker, w(s1), w(s0));
    three(169, marker, w(s1), f(s0));
    three(170, marker, t(s1), w(s0));
    three(171, marker, w(s1), w(s2));
    three(172, marker, w(s1), t(s2));
    three(173, marker, f(s1), f(s0));
    three(174, marker, t(s1), t(s2));
  }

  /** What only the words to come decide. */
  private void ahead(ArcHybrid c) {
    int b0 = c.ahead(0);
    int b1 = c.ahead(1);
    int b2 = c.ahead(2);
    int verb = b0 < 0 || b0 >= words.count ? -1 : nextVerb[b0];
    one(0, 0);
    single(15, b0);
    brief(26, b1);
    brief(30, b2);
    lightPair(74, b0, b1);
    three(89, t(b0), t(b1), t(b2));
    three(182, t(b0), t(verb), distance(b0, verb));
    three(188, t(b0), punct(b0, verb), t(verb));
  }

  /** What changes when the next word gets a child on its left. */
  private void gathered(ArcHybrid c) {
    int b0 = c.ahead(0);
    two(151, label(c, left1(c, b0)), t(b0));
    two(152, label(c, left2(c, b0)), t(b0));
    two(153, b0 < 0 ? -1 : c.leftCount[b0], t(b0));
    two(154, b0 < 0 ? -1 : c.leftCount[b0], w(b0));
    two(155, set(c.leftLabels, b0), t(b0));
  }

  /** What the stack and the words to come are to each other: new after each move. */
  private void between(ArcHybrid c) {
    int s0 = c.top(0);
    int s1 = c.top(1);
    int b0 = c.ahead(0);
    int b1 = c.ahead(1);
    pair(34, s0, b0, distance(s0, b0));
    lightPair(70, s1, b0);
    lightPair(78, s0, b1);
    tags(c, s0, s1, b0, b1);
    words(s0, s1, b0, b1);
    children(c, s0, s1, b0);
    lookAhead(s0, s1, b0);
  }

  private void tags(ArcHybrid c, int s0, int s1, int b0, int b1) {
    int ts0 = t(s0);
    int ts1 = t(s1);
    int tb0 = t(b0);
    int tb1 = t(b1);
    three(87, ts1, ts0, tb0);
    three(88, ts0, tb0, tb1);
    four(90, t(c.top(2)), ts1, ts0, tb0);
    four(91, ts1, ts0, tb0, tb1);
    four(92, ts0, tb0, tb1, t(c.ahead(2)));
    three(101, ts0, t(left1(c, s0)), tb0);
    three(102, ts0, t(right1(c, s0)), tb0);
    three(103, ts0, t(left2(c, s0)), tb0);
    three(104, ts0, t(right2(c, s0)), tb0);
    three(105, ts0, tb0, t(left1(c, b0)));
    three(106, ts0, tb0, t(left2(c, b0)));
    three(111, ts1, t(left1(c, s1)), tb0);
    three(112, ts1, t(right1(c, s1)), tb0);
  }

  private void words(int s0, int s1, int b0, int b1) {
    three(93, w(s0), t(b0), t(b1));
    three(94, t(s0), w(b0), t(b1));
    three(95, t(s0), t(b0), w(b1));
    three(96, w(s1), t(s0), t(b0));
    three(97, t(s1), w(s0), t(b0));
    three(98, t(s1), t(s0), w(b0));
    three(99, f(s1), f(s0), f(b0));
    three(100, k(s0), k(b0), k(b1));
  }

  private void children(ArcHybrid c, int s0, int s1, int b0) {
    three(113, w(s0), w(left1(c, s0)), t(b0));
    three(114, w(s0), w(right1(c, s0)), t(b0));
    three(115, t(s0), w(left1(c, b0)), w(b0));
    three(156, set(c.leftLabels, b0), t(b0), t(s0));
    three(157, set(c.leftLabels, b0), w(b0), t(s0));
    three(158, set(c.rightLabels, s0), t(s0), t(b0));
    three(163, set(c.leftLabels, s0), set(c.rightLabels, s0), distance(s0, b0));
    int coming = w(caseChild(c, b0));
    two(175, coming, w(s0));
    two(176, coming, f(s0));
    three(177, coming, w(s0), w(b0));
    three(178, coming, w(s0), t(s1));
    three(179, coming, w(s0), w(s1));
  }

  private void lookAhead(int s0, int s1, int b0) {
    int verb = b0 < 0 || b0 >= words.count ? -1 : nextVerb[b0];
    int noun = b0 < 0 || b0 >= words.count ? -1 : nextNoun[b0];
    three(180, t(s0), t(b0), t(verb));
    three(181, t(s0), w(b0), t(verb));
    three(183, w(b0), w(noun), t(s0));
    three(184, w(b0), f(noun), w(s0));
    three(185, w(b0), w(s0), t(s1));
    three(187, t(s1), t(b0), punct(s1, b0));
    two(189, t(s0), verb < 0 ? 0 : 1);
  }

  private void single(int at, int i) {
    brief(at, i);
    two(at + 4, k(i), t(i));
    one(at + 5, x(i));
    two(at + 6, x(i), t(i));
  }

  private void brief(int at, int i) {
    one(at, w(i));
    one(at + 1, t(i));
    two(at + 2, w(i), t(i));
    one(at + 3, f(i));
  }

  private void pair(int at, int a, int b, int gap) {
    int wa = w(a);
    int ta = t(a);
    int fa = f(a);
    int wb = w(b);
    int tb = t(b);
    int fb = f(b);
    two(at, wa, wb);
    three(at + 1, wa, ta, wb);
    three(at + 2, wa, wb, tb);
    two(at + 3, wa, tb);
    two(at + 4, ta, wb);
    three(at + 5, wa, ta, tb);
    three(at + 6, ta, wb, tb);
    two(at + 7, ta, tb);
    three(at + 8, ta, tb, gap);
    three(at + 9, wa, tb, gap);
    three(at + 10, ta, wb, gap);
    two(at + 11, fa, fb);
    two(at + 12, fa, wb);
    two(at + 13, wa, fb);
    three(at + 14, k(a), k(b), ta);
    three(at + 15, fa, tb, gap);
    three(at + 16, ta, fb, gap);
    three(at + 17, ta, tb, punct(a, b));
  }

  private void lightPair(int at, int a, int b) {
    two(at, t(a), t(b));
    two(at + 1, w(a), t(b));
    two(at + 2, t(a), w(b));
    two(at + 3, f(a), f(b));
  }

  private void leftFamily(int at, ArcHybrid c, int i) {
    two(at, label(c, left1(c, i)), t(i));
    two(at + 2, label(c, left2(c, i)), t(i));
    two(at + 4, label(c, left1(c, i)), w(i));
    two(at + 7, i < 0 ? -1 : c.leftCount[i], w(i));
    two(at + 9, set(c.leftLabels, i), t(i));
    two(at + 11, set(c.leftLabels, i), w(i));
    two(at + 13, w(left1(c, i)), t(i));
    two(at + 16, w(left1(c, i)), w(i));
  }

  private void rightFamily(int at, ArcHybrid c, int i) {
    two(at + 1, label(c, right1(c, i)), t(i));
    two(at + 3, label(c, right2(c, i)), t(i));
    two(at + 5, label(c, right1(c, i)), w(i));
    two(at + 6, i < 0 ? -1 : c.leftCount[i] * 16 + c.rightCount[i], t(i));
    two(at + 8, i < 0 ? -1 : c.rightCount[i], w(i));
    two(at + 10, set(c.rightLabels, i), t(i));
    two(at + 12, set(c.rightLabels, i), w(i));
    two(at + 14, w(right1(c, i)), t(i));
    two(at + 15, w(right1(c, i)), w(i));
  }

  private int w(int i) {
    return i < 0 ? -1 : i >= words.count ? -2 : words.lower[i];
  }

  private int t(int i) {
    return i < 0 ? -1 : i >= words.count ? -2 : words.tags[i];
  }

  private int x(int i) {
    return i < 0 || i >= words.count ? -1 : tags.upos(words.tags[i]).ordinal();
  }

  private int f(int i) {
    return i < 0 ? -1 : i >= words.count ? -2 : words.fine[i];
  }

  private int k(int i) {
    return i < 0 ? -1 : i >= words.count ? -2 : words.coarse[i];
  }

  private static int left1(ArcHybrid c, int i) {
    return i < 0 ? -1 : c.left1[i];
  }

  private static int left2(ArcHybrid c, int i) {
    return i < 0 ? -1 : c.left2[i];
  }

  private static int right1(ArcHybrid c, int i) {
    return i < 0 ? -1 : c.right1[i];
  }

  private static int right2(ArcHybrid c, int i) {
    return i < 0 ? -1 : c.right2[i];
  }

  private static int caseChild(ArcHybrid c, int i) {
    return i < 0 ? -1 : c.caseChild[i];
  }

  private static int label(ArcHybrid c, int i) {
    return i < 0 ? -1 : c.labels[i];
  }

  private static int set(long[] sets, int i) {
    return i < 0 ? -1 : Long.hashCode(sets[i] * 0x9E3779B97F4A7C15L);
  }

  private static int distance(int a, int b) {
    if (a < 0 || b < 0) {
      return 0;
    }
    int d = b - a;
    return d <= 4 ? d : d <= 7 ? 5 : d <= 12 ? 6 : 7;
  }

  private int punct(int a, int b) {
    return a < 0 || b < 0
        ? -1
        : Math.min(3, punctBefore[Math.min(b, words.count)] - punctBefore[a]);
  }

  private void one(int place, int a) {
    keys[place] = Hash.of(FIRST + place, a);
  }

  private void two(int place, int a, int b) {
    keys[place] = Hash.of(FIRST + place, a, b);
  }

  private void three(int place, int a, int b, int c) {
    keys[place] = Hash.of(FIRST + place, a, b, c);
  }

  private void four(int place, int a, int b, int c, int d) {
    keys[place] = Hash.of(FIRST + place, a, b, c, d);
  }
}
