/** Documents and their readers; Fetch is the only class that uses the network. */
@NullMarked
package org.entente.source;

import org.jspecify.annotations.NullMarked;
