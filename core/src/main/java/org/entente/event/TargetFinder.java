package org.entente.event;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;
import org.entente.actor.Actor;
import org.entente.codebook.Codebook;
import org.entente.codebook.Operator;
import org.entente.parse.Relation;
import org.entente.parse.Sentence;
import org.entente.parse.Upos;

/**
 * Finds whom an act is directed at: first who is named in its arguments, then who may be meant
 * there, then the place, and for acts that turn against one's own country that country. One per
 * sentence; not thread-safe.
 */
final class TargetFinder {
  private static final List<String> TOWARDS =
      List.of(
          "with", "against", "on", "to", "at", "for", "from", "into", "over", "of", "between",
          "among", "toward", "towards", "by", "in", "near", "inside", "about", "around", "outside",
          "along", "off", "beyond", "through", "behind", "across", "because");

  /**
   * Families whose acts a government or a crowd turns against its own country when no other target
   * is named.
   */
  private static final Set<String> DOMESTIC =
      Set.of(
          "protest",
          "protest-strike",
          "protest-hunger",
          "protest-block",
          "protest-riot",
          "coerce",
          "coerce-arrest",
          "coerce-ban",
          "coerce-curfew",
          "coerce-emergency",
          "coerce-restrict",
          "coerce-seize",
          "coerce-destroy",
          "ease-admin",
          "concede-dissent",
          "concede-rights",
          "violence",
          "mass-violence",
          "mobilise",
          "investigate");

  /** Families whose acts have a target at home only where their place is named. */
  private static final Set<String> CONCEDED = Set.of("concede-policy", "reform", "yield");

  /** Families of words to another side, whose place says nothing about whom they are meant for. */
  private static final Set<String> SPOKEN =
      Set.of("support", "meet", "settle", "disapprove", "accuse", "apology", "cooperate");

  private static final Set<String> IN = Set.of("in", "at", "near");
  private static final Set<String> TOPICS = Set.of("on", "about", "over");
  private static final Set<String> ASKED = Set.of("on", "upon", "to");
  private static final Set<String> CONDITIONS = Set.of("if", "unless", "until");
  private static final Set<String> STATE_SECTORS =
      Set.of("GOV", "COP", "MIL", "JUD", "LEG", "SPY", "");

  /** "The attack on Gondor", "in Gondor", "the killing of": who suffers it, not who is to blame. */
  private static final Set<String> SUFFERING = Set.of("in", "at", "near", "on", "against", "of");

  private final Codebook book;
  private final Sentence s;
  private final Participants participants;

  TargetFinder(Codebook book, Sentence s, Participants participants) {
    this.book = book;
    this.s = s;
    this.participants = participants;
  }

  /** The targets of an act by {@code sources}; empty when nobody is named and none can be meant. */
  List<Participant> find(Coding coding, List<Participant> sources, int subject) {
    boolean spoken =
        coding.act() != null
            && SPOKEN.contains(coding.act().family())
            && !coding.act().shape().equals("destination");
    List<Integer> arguments = tokens(coding, subject);
    if (spoken) {
      arguments.removeIf(this::isPlace);
    }
    if (coding.act() != null && coding.act().family().equals("meet")) {
      arguments.removeIf(this::isTopic);
    }
    boolean blames =
        coding.act() != null
            && coding.act().family().equals("disapprove")
            && coding.operator() == null;
    if (blames) {
      arguments.removeIf(this::isSufferer);
    }
    List<Participant> targets =
        explicit(arguments, sources, blames ? this::isSufferer : t -> false);
    if (targets.isEmpty() && coding.operator() == Operator.THREATEN) {
      targets = explicit(conditions(coding.outer()), sources);
    }
    if (targets.isEmpty()) {
      targets = explicit(governing(coding.outer()), sources);
    }
    if (blames) {
      arguments.removeIf(t -> participants.isNamedAfter(t, this::isSufferer));
    }
    for (int i = 0; i < arguments.size() && targets.isEmpty(); i++) {
      targets =
          opposed(Participants.others(participants.named(arguments.get(i)), sources), sources);
    }
    if (targets.isEmpty() && !spoken) {
      targets = Participants.others(participants.places(coding.outer()), sources);
    }
    String family = coding.act() == null ? "" : coding.act().family();
    boolean refused = coding.operator() == Operator.REJECT && family.startsWith("protest");
    boolean own =
        !refused && DOMESTIC.contains(family)
            || CONCEDED.contains(family) && isAtHome(coding, sources);
    if (targets.isEmpty() && own && !sources.isEmpty()) {
      return List.of(new Participant(state(sources.getFirst().actor()), null));
    }
    return targets;
  }

  /** Who else is named in the arguments of the verb at {@code p}. */
  List<Participant> around(int p, List<Participant> sources) {
    LinkedHashSet<Integer> tokens = new LinkedHashSet<>();
    addArguments(p, tokens);
    return explicit(new ArrayList<>(tokens), sources);
  }

  /** "In Geneva". */
  private boolean isPlace(int token) {
    int marker = s.relation(token).is(Relation.OBL) ? s.child(token, Relation.CASE) : Sentence.NONE;
    return marker != Sentence.NONE && IN.contains(s.lemma(marker)) && s.upos(token) == Upos.PROPN;
  }

  /** "Discussed Rohan", "talks about Rohan": what is spoken of, not who is spoken to. */
  private boolean isTopic(int token) {
    if (s.relation(token) == Relation.OBJ) {
      return s.lemma(s.head(token)).equals("discuss") && !isSpokenOfWith(token);
    }
    int marker = s.child(token, Relation.CASE);
    return marker != Sentence.NONE && TOPICS.contains(s.lemma(marker));
  }

  /** "Discussed the border with Rohan", where the parser hangs "with" on the border. */
  private boolean isSpokenOfWith(int topic) {
    for (int c = s.firstChild(topic); c != Sentence.NONE; c = s.nextChild(c)) {
      int marker = s.child(c, Relation.CASE);
      if (marker != Sentence.NONE && s.lemma(marker).equals("with")) {
        return true;
      }
    }
    return false;
  }

  /** Who suffers what is condemned is not who is condemned. */
  private boolean isSufferer(int token) {
    int marker = s.child(token, Relation.CASE);
    return s.relation(token) == Relation.NMOD
        && marker != Sentence.NONE
        && SUFFERING.contains(s.lemma(marker))
        && book.isWord("harm", s.lemma(s.head(token)));
  }

  private List<Participant> explicit(List<Integer> tokens, List<Participant> sources) {
    return explicit(tokens, sources, token -> false);
  }

  private List<Participant> explicit(
      List<Integer> tokens, List<Participant> sources, IntPredicate suffers) {
    for (int token : tokens) {
      List<Participant> found = participants.explicitWithin(token, sources, suffers);
      if (!found.isEmpty()) {
        return found;
      }
    }
    return List.of();
  }

  /** "Threatened to leave if Gondor attacks": whose doing the threat hangs on. */
  private List<Integer> conditions(int p) {
    List<Integer> subjects = new ArrayList<>();
    for (int i = s.leftEdge(p); i <= s.rightEdge(p); i++) {
      int mark = s.relation(i) == Relation.ADVCL ? s.child(i, Relation.MARK) : Sentence.NONE;
      if (mark != Sentence.NONE && CONDITIONS.contains(s.lemma(mark))) {
        int own = participants.ownSubject(i);
        if (own != Sentence.NONE) {
          subjects.add(own);
        }
      }
    }
    return subjects;
  }

  /**
   * "Sent officers to Gondor to investigate": the arguments of the clause whose purpose this is.
   */
  private List<Integer> governing(int p) {
    LinkedHashSet<Integer> tokens = new LinkedHashSet<>();
    int mark = s.child(p, Relation.MARK);
    boolean infinitive = mark != Sentence.NONE && s.lemma(mark).equals("to");
    boolean purpose =
        infinitive && (s.relation(p) == Relation.ADVCL || s.relation(p) == Relation.XCOMP);
    if (purpose && s.upos(s.head(p)) == Upos.VERB) {
      addArguments(s.head(p), tokens);
      tokens.remove(p);
    }
    return new ArrayList<>(tokens);
  }

  private boolean isAtHome(Coding coding, List<Participant> sources) {
    return participants.places(coding.outer()).stream()
        .anyMatch(place ->
            sources.stream()
                .anyMatch(source -> source.actor().country().equals(place.actor().country())));
  }

  private static Actor state(Actor actor) {
    return new Actor(
        actor.country().isEmpty() ? actor.name() : actor.country(),
        Actor.Kind.STATE,
        actor.country(),
        "",
        "");
  }

  /**
   * Guessed participants of the source's own country count only where they are of another camp:
   * rebels and the president, police and demonstrators.
   */
  private static List<Participant> opposed(
      List<Participant> candidates, List<Participant> sources) {
    return candidates.stream()
        .filter(c -> sources.stream().allMatch(p -> isOpposed(p.actor(), c.actor())))
        .toList();
  }

  static boolean isOpposed(Actor source, Actor candidate) {
    return !source.country().equals(candidate.country())
        || isState(source) != isState(candidate) && !source.sector().isEmpty();
  }

  /** "The king broke Gondor's ties with Rohan": his own state is not whom he turns to. */
  static boolean isOwnState(Actor source, Actor candidate) {
    return candidate.kind() == Actor.Kind.STATE
        && isState(source)
        && source.country().equals(candidate.country());
  }

  private static boolean isState(Actor actor) {
    return STATE_SECTORS.contains(actor.sector());
  }

  /** The tokens that may name whom an act is directed at, the likeliest first. */
  List<Integer> tokens(Coding coding, int subject) {
    LinkedHashSet<Integer> tokens = new LinkedHashSet<>();
    if (coding.addressee() != Sentence.NONE) {
      tokens.add(coding.addressee());
    }
    Operator operator = coding.operator();
    if (operator == Operator.REJECT && coding.inner() != coding.outer()) {
      addObject(coding.outer(), tokens);
    }
    if (operator == Operator.APPEAL || operator == Operator.DEMAND) {
      addAsked(coding.outer(), tokens);
      addComplementSubject(coding.outer(), tokens);
    }
    if (coding.inner() != coding.outer()) {
      addArguments(coding.inner(), tokens);
    }
    for (int up = coding.inner(); up != Sentence.NONE && up != coding.outer(); up = s.head(up)) {
      addArguments(up, tokens);
    }
    addArguments(coding.outer(), tokens);
    tokens.remove(subject);
    return new ArrayList<>(tokens);
  }

  private void addObject(int p, Set<Integer> tokens) {
    int object = s.child(p, Relation.OBJ);
    if (object != Sentence.NONE) {
      tokens.add(object);
    }
  }

  /** "Called on Gondor", "appealed to Gondor": who stands right behind the verb. */
  private void addAsked(int p, Set<Integer> tokens) {
    for (int c = s.firstChild(p); c != Sentence.NONE; c = s.nextChild(c)) {
      int marker = s.relation(c) == Relation.OBL ? s.child(c, Relation.CASE) : Sentence.NONE;
      if (marker == p + 1 && ASKED.contains(s.lemma(marker))) {
        tokens.add(c);
      }
    }
  }

  /** Of whom it is asked: the subject of the clause that says what. */
  private void addComplementSubject(int p, Set<Integer> tokens) {
    for (int c = s.firstChild(p); c != Sentence.NONE; c = s.nextChild(c)) {
      int own =
          s.relation(c) == Relation.CCOMP || s.relation(c) == Relation.XCOMP
              ? participants.ownSubject(c)
              : Sentence.NONE;
      if (own != Sentence.NONE) {
        tokens.add(own);
      }
    }
  }

  private void addArguments(int p, Set<Integer> tokens) {
    for (int c = s.firstChild(p); c != Sentence.NONE; c = s.nextChild(c)) {
      Relation r = s.relation(c);
      if (r == Relation.OBJ || r == Relation.IOBJ || r == Relation.NSUBJ_PASS) {
        tokens.add(c);
      }
    }
    boolean noun = s.upos(p) == Upos.NOUN || s.upos(p) == Upos.PROPN;
    for (String preposition : TOWARDS) {
      for (int c = s.firstChild(p); c != Sentence.NONE; c = s.nextChild(c)) {
        Relation r = s.relation(c);
        int marker = s.child(c, Relation.CASE);
        boolean dependent = r == Relation.OBL || r == Relation.NMOD;
        if (dependent
            && marker != Sentence.NONE
            && s.lemma(marker).equals(preposition)
            && !(noun && preposition.equals("by"))) {
          tokens.add(c);
        }
      }
    }
    if (noun) {
      for (int c = s.firstChild(p); c != Sentence.NONE; c = s.nextChild(c)) {
        Relation r = s.relation(c);
        if (r == Relation.AMOD || r == Relation.COMPOUND || r == Relation.NMOD_POSS) {
          tokens.add(c);
        }
      }
    }
    for (int c = s.firstChild(p); c != Sentence.NONE; c = s.nextChild(c)) {
      if (s.relation(c) == Relation.XCOMP
          || s.relation(c) == Relation.CCOMP
          || s.relation(c) == Relation.ADVCL) {
        int own = participants.ownSubject(c);
        if (own != Sentence.NONE) {
          tokens.add(own);
        }
        tokens.add(c);
        int object = s.child(c, Relation.OBJ);
        if (object != Sentence.NONE && s.relation(c) == Relation.ADVCL) {
          tokens.add(object);
        }
      }
    }
  }
}
