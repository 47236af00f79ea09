package org.entente.parse;

/**
 * The arc-hybrid transition system (Kuhlmann, Gómez-Rodríguez and Satta 2011) with the root at the
 * end of the buffer.
 *
 * <p>SHIFT moves the next word onto the stack; LEFT makes the top of the stack a child of the next
 * word; RIGHT makes it a child of the word below it. One configuration, reused from sentence to
 * sentence. Not thread-safe.
 */
final class ArcHybrid {
  static final int SHIFT = 0;
  static final int LEFT = 1;
  static final int RIGHT = 2;

  int size;
  int next;
  int depth;
  int[] stack = new int[64];
  int[] heads = new int[64];
  int[] labels = new int[64];
  int[] left1 = new int[64];
  int[] left2 = new int[64];
  int[] right1 = new int[64];
  int[] right2 = new int[64];
  int[] leftCount = new int[64];
  int[] rightCount = new int[64];
  long[] leftLabels = new long[64];
  long[] rightLabels = new long[64];

  /** The child that is a preposition or other case marker; −1 where there is none. */
  int[] caseChild = new int[64];

  /** Begins a sentence of {@code n} words; the root is word {@code n}. */
  void start(int n) {
    ensure(n + 1);
    size = n;
    next = 0;
    depth = 0;
    for (int i = 0; i <= n; i++) {
      heads[i] = -1;
      labels[i] = -1;
      left1[i] = -1;
      left2[i] = -1;
      right1[i] = -1;
      right2[i] = -1;
      leftCount[i] = 0;
      rightCount[i] = 0;
      leftLabels[i] = 0;
      rightLabels[i] = 0;
      caseChild[i] = -1;
    }
  }

  boolean finished() {
    return next == size && depth == 0;
  }

  boolean canShift() {
    return next < size;
  }

  /** The root takes only the last word on the stack, so that there is exactly one root. */
  boolean canLeft() {
    return depth > 0 && (next < size || depth == 1);
  }

  boolean canRight() {
    return depth > 1;
  }

  /** The word {@code k} from the top of the stack, or −1. */
  int top(int k) {
    return k < depth ? stack[depth - 1 - k] : -1;
  }

  /** The {@code k}th word to come, {@link #size} for the root, −1 beyond it. */
  int ahead(int k) {
    return next + k <= size ? next + k : -1;
  }

  void shift() {
    stack[depth++] = next++;
  }

  void left(int label, boolean isCase) {
    int child = stack[--depth];
    attach(child, next, label);
    left2[next] = left1[next];
    left1[next] = child;
    leftCount[next]++;
    leftLabels[next] |= 1L << (label & 63);
    if (isCase && caseChild[next] < 0) {
      caseChild[next] = child;
    }
  }

  void right(int label, boolean isCase) {
    int child = stack[--depth];
    int head = stack[depth - 1];
    attach(child, head, label);
    right2[head] = right1[head];
    right1[head] = child;
    rightCount[head]++;
    rightLabels[head] |= 1L << (label & 63);
    if (isCase && caseChild[head] < 0) {
      caseChild[head] = child;
    }
  }

  private void attach(int child, int head, int label) {
    heads[child] = head;
    labels[child] = label;
  }

  /**
   * How many gold arcs can no longer be built after a move (Goldberg and Nivre 2013).
   *
   * @param gold index of each word's head; {@link #size} for the root
   */
  int cost(int move, int[] gold) {
    int top = top(0);
    int cost = 0;
    switch (move) {
      case SHIFT -> {
        for (int k = 0; k < depth; k++) {
          int word = stack[k];
          cost += gold[word] == next ? 1 : 0;
          cost += k < depth - 1 && gold[next] == word ? 1 : 0;
        }
      }
      case LEFT -> {
        cost += gold[top] != next && (gold[top] > next || gold[top] == top(1)) ? 1 : 0;
        cost += lostChildren(top, gold);
      }
      default -> {
        cost += gold[top] >= next ? 1 : 0;
        cost += lostChildren(top, gold);
      }
    }
    return cost;
  }

  private int lostChildren(int word, int[] gold) {
    int lost = 0;
    for (int i = next; i < size; i++) {
      lost += gold[i] == word ? 1 : 0;
    }
    return lost;
  }

  private void ensure(int n) {
    if (stack.length < n) {
      int length = 2 * n;
      stack = new int[length];
      heads = new int[length];
      labels = new int[length];
      left1 = new int[length];
      left2 = new int[length];
      right1 = new int[length];
      right2 = new int[length];
      leftCount = new int[length];
      rightCount = new int[length];
      leftLabels = new long[length];
      rightLabels = new long[length];
      caseChild = new int[length];
    }
  }
}
