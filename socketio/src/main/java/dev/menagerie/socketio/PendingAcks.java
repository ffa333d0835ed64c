package dev.menagerie.socketio;

import dev.menagerie.socketio.engineio.SerialExecutor;
import dev.menagerie.socketio.packet.Arguments;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/** The acknowledgements that one socket owes, each with a deadline, up to a bound. */
final class PendingAcks {
  private final Connection connection;
  private @Nullable Map<Long, Pending> pending;
  private long next;
  private boolean closed;

  PendingAcks(Connection connection) {
    this.connection = connection;
  }

  private record Pending(CompletableFuture<Arguments> reply, SerialExecutor.Timer timer) {}

  CompletableFuture<Arguments> expect(Duration timeout, LongConsumer send) {
    var reply = new CompletableFuture<Arguments>();
    long number;
    synchronized (this) {
      if (closed) {
        reply.completeExceptionally(new NotAcknowledged("the socket is gone"));
        return reply;
      }
      if (pending == null) {
        pending = new HashMap<>();
      }
      if (pending.size() >= connection.maxPendingAcks()) {
        reply.completeExceptionally(new NotAcknowledged("too many acknowledgements are owed"));
        return reply;
      }
      number = next++;
      long mine = number;
      pending.put(
          number, new Pending(reply, connection.session().schedule(() -> expire(mine), timeout)));
    }
    send.accept(number);
    return reply;
  }

  /** An id that is not awaited changes nothing: it may simply be late. */
  void settle(long number, Arguments arguments) {
    Pending settled = remove(number);
    if (settled != null) {
      settled.timer().cancel();
      settled.reply().complete(arguments);
    }
  }

  private void expire(long number) {
    Pending late = remove(number);
    if (late != null) {
      connection.execute(() -> late.reply().completeExceptionally(new NotAcknowledged("timeout")));
    }
  }

  private synchronized @Nullable Pending remove(long number) {
    return pending == null ? null : pending.remove(number);
  }

  void fail(String why) {
    List<Pending> all;
    synchronized (this) {
      closed = true;
      all = pending == null ? List.of() : List.copyOf(pending.values());
      pending = null;
    }
    for (Pending each : all) {
      each.timer().cancel();
      connection.execute(() -> each.reply().completeExceptionally(new NotAcknowledged(why)));
    }
  }
}
