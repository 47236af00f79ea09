package org.entente.parse;

/**
 * Base forms kept from sentence to sentence, since most words of a text have stood in it before.
 * Not thread-safe.
 */
final class KeptLemmas {
  /** Words that are kept, a power of two. */
  private static final int KEPT = 4096;

  private final Model model;
  private final String[] forms = new String[KEPT];
  private final int[] tags = new int[KEPT];
  private final String[] lemmas = new String[KEPT];

  KeptLemmas(Model model) {
    this.model = model;
  }

  /** The base form of word {@code i}, by its tag. */
  String lemma(Words words, int i) {
    int tag = words.tags[i];
    int place = words.exact[i] + tag * 31 & KEPT - 1;
    String form = words.forms[i];
    if (!form.equals(forms[place]) || tags[place] != tag) {
      TagNames names = model.tags();
      forms[place] = form;
      tags[place] = tag;
      lemmas[place] = model.lemmas().lemma(form, names.upos(tag), names.xpos(tag), model.lexicon());
    }
    return lemmas[place];
  }
}
