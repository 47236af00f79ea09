package org.entente.parse;

/**
 * The parser's view of a configuration: words, tags and clusters of the three topmost words of the
 * stack and the three next ones, their pairs and triples, what they have as children, and a look
 * ahead to the next verb.
 *
 * <p>Templates follow Zhang and Nivre (2011), with the case marker of a noun added for attachment.
 * Not thread-safe.
 */
final class ParseFeatures {
  static final int MAX = 256;
  final long[] keys = new long[MAX];
  int count;
  private int template;
  private Words words = new Words();
  private TagNames tags = new TagNames(new String[0]);
  private int[] nextVerb = new int[64];
  private int[] nextNoun = new int[64];
  private int[] punctBefore = new int[64];

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

  void extract(ArcHybrid c) {
    count = 0;
    template = 1000;
    int s0 = c.top(0);
    int s1 = c.top(1);
    int s2 = c.top(2);
    int b0 = c.ahead(0);
    int b1 = c.ahead(1);
    int b2 = c.ahead(2);
    one(0);
    single(s0);
    single(s1);
    single(b0);
    brief(s2);
    brief(b1);
    brief(b2);
    int gap = distance(s0, b0);
    pair(s0, b0, gap);
    pair(s1, s0, distance(s1, s0));
    lightPair(s1, b0);
    lightPair(b0, b1);
    lightPair(s0, b1);
    lightPair(s2, s0);
    triples(c, s0, s1, s2, b0, b1, b2);
    children(c, s0, s1, b0, gap);
    attachment(c, s0, s1, s2, b0);
    lookAhead(s0, s1, b0);
  }

  private void single(int i) {
    one(w(i));
    one(t(i));
    two(w(i), t(i));
    one(f(i));
    two(k(i), t(i));
    one(x(i));
    two(x(i), t(i));
  }

  private void brief(int i) {
    one(w(i));
    one(t(i));
    two(w(i), t(i));
    one(f(i));
  }

  private void pair(int a, int b, int gap) {
    two(w(a), w(b));
    three(w(a), t(a), w(b));
    three(w(a), w(b), t(b));
    two(w(a), t(b));
    two(t(a), w(b));
    three(w(a), t(a), t(b));
    three(t(a), w(b), t(b));
    two(t(a), t(b));
    three(t(a), t(b), gap);
    three(w(a), t(b), gap);
    three(t(a), w(b), gap);
    two(f(a), f(b));
    two(f(a), w(b));
    two(w(a), f(b));
    three(k(a), k(b), t(a));
    three(f(a), t(b), gap);
    three(t(a), f(b), gap);
    three(t(a), t(b), punct(a, b));
  }

  private void lightPair(int a, int b) {
    two(t(a), t(b));
    two(w(a), t(b));
    two(t(a), w(b));
    two(f(a), f(b));
  }

  private void triples(ArcHybrid c, int s0, int s1, int s2, int b0, int b1, int b2) {
    three(t(s2), t(s1), t(s0));
    three(t(s1), t(s0), t(b0));
    three(t(s0), t(b0), t(b1));
    three(t(b0), t(b1), t(b2));
    four(t(s2), t(s1), t(s0), t(b0));
    four(t(s1), t(s0), t(b0), t(b1));
    four(t(s0), t(b0), t(b1), t(b2));
    three(w(s0), t(b0), t(b1));
    three(t(s0), w(b0), t(b1));
    three(t(s0), t(b0), w(b1));
    three(w(s1), t(s0), t(b0));
    three(t(s1), w(s0), t(b0));
    three(t(s1), t(s0), w(b0));
    three(f(s1), f(s0), f(b0));
    three(k(s0), k(b0), k(b1));
    three(t(s0), t(left1(c, s0)), t(b0));
    three(t(s0), t(right1(c, s0)), t(b0));
    three(t(s0), t(left2(c, s0)), t(b0));
    three(t(s0), t(right2(c, s0)), t(b0));
    three(t(s0), t(b0), t(left1(c, b0)));
    three(t(s0), t(b0), t(left2(c, b0)));
    three(t(s1), t(left1(c, s1)), t(s0));
    three(t(s1), t(right1(c, s1)), t(s0));
    three(t(s1), t(s0), t(right1(c, s0)));
    three(t(s1), t(s0), t(left1(c, s0)));
    three(t(s1), t(left1(c, s1)), t(b0));
    three(t(s1), t(right1(c, s1)), t(b0));
    three(w(s0), w(left1(c, s0)), t(b0));
    three(w(s0), w(right1(c, s0)), t(b0));
    three(t(s0), w(left1(c, b0)), w(b0));
    three(w(s1), w(left1(c, s0)), w(s0));
  }

  private void children(ArcHybrid c, int s0, int s1, int b0, int gap) {
    family(c, s0);
    family(c, s1);
    two(label(c, left1(c, b0)), t(b0));
    two(label(c, left2(c, b0)), t(b0));
    two(b0 < 0 ? -1 : c.leftCount[b0], t(b0));
    two(b0 < 0 ? -1 : c.leftCount[b0], w(b0));
    two(set(c.leftLabels, b0), t(b0));
    three(set(c.leftLabels, b0), t(b0), t(s0));
    three(set(c.leftLabels, b0), w(b0), t(s0));
    three(set(c.rightLabels, s0), t(s0), t(b0));
    three(set(c.rightLabels, s1), t(s1), t(s0));
    three(set(c.rightLabels, s1), w(s1), t(s0));
    three(set(c.leftLabels, s0), t(s0), t(s1));
    three(set(c.leftLabels, s0), set(c.rightLabels, s1), t(s1));
    three(set(c.leftLabels, s0), set(c.rightLabels, s0), gap);
    two(set(c.leftLabels, s1), set(c.leftLabels, s0));
  }

  private void family(ArcHybrid c, int i) {
    two(label(c, left1(c, i)), t(i));
    two(label(c, right1(c, i)), t(i));
    two(label(c, left2(c, i)), t(i));
    two(label(c, right2(c, i)), t(i));
    two(label(c, left1(c, i)), w(i));
    two(label(c, right1(c, i)), w(i));
    two(i < 0 ? -1 : c.leftCount[i] * 16 + c.rightCount[i], t(i));
    two(i < 0 ? -1 : c.leftCount[i], w(i));
    two(i < 0 ? -1 : c.rightCount[i], w(i));
    two(set(c.leftLabels, i), t(i));
    two(set(c.rightLabels, i), t(i));
    two(set(c.leftLabels, i), w(i));
    two(set(c.rightLabels, i), w(i));
    two(w(left1(c, i)), t(i));
    two(w(right1(c, i)), t(i));
    two(w(right1(c, i)), w(i));
    two(w(left1(c, i)), w(i));
  }

  /** Whom a prepositional phrase or a noun after one belongs to. */
  private void attachment(ArcHybrid c, int s0, int s1, int s2, int b0) {
    int marker = w(caseChild(c, s0));
    two(marker, w(s1));
    two(marker, t(s1));
    two(marker, f(s1));
    three(marker, w(s1), w(s0));
    three(marker, w(s1), f(s0));
    three(marker, t(s1), w(s0));
    three(marker, w(s1), w(s2));
    three(marker, w(s1), t(s2));
    three(marker, f(s1), f(s0));
    three(marker, t(s1), t(s2));
    int coming = w(caseChild(c, b0));
    two(coming, w(s0));
    two(coming, f(s0));
    three(coming, w(s0), w(b0));
    three(coming, w(s0), t(s1));
    three(coming, w(s0), w(s1));
  }

  private void lookAhead(int s0, int s1, int b0) {
    int verb = b0 < 0 || b0 >= words.count ? -1 : nextVerb[b0];
    int noun = b0 < 0 || b0 >= words.count ? -1 : nextNoun[b0];
    three(t(s0), t(b0), t(verb));
    three(t(s0), w(b0), t(verb));
    three(t(b0), t(verb), distance(b0, verb));
    three(w(b0), w(noun), t(s0));
    three(w(b0), f(noun), w(s0));
    three(w(b0), w(s0), t(s1));
    three(t(s1), t(s0), punct(s1, s0));
    three(t(s1), t(b0), punct(s1, b0));
    three(t(b0), punct(b0, verb), t(verb));
    two(t(s0), verb < 0 ? 0 : 1);
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

  private void one(int a) {
    keys[count++] = Hash.of(template++, a);
  }

  private void two(int a, int b) {
    keys[count++] = Hash.of(template++, a, b);
  }

  private void three(int a, int b, int c) {
    keys[count++] = Hash.of(template++, a, b, c);
  }

  private void four(int a, int b, int c, int d) {
    keys[count++] = Hash.of(template++, a, b, c, d);
  }
}
