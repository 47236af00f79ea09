/** Who acts on whom. */
@NullMarked
package org.entente.desk.network;

import org.jspecify.annotations.NullMarked;
