package org.entente.actor;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.entente.parse.Relation;
import org.entente.parse.Sentence;
import org.entente.parse.Upos;
import org.jspecify.annotations.Nullable;

/**
 * What is known from earlier in the article: whom pronouns mean, and of which country an agent is
 * that is named without one. One per article, fed in reading order; not thread-safe.
 */
final class Discourse {
  private static final java.util.Set<String> BROAD =
      java.util.Set.of(
          "western",
          "foreign",
          "international",
          "european",
          "arab",
          "african",
          "asian",
          "world",
          "global",
          "both",
          "neighbouring",
          "neighboring",
          "regional",
          "other",
          "allied");

  private static final java.util.Set<String> PAIRED =
      java.util.Set.of(
          "side",
          "country",
          "nation",
          "state",
          "leader",
          "president",
          "minister",
          "government",
          "party",
          "power",
          "capital",
          "neighbour",
          "neighbor",
          "ally",
          "man");

  /** One actor for each of the countries spoken of, the last one last. */
  private final List<Actor> recent = new ArrayList<>();

  private List<Actor> lastPair = List.of();
  private @Nullable Actor lastPerson;
  private @Nullable Actor lastBody;
  private @Nullable Actor lastMany;
  private @Nullable Actor lastSubject;
  private String focus = "";

  /** The country that the article spoke of last, or empty. */
  String focus() {
    return focus;
  }

  /** The mentions of a sentence with countries for bare agents, and mentions for its pronouns. */
  List<Mention> complete(int number, Sentence s, List<Mention> found) {
    String country = focusOf(s, found);
    List<Mention> complete = new ArrayList<>();
    int next = 0;
    for (int i = 0; i < s.size(); i++) {
      if (isPair(s, i)) {
        List<Mention> both = pair(number, s, i);
        complete.addAll(both);
        lastPair = both.stream().map(Mention::actor).toList();
        while (next < found.size() && found.get(next).head() == i) {
          next++;
        }
        continue;
      }
      boolean named = next < found.size() && found.get(next).head() == i;
      while (next < found.size() && found.get(next).head() == i) {
        Mention mention = placed(found.get(next++), s, found, country);
        complete.add(mention);
        remember(s, mention);
      }
      if (!named && s.upos(i) == Upos.PRON) {
        boolean they = s.lemma(i).equals("they") || s.form(i).equalsIgnoreCase("their");
        if (they && lastPair.size() == 2) {
          for (Actor actor : lastPair) {
            complete.add(new Mention(number, i, i, i, s.span(i), actor, "pronoun"));
          }
          continue;
        }
        Mention mention = pronoun(number, s, i);
        if (mention != null) {
          complete.add(mention);
        }
      }
    }
    if (!country.isEmpty()) {
      focus = country;
    }
    return complete;
  }

  /** "Both sides", "the two countries": those two of whom the article spoke last. */
  private static boolean isPair(Sentence s, int token) {
    if (!PAIRED.contains(s.lemma(token))) {
      return false;
    }
    for (int c = s.firstChild(token); c != Sentence.NONE; c = s.nextChild(c)) {
      String form = s.form(c).toLowerCase(Locale.ROOT);
      if (form.equals("both") || form.equals("two")) {
        return s.child(token, Relation.NMOD) == Sentence.NONE
            && s.child(token, Relation.AMOD) == Sentence.NONE;
      }
    }
    return false;
  }

  private List<Mention> pair(int number, Sentence s, int token) {
    List<Mention> both = new ArrayList<>();
    if (recent.size() < 2) {
      return both;
    }
    for (Actor actor : recent.subList(recent.size() - 2, recent.size())) {
      Actor state = new Actor(actor.name(), Actor.Kind.STATE, actor.country(), "", "");
      both.add(
          new Mention(
              number,
              s.leftEdge(token),
              token,
              token,
              s.span(s.leftEdge(token), token),
              state,
              "pair"));
    }
    return both;
  }

  private Mention placed(Mention mention, Sentence s, List<Mention> all, String country) {
    Actor actor = mention.actor();
    if (actor.kind() != Actor.Kind.AGENT
        || !actor.country().isEmpty()
        || actor.sector().isEmpty()) {
      return mention;
    }
    if (isForeign(mention, s)) {
      return mention;
    }
    String owner = owner(mention, s, all);
    String near = owner.isEmpty() ? placeAround(mention, s, all) : owner;
    String chosen = !near.isEmpty() ? near : !country.isEmpty() ? country : focus;
    if (chosen.isEmpty()) {
      return mention;
    }
    String rule =
        !near.isEmpty() ? "role-place" : !country.isEmpty() ? "role-sentence" : "role-focus";
    Actor resolved = new Actor(actor.name(), actor.kind(), chosen, actor.sector(), actor.office());
    return new Mention(
        mention.sentence(),
        mention.first(),
        mention.last(),
        mention.head(),
        mention.span(),
        resolved,
        rule);
  }

  /** "The Gondorian government and its opponents": of the country that it is joined to. */
  private static String owner(Mention mention, Sentence s, List<Mention> all) {
    int head = mention.head();
    int possessive = s.child(head, Relation.NMOD_POSS);
    if (s.relation(head) != Relation.CONJ
        || possessive == Sentence.NONE
        || s.upos(possessive) != Upos.PRON) {
      return "";
    }
    return all.stream()
        .filter(other -> other.head() == s.head(head))
        .map(other -> other.actor().country())
        .findFirst()
        .orElse("");
  }

  /** "Western governments" and "foreign troops" are of no country that the sentence names. */
  private static boolean isForeign(Mention mention, Sentence s) {
    for (int i = mention.first(); i <= mention.last(); i++) {
      if (BROAD.contains(s.form(i).toLowerCase(Locale.ROOT))) {
        return true;
      }
    }
    return false;
  }

  /** The place of the clause that the agent stands in: "police clashed with students in Athens". */
  private static String placeAround(Mention mention, Sentence s, List<Mention> all) {
    int verb = s.head(mention.head());
    while (verb != Sentence.NONE && s.upos(verb) != Upos.VERB) {
      verb = s.head(verb);
    }
    for (Mention other : all) {
      int head = other.head();
      boolean ofObject =
          s.relation(head) == Relation.NMOD
              && s.relation(s.head(head)) == Relation.OBJ
              && s.head(s.head(head)) == verb;
      boolean inside =
          (s.relation(head).is(Relation.OBL) && s.head(head) == verb || ofObject)
              && !other.actor().country().isEmpty();
      if (inside) {
        int marker = s.child(head, Relation.CASE);
        if (marker != Sentence.NONE
            && "in at near around outside inside across".contains(s.lemma(marker))) {
          return other.actor().country();
        }
      }
    }
    return "";
  }

  /** The country that the sentence speaks of: the only one, else that of its first subject. */
  private static String focusOf(Sentence s, List<Mention> found) {
    String only = "";
    boolean several = false;
    String subject = "";
    for (Mention mention : found) {
      String country = mention.actor().country();
      if (!country.isEmpty()) {
        several |= !only.isEmpty() && !only.equals(country);
        only = only.isEmpty() ? country : only;
        if (subject.isEmpty() && s.relation(mention.head()).is(Relation.NSUBJ)) {
          subject = country;
        }
      }
    }
    return !several ? only : subject;
  }

  private void remember(Sentence s, Mention mention) {
    Actor actor = mention.actor();
    boolean prominent =
        s.relation(mention.head()).is(Relation.NSUBJ)
            || s.relation(mention.head()) == Relation.ROOT;
    boolean plural = s.xpos(mention.head()).equals("NNS") || s.xpos(mention.head()).equals("NNPS");
    if (actor.kind() == Actor.Kind.PERSON
        || actor.kind() == Actor.Kind.AGENT && !plural && prominent) {
      lastPerson = prominent || lastPerson == null ? actor : lastPerson;
    }
    if (actor.kind() == Actor.Kind.STATE && prominent
        || actor.kind() == Actor.Kind.ORGANISATION && prominent
        || actor.kind() == Actor.Kind.GROUP && prominent) {
      lastBody = actor;
    }
    if (plural && prominent) {
      lastMany = actor;
    }
    if (prominent) {
      lastSubject = actor;
      lastPair = List.of();
    }
    boolean party =
        actor.country().length() == 3
            && !mention.rule().equals("role-focus")
            && !mention.rule().equals("role-sentence");
    if (party
        && (prominent
            || s.relation(mention.head()) == Relation.OBJ
            || s.relation(mention.head()) == Relation.CONJ)) {
      recent.removeIf(a -> a.country().equals(actor.country()));
      recent.add(actor);
    }
  }

  private @Nullable Mention pronoun(int number, Sentence s, int token) {
    Actor meant =
        switch (s.form(token).toLowerCase(Locale.ROOT)) {
          case "he", "she", "him", "his", "her", "himself", "herself" ->
              lastPerson != null ? lastPerson : lastSubject;
          case "it", "its", "itself" ->
              s.relation(token) == Relation.EXPL ? null : lastBody != null ? lastBody : lastSubject;
          case "they", "them", "their", "themselves" ->
              lastMany != null && lastMany.equals(lastSubject)
                  ? lastMany
                  : lastSubject != null ? lastSubject : lastBody;
          default -> null;
        };
    return meant == null
        ? null
        : new Mention(number, token, token, token, s.span(token), meant, "pronoun");
  }
}
