package dev.menagerie.server.tournament;

import dev.menagerie.rules.state.Seat;
import dev.menagerie.server.StoreUnavailable;
import dev.menagerie.server.game.GameId;
import dev.menagerie.server.game.Leases;
import dev.menagerie.server.game.MessageId;
import dev.menagerie.server.game.NodeId;
import dev.menagerie.server.game.UserId;
import dev.menagerie.server.play.Games;
import dev.menagerie.server.play.LiveGame;
import dev.menagerie.server.play.MatchGames;
import dev.menagerie.server.tournament.Rounds.Sight;
import dev.menagerie.server.tournament.Tournament.Phase;
import dev.menagerie.server.tournament.TournamentMatch.MatchGame;
import dev.menagerie.server.tournament.TournamentStore.PlannedGame;
import dev.menagerie.server.tournament.TournamentStore.SurplusGame;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Goes on with tournaments, once a second on one of the nodes: takes results, keeps the clocks,
 * starts the games that were planned and ends those that are not needed. What a node that died has
 * left is done by the next one. {@link #pass} is called by one thread at a time.
 */
public final class TournamentDriver {
  /** Interval of the passes. */
  public static final Duration INTERVAL = Duration.ofSeconds(1);

  private static final Logger LOG = LoggerFactory.getLogger(TournamentDriver.class);

  private static final String CHORE = "tournaments";

  /** Games of one pass; the others come with the next. */
  private static final int MAX_GAMES = 64;

  private final Tournaments tournaments;
  private final TournamentStore store;
  private final MatchGames matchGames;
  private final Games games;
  private final Function<Collection<UserId>, Set<UserId>> online;
  private final Leases leases;
  private final NodeId node;
  private final InstantSource clock;
  private final BiConsumer<TournamentId, LiveGame> started;

  /**
   * @param online those of these users that are connected
   * @param started hears of every game that this node has started; must not wait
   */
  public TournamentDriver(
      Tournaments tournaments,
      TournamentStore store,
      MatchGames matchGames,
      Games games,
      Function<Collection<UserId>, Set<UserId>> online,
      Leases leases,
      NodeId node,
      InstantSource clock,
      BiConsumer<TournamentId, LiveGame> started) {
    this.tournaments = tournaments;
    this.store = store;
    this.matchGames = matchGames;
    this.games = games;
    this.online = online;
    this.leases = leases;
    this.node = node;
    this.clock = clock;
    this.started = started;
  }

  /** Does what is due, if it is for this node to do. */
  public void pass() {
    try {
      if (!leases.acquire(CHORE, node, INTERVAL.multipliedBy(3))) return;
      for (var id : store.due(clock.instant())) guarded("advance " + id, () -> advance(id));
      for (var game : store.toStart(MAX_GAMES)) guarded("start " + game, () -> start(game));
      for (var game : store.toEnd(MAX_GAMES)) guarded("end " + game, () -> end(game));
    } catch (StoreUnavailable away) {
      LOG.debug("tournaments continue with the next pass", away);
    }
  }

  /** A tournament that fails does not stop the others. */
  private static void guarded(String what, Runnable work) {
    try {
      work.run();
    } catch (StoreUnavailable away) {
      throw away;
    } catch (RuntimeException failure) {
      LOG.error("a tournament cannot {}; the next pass tries again", what, failure);
    }
  }

  private void advance(TournamentId id) {
    store.find(id).ifPresent(tournament -> tournaments.advance(id, sight(tournament)));
  }

  /** Looks at players and games if a clock of the round has run out. */
  private Optional<Sight> sight(Tournament tournament) {
    boolean isDue = tournament.nextAt().filter(at -> !at.isAfter(clock.instant())).isPresent();
    if (!isDue || tournament.phase() != Phase.RUNNING) return Optional.empty();
    var open = tournament.open().toList();
    var running =
        open.stream().flatMap(match -> match.openGame().stream()).map(MatchGame::game).toList();
    var users = open.stream().flatMap(match -> match.players().stream()).toList();
    var present = new HashSet<>(online.apply(users));
    present.addAll(store.acted(running));
    return Optional.of(new Sight(present, leaders(running)));
  }

  private Map<GameId, UserId> leaders(List<GameId> running) {
    var leaders = new HashMap<GameId, UserId>();
    for (var id : running) {
      games.find(id).flatMap(TournamentDriver::leader).ifPresent(user -> leaders.put(id, user));
    }
    return leaders;
  }

  /** Who has more points, or fewer prizes to take. */
  private static Optional<UserId> leader(LiveGame game) {
    var moment = game.moment();
    return moment
        .state()
        .flatMap(state -> {
          var first = Seat.of(0);
          var second = Seat.of(1);
          int points = Integer.compare(state.points(first), state.points(second));
          int prizes = Integer.compare(state.prizesRemaining(second), state.prizesRemaining(first));
          int lead = points != 0 ? points : prizes;
          return lead == 0 ? Optional.empty() : Optional.of(lead > 0 ? first : second);
        })
        .map(seat -> moment.players().get(seat.index()).user());
  }

  private void start(PlannedGame planned) {
    var game = matchGames.start(planned.header(), planned.second());
    store.started(planned.header().game());
    started.accept(planned.tournament(), game);
  }

  /** The result comes with the end of the game, which the match does not need any more. */
  private void end(SurplusGame surplus) {
    var game = games.find(surplus.game());
    if (game.isEmpty()) {
      store.neverBegan(surplus.game());
      return;
    }
    if (game.get().moment().isOver()) return;
    var seat = surplus.loser().flatMap(user -> game.get().moment().seatOf(user));
    if (seat.isPresent() && game.get().moment().state().isPresent()) {
      games.resign(
          surplus.game(), seat.get(), new MessageId("tournament-" + surplus.game().value()));
    } else {
      games.voidGame(surplus.game());
    }
  }
}
