/**
 * Sentences and their Universal Dependencies trees: tokenizer, tagger, parser and their trainer.
 */
@NullMarked
package org.entente.parse;

import org.jspecify.annotations.NullMarked;
