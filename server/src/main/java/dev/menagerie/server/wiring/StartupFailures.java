package dev.menagerie.server.wiring;

import dev.menagerie.server.StoreUnavailable;
import dev.menagerie.server.embedded.DataDirectoryInUse;
import dev.menagerie.server.embedded.EmbeddedStoreFailed;
import dev.menagerie.server.embedded.UnusableFile;
import dev.menagerie.server.postgres.NewerSchema;
import dev.menagerie.server.recovery.MismatchedStores;
import dev.menagerie.server.redis.UnsupportedRedis;
import dev.menagerie.server.settings.CommandFailure;
import java.security.cert.CertPathBuilderException;

/** Explains in one line, for the operator, why a server could not start. */
public final class StartupFailures {
  private static final String UNKNOWN_AUTHORITY =
      "its certificate is of an authority that this Java does not trust; add the authority with"
          + " keytool -importcert -cacerts";

  private StartupFailures() {}

  /** The failure with its reason; one that is a fault of the program is thrown as it is. */
  static CommandFailure explained(Throwable failure) {
    return switch (failure) {
      case CommandFailure known -> known;
      case DataDirectoryInUse e -> CommandFailure.failed(String.valueOf(e.getMessage()));
      case EmbeddedStoreFailed e -> CommandFailure.failed(String.valueOf(e.getMessage()));
      case UnusableFile e -> CommandFailure.failed(String.valueOf(e.getMessage()));
      case MismatchedStores e -> CommandFailure.failed(String.valueOf(e.getMessage()));
      case UnsupportedRedis e -> CommandFailure.failed(String.valueOf(e.getMessage()));
      case NewerSchema e -> CommandFailure.failed(String.valueOf(e.getMessage()));
      case StoreUnavailable e ->
          CommandFailure.failed("cannot reach " + e.store() + ": " + reason(e));
      case RuntimeException e -> throw e;
      case Error e -> throw e;
      default -> throw new IllegalStateException(failure);
    };
  }

  /** The innermost message: the reason that the store, the network or TLS gives. */
  public static String reason(Throwable failure) {
    String reason = failure.toString();
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof CertPathBuilderException) return UNKNOWN_AUTHORITY;
      if (cause.getMessage() != null) reason = cause.getMessage();
    }
    return reason.lines().findFirst().orElse(reason);
  }
}
