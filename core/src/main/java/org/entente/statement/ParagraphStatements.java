package org.entente.statement;

import java.util.ArrayList;
import java.util.List;
import org.entente.actor.Actor;
import org.entente.actor.Mention;
import org.entente.actor.Mentions;
import org.entente.parse.ParsedArticle;
import org.entente.parse.Relation;
import org.entente.parse.Sentence;
import org.entente.parse.Upos;
import org.entente.text.Span;
import org.jspecify.annotations.Nullable;

/** The statements of one paragraph. One per paragraph; not thread-safe. */
final class ParagraphStatements {
  /** A quotation of fewer words is a phrase, not a saying of its own. */
  private static final int FEWEST_WORDS = 4;

  /** Characters between a saying and the paragraph that goes on with it. */
  private static final int FARTHEST = 80;

  private static final java.util.Set<String> RELATIVES = java.util.Set.of("who", "which", "that");

  private final ParsedArticle article;
  private final Mentions mentions;
  private final Cues cues;
  private final String text;
  private List<Span> quotations = List.of();
  private @Nullable Attribution opened;

  ParagraphStatements(ParsedArticle article, Mentions mentions, Cues cues) {
    this.article = article;
    this.mentions = mentions;
    this.cues = cues;
    this.text = article.content();
  }

  List<Statement> find(int first, int end) {
    quotations = Quotations.in(text, StatementFinder.paragraph(article, first, end));
    List<Attribution> found = new ArrayList<>();
    Attribution whole = ParagraphMarks.of(article, text, first, end);
    if (whole != null) {
      return List.of(statement(whole));
    }
    for (int i = first; i < end; i++) {
      found.addAll(
          new SentenceStatements(
                  new SentenceText(article.sentences().get(i), text, cues, quotations), i)
              .find());
    }
    closeOpen(found);
    attachQuotations(found, first, end);
    List<Statement> statements = new ArrayList<>();
    Nesting.mark(found, article, cues);
    for (Attribution attribution : found) {
      boolean last = attribution.sentence == end - 1 && attribution.cue.in(text).endsWith(":");
      if (!attribution.contents.isEmpty()) {
        statements.add(statement(attribution));
      } else if (last) {
        opened = attribution;
      }
    }
    return statements;
  }

  /**
   * A paragraph that is one quotation and names nobody goes on with what was said in the paragraph
   * before, or is what the cue at its end opens.
   *
   * @param before the last statement before this paragraph, or null
   * @param opened a cue with a colon that closes the paragraph before, or null
   * @return the statement that holds this paragraph too, or null
   */
  @Nullable Statement continued(
      int first, int end, @Nullable Statement before, @Nullable Attribution opened) {
    Span paragraph = StatementFinder.paragraph(article, first, end);
    boolean quoted =
        quotations.size() == 1 && 10 * quotations.getFirst().length() >= 9 * paragraph.length();
    if (!quoted || words(paragraph) < FEWEST_WORDS) {
      return null;
    }
    if (opened != null) {
      opened.contents.add(quotations.getFirst());
      return statement(opened);
    }
    if (before == null || before.kind() != Statement.Kind.DIRECT || before.speaker() == null) {
      return null;
    }
    Span gap = new Span(before.span().end(), Math.max(before.span().end(), paragraph.start()));
    return gap.length() > FARTHEST ? null : before.with(quotations.getFirst());
  }

  /** The cue with a colon that closes this paragraph, once it was read; null for none. */
  @Nullable Attribution opened() {
    return opened;
  }

  /** "Why now?" the mayor asked: the quotation that ends right before an open cue. */
  private void closeOpen(List<Attribution> found) {
    for (Attribution a : found) {
      int start = article.sentences().get(a.sentence).span().start();
      for (Span quotation : quotations) {
        boolean before = quotation.end() <= start && start - quotation.end() <= 2;
        if (a.contents.isEmpty() && before && found.stream().noneMatch(o -> holds(o, quotation))) {
          a.contents.add(quotation);
        }
      }
    }
  }

  /** Quotations that no attribution holds yet go to the speaker of the quotation before them. */
  private void attachQuotations(List<Attribution> found, int first, int end) {
    for (Span quotation : quotations) {
      if (words(quotation) < FEWEST_WORDS || found.stream().anyMatch(a -> holds(a, quotation))) {
        continue;
      }
      Attribution last = null;
      for (Attribution a : found) {
        boolean before =
            !a.contents.isEmpty()
                && a.cue.end() <= quotation.start()
                && a.kind == Statement.Kind.DIRECT;
        last = before && (last == null || a.cue.start() > last.cue.start()) ? a : last;
      }
      if (last != null && isAlone(quotation, first, end)) {
        last.contents.add(quotation);
      }
    }
  }

  private static boolean holds(Attribution a, Span quotation) {
    return a.contents.stream().anyMatch(c -> c.overlaps(quotation));
  }

  /** Whether the quotation begins a sentence, so that it goes on with what was said before. */
  private boolean isAlone(Span quotation, int first, int end) {
    for (int i = first; i < end; i++) {
      if (Math.abs(article.sentences().get(i).span().start() - quotation.start()) <= 1) {
        return true;
      }
    }
    return false;
  }

  private int words(Span span) {
    int words = 0;
    boolean inside = false;
    for (int i = span.start(); i < span.end(); i++) {
      boolean letter = Character.isLetterOrDigit(text.charAt(i));
      words += letter && !inside ? 1 : 0;
      inside = letter || inside && text.charAt(i) == '\'' || inside && text.charAt(i) == '\u2019';
    }
    return words;
  }

  private Statement statement(Attribution a) {
    Sentence s = article.sentences().get(a.sentence);
    Actor speaker = a.source == null ? null : speaker(a, s);
    List<String> chain = new ArrayList<>();
    if (article.article().outlet() != null) {
      chain.add(article.article().outlet().value());
    }
    if (speaker != null) {
      chain.add(speaker.name());
    }
    return new Statement(
        a.source,
        a.cue,
        a.contents,
        speaker,
        together(a, s, speaker),
        addressee(a, s),
        a.kind,
        StatementStatus.of(s, a.verb),
        chain,
        a.inner,
        a.rule);
  }

  /** The other mentions of a joint source: both of a pair, and what is joined by "and". */
  private List<Actor> together(Attribution a, Sentence s, @Nullable Actor speaker) {
    List<Actor> others = new ArrayList<>();
    if (speaker == null || a.sourceHead == Sentence.NONE) {
      return others;
    }
    addOthers(a.sentence, a.sourceHead, speaker, others);
    for (int c = s.firstChild(a.sourceHead); c != Sentence.NONE; c = s.nextChild(c)) {
      if (s.relation(c) == Relation.CONJ) {
        addOthers(a.sentence, c, speaker, others);
      }
    }
    return others;
  }

  private void addOthers(int sentence, int token, Actor speaker, List<Actor> others) {
    for (Mention mention : mentions.at(sentence, token)) {
      boolean own = mention.head() == token || mention.rule().equals("name");
      if (own && !mention.actor().equals(speaker) && !others.contains(mention.actor())) {
        others.add(mention.actor());
      }
    }
  }

  private Actor speaker(Attribution a, Sentence s) {
    if (a.sourceHead != Sentence.NONE) {
      for (Mention mention : mentions.at(a.sentence, antecedent(s, a.sourceHead))) {
        return mention.actor();
      }
    }
    return Actor.unresolved(java.util.Objects.requireNonNull(a.source).in(text));
  }

  /** For "who", "which" and "that" the noun that the relative clause is about. */
  private static int antecedent(Sentence s, int source) {
    int clause = s.head(source);
    boolean relative =
        RELATIVES.contains(s.form(source).toLowerCase(java.util.Locale.ROOT))
            && clause != Sentence.NONE
            && s.relation(clause) == Relation.ACL_RELCL;
    if (!relative) {
      return source;
    }
    int noun = s.head(clause);
    return s.relation(noun) == Relation.APPOS ? s.head(noun) : noun;
  }

  /** "told Putin", "said to reporters". */
  private @Nullable Actor addressee(Attribution a, Sentence s) {
    if (a.verb == Sentence.NONE
        || !java.util.Set.of("tell", "inform", "assure", "warn", "remind", "urge", "ask")
            .contains(s.lemma(a.verb))) {
      return null;
    }
    for (int c = s.firstChild(a.verb); c != Sentence.NONE; c = s.nextChild(c)) {
      boolean object = s.relation(c) == Relation.OBJ || s.relation(c) == Relation.IOBJ;
      if (object && s.upos(c) != Upos.VERB) {
        for (Mention mention : mentions.at(a.sentence, c)) {
          return mention.actor();
        }
      }
    }
    return null;
  }
}
