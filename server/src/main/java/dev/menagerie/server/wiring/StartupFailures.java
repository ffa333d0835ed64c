package dev.menagerie.server.wiring;

import dev.menagerie.server.StoreUnavailable;
import dev.menagerie.server.embedded.DataDirectoryInUse;
import dev.menagerie.server.embedded.EmbeddedStoreFailed;
import dev.menagerie.server.embedded.UnusableFile;
import dev.menagerie.server.postgres.NewerSchema;
import dev.menagerie.server.postgres.UnusableDatabase;
import dev.menagerie.server.recovery.MismatchedStores;
import dev.menagerie.server.redis.UnsupportedRedis;
import dev.menagerie.server.settings.CommandFailure;
import java.security.cert.CertPathBuilderException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Explains in one line, for the operator, why a server could not start or a command not run. */
public final class StartupFailures {
  private static final String UNKNOWN_AUTHORITY =
      "its certificate is of an authority that is not trusted; name a file with the authority by"
          + " sslrootcert=FILE in its address";

  /** What Redis calls a login that it refuses, and an address without one. */
  private static final Pattern REDIS_LOGIN = Pattern.compile("WRONGPASS|NOAUTH");

  /** Failures may contain each other. */
  private static final int MAX_DEPTH = 32;

  private StartupFailures() {}

  /** The failure with its reason; one that is a fault of the program is thrown as it is. */
  public static CommandFailure explained(Throwable failure) {
    return switch (failure) {
      case CommandFailure known -> known;
      case DataDirectoryInUse e -> CommandFailure.failed(String.valueOf(e.getMessage()));
      case EmbeddedStoreFailed e -> CommandFailure.failed(String.valueOf(e.getMessage()));
      case UnusableFile e -> CommandFailure.failed(String.valueOf(e.getMessage()));
      case MismatchedStores e -> CommandFailure.failed(String.valueOf(e.getMessage()));
      case UnsupportedRedis e -> CommandFailure.failed(String.valueOf(e.getMessage()));
      case NewerSchema e -> CommandFailure.failed(String.valueOf(e.getMessage()));
      case UnusableDatabase e -> CommandFailure.failed(String.valueOf(e.getMessage()));
      case StoreUnavailable e ->
          CommandFailure.failed("cannot reach " + e.store() + ": " + reason(e) + remedy(reason(e)));
      case RuntimeException e -> throw e;
      case Error e -> throw e;
      default -> throw new IllegalStateException(failure);
    };
  }

  private static String remedy(String reason) {
    return REDIS_LOGIN.matcher(reason).lookingAt()
        ? "; correct user and password in --redis-url"
        : "";
  }

  /** The innermost message: the reason that the store, the network or TLS gives. */
  public static String reason(Throwable failure) {
    String reason = failure.toString();
    @Nullable Throwable cause = failure;
    for (int depth = 0; cause != null && depth < MAX_DEPTH; depth++) {
      if (cause instanceof CertPathBuilderException) return UNKNOWN_AUTHORITY;
      if (cause.getMessage() != null) reason = cause.getMessage();
      cause = within(cause);
    }
    return reason.lines().findFirst().orElse(reason);
  }

  /** The cause; where several hosts were tried, the failure of the first one. */
  private static @Nullable Throwable within(Throwable failure) {
    if (failure.getCause() != null) return failure.getCause();
    var tried = failure.getSuppressed();
    return tried.length == 0 ? null : tried[0];
  }
}
