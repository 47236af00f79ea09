package org.entente.parse;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/**
 * Everything that was learnt: lexicon, tagger, parser and lemmas.
 *
 * @param lexicon clusters of words
 * @param tags names of the joint tags
 * @param tagger the tagger's weights
 * @param actions names of the parser's moves
 * @param parser the parser's weights
 * @param lemmas base forms
 */
record Model(
    Lexicon lexicon,
    TagNames tags,
    Weights tagger,
    Actions actions,
    Weights parser,
    Lemmas lemmas) {
  private static final int MAGIC = 0x454E5432;

  void write(DataOutputStream out) throws IOException {
    out.writeInt(MAGIC);
    lexicon.write(out);
    Lexicon.writeNames(out, tags.names());
    tagger.write(out);
    Lexicon.writeNames(out, actions.names());
    parser.write(out);
    lemmas.write(out);
  }

  /**
   * @throws IOException when the stream is not a model of this version
   */
  static Model read(DataInputStream in) throws IOException {
    int magic = in.readInt();
    if (magic != MAGIC) {
      throw new IOException(
          "not a parser model of this version: it begins with " + Integer.toHexString(magic));
    }
    Lexicon lexicon = Lexicon.read(in);
    TagNames tags = new TagNames(Lexicon.readNames(in));
    Weights tagger = Weights.read(in);
    Actions actions = new Actions(Lexicon.readNames(in));
    Weights parser = Weights.read(in);
    return new Model(lexicon, tags, tagger, actions, parser, Lemmas.read(in));
  }
}
