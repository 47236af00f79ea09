package org.entente.parse;

import java.util.HashMap;
import java.util.Map;

/**
 * The dependency relations of Universal Dependencies as the English treebanks EWT and GUM use them.
 */
public enum Relation {
  ACL("acl"),
  ACL_RELCL("acl:relcl"),
  ADVCL("advcl"),
  ADVCL_RELCL("advcl:relcl"),
  ADVMOD("advmod"),
  AMOD("amod"),
  APPOS("appos"),
  AUX("aux"),
  AUX_PASS("aux:pass"),
  CASE("case"),
  CC("cc"),
  CC_PRECONJ("cc:preconj"),
  CCOMP("ccomp"),
  COMPOUND("compound"),
  COMPOUND_PRT("compound:prt"),
  CONJ("conj"),
  COP("cop"),
  CSUBJ("csubj"),
  CSUBJ_OUTER("csubj:outer"),
  CSUBJ_PASS("csubj:pass"),
  DEP("dep"),
  DET("det"),
  DET_PREDET("det:predet"),
  DISCOURSE("discourse"),
  DISLOCATED("dislocated"),
  EXPL("expl"),
  FIXED("fixed"),
  FLAT("flat"),
  GOESWITH("goeswith"),
  IOBJ("iobj"),
  LIST("list"),
  MARK("mark"),
  NMOD("nmod"),
  NMOD_DESC("nmod:desc"),
  NMOD_NPMOD("nmod:npmod"),
  NMOD_POSS("nmod:poss"),
  NMOD_UNMARKED("nmod:unmarked"),
  NSUBJ("nsubj"),
  NSUBJ_OUTER("nsubj:outer"),
  NSUBJ_PASS("nsubj:pass"),
  NUMMOD("nummod"),
  OBJ("obj"),
  OBL("obl"),
  OBL_AGENT("obl:agent"),
  OBL_NPMOD("obl:npmod"),
  OBL_TMOD("obl:tmod"),
  OBL_UNMARKED("obl:unmarked"),
  ORPHAN("orphan"),
  PARATAXIS("parataxis"),
  PUNCT("punct"),
  REPARANDUM("reparandum"),
  ROOT("root"),
  VOCATIVE("vocative"),
  XCOMP("xcomp");

  private static final Map<String, Relation> BY_LABEL = new HashMap<>();

  static {
    for (Relation relation : values()) {
      BY_LABEL.put(relation.label, relation);
    }
  }

  private final String label;

  Relation(String label) {
    this.label = label;
  }

  /** The label as it stands in CoNLL-U files, such as {@code nsubj:pass}. */
  public String label() {
    return label;
  }

  /**
   * The relation with this label; an unknown subtype gives its main type.
   *
   * @throws IllegalArgumentException when neither is known
   */
  public static Relation of(String label) {
    Relation exact = BY_LABEL.get(label);
    Relation relation = exact != null ? exact : BY_LABEL.get(label.split(":", 2)[0]);
    if (relation == null) {
      throw new IllegalArgumentException("no dependency relation is called '" + label + "'");
    }
    return relation;
  }

  /** Whether this is {@code main} or one of its subtypes. */
  public boolean is(Relation main) {
    return this == main || label.startsWith(main.label) && label.charAt(main.label.length()) == ':';
  }
}
