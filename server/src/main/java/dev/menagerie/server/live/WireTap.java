package dev.menagerie.server.live;

import dev.menagerie.codec.RawJson;
import dev.menagerie.protocol.ServerMessage;
import dev.menagerie.protocol.WireState;
import dev.menagerie.rules.state.Seat;
import dev.menagerie.rules.view.Viewer;
import dev.menagerie.rules.view.Views.WithActions;
import dev.menagerie.server.game.GameId;
import dev.menagerie.server.play.GameCommitted;
import dev.menagerie.server.play.GameListener;
import dev.menagerie.server.play.Games;
import dev.menagerie.server.play.LiveGame;
import dev.menagerie.server.play.Moment;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Records what each viewer of a game is sent, for developers: the state they have, and after each
 * commit the messages that a client in delta mode receives. Players notice nothing of it. Thread
 * safe.
 */
public final class WireTap implements GameListener {
  /** Developers look at a few games. */
  public static final int MAX_GAMES = 8;

  /** A tap without a reader ends by itself. */
  public static final Duration IDLE = Duration.ofMinutes(2);

  /** Older messages of a game are dropped. */
  static final int MAX_MESSAGES = 300;

  /** Messages of one answer at most. */
  static final int MAX_ANSWER = 100;

  /** Who sees a game, by the names that the operators' calls use. */
  private static final Map<String, Viewer> VIEWERS = viewers();

  private final Games games;
  private final Envelopes envelopes;
  private final InstantSource clock;
  private final Map<GameId, Tap> taps = new ConcurrentHashMap<>(); // at most MAX_GAMES

  /**
   * A message as it is sent.
   *
   * @param number counts the messages of this tap
   * @param to {@code 0}, {@code 1} or {@code spectator}; a player who acted gets the same as the
   *     acknowledgement
   * @param message the whole message
   */
  public record Sent(long number, Instant at, String to, String event, RawJson message) {}

  /**
   * A game as its viewers have it.
   *
   * @param states by viewer: {@code 0}, {@code 1} and {@code spectator}
   * @param sent messages after the number that was asked for, the oldest first
   */
  public record Seen(Map<String, WireState> states, List<Sent> sent) {
    public Seen {
      states = Map.copyOf(states);
      sent = List.copyOf(sent);
    }
  }

  /** What is recorded of one game; guarded by itself. */
  private static final class Tap {
    private final Map<String, WireState> states = new LinkedHashMap<>();
    private final Deque<Sent> sent = new ArrayDeque<>(); // at most MAX_MESSAGES
    private long numbers;
    private Instant readAt;

    Tap(Instant readAt) {
      this.readAt = readAt;
    }
  }

  /** Records nothing until {@link #open}. */
  public WireTap(Games games, Envelopes envelopes, InstantSource clock) {
    this.games = games;
    this.envelopes = envelopes;
    this.clock = clock;
  }

  /** Who sees a game, by {@code 0}, {@code 1} or {@code spectator}; empty for another name. */
  public static Optional<Viewer> viewer(String name) {
    return Optional.ofNullable(VIEWERS.get(name));
  }

  private static Map<String, Viewer> viewers() {
    var viewers = new LinkedHashMap<String, Viewer>();
    for (var seat : Seat.values()) viewers.put(String.valueOf(seat.index()), Viewer.seat(seat));
    viewers.put("spectator", Viewer.spectator());
    return viewers;
  }

  /**
   * Begins to record a game, or goes on. Blocks.
   *
   * @return empty: there is no such game, or {@link #MAX_GAMES} others are recorded
   */
  public Optional<Seen> open(GameId game) {
    var now = clock.instant();
    taps.values().removeIf(tap -> isIdle(tap, now));
    if (games.find(game).isEmpty()) return Optional.empty();
    if (taps.size() >= MAX_GAMES && !taps.containsKey(game)) return Optional.empty();
    taps.computeIfAbsent(game, _ -> new Tap(now));
    return read(game, Long.MAX_VALUE);
  }

  /**
   * What a recorded game's viewers have and were sent. Blocks.
   *
   * @param after only messages with greater numbers
   * @return empty: the game is not recorded, or not any more
   */
  public Optional<Seen> read(GameId game, long after) {
    var tap = taps.get(game);
    var live = games.find(game);
    if (tap == null || live.isEmpty()) return Optional.empty();
    return Optional.of(
        games.withLock(
            live.get(),
            moment -> {
              synchronized (tap) {
                tap.readAt = clock.instant();
                if (tap.states.isEmpty()) tap.states.putAll(states(live.get(), moment));
                var messages =
                    tap.sent.stream()
                        .filter(message -> message.number() > after)
                        .limit(MAX_ANSWER)
                        .toList();
                return new Seen(tap.states, messages);
              }
            }));
  }

  @Override
  public void committed(GameCommitted commit) {
    var tap = taps.get(commit.game().id());
    if (tap == null) return;
    synchronized (tap) {
      if (isIdle(tap, clock.instant())) {
        taps.remove(commit.game().id(), tap);
        return;
      }
      if (tap.states.isEmpty()) tap.states.putAll(states(commit.game(), commit.before()));
      VIEWERS.forEach((name, viewer) -> record(tap, name, viewer, commit));
    }
  }

  private void record(Tap tap, String name, Viewer viewer, GameCommitted commit) {
    var before = tap.states.get(name);
    var after = GameMessages.state(commit.game(), commit.after(), viewer, WithActions.YES);
    tap.states.put(name, after);
    if (before == null) return;
    var messages = new ArrayList<ServerMessage>();
    var events = GameMessages.events(commit.record().events(), commit.after(), viewer);
    messages.add(GameMessages.update(commit, events, before, after));
    GameMessages.timeout(commit).ifPresent(messages::add);
    for (var message : messages) {
      var bytes = envelopes.of(commit.game(), commit.after()).encode(message);
      var at = clock.instant();
      tap.sent.add(new Sent(++tap.numbers, at, name, message.event(), new RawJson(bytes)));
      if (tap.sent.size() > MAX_MESSAGES) tap.sent.remove();
    }
  }

  @Override
  public void resynced(LiveGame game) {
    var tap = taps.get(game.id());
    if (tap == null) return;
    synchronized (tap) {
      tap.states.putAll(states(game, game.moment()));
    }
  }

  @Override
  public boolean isFollowing(GameId game) {
    return taps.containsKey(game);
  }

  private static Map<String, WireState> states(LiveGame game, Moment moment) {
    var states = new LinkedHashMap<String, WireState>();
    VIEWERS.forEach((name, viewer) ->
        states.put(name, GameMessages.state(game, moment, viewer, WithActions.YES)));
    return states;
  }

  private static boolean isIdle(Tap tap, Instant now) {
    synchronized (tap) {
      return tap.readAt.plus(IDLE).isBefore(now);
    }
  }
}
