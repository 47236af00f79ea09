package org.entente.parse;

/**
 * The parser's classes: SHIFT, and LEFT and RIGHT with each relation. Class 0 shifts; then pairs of
 * LEFT and RIGHT by label. Immutable and thread-safe.
 */
final class Actions {
  private final Relation[] labels;
  private final int caseLabel;
  final int root;

  Actions(String[] names) {
    labels = new Relation[names.length];
    int marker = -1;
    int rootLabel = -1;
    for (int i = 0; i < names.length; i++) {
      labels[i] = Relation.of(names[i]);
      marker = labels[i] == Relation.CASE ? i : marker;
      rootLabel = labels[i] == Relation.ROOT ? i : rootLabel;
    }
    caseLabel = marker;
    root = rootLabel;
  }

  int size() {
    return 1 + 2 * labels.length;
  }

  String[] names() {
    String[] names = new String[labels.length];
    for (int i = 0; i < names.length; i++) {
      names[i] = labels[i].label();
    }
    return names;
  }

  Relation relation(int label) {
    return labels[label];
  }

  static int left(int label) {
    return 1 + 2 * label;
  }

  static int right(int label) {
    return 2 + 2 * label;
  }

  static int move(int action) {
    return action == 0 ? ArcHybrid.SHIFT : (action & 1) == 1 ? ArcHybrid.LEFT : ArcHybrid.RIGHT;
  }

  static int label(int action) {
    return (action - 1) / 2;
  }

  void apply(ArcHybrid c, int action) {
    int label = label(action);
    switch (move(action)) {
      case ArcHybrid.SHIFT -> c.shift();
      case ArcHybrid.LEFT -> c.left(label, label == caseLabel);
      default -> c.right(label, label == caseLabel);
    }
  }

  /**
   * Whether {@code action} may follow, given which moves may: the root takes and gives only its own
   * relation.
   */
  boolean allowed(ArcHybrid c, int action) {
    int move = move(action);
    if (move == ArcHybrid.SHIFT) {
      return c.canShift();
    }
    boolean rootRelation = label(action) == root;
    if (move == ArcHybrid.LEFT) {
      return c.canLeft() && rootRelation == (c.next == c.size);
    }
    return c.canRight() && !rootRelation;
  }
}
