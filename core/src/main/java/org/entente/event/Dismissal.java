package org.entente.event;

import java.util.Locale;
import java.util.Set;
import org.entente.codebook.Codebook;
import org.entente.parse.Relation;
import org.entente.parse.Sentence;
import org.entente.parse.Upos;

/**
 * Clauses that recognised acts are dismissed from: interviews, things published, private people.
 * One per sentence; not thread-safe.
 */
final class Dismissal {
  private static final Set<String> PERSONAL = Set.of("i", "me", "my", "you", "your");

  private final Codebook book;
  private final PrivateLife privateLife;
  private final Sentence s;
  private final Participants participants;
  private final Senses senses;

  Dismissal(Codebook book, PrivateLife privateLife, Sentence s, Participants participants) {
    this.book = book;
    this.privateLife = privateLife;
    this.s = s;
    this.participants = participants;
    this.senses = new Senses(book, s);
  }

  /** Whether the clause tells of no public act. */
  boolean dismiss(Coding coding, int subject) {
    return isPrivate(coding, subject) || isTalk(coding, subject) || isPublished(coding);
  }

  /** "They harassed me", "when you ask": an interview, not a report. */
  private boolean isTalk(Coding coding, int subject) {
    boolean talk = subject != Sentence.NONE && isPersonal(subject);
    for (int c = s.firstChild(coding.inner()); c != Sentence.NONE; c = s.nextChild(c)) {
      Relation r = s.relation(c);
      boolean object = r == Relation.OBJ || r == Relation.IOBJ;
      talk |= object && isPersonal(c);
    }
    return talk;
  }

  private boolean isPersonal(int token) {
    String form = s.form(token).toLowerCase(Locale.ROOT);
    boolean owned = s.child(token, Relation.NMOD_POSS) != Sentence.NONE;
    String owner = owned ? s.form(s.child(token, Relation.NMOD_POSS)).toLowerCase(Locale.ROOT) : "";
    return PERSONAL.contains(form) || PERSONAL.contains(owner);
  }

  /** "The report was released": what is let out is no person. */
  private boolean isPublished(Coding coding) {
    boolean release = coding.act() != null && coding.act().id().equals("release");
    int object = senses.object(coding.inner());
    return release
        && object != Sentence.NONE
        && s.upos(coding.inner()) == Upos.VERB
        && s.upos(object) != Upos.NUM
        && participants.named(object).isEmpty()
        && !book.isWord("captive", s.lemma(object));
  }

  /** Done by somebody private, or suffered by one from nobody who is named. */
  private boolean isPrivate(Coding coding, int subject) {
    int object = s.child(coding.inner(), Relation.OBJ);
    boolean named = !participants.named(subject).isEmpty();
    return privateLife.isPrivate(s, subject) || !named && privateLife.isPrivate(s, object);
  }
}
