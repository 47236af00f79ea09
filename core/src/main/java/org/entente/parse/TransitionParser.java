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
  private final ConcurrentLinkedQueue<Workspace> pool = new ConcurrentLinkedQueue<>();

  TransitionParser(Model model) {
    this.model = model;
    this.tokenizer =
        new Tokenizer(WordList.load("abbreviations.txt"), WordList.load("prefixes.txt"));
    this.splitter =
        new SentenceSplitter(WordList.load("starters.txt"), WordList.load("titles.txt"));
  }

  /**
   * The parser with the model that the project ships.
   *
   * @throws IllegalStateException when the installation lacks the model
   */
  public static TransitionParser load() {
    try (InputStream in = TransitionParser.class.getResourceAsStream(MODEL)) {
      if (in == null) {
        throw new IllegalStateException("the installation lacks the parser model " + MODEL);
      }
      return new TransitionParser(
          Model.read(new DataInputStream(new BufferedInputStream(in, 1 << 16))));
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
    Workspace work = pool.poll();
    if (work == null) {
      work = new Workspace(model);
    }
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

  private Sentence parse(String text, Workspace work, int first, int end) {
    int n = end - first;
    String[] forms = new String[n];
    for (int i = 0; i < n; i++) {
      forms[i] = text.substring(work.tokens.starts[first + i], work.tokens.ends[first + i]);
    }
    work.words.fill(forms, n, model.lexicon());
    work.tagger.tag(work.words);
    ArcHybrid tree = work.builder.build(work.words);
    int[] starts = Arrays.copyOfRange(work.tokens.starts, first, end);
    int[] ends = Arrays.copyOfRange(work.tokens.ends, first, end);
    Span span = new Span(starts[0], ends[n - 1]);
    return new Sentence(span, columns(new Tokens(starts, ends, forms), work.words, tree));
  }

  private record Tokens(int[] starts, int[] ends, String[] forms) {}

  private Sentence.Columns columns(Tokens tokens, Words words, ArcHybrid tree) {
    int n = tokens.forms.length;
    String[] lemmas = new String[n];
    Upos[] upos = new Upos[n];
    String[] xpos = new String[n];
    int[] heads = new int[n];
    Relation[] relations = new Relation[n];
    for (int i = 0; i < n; i++) {
      int tag = words.tags[i];
      upos[i] = model.tags().upos(tag);
      xpos[i] = model.tags().xpos(tag);
      lemmas[i] = model.lemmas().lemma(tokens.forms[i], upos[i], xpos[i]);
      heads[i] = tree.heads[i] == n ? Sentence.NONE : tree.heads[i];
      relations[i] = model.actions().relation(tree.labels[i]);
    }
    return new Sentence.Columns(
        tokens.starts, tokens.ends, tokens.forms, lemmas, upos, xpos, heads, relations);
  }

  /** What one thread needs while it parses. */
  private static final class Workspace {
    final Tokenizer.Tokens tokens = new Tokenizer.Tokens();
    final Words words = new Words();
    final Tagger tagger;
    final TreeBuilder builder;

    Workspace(Model model) {
      tagger = new Tagger(model.tagger());
      builder = new TreeBuilder(model.parser(), model.actions(), model.tags());
    }
  }
}
