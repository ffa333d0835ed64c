package dev.menagerie.server.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.awaitility.Awaitility;

/** The pairs that play on an installation, and the audit of what they were told. One thread. */
final class Contenders implements AutoCloseable {
  /** After a fault is mended, every pair must be playing again within this time. */
  private static final Duration ANSWERED_WITHIN = Duration.ofSeconds(30);

  private final List<String> origins;
  private final Audit audit;
  private final List<Contender> pairs = new ArrayList<>();

  Contenders(Installation all) {
    origins = all.nodes().stream().map(node -> node.process().origin()).toList();
    audit = new Audit(all.database());
  }

  /** Starts so many pairs and waits until each has had an answer. */
  void begin(int count, SplittableRandom random) {
    for (int i = 0; i < count; i++) pairs.add(new Contender(origins, random.nextLong()));
    awaitAnswers(System.nanoTime());
  }

  /**
   * Waits until every pair has had an answer after a moment; returns when the last one had. Both
   * times are of {@link System#nanoTime}.
   */
  long awaitAnswers(long since) {
    Awaitility.await()
        .atMost(ANSWERED_WITHIN)
        .untilAsserted(
            () -> assertThat(pairs).allMatch(contender -> contender.lastAnswer() > since));
    return System.nanoTime();
  }

  /** For each pair the longest time between two answers since this was asked last. */
  List<Duration> longestWaits() {
    return pairs.stream().map(Contender::longestWait).toList();
  }

  /** Checks the games that have ended since the last call; what was checked in all. */
  Audit audit() {
    for (var contender : pairs) contender.ended().forEach(audit::check);
    return audit;
  }

  /** What was checked so far. */
  String summary() {
    return audit.summary();
  }

  /** Stops in the middle of games; they remain to be checked. */
  @Override
  public void close() {
    pairs.forEach(Contender::close);
  }
}
