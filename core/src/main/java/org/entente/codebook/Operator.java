package org.entente.codebook;

/** What makes an act promised, wished, demanded, refused, threatened, stopped or alleged. */
public enum Operator {
  AGREE,
  APPEAL,
  DEMAND,
  REJECT,
  THREATEN,
  ULTIMATUM,
  STOP,
  ACCUSE
}
