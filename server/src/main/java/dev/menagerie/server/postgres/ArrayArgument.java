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
 */
final class ArrayArgument implements Argument {
  private final String sqlType;
  private final @Nullable Object[] elements;

  private ArrayArgument(String sqlType, @Nullable Object[] elements) {
    this.sqlType = sqlType;
    this.elements = elements;
  }

  static ArrayArgument texts(@Nullable String... elements) {
    return new ArrayArgument("text", elements);
  }

  static ArrayArgument integers(@Nullable Integer... elements) {
    return new ArrayArgument("int4", elements);
  }

  static ArrayArgument longs(@Nullable Long... elements) {
    return new ArrayArgument("int8", elements);
  }

  @Override
  public void apply(int position, PreparedStatement statement, StatementContext context)
      throws SQLException {
    statement.setArray(position, statement.getConnection().createArrayOf(sqlType, elements));
  }
}
