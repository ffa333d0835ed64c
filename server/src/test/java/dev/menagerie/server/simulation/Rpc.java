package dev.menagerie.server.simulation;

import dev.menagerie.server.Intercepted;
import dev.menagerie.server.StoreUnavailable;
import dev.menagerie.server.StoreUnavailable.Store;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionException;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * The connection of a process to a store. A call takes effect when it arrives, whatever has become
 * of the caller by then; its answer may be lost, or come after the caller has given up.
 */
final class Rpc {
  /** As long as the product waits for an answer, or about. */
  private static final Duration TIMEOUT = Duration.ofSeconds(2);

  private final SimulatedProcess caller;
  private final StoreHost host;
  private final boolean keepsOrder;
  private long lastArrival;
  private long lastAnswer;
  private boolean isCut;

  /** One call may be lost out of so many; 0: none is. */
  private int lossOneIn;

  /**
   * @param keepsOrder whether calls arrive in the order in which they were made, as on one
   *     connection
   */
  Rpc(SimulatedProcess caller, StoreHost host, boolean keepsOrder) {
    this.caller = caller;
    this.host = host;
    this.keepsOrder = keepsOrder;
  }

  Store store() {
    return host.store();
  }

  boolean isCut() {
    return isCut;
  }

  /** Nothing gets through any more, in either direction. */
  void cut() {
    isCut = true;
  }

  void lose(int oneIn) {
    lossOneIn = oneIn;
  }

  void mend() {
    isCut = false;
    lossOneIn = 0;
  }

  private static final class Answer<T> {
    private boolean isThere;
    private @Nullable T value;
    private @Nullable Throwable failure;
  }

  /**
   * Calls the store and waits for the answer.
   *
   * @throws StoreUnavailable if none comes; the call may have taken effect or may yet
   */
  <T> T call(Callable<T> effect) {
    caller.mustGoOn();
    var timeline = caller.timeline();
    var thread = Thread.currentThread();
    var answer = new Answer<T>();
    if (!isLost()) {
      long arrival = arrival();
      timeline.afterNanos(arrival - timeline.nanos(), () -> arrive(effect, answer, thread));
    }
    long end = caller.nanos() + TIMEOUT.toNanos();
    while (!answer.isThere) {
      long left = end - caller.nanos();
      if (left <= 0 || thread.isInterrupted()) throw unavailable("no answer");
      caller.parkNanos(left);
    }
    return value(answer);
  }

  @SuppressWarnings("NullAway") // an effect that returns nothing has answered with null
  private static <T> T value(Answer<T> answer) {
    var failure = answer.failure;
    if (failure instanceof RuntimeException own) throw own;
    if (failure instanceof Error error) throw error;
    if (failure != null) throw new CompletionException(failure);
    return answer.value;
  }

  private <T> void arrive(Callable<T> effect, Answer<T> answer, Thread waiter) {
    if (caller.timeline().isOver()) {
      LockSupport.unpark(waiter);
      return;
    }
    if (isCut) return;
    if (host.isStalled()) {
      host.whenGoingOn(() -> arrive(effect, answer, waiter));
      return;
    }
    if (host.isDown()) {
      answer.failure = unavailable("refused");
    } else {
      try {
        answer.value = effect.call();
      } catch (Throwable failure) {
        answer.failure = failure;
      }
    }
    if (isLost()) return;
    var timeline = caller.timeline();
    long at = timeline.nanos() + host.latency(timeline.random());
    if (keepsOrder) at = lastAnswer = Math.max(at, lastAnswer);
    timeline.afterNanos(
        at - timeline.nanos(),
        () -> {
          if (isCut && !timeline.isOver()) return;
          answer.isThere = true;
          LockSupport.unpark(waiter);
        });
  }

  /** Notes a call that has taken effect. */
  void note(Intercepted.Call call, @Nullable Object result) {
    var text = call.name() + call.argumentText();
    caller.timeline().note(caller + " " + text + " -> " + result);
  }

  /** Does something once a broken connection has been noticed at the other end. */
  void later(Runnable work) {
    caller.timeline().after(TIMEOUT, work);
  }

  private long arrival() {
    var timeline = caller.timeline();
    long at = timeline.nanos() + host.latency(timeline.random());
    if (keepsOrder) at = lastArrival = Math.max(at, lastArrival);
    return at;
  }

  private boolean isLost() {
    return isCut || (lossOneIn > 0 && caller.timeline().random().nextInt(lossOneIn) == 0);
  }

  private StoreUnavailable unavailable(String why) {
    return new StoreUnavailable(host.store(), new IllegalStateException(why));
  }
}
