package org.entente.relation;

/** Why it cannot be told. */
public enum Doubt {
  NOT_READ("nothing was read of it"),
  PAST_TOO_SHORT("too few earlier %ss were read"),
  PAST_FULL_OF_GAPS("more of the earlier %ss are gaps than the settings allow"),
  READ_OTHERWISE("it was read far less or far more than the earlier %ss"),
  FEW_EVENTS("so few events may all be misread");

  private final String words;

  Doubt(String words) {
    this.words = words;
  }

  String words(Grain grain) {
    return words.replace("%s", grain.noun());
  }
}
