package dev.menagerie.server.metrics;

import dev.menagerie.server.play.GameCommitted;
import dev.menagerie.server.play.GameListener;
import dev.menagerie.server.play.LiveGame;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.InstantSource;

/**
 * Times how long the commits of other nodes take to this one. It listens after the part that tells
 * players.
 *
 * @param clock the store's time, of which the times of commits are
 */
record OtherNodes(MeterRegistry metrics, InstantSource clock) implements GameListener {
  @Override
  public void committed(GameCommitted commit) {
    if (commit.reply().isPresent()) return;
    var late = Duration.between(commit.after().at(), clock.instant());
    Meters.ACTIONS_ELSEWHERE.timer(metrics).record(late.isNegative() ? Duration.ZERO : late);
  }

  @Override
  public void resynced(LiveGame game) {}
}
