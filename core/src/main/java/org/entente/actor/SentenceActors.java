package org.entente.actor;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.entente.parse.Relation;
import org.entente.parse.Sentence;
import org.entente.parse.Upos;
import org.jspecify.annotations.Nullable;

/** Names and roles in one sentence. One per sentence; not thread-safe. */
final class SentenceActors {
  private static final Set<String> QUANTITIES =
      Set.of(
          "hundred",
          "thousand",
          "dozen",
          "score",
          "group",
          "number",
          "member",
          "million",
          "majority",
          "pair",
          "lot",
          "crowd",
          "part",
          "most",
          "many",
          "some",
          "all",
          "one",
          "two",
          "several",
          "both",
          "series",
          "couple",
          "rest",
          "third",
          "half",
          "handful",
          "ten",
          "faction",
          "convoy",
          "side",
          "each",
          "tens",
          "none",
          "any",
          "mission",
          "leader",
          "chief",
          "head",
          "commander",
          "supporter",
          "representative",
          "spokesman",
          "spokesperson",
          "spokeswoman",
          "unit",
          "team");

  /** Participles that say where somebody belongs. */
  private static final Set<String> BASED =
      Set.of(
          "base",
          "operate",
          "live",
          "station",
          "affiliate",
          "headquarter",
          "locate",
          "exile",
          "link",
          "ally",
          "work",
          "belong",
          "reside");

  private static final Set<String> PLACING =
      Set.of("of", "in", "from", "inside", "near", "around", "outside", "at");

  private static final Set<String> BELONGING = Set.of("of", "from");

  private static final Set<String> FORMER = Set.of("former", "late", "ex", "new", "next", "then");
  private static final int DEPTH = 4;

  private final ActorBook book;
  private final Sentence s;
  private final @Nullable LocalDate day;
  private final @Nullable Entry[] names;
  private final int[] nameStart;
  private final int[] nameEnd;

  /**
   * @param focus the country that the article spoke of last, or empty
   */
  SentenceActors(ActorBook book, Sentence s, @Nullable LocalDate day, String focus) {
    this.book = book;
    this.s = s;
    this.day = day;
    this.names = new Entry[s.size()];
    this.nameStart = new int[s.size()];
    this.nameEnd = new int[s.size()];
    matchNames();
    placeShared(focus);
  }

  private void matchNames() {
    int[] end = new int[1];
    for (int i = 0; i < s.size(); ) {
      Entry entry =
          Character.isLowerCase(s.form(i).charAt(0)) ? lowerCase(i, end) : book.match(s, i, end);
      if (entry == null
          || entry.use() == Entry.Use.DEMONYM
              && i > 0
              && s.form(i - 1).equalsIgnoreCase("ethnic")) {
        i++;
        continue;
      }
      for (int k = i; k < end[0]; k++) {
        names[k] = entry;
        nameStart[k] = i;
        nameEnd[k] = end[0] - 1;
      }
      i = end[0];
    }
  }

  /**
   * Names that several countries share, as "Kurds" and "Tripoli": of that one which the sentence
   * names besides, else of that in focus, else of the first.
   */
  private void placeShared(String focus) {
    for (int i = 0; i < names.length; i++) {
      Entry entry = names[i];
      if (entry != null && !entry.elsewhere().isEmpty()) {
        String country = entry.elsewhere().contains(focus) ? focus : entry.country();
        for (Entry other : names) {
          boolean known = other != null && other.elsewhere().isEmpty();
          if (known
              && (entry.elsewhere().contains(other.country())
                  || other.country().equals(entry.country()))) {
            country = other.country();
          }
        }
        names[i] = entry.in(country);
      }
    }
  }

  /** Names that begin in lower case: "al-Qaeda", "the Hague". */
  private @Nullable Entry lowerCase(int i, int[] end) {
    Entry entry = book.match(s, i, end);
    return entry != null && end[0] > i + 1 ? entry : null;
  }

  List<Mention> find(int number) {
    List<Mention> found = new ArrayList<>();
    for (int i = 0; i < s.size(); i++) {
      Actor actor = actor(i, 0);
      if (actor != null) {
        found.add(mention(number, i, actor));
        addShared(number, i, actor, found);
      }
    }
    return found;
  }

  /** "The Turkish and Greek sides" are two actors: one for each of the joined adjectives. */
  private void addShared(int number, int head, Actor actor, List<Mention> found) {
    if (names[head] != null) {
      return;
    }
    for (int c = s.firstChild(head); c != Sentence.NONE; c = s.nextChild(c)) {
      Entry joined = c < head && s.relation(c) == Relation.CONJ ? names[c] : null;
      if (joined != null && !joined.country().equals(actor.country())) {
        found.add(
            mention(
                number,
                head,
                new Actor(joined.name(), actor.kind(), joined.country(), actor.sector(), "")));
      }
      if (names[c] != null
          && (s.relation(c) == Relation.AMOD
              || s.relation(c) == Relation.COMPOUND
              || s.relation(c) == Relation.NMOD)) {
        for (int k = s.firstChild(c); k != Sentence.NONE; k = s.nextChild(k)) {
          Entry other = s.relation(k) == Relation.CONJ ? names[k] : null;
          if (other != null && !other.country().equals(actor.country())) {
            Actor second =
                new Actor(other.name(), actor.kind(), other.country(), actor.sector(), "");
            found.add(mention(number, head, second));
          }
        }
      }
    }
  }

  private Mention mention(int number, int head, Actor actor) {
    int first = head;
    int last = head;
    if (names[head] != null) {
      first = nameStart[head];
      last = nameEnd[head];
    }
    for (int c = s.firstChild(head); c != Sentence.NONE; c = s.nextChild(c)) {
      if (isInside(s.relation(c))) {
        first = Math.min(first, s.leftEdge(c));
        last = Math.max(last, s.rightEdge(c));
      }
    }
    String rule = names[head] != null ? "name" : "role";
    return new Mention(number, first, last, head, s.span(first, last), actor, rule);
  }

  private static boolean isInside(Relation relation) {
    return switch (relation) {
      case DET, AMOD, COMPOUND, NMOD_POSS, NUMMOD, FLAT, NMOD_DESC -> true;
      default -> false;
    };
  }

  /** The actor whom the phrase headed by {@code head} names, or null. */
  private @Nullable Actor actor(int head, int depth) {
    Upos upos = s.upos(head);
    Entry own = names[head];
    if (own != null) {
      return head == headOf(head) ? named(head, own, depth) : null;
    }
    if (depth > DEPTH
        || upos != Upos.NOUN
            && upos != Upos.PROPN
            && upos != Upos.NUM
            && upos != Upos.ADJ
            && upos != Upos.DET
            && upos != Upos.PRON) {
      return null;
    }
    String lemma = s.lemma(head).toLowerCase(java.util.Locale.ROOT);
    boolean ethnic = head > 0 && s.form(head - 1).equalsIgnoreCase("ethnic");
    String sector =
        upos != Upos.NOUN && upos != Upos.PROPN ? null : ethnic ? "CVL" : book.sector(lemma);
    Actor modifier = modifier(head, depth);
    if (modifier != null) {
      Actor holder = "GOV".equals(sector) ? holder(head, modifier) : null;
      if (holder != null) {
        return holder;
      }
      return sector == null
          ? upos == Upos.PROPN ? withWords(head, modifier, modifier.sector()) : modifier
          : withWords(head, modifier, sector(modifier, sector));
    }
    if (QUANTITIES.contains(lemma) || upos == Upos.NUM) {
      Actor of = prepositional(head, depth, BELONGING);
      if (of != null) {
        return of;
      }
    }
    return sector == null ? null : new Actor(words(head), Actor.Kind.AGENT, "", sector, "");
  }

  /** "The U.S. secretary of state": whoever held the office on the day of the article. */
  private @Nullable Actor holder(int head, Actor modifier) {
    boolean state = modifier.kind() == Actor.Kind.STATE || modifier.kind() == Actor.Kind.AGENT;
    if (day == null || !state || modifier.country().isEmpty() || !s.xpos(head).equals("NN")) {
      return null;
    }
    StringBuilder title = new StringBuilder(s.lemma(head).toLowerCase(Locale.ROOT));
    for (int c = head - 1; c >= 0 && s.head(c) == head && names[c] == null; c--) {
      boolean part = s.relation(c) == Relation.AMOD || s.relation(c) == Relation.COMPOUND;
      String word = s.form(c).toLowerCase(Locale.ROOT);
      if (!part || FORMER.contains(word)) {
        return part ? null : office(modifier, title.toString());
      }
      title.insert(0, word.replace("defense", "defence") + " ");
    }
    boolean of = head + 2 < s.size() && s.form(head + 1).equals("of");
    boolean state2 = of && (s.form(head + 2).equals("state") || s.form(head + 2).equals("defense"));
    return office(modifier, state2 ? title + " of " + s.form(head + 2) : title.toString());
  }

  private @Nullable Actor office(Actor modifier, String title) {
    LocalDate when = Objects.requireNonNull(day);
    String usual = title.equals("premier") ? "prime minister" : title;
    Entry holder = book.holder(modifier.country(), usual, when);
    return holder == null ? null : holder.at(when);
  }

  private static String sector(Actor modifier, String sector) {
    return modifier.kind() == Actor.Kind.GROUP || modifier.kind() == Actor.Kind.ORGANISATION
        ? modifier.sector()
        : sector;
  }

  /** A name that modifies another noun gives way to that noun, which is asked itself. */
  private @Nullable Actor named(int head, Entry entry, int depth) {
    Actor actor = entry.at(day);
    boolean people = entry.use() == Entry.Use.DEMONYM && s.xpos(head).endsWith("S");
    Actor of = people && depth < DEPTH ? prepositional(head, depth, Set.of("of")) : null;
    return of == null || of.country().isEmpty()
        ? actor
        : new Actor(words(head), Actor.Kind.AGENT, of.country(), "CVL", "");
  }

  /** The token of a name that the others depend on. */
  private int headOf(int token) {
    int best = token;
    for (int k = nameStart[token]; k <= nameEnd[token]; k++) {
      int up = s.head(k);
      if (up == Sentence.NONE || up < nameStart[token] || up > nameEnd[token]) {
        return k;
      }
    }
    return best;
  }

  private Actor withWords(int head, Actor modifier, String sector) {
    boolean proper = s.upos(head) == Upos.PROPN && modifier.kind() == Actor.Kind.STATE;
    Actor.Kind kind = proper ? Actor.Kind.PERSON : Actor.Kind.AGENT;
    if (modifier.kind() == Actor.Kind.PERSON
        || modifier.kind() == Actor.Kind.ORGANISATION
        || modifier.kind() == Actor.Kind.GROUP) {
      return new Actor(
          modifier.name(), modifier.kind(), modifier.country(), sector, modifier.office());
    }
    return new Actor(words(head), kind, modifier.country(), sector, "");
  }

  private String words(int head) {
    int first = head;
    int last = head;
    for (int c = s.firstChild(head); c != Sentence.NONE; c = s.nextChild(c)) {
      if (isInside(s.relation(c)) && s.relation(c) != Relation.DET) {
        first = Math.min(first, s.leftEdge(c));
        last = Math.max(last, s.rightEdge(c));
      }
    }
    return s.words(first, last);
  }

  /**
   * Who the modifiers say it is: adjectives, names before it, owners, appositions, then "of", "in"
   * and "from".
   */
  private @Nullable Actor modifier(int head, int depth) {
    Actor found = null;
    for (int c = s.firstChild(head); c != Sentence.NONE; c = s.nextChild(c)) {
      Relation r = s.relation(c);
      boolean near =
          r == Relation.FLAT
              || r == Relation.COMPOUND
              || r == Relation.AMOD
              || r == Relation.NMOD_DESC
              || r == Relation.NMOD_UNMARKED;
      if (near && !isBacked(c)) {
        Actor actor = actor(c, depth + 1);
        found = better(found, actor);
      }
    }
    if (found != null && !found.country().isEmpty()
        || found != null && found.kind() == Actor.Kind.ORGANISATION) {
      return found;
    }
    for (int c = s.firstChild(head); c != Sentence.NONE; c = s.nextChild(c)) {
      if (s.relation(c) == Relation.NMOD_POSS && s.upos(c) == Upos.PRON) {
        return found;
      }
      if (s.relation(c) == Relation.NMOD_POSS || s.relation(c) == Relation.APPOS) {
        found = better(found, actor(c, depth + 1));
      }
    }
    if (found != null && !found.country().isEmpty()
        || found != null && found.kind() == Actor.Kind.ORGANISATION) {
      return found;
    }
    Actor placed = prepositional(head, depth, PLACING);
    return better(found, placed == null ? based(head, depth) : placed);
  }

  /** "A group based in Gondor", "workers affiliated with the union of Gondor". */
  private @Nullable Actor based(int head, int depth) {
    for (int c = s.firstChild(head); c != Sentence.NONE; c = s.nextChild(c)) {
      if (s.relation(c) == Relation.ACL && BASED.contains(s.lemma(c))) {
        for (int g = s.firstChild(c); g != Sentence.NONE; g = s.nextChild(g)) {
          Actor actor = s.relation(g).is(Relation.OBL) ? actor(g, depth + 1) : null;
          if (actor != null && !actor.country().isEmpty()) {
            return actor;
          }
        }
      }
    }
    return null;
  }

  /** "Iranian-backed militia": the adjective belongs to "backed", not to the militia. */
  private boolean isBacked(int token) {
    return token + 2 < s.size() && s.form(token + 2).equals("led")
        ? false
        : token + 2 < s.size() && s.form(token + 1).equals("-") && s.upos(token + 2) == Upos.VERB
            || token + 2 < s.size()
                && s.form(token + 1).equals("-")
                && s.xpos(token + 2).startsWith("VB");
  }

  private static @Nullable Actor better(@Nullable Actor a, @Nullable Actor b) {
    if (a == null || b == null) {
      return a == null ? b : a;
    }
    boolean vague = a.country().isEmpty() && a.kind() == Actor.Kind.AGENT;
    boolean person = b.kind() == Actor.Kind.PERSON && a.kind() != Actor.Kind.PERSON;
    return vague || person ? b : a;
  }

  private @Nullable Actor prepositional(int head, int depth, Set<String> prepositions) {
    for (int c = s.firstChild(head); c != Sentence.NONE; c = s.nextChild(c)) {
      if (s.relation(c) == Relation.NMOD) {
        int marker = s.child(c, Relation.CASE);
        if (marker != Sentence.NONE && prepositions.contains(s.lemma(marker))) {
          Actor actor = actor(c, depth + 1);
          if (actor != null
              && (!actor.country().isEmpty()
                  || actor.kind() != Actor.Kind.AGENT
                  || prepositions.contains("of"))) {
            return actor;
          }
        }
      }
    }
    return null;
  }
}
