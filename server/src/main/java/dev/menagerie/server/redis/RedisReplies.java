package dev.menagerie.server.redis;

import dev.menagerie.server.StoreUnavailable;
import dev.menagerie.server.StoreUnavailable.Store;
import io.lettuce.core.RedisCommandExecutionException;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;

/** Waits for the replies of Redis and translates their failures. */
final class RedisReplies {
  private RedisReplies() {}

  /** What failed, without what stages wrap it in. */
  static Throwable cause(Throwable failure) {
    return failure instanceof CompletionException wrapped
        ? Objects.requireNonNullElse(wrapped.getCause(), failure)
        : failure;
  }

  /**
   * Waits for the reply to a command; failures of the store become {@link StoreUnavailable}. The
   * client has its own timeout: a timed wait here would wake the JDK's timer thread twice for every
   * command.
   */
  static <T> T await(CompletionStage<T> reply) {
    try {
      return reply.toCompletableFuture().get();
    } catch (ExecutionException e) {
      throw failure(cause(Objects.requireNonNullElse(e.getCause(), e)));
    } catch (CancellationException e) {
      throw new StoreUnavailable(Store.REDIS, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StoreUnavailable(Store.REDIS, e);
    }
  }

  /** The failure as callers see it: our own mistakes as they are, all else as the store's. */
  static RuntimeException failure(Throwable cause) {
    return switch (cause) {
      case RedisCommandExecutionException refused when isOurs(refused) -> refused;
      case StoreUnavailable known -> known;
      case IllegalStateException ours -> ours;
      default -> new StoreUnavailable(Store.REDIS, cause);
    };
  }

  /**
   * A wrong command is our mistake; out of memory, loading or read-only is the store's state. So is
   * a script that is gone just after it was loaded: the cluster moved its key to another node.
   */
  private static boolean isOurs(RedisCommandExecutionException refused) {
    String message = String.valueOf(refused.getMessage());
    if (message.equals(RedisLink.NOT_LOADED)) return false;
    return message.startsWith("ERR")
        || message.startsWith("CROSSSLOT")
        || message.startsWith("WRONGTYPE")
        || message.startsWith("NOPERM");
  }
}
