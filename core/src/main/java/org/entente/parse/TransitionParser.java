package org.entente.parse;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.entente.text.Span;

/**
 * Our own tagger and greedy transition parser for English. Load once and share; thread-safe.
 *
 * <p>Scratch space is pooled, so that parsing allocates only the sentences that it returns.
 */
public final class TransitionParser implements Parser {
  private static final String MODEL = "english.model";

  private final Model model;
  private final Tokenizer tokenizer;
  private final SentenceSplitter splitter;
  private final TrailingAttribution attribution;
  private final TagRepair repair;
  private final ConcurrentLinkedQueue<Workspace> pool = new ConcurrentLinkedQueue<>();

  TransitionParser(Model model) {
    this.model = model;
    this.tokenizer =
        new Tokenizer(WordList.load("abbreviations.txt"), WordList.load("prefixes.txt"));
    this.splitter =
        new SentenceSplitter(WordList.load("starters.txt"), WordList.load("titles.txt"));
    this.repair = new TagRepair(model.tags());
    this.attribution =
        new TrailingAttribution(
            WordList.load("reporting.txt"), WordList.load("notattribution.txt"));
  }

  /**
   * The parser with the model that the project ships.
   *
   * @throws IllegalStateException when the installation lacks the model
   */
  public static TransitionParser load() {
    return new TransitionParser(loadModel());
  }

  static Model loadModel() {
    try (InputStream in = TransitionParser.class.getResourceAsStream(MODEL)) {
      if (in == null) {
        throw new IllegalStateException("the installation lacks the parser model " + MODEL);
      }
      return Model.read(new DataInputStream(new BufferedInputStream(in, 1 << 16)));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the parser model " + MODEL, e);
    }
  }

  @Override
  public String name() {
    return "entente-en-1";
  }

  @Override
  public List<Sentence> parse(String text, Span paragraph) {
    Workspace work = workspace();
    List<Sentence> sentences = new ArrayList<>();
    tokenizer.tokenize(text, paragraph, work.tokens);
    int first = 0;
    while (first < work.tokens.count) {
      int end = splitter.end(text, work.tokens, first);
      sentences.add(parse(text, work, first, end));
      first = end;
    }
    pool.add(work);
    return sentences;
  }

  private Workspace workspace() {
    Workspace work = pool.poll();
    return work == null ? new Workspace(model) : work;
  }

  /**
   * Only cuts {@code paragraph} into tokens and sentences; the number of sentences. For measuring.
   */
  public int sentences(String text, Span paragraph) {
    Workspace work = workspace();
    tokenizer.tokenize(text, paragraph, work.tokens);
    int count = 0;
    for (int first = 0; first < work.tokens.count; count++) {
      first = splitter.end(text, work.tokens, first);
    }
    pool.add(work);
    return count;
  }

  /** Cuts and tags {@code paragraph}; the number of sentences. For measuring. */
  public int tagged(String text, Span paragraph) {
    Workspace work = workspace();
    tokenizer.tokenize(text, paragraph, work.tokens);
    int count = 0;
    for (int first = 0; first < work.tokens.count; count++) {
      int end = splitter.end(text, work.tokens, first);
      String[] forms = new String[end - first];
      for (int i = first; i < end; i++) {
        forms[i - first] = text.substring(work.tokens.starts[i], work.tokens.ends[i]);
      }
      work.words.fill(forms, forms.length, model.lexicon());
      work.tagger.tag(work.words);
      first = end;
    }
    pool.add(work);
    return count;
  }

  private Sentence parse(String text, Workspace work, int first, int end) {
    int n = end - first;
    String[] forms = new String[n];
    for (int i = 0; i < n; i++) {
      forms[i] = text.substring(work.tokens.starts[first + i], work.tokens.ends[first + i]);
    }
    work.words.fill(forms, n, model.lexicon());
    work.tagger.tag(work.words);
    if (forms[n - 1].equals(".")) {
      repair.finite(work.words, n);
    }
    repair.reported(work.words, n);
    Sentence.Columns columns = columns(work, first, forms);
    int comma = attribution.comma(forms, columns.lemmas(), work.words, model.tags());
    if (comma != Sentence.NONE) {
      repair.finite(work.words, comma);
      columns = columns(work, first, forms);
    }
    if (comma == Sentence.NONE) {
      build(work, 0, n, columns);
    } else {
      buildApart(work, comma, columns);
    }
    TreeRepair.marks(columns);
    TreeRepair.offices(columns);
    TreeRepair.joinedSubjects(columns);
    return new Sentence(new Span(columns.starts()[0], columns.ends()[n - 1]), columns);
  }

  /** The columns with everything but heads and relations. */
  private Sentence.Columns columns(Workspace work, int first, String[] forms) {
    int n = forms.length;
    int[] starts = Arrays.copyOfRange(work.tokens.starts, first, first + n);
    int[] ends = Arrays.copyOfRange(work.tokens.ends, first, first + n);
    String[] lemmas = new String[n];
    Upos[] upos = new Upos[n];
    String[] xpos = new String[n];
    for (int i = 0; i < n; i++) {
      int tag = work.words.tags[i];
      upos[i] = model.tags().upos(tag);
      xpos[i] = model.tags().xpos(tag);
      lemmas[i] = work.lemmas.lemma(work.words, i);
    }
    return new Sentence.Columns(
        starts, ends, forms, lemmas, upos, xpos, new int[n], new Relation[n]);
  }

  /**
   * The report and its attribution as two trees, the second hung on the first; the comma on what it
   * closes.
   */
  private void buildApart(Workspace work, int comma, Sentence.Columns columns) {
    int n = columns.forms().length;
    int last = columns.upos()[n - 1] == Upos.PUNCT ? n - 1 : n;
    build(work, 0, comma, columns);
    build(work, comma + 1, last, columns);
    int root = Sentence.NONE;
    for (int i = 0; i < comma; i++) {
      root = columns.heads()[i] == Sentence.NONE ? i : root;
    }
    for (int i = comma + 1; i < last; i++) {
      if (columns.heads()[i] == Sentence.NONE) {
        columns.heads()[i] = root;
        columns.relations()[i] = Relation.PARATAXIS;
      }
    }
    hang(comma, root, columns);
    if (last < n) {
      hang(last, root, columns);
    }
  }

  private static void hang(int punctuation, int root, Sentence.Columns columns) {
    columns.heads()[punctuation] = root;
    columns.relations()[punctuation] = Relation.PUNCT;
  }

  /** Parses the tokens from {@code from} to {@code to} as a tree of their own. */
  private void build(Workspace work, int from, int to, Sentence.Columns columns) {
    Words words =
        from == 0 && to == work.words.count ? work.words : work.part(model, from, to, columns);
    ArcHybrid tree = work.builder.build(words);
    int n = to - from;
    for (int i = 0; i < n; i++) {
      columns.heads()[from + i] = tree.heads[i] == n ? Sentence.NONE : from + tree.heads[i];
      columns.relations()[from + i] = model.actions().relation(tree.labels[i]);
    }
  }

  /** What one thread needs while it parses. */
  private static final class Workspace {
    final Tokenizer.Tokens tokens = new Tokenizer.Tokens();
    final Words words = new Words();
    final Words part = new Words();
    final KeptLemmas lemmas;
    final Tagger tagger;
    final TreeBuilder builder;

    Workspace(Model model) {
      lemmas = new KeptLemmas(model);
      tagger = new Tagger(model.tagger());
      builder = new TreeBuilder(model.parser(), model.actions(), model.tags());
    }

    /** The words of a part of the sentence, with the tags that they have in the whole. */
    Words part(Model model, int from, int to, Sentence.Columns columns) {
      part.fill(Arrays.copyOfRange(columns.forms(), from, to), to - from, model.lexicon());
      System.arraycopy(words.tags, from, part.tags, 0, to - from);
      return part;
    }
  }
}
