package dev.menagerie.server.metrics;

import dev.menagerie.server.game.ClockReading;
import dev.menagerie.server.game.Commit;
import dev.menagerie.server.game.GameId;
import dev.menagerie.server.game.GameStore;
import dev.menagerie.server.game.Head;
import dev.menagerie.server.game.InstallResult;
import dev.menagerie.server.game.Intent;
import dev.menagerie.server.game.NewGame;
import dev.menagerie.server.game.Request;
import dev.menagerie.server.game.StoredGame;
import dev.menagerie.server.game.StoredRecord;
import dev.menagerie.server.game.UserId;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A store whose commits are counted and timed; all else goes through. */
public final class MeasuredGameStore implements GameStore {
  private final GameStore store;
  private final MeterRegistry metrics;
  private final Timer answered;
  private final Timer failed;
  private final DistributionSummary batches;
  private final Map<Class<? extends Commit>, Counter> outcomes = new ConcurrentHashMap<>();

  public MeasuredGameStore(GameStore store, MeterRegistry metrics) {
    this.store = store;
    this.metrics = metrics;
    this.answered = Meters.COMMITS.timer(metrics, "answered");
    this.failed = Meters.COMMITS.timer(metrics, "failed");
    this.batches = Meters.COMMITS_BATCH.sizes(metrics);
  }

  @Override
  public List<Commit> commitAll(List<Intent> intents) {
    long began = System.nanoTime();
    try {
      var commits = store.commitAll(intents);
      count(began, commits);
      return commits;
    } catch (RuntimeException failure) {
      count(began, null);
      throw failure;
    }
  }

  @Override
  public CompletionStage<List<Commit>> commitAsync(List<Intent> intents) {
    long began = System.nanoTime();
    return store.commitAsync(intents).whenComplete((commits, _) -> count(began, commits));
  }

  @Override
  public boolean commitsPartitionsTogether() {
    return store.commitsPartitionsTogether();
  }

  private void count(long began, @Nullable List<Commit> commits) {
    (commits == null ? failed : answered).record(System.nanoTime() - began, TimeUnit.NANOSECONDS);
    if (commits == null) return;
    batches.record(commits.size());
    for (var commit : commits) {
      outcomes.computeIfAbsent(commit.getClass(), this::counter).increment();
    }
  }

  private Counter counter(Class<? extends Commit> outcome) {
    return Meters.COMMITS_OUTCOME.counter(
        metrics, outcome.getSimpleName().toLowerCase(Locale.ROOT));
  }

  @Override
  public InstallResult install(NewGame game) {
    return store.install(game);
  }

  @Override
  public Optional<StoredGame> load(GameId game) {
    return store.load(game);
  }

  @Override
  public Optional<Head> head(GameId game) {
    return store.head(game);
  }

  @Override
  public Optional<ClockReading> clock(GameId game) {
    return store.clock(game);
  }

  @Override
  public Optional<List<StoredRecord>> recordsAfter(GameId game, int epoch, long version) {
    return store.recordsAfter(game, epoch, version);
  }

  @Override
  public Optional<Commit> reply(GameId game, Request request) {
    return store.reply(game, request);
  }

  @Override
  public List<GameId> activeGamesOf(UserId user) {
    return store.activeGamesOf(user);
  }

  @Override
  public void retire(GameId game) {
    store.retire(game);
  }
}
