package dev.menagerie.server.timer;

import dev.menagerie.server.GameUnavailable;
import dev.menagerie.server.StoreUnavailable;
import dev.menagerie.server.game.Deadlines;
import dev.menagerie.server.game.GameId;
import dev.menagerie.server.play.Games;
import dev.menagerie.server.play.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Expires the games whose alarms ring: single ones one by one, those of a wave in batches by
 * partition, each in one round trip. After any failure the next sweep finds the deadline again.
 */
final class AlarmDispatcher {
  private static final Logger LOG = LoggerFactory.getLogger(AlarmDispatcher.class);

  /** How long a deadline is put off while the game is unavailable on this node. */
  private static final Duration UNTIL_AVAILABLE = Duration.ofMinutes(1);

  /**
   * Concurrent expiries. The store syncs its disk once for all that arrive together, so larger
   * groups are cheaper; the bound limits the delay of players' own commits.
   */
  private static final int AT_ONCE = 128;

  /** Expiries in one round trip. */
  private static final int TOGETHER = 16;

  /** Upper bound of deadlines that are gathered for batches, so that each partition has several. */
  private static final int GATHERED = 1_024;

  private final Alarms alarms;
  private final Deadlines deadlines;
  private final Games games;
  private final Duration horizon;
  private volatile ClockObserver observer = ClockObserver.NONE;
  private final Semaphore permits = new Semaphore(AT_ONCE);

  /**
   * @param horizon deadlines further away are left to the sweeps
   */
  AlarmDispatcher(Alarms alarms, Deadlines deadlines, Games games, Duration horizon) {
    this.alarms = alarms;
    this.deadlines = deadlines;
    this.games = games;
    this.horizon = horizon;
  }

  void observe(ClockObserver chosen) {
    observer = chosen;
  }

  /** Waits for an alarm to ring; hands it, and those that ring with it, to threads. */
  Duration dispatchNext() throws InterruptedException {
    var alarm = alarms.next();
    if (alarm.needsBatch()) {
      ringWave(alarm);
    } else {
      dispatch(List.of(alarm));
    }
    return Duration.ZERO;
  }

  private void ringWave(Alarm first) throws InterruptedException {
    var wave = new ArrayList<>(List.of(first));
    for (var other : alarms.others(GATHERED - 1)) {
      if (other.needsBatch()) {
        wave.add(other);
      } else {
        dispatch(List.of(other));
      }
    }
    for (var group : groups(wave)) dispatch(group);
  }

  private static List<List<Alarm>> groups(List<Alarm> wave) {
    var groups = new ArrayList<List<Alarm>>();
    Collection<List<Alarm>> shares =
        wave.stream().collect(Collectors.groupingBy(Alarm::partition)).values();
    for (var share : shares) {
      for (int from = 0; from < share.size(); from += TOGETHER) {
        groups.add(share.subList(from, Math.min(share.size(), from + TOGETHER)));
      }
    }
    return groups;
  }

  private void dispatch(List<Alarm> group) throws InterruptedException {
    permits.acquire(group.size());
    try {
      Thread.startVirtualThread(() -> {
        if (group.size() == 1) {
          ringAlone(group.getFirst());
        } else {
          ring(group);
        }
      });
    } catch (Throwable noThread) { // the next sweep sets these alarms again
      group.forEach(alarms::done);
      permits.release(group.size());
      throw noThread;
    }
  }

  /** Expires a batch; the games left over are expired one by one, each with its own permit. */
  private void ring(List<Alarm> group) {
    var left = group;
    try {
      left = ringTogether(group);
    } finally {
      permits.release(group.size() - left.size());
      for (var alarm : left) Thread.startVirtualThread(() -> ringAlone(alarm));
    }
  }

  /** Expires a batch in one round trip; returns the alarms that are left over. */
  private List<Alarm> ringTogether(List<Alarm> group) {
    var left = new HashSet<GameId>();
    try {
      left.addAll(games.expireTogether(group.stream().map(Alarm::game).toList()));
    } catch (StoreUnavailable e) {
      LOG.warn("{} deadlines could not be kept: {}", group.size(), e.getMessage());
    } catch (RuntimeException e) {
      LOG.error("expiring {} games together failed; one by one now", group.size(), e);
      return group;
    }
    group.stream().filter(alarm -> !left.contains(alarm.game())).forEach(this::handled);
    return group.stream().filter(alarm -> left.contains(alarm.game())).toList();
  }

  private void ringAlone(Alarm alarm) {
    @Nullable Outcome outcome = null;
    try {
      outcome = expire(alarm);
    } catch (StoreUnavailable e) {
      LOG.warn("a deadline could not be kept: {}", e.getMessage());
    } catch (RuntimeException e) {
      LOG.error("expiring {} failed", alarm.game(), e);
    } finally {
      handled(alarm);
      permits.release();
    }
    if (outcome instanceof Outcome.NotYet early) {
      early.deadline().ifPresent(deadline -> again(alarm, early.now(), deadline));
    }
  }

  private void handled(Alarm alarm) {
    alarms.done(alarm);
    observer.expired(alarm.late());
  }

  private @Nullable Outcome expire(Alarm alarm) {
    try {
      return alarm.needsBatch() ? games.expireOverdue(alarm.game()) : games.expire(alarm.game());
    } catch (GameUnavailable unavailable) {
      deadlines.putOff(alarm.game(), alarm.deadline(), UNTIL_AVAILABLE);
      return null;
    }
  }

  private void again(Alarm alarm, Instant now, Instant deadline) {
    var left = Duration.between(now, deadline);
    if (left.compareTo(horizon) <= 0) alarms.setAgain(alarm.game(), deadline, left);
  }
}
