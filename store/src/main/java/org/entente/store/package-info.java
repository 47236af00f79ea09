/**
 * Keeps readings in SQLite or PostgreSQL and answers questions to them. The only module that knows
 * SQL.
 */
@NullMarked
package org.entente.store;

import org.jspecify.annotations.NullMarked;
