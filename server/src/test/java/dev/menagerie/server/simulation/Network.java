package dev.menagerie.server.simulation;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** The way from players to nodes: a question is answered, refused, or never heard of again. */
final class Network {
  private static final Duration PATIENCE = Duration.ofSeconds(4);
  private static final int MAX_LATENCY_NANOS = 2_000_000;

  private final SimulatedProcess players;

  Network(SimulatedProcess players) {
    this.players = players;
  }

  private static final class Answer<T> {
    private boolean isThere;
    private @Nullable T value;
  }

  /** Work of a node's service. */
  @FunctionalInterface
  interface Question<T> {
    T ask(SimulatedNode.Service service) throws Exception;
  }

  /** Empty if no answer came; what was asked for may have been done all the same. */
  <T> Optional<T> ask(SimulatedNode node, Question<T> question) {
    players.mustGoOn();
    var thread = Thread.currentThread();
    var answer = new Answer<T>();
    travel(() -> arrive(node, question, answer, thread));
    long end = players.nanos() + PATIENCE.toNanos();
    while (!answer.isThere) {
      long left = end - players.nanos();
      if (left <= 0) return Optional.empty();
      players.parkNanos(left);
    }
    return Optional.ofNullable(answer.value);
  }

  private <T> void arrive(
      SimulatedNode node, Question<T> question, Answer<T> answer, Thread waiter) {
    var service = node.service();
    if (node.process.isKilled() || service.isEmpty() || players.timeline().isOver()) {
      reply(answer, waiter);
      return;
    }
    node.process.start(() -> {
      @Nullable T value = attempt(() -> question.ask(service.get()));
      travel(() -> {
        answer.value = value;
        reply(answer, waiter);
      });
    });
  }

  private static <T> @Nullable T attempt(Callable<T> question) {
    try {
      return question.call();
    } catch (Exception unavailable) {
      return null;
    }
  }

  private static void reply(Answer<?> answer, Thread waiter) {
    answer.isThere = true;
    LockSupport.unpark(waiter);
  }

  private void travel(Runnable arrival) {
    var timeline = players.timeline();
    timeline.afterNanos(1 + timeline.random().nextInt(MAX_LATENCY_NANOS), arrival);
  }
}
