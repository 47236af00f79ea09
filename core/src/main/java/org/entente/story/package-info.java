/**
 * Which articles are about one happening, and which repeat the text of another. Pure functions and
 * memories without a database; how the store uses them stands in docs/stories.md.
 */
@NullMarked
package org.entente.story;

import org.jspecify.annotations.NullMarked;
