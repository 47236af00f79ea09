package org.entente.event;

import java.util.List;
import java.util.Set;
import org.entente.actor.Actor;
import org.entente.codebook.Act;
import org.entente.codebook.Operator;
import org.jspecify.annotations.Nullable;

/**
 * Whether a recognised act with its participants is an event between political actors: words need
 * somebody who says them, meetings and aid two sides, and a wish whose act is unknown somebody whom
 * it is addressed to. Stateless and thread-safe.
 */
final class Relevance {
  /** Families that are suffered: told also where nobody is said to have done it. */
  private static final Set<String> SUFFERED =
      Set.of(
          "violence",
          "mass-violence",
          "mass-nuclear",
          "fight",
          "fight-blockade",
          "fight-occupy",
          "coerce",
          "coerce-arrest",
          "coerce-deport",
          "coerce-destroy",
          "coerce-seize",
          "protest",
          "protest-riot",
          "protest-strike",
          "protest-block",
          "protest-hunger");

  /** Families that take two sides. */
  private static final Set<String> TWO_SIDED =
      Set.of("meet", "cooperate-economic", "aid-humanitarian");

  /** Comments that need nobody whom they are about. */
  private static final Set<String> ALONE = Set.of("011", "015", "016");

  /** Sectors whose words and visits are politics. */
  private static final Set<String> POLITICAL =
      Set.of(
          "GOV", "MIL", "LEG", "JUD", "IGO", "NGO", "REB", "OPP", "PTY", "COP", "SPY", "PRM", "UAF",
          "REL", "");

  private Relevance() {}

  /** Acts of force and inquiries count also where a name acts that no file knows. */
  static boolean mayBeUnknown(@Nullable Act act) {
    return act != null && (SUFFERED.contains(act.family()) || act.family().equals("investigate"));
  }

  static boolean isEvent(
      Coding coding, List<Participant> sources, List<Participant> targets, boolean joint) {
    Act act = coding.act();
    String family = act == null ? "" : act.family();
    boolean suffered = coding.operator() == null && SUFFERED.contains(family);
    if (sources.isEmpty() && (targets.isEmpty() || !suffered)) {
      return false;
    }
    if (coding.operator() == null && family.startsWith("change-")) {
      return false;
    }
    boolean idle = targets.isEmpty() && !joint;
    if (idle && (TWO_SIDED.contains(family) || coding.code().equals("160"))) {
      return false;
    }
    if (idle && act == null && !isState(sources)) {
      return false;
    }
    if (idle && family.equals("support") && !isState(sources)) {
      return false;
    }
    if (idle && family.equals("statement") && !ALONE.contains(coding.code())) {
      return false;
    }
    if (idle && (coding.code().equals("190") || coding.code().equals("070") && !isState(sources))) {
      return false;
    }
    boolean officials =
        sources.stream()
            .allMatch(
                p -> p.actor().kind() == Actor.Kind.PERSON && p.actor().sector().equals("GOV"));
    if (family.startsWith("protest") && !sources.isEmpty() && officials) {
      return false;
    }
    if (family.startsWith("aid") && isOneCountry(sources, targets)) {
      return false;
    }
    if (coding.operator() == Operator.STOP && act == null) {
      return false;
    }
    if (coding.code().equals("042") && isOneCountry(sources, targets)) {
      return false;
    }
    return !family.equals("meet") || coding.operator() != null || isPolitical(sources);
  }

  private static boolean isPolitical(List<Participant> sources) {
    return sources.stream().anyMatch(p -> POLITICAL.contains(p.actor().sector()));
  }

  /** A state or an international body. */
  private static boolean isState(List<Participant> sources) {
    return sources.stream()
        .map(Participant::actor)
        .anyMatch(a -> a.kind() == Actor.Kind.STATE || a.sector().equals("IGO"));
  }

  private static boolean isOneCountry(List<Participant> sources, List<Participant> targets) {
    return !sources.isEmpty()
        && !targets.isEmpty()
        && targets.stream()
            .allMatch(t ->
                sources.stream()
                    .allMatch(p ->
                        p.actor().country().equals(t.actor().country())
                            && p.actor().country().length() == 3
                            && !p.actor().country().equals("IGO")
                            && !p.actor().country().equals("NGO")));
  }
}
