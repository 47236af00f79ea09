/** Review: a queue of codings, checked by people; the published error rate. */
@NullMarked
package org.entente.desk.review;

import org.jspecify.annotations.NullMarked;
