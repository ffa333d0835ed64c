package dev.menagerie.server.postgres;

import java.sql.SQLException;
import java.util.Optional;

/**
 * Postgres answers and refuses: the login, the database or the rights are wrong. The message is for
 * the operator who gave the address, and has no password in it.
 */
public final class UnusableDatabase extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private static final String WRONG_LOGIN = "28";
  private static final String NO_SUCH_DATABASE = "3D";
  private static final String MISSING_RIGHTS = "42501";

  private UnusableDatabase(SQLException refusal, String remedy) {
    super(
        "cannot use postgres: "
            + String.valueOf(refusal.getMessage()).lines().findFirst().orElse("")
            + "; "
            + remedy,
        refusal);
  }

  /** The refusal among the causes of a failure, with what to do about it. */
  static Optional<UnusableDatabase> in(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException refusal) {
        var remedy = remedy(refusal);
        if (remedy.isPresent()) return Optional.of(new UnusableDatabase(refusal, remedy.get()));
      }
    }
    return Optional.empty();
  }

  private static Optional<String> remedy(SQLException refusal) {
    String state = String.valueOf(refusal.getSQLState());
    if (state.startsWith(WRONG_LOGIN)) {
      return Optional.of("correct user and password in --postgres-url, or pg_hba.conf");
    }
    if (state.startsWith(NO_SUCH_DATABASE)) {
      return Optional.of("create it (createdb --owner=USER NAME), or correct --postgres-url");
    }
    return state.equals(MISSING_RIGHTS)
        ? Optional.of("make the user of --postgres-url the owner of the database and its tables")
        : Optional.empty();
  }
}
