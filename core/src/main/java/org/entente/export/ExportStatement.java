package org.entente.export;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.entente.statement.Statement;
import org.entente.statement.Status;
import org.jspecify.annotations.Nullable;

/**
 * Who said what, with all that the layouts need.
 *
 * @param id its key, stable for ever, at least 1
 * @param article where it stands
 * @param speaker who speaks; null when nobody is named
 * @param addressee to whom; its words are never known
 * @param cue the words that attribute; null where there are none
 * @param contents what is said, in one piece or several
 * @param before up to 32 characters before the first piece
 * @param after up to 32 characters after the last
 * @param kind direct, indirect or mixed
 * @param status how the content stands to the world
 * @param chain who passed it on, outermost first
 * @param rule the rule that found it
 * @param codebook version of the codebook that coded it
 */
public record ExportStatement(
    long id,
    ExportArticle article,
    @Nullable Party speaker,
    @Nullable Party addressee,
    @Nullable Passage cue,
    List<Passage> contents,
    String before,
    String after,
    Statement.Kind kind,
    Status status,
    List<String> chain,
    String rule,
    String codebook) {
  public ExportStatement {
    contents = List.copyOf(contents);
    chain = List.copyOf(chain);
    if (id < 1) {
      throw new IllegalArgumentException("statement id " + id + " must be at least 1");
    }
  }

  /** The words, pieces joined by an ellipsis. */
  String words() {
    return contents.stream().map(Passage::exact).collect(Collectors.joining(" … "));
  }

  String kindWord() {
    return kind.name().toLowerCase(Locale.ROOT);
  }
}
