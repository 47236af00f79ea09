package org.entente.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import org.jdbi.v3.core.statement.DefaultStatementBuilder;
import org.jdbi.v3.core.statement.StatementContext;

/**
 * Keeps the prepared statements of one connection for the next time, as the driver of SQLite does
 * not. Not thread-safe.
 */
final class PreparedOnce extends DefaultStatementBuilder {
  private final Map<String, PreparedStatement> resting = new HashMap<>();

  @Override
  public PreparedStatement create(Connection connection, String sql, StatementContext context)
      throws SQLException {
    PreparedStatement rested =
        context.isReturningGeneratedKeys() || context.isConcurrentUpdatable()
            ? null
            : resting.remove(sql);
    return rested == null ? super.create(connection, sql, context) : rested;
  }

  /** What runs twice at once is prepared twice; one of the two is kept. */
  @Override
  public void close(Connection connection, String sql, Statement statement) throws SQLException {
    if (statement instanceof PreparedStatement prepared && !resting.containsKey(sql)) {
      prepared.clearParameters();
      prepared.clearBatch();
      resting.put(sql, prepared);
    } else {
      statement.close();
    }
  }
}
