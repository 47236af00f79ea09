package org.entente.article;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.entente.source.Document;
import org.entente.text.Problem;
import org.entente.text.Span;
import org.entente.text.Vocabulary;

/**
 * Keeps the articles that are in English, the only language that is coded so far; of every other
 * one a problem remains. What an article is in is told by its words, not by its declaration: by its
 * script, and by the function words of other languages ({@code foreign-words.txt}) against the
 * English ones ({@code english-words.txt}). Only a text too short to tell is taken to be in the
 * language it declares. Immutable and thread-safe.
 */
final class EnglishOnly {
  /**
   * Share of foreign function words from which on a text may be in another language. Ours, between
   * what was measured: at most .08 in 857 English articles and sentences of our development sets
   * (.05 in those longer than a sentence), .2 and more in the paragraphs of the test.
   */
  private static final double FOREIGN = 0.12;

  /** Ours: in fewer words a name or a title may decide. */
  private static final int LEAST_WORDS = 8;

  /** Ours: in a single sentence a name such as "al-Assad" may hold one foreign word or two. */
  private static final int LEAST_FOREIGN = 3;

  /** Ours: in a single sentence one English function word outweighs the names of places. */
  private static final int A_PARAGRAPH = 25;

  /** The first letter behind the Latin blocks of Unicode. */
  private static final char LATIN_ENDS = '\u0370';

  /** Enough to tell by. */
  private static final int MOST_LETTERS = 4000;

  private final Set<String> english =
      new HashSet<>(Vocabulary.of(EnglishOnly.class, "english-words.txt"));
  private final Set<String> foreign =
      new HashSet<>(Vocabulary.of(EnglishOnly.class, "foreign-words.txt"));

  Contents of(Document document, Contents contents) {
    List<Article> english = new ArrayList<>();
    List<Problem> problems = new ArrayList<>(contents.problems());
    for (Article article : contents.articles()) {
      if (isEnglish(document, article)) {
        english.add(article);
      } else {
        problems.add(
            new Problem(
                Problem.Kind.LANGUAGE,
                document.id(),
                "holds an article that is not in English, the only language that is coded; it was left out"));
      }
    }
    return problems.size() == contents.problems().size()
        ? contents
        : new Contents(english, contents.commentary(), contents.furniture(), problems);
  }

  private boolean isEnglish(Document document, Article article) {
    Words words = words(document, article);
    if (words.all < LEAST_WORDS) {
      String declared = document.metadata().language();
      return declared == null || declared.toLowerCase(Locale.ROOT).startsWith("en");
    }
    boolean otherScript = 2 * words.otherScript > words.all;
    boolean sure = words.all >= A_PARAGRAPH || words.english == 0 && words.foreign >= LEAST_FOREIGN;
    boolean otherWords =
        sure && words.foreign >= FOREIGN * words.all && words.foreign > words.english;
    return !otherScript && !otherWords;
  }

  Words words(Document document, Article article) {
    Words words = new Words();
    int left = MOST_LETTERS;
    for (Span paragraph : article.paragraphs()) {
      int end = Math.min(paragraph.end(), paragraph.start() + left);
      words.count(document.content(), new Span(paragraph.start(), end));
      left -= end - paragraph.start();
    }
    return words;
  }

  /** Counts the words of a text by what they tell of its language. */
  final class Words {
    int all;
    int english;
    int foreign;
    int otherScript;

    private void count(String text, Span span) {
      int from = span.start();
      for (int i = span.start(); i <= span.end(); i++) {
        if (i == span.end() || !Character.isLetter(text.charAt(i))) {
          if (i > from) {
            count(text.substring(from, i));
          }
          from = i + 1;
        }
      }
    }

    private void count(String word) {
      String lower = word.toLowerCase(Locale.ROOT);
      all++;
      english += EnglishOnly.this.english.contains(lower) ? 1 : 0;
      foreign += EnglishOnly.this.foreign.contains(lower) ? 1 : 0;
      otherScript += word.charAt(0) >= LATIN_ENDS ? 1 : 0;
    }
  }
}
