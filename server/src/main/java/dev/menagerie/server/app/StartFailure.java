package dev.menagerie.server.app;

import dev.menagerie.server.StoreUnavailable;
import dev.menagerie.server.embedded.DataDirectoryInUse;
import dev.menagerie.server.embedded.EmbeddedStoreFailed;
import dev.menagerie.server.embedded.UnusableFile;
import dev.menagerie.server.recovery.MismatchedStores;
import dev.menagerie.server.redis.UnsupportedRedis;

/** Why a server could not start, in a line for the person who started it. */
final class StartFailure {
  private StartFailure() {}

  /** The failure with its reason; one that is a fault of the program is thrown as it is. */
  static CannotRun explained(Throwable failure) {
    return switch (failure) {
      case CannotRun known -> known;
      case DataDirectoryInUse e -> CannotRun.failed(String.valueOf(e.getMessage()));
      case EmbeddedStoreFailed e -> CannotRun.failed(String.valueOf(e.getMessage()));
      case UnusableFile e -> CannotRun.failed(String.valueOf(e.getMessage()));
      case MismatchedStores e -> CannotRun.failed(String.valueOf(e.getMessage()));
      case UnsupportedRedis e -> CannotRun.failed(String.valueOf(e.getMessage()));
      case StoreUnavailable e -> CannotRun.failed("cannot reach " + e.store() + ": " + reason(e));
      case RuntimeException e -> throw e;
      case Error e -> throw e;
      default -> throw new IllegalStateException(failure);
    };
  }

  /** The innermost message: what the store, the network or TLS says. */
  static String reason(Throwable failure) {
    String reason = failure.toString();
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause.getMessage() != null) reason = cause.getMessage();
    }
    return reason.lines().findFirst().orElse(reason);
  }
}
