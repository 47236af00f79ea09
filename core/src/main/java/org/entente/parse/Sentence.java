package org.entente.parse;

import java.util.Arrays;
import org.entente.text.Span;

/**
 * One sentence and its Universal Dependencies tree. Tokens are numbered from 0; the head of the
 * root is −1.
 *
 * <p>Held as one array per column, so that rules can walk trees without allocating. Spans are
 * UTF-16 offsets into the document's content. Immutable and thread-safe.
 */
public final class Sentence {
  /**
   * What {@link #head} answers for the root, and what the walking methods answer when there is no
   * such token.
   */
  public static final int NONE = -1;

  private final Span span;
  private final int[] starts;
  private final int[] ends;
  private final String[] forms;
  private final String[] lemmas;
  private final Upos[] upos;
  private final String[] xpos;
  private final int[] heads;
  private final Relation[] relations;
  private final int[] firstChild;
  private final int[] nextSibling;
  private final int[] leftEdge;
  private final int[] rightEdge;
  private final int root;

  /**
   * @param span the sentence in the document
   * @param columns the columns, all of one length, at least one token
   */
  public Sentence(Span span, Columns columns) {
    int n = columns.forms.length;
    if (n == 0) {
      throw new IllegalArgumentException("a sentence needs at least one token: " + span);
    }
    this.span = span;
    this.starts = columns.starts;
    this.ends = columns.ends;
    this.forms = columns.forms;
    this.lemmas = columns.lemmas;
    this.upos = columns.upos;
    this.xpos = columns.xpos;
    this.heads = columns.heads;
    this.relations = columns.relations;
    this.firstChild = new int[n];
    this.nextSibling = new int[n];
    this.leftEdge = new int[n];
    this.rightEdge = new int[n];
    this.root = link();
  }

  /**
   * The columns of a tree under construction; the sentence keeps the arrays, so the caller gives
   * them away.
   *
   * @param starts first UTF-16 unit of each token in the document
   * @param ends the unit after the last of each token
   * @param forms the tokens as written
   * @param lemmas base forms, lower case but for proper nouns
   * @param upos universal parts of speech
   * @param xpos Penn Treebank tags
   * @param heads index of each token's head, −1 for the root
   * @param relations relation of each token to its head
   */
  public record Columns(
      int[] starts,
      int[] ends,
      String[] forms,
      String[] lemmas,
      Upos[] upos,
      String[] xpos,
      int[] heads,
      Relation[] relations) {}

  private int link() {
    Arrays.fill(firstChild, NONE);
    Arrays.fill(nextSibling, NONE);
    int found = NONE;
    for (int i = size() - 1; i >= 0; i--) {
      int head = heads[i];
      if (head == NONE) {
        found = i;
      } else {
        nextSibling[i] = firstChild[head];
        firstChild[head] = i;
      }
      leftEdge[i] = i;
      rightEdge[i] = i;
    }
    for (int i = 0; i < size(); i++) {
      int steps = 0;
      for (int up = heads[i]; up != NONE; up = heads[up]) {
        leftEdge[up] = Math.min(leftEdge[up], i);
        rightEdge[up] = Math.max(rightEdge[up], i);
        if (++steps > size()) {
          throw new IllegalArgumentException("the tree of " + span + " has a cycle at token " + i);
        }
      }
    }
    if (found == NONE) {
      throw new IllegalArgumentException("the tree of " + span + " has no root");
    }
    return found;
  }

  public Span span() {
    return span;
  }

  public int size() {
    return forms.length;
  }

  /** The (first) token without a head. */
  public int root() {
    return root;
  }

  public int start(int token) {
    return starts[token];
  }

  public int end(int token) {
    return ends[token];
  }

  public Span span(int token) {
    return new Span(starts[token], ends[token]);
  }

  /** From the start of token {@code first} to the end of token {@code last}. */
  public Span span(int first, int last) {
    return new Span(starts[first], ends[last]);
  }

  public String form(int token) {
    return forms[token];
  }

  public String lemma(int token) {
    return lemmas[token];
  }

  public Upos upos(int token) {
    return upos[token];
  }

  public String xpos(int token) {
    return xpos[token];
  }

  public int head(int token) {
    return heads[token];
  }

  public Relation relation(int token) {
    return relations[token];
  }

  /**
   * The leftmost child, or {@link #NONE}. With {@link #nextChild} this walks the children without
   * allocating.
   */
  public int firstChild(int token) {
    return firstChild[token];
  }

  /** The next sibling to the right of {@code child}, or {@link #NONE}. */
  public int nextChild(int child) {
    return nextSibling[child];
  }

  /** The first child in this relation (subtypes count), or {@link #NONE}. */
  public int child(int token, Relation relation) {
    for (int c = firstChild[token]; c != NONE; c = nextSibling[c]) {
      if (relations[c].is(relation)) {
        return c;
      }
    }
    return NONE;
  }

  /** The leftmost token that {@code token} dominates, itself included. */
  public int leftEdge(int token) {
    return leftEdge[token];
  }

  /** The rightmost token that {@code token} dominates, itself included. */
  public int rightEdge(int token) {
    return rightEdge[token];
  }

  /** Whether {@code ancestor} dominates {@code token}; a token dominates itself. */
  public boolean dominates(int ancestor, int token) {
    for (int up = token; up != NONE; up = heads[up]) {
      if (up == ancestor) {
        return true;
      }
    }
    return false;
  }

  /** The token that holds {@code offset}, else the first after it, else {@link #size()}. */
  public int tokenAt(int offset) {
    int found = Arrays.binarySearch(starts, offset);
    int insertion = -found - 1;
    return found >= 0
        ? found
        : insertion > 0 && offset < ends[insertion - 1] ? insertion - 1 : insertion;
  }

  /** CoNLL-U lines, for people and tests. */
  @Override
  public String toString() {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < size(); i++) {
      out.append(i + 1).append('\t').append(forms[i]).append('\t').append(lemmas[i]).append('\t');
      out.append(upos[i])
          .append('\t')
          .append(xpos[i])
          .append("\t_\t")
          .append(heads[i] + 1)
          .append('\t');
      out.append(relations[i].label()).append("\t_\t_\n");
    }
    return out.toString();
  }

  /** The tokens from {@code first} to {@code last} as they stand, white space as one blank. */
  public String words(int first, int last) {
    StringBuilder words = new StringBuilder();
    for (int i = first; i <= last; i++) {
      words.append(i > first && start(i) > end(i - 1) ? " " : "").append(form(i));
    }
    return words.toString();
  }
}
