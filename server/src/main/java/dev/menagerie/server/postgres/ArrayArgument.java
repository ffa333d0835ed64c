package dev.menagerie.server.postgres;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/**
 * An array of one column's values. The driver sends an array of strings or numbers in binary; from
 * an {@code Object[]}, which is what Jdbi's own binding makes, it would build a text and escape
 * every character of it.
 *
 * @param elements of the class that {@code sqlType} maps to
 */
record ArrayArgument(String sqlType, @Nullable Object[] elements) implements Argument {
  @Override
  public void apply(int position, PreparedStatement statement, StatementContext context)
      throws SQLException {
    statement.setArray(position, statement.getConnection().createArrayOf(sqlType, elements));
  }
}
