/** The articles in a document: headline, standfirst, dateline, author, date, outlet, body. */
@NullMarked
package org.entente.article;

import org.jspecify.annotations.NullMarked;
