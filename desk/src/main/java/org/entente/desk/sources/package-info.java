/** Sources: feeds, what people paste and upload, versions of articles. */
@NullMarked
package org.entente.desk.sources;

import org.jspecify.annotations.NullMarked;
