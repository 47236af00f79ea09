package org.entente.codebook;

import java.util.Set;

/**
 * When a verb has a sense: {@code lemma_particle@preposition:object,object}.
 *
 * @param particle required particle, or empty
 * @param preposition required case marker of an oblique, or empty
 * @param objects lemmas of which the object must be one; empty for any or none
 * @param sense what it then means
 */
public record VerbPattern(String particle, String preposition, Set<String> objects, Sense sense) {
  public VerbPattern {
    objects = Set.copyOf(objects);
  }

  /** The more a pattern requires, the earlier it is tried. */
  int specificity() {
    return (objects.isEmpty() ? 0 : 4)
        + (particle.isEmpty() ? 0 : 2)
        + (preposition.isEmpty() ? 0 : 1);
  }
}
