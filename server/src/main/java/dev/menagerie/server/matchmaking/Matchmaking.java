package dev.menagerie.server.matchmaking;

import static java.util.stream.Collectors.groupingBy;

import dev.menagerie.rules.config.RulesConfig;
import dev.menagerie.server.StoreUnavailable;
import dev.menagerie.server.game.Leases;
import dev.menagerie.server.game.NodeId;
import dev.menagerie.server.game.UserId;
import dev.menagerie.server.matchmaking.Pairing.Pair;
import dev.menagerie.server.matchmaking.Ticket.Queue;
import dev.menagerie.server.play.LiveGame;
import dev.menagerie.server.play.MatchGames;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.function.BiConsumer;
import java.util.function.BiPredicate;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Pairs those who wait and starts their games, once a second on one of the nodes. A match of a node
 * that died is started by the next one. {@link #pass} is called by one thread at a time.
 */
public final class Matchmaking {
  /** Interval of the passes. */
  public static final Duration INTERVAL = Duration.ofSeconds(1);

  private static final Logger LOG = LoggerFactory.getLogger(Matchmaking.class);

  private static final String CHORE = "matchmaking";

  /** The bot that fills in when no player comes. */
  private static final String HOUSE_BOT = "greedy";

  /** Age at which another node starts a match: its own node would have done so by then. */
  private static final Duration START_TIMEOUT = Duration.ofSeconds(3);

  /** Games that are started at once; each takes some milliseconds of the stores. */
  private static final int STARTS_AT_ONCE = 16;

  /** Interval of reading the presence of waiting users. */
  private static final Duration PRESENCE_INTERVAL = Duration.ofSeconds(5);

  private final Tickets tickets;
  private final MatchGames games;
  private final Function<String, Optional<RulesConfig>> presets;
  private final Function<Collection<UserId>, Set<UserId>> online;
  private final Leases leases;
  private final NodeId node;
  private final BiConsumer<Match, LiveGame> onStarted;
  private Instant presenceAt = Instant.MIN;

  /**
   * @param online those of these users that are connected
   * @param onStarted is called for every match that this node has started; must not wait
   */
  public Matchmaking(
      Tickets tickets,
      MatchGames games,
      Function<String, Optional<RulesConfig>> presets,
      Function<Collection<UserId>, Set<UserId>> online,
      Leases leases,
      NodeId node,
      BiConsumer<Match, LiveGame> onStarted) {
    this.tickets = tickets;
    this.games = games;
    this.presets = presets;
    this.online = online;
    this.leases = leases;
    this.node = node;
    this.onStarted = onStarted;
  }

  /** Makes and starts matches, if it is for this node to do. */
  public void pass() {
    try {
      if (!leases.acquire(CHORE, node, INTERVAL.multipliedBy(3))) return;
      notePresence();
      var matches = new ArrayList<>(tickets.match(this::decide));
      var current = new HashSet<>(matches.stream().map(Match::game).toList());
      tickets.toStart(START_TIMEOUT, Tickets.MAX_PASS).stream()
          .filter(match -> !current.contains(match.game()))
          .forEach(matches::add);
      start(matches);
    } catch (StoreUnavailable away) {
      LOG.debug("matchmaking continues with the next pass", away);
    }
  }

  private void notePresence() {
    var now = Instant.now();
    if (now.isBefore(presenceAt.plus(PRESENCE_INTERVAL))) return;
    presenceAt = now;
    var waiting = tickets.waiting();
    if (waiting.isEmpty()) return;
    tickets.seen(online.apply(waiting));
    tickets.dropAbsent();
  }

  List<Match> decide(List<Ticket> waiting, BiPredicate<UserId, UserId> apart, Instant now) {
    var matches = new ArrayList<Match>();
    waiting.stream()
        .collect(groupingBy(Ticket::queue))
        .forEach((queue, line) ->
            presets
                .apply(queue.preset())
                .ifPresent(rules -> matches.addAll(decide(queue, line, rules, apart, now))));
    return matches;
  }

  private List<Match> decide(
      Queue queue,
      List<Ticket> line,
      RulesConfig rules,
      BiPredicate<UserId, UserId> apart,
      Instant now) {
    var matches = new ArrayList<Match>();
    var paired = new HashSet<UserId>();
    for (Pair pair : Pairing.pairs(line, apart, now)) {
      paired.add(pair.first().user());
      paired.add(pair.second().user());
      var header = games.plan(rules, queue.type(), pair.first().entry());
      matches.add(new Match(queue, header, pair.second().entry(), waited(pair.first(), now)));
    }
    for (var ticket : line) {
      boolean isDue = ticket.botAt().filter(at -> !at.isAfter(now)).isPresent();
      if (!isDue || paired.contains(ticket.user())) continue;
      var header = games.plan(rules, queue.type(), ticket.entry());
      var bot = games.houseEntry(HOUSE_BOT, rules, ticket.entry());
      matches.add(new Match(queue, header, bot, waited(ticket, now)));
    }
    return matches;
  }

  private static long waited(Ticket ticket, Instant now) {
    return Math.max(0, Duration.between(ticket.since(), now).toMillis());
  }

  /** Starts games, some at once, and returns when all of them have been tried. */
  private void start(List<Match> matches) {
    if (matches.isEmpty()) return;
    var permits = new Semaphore(STARTS_AT_ONCE);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var match : matches) {
        permits.acquireUninterruptibly();
        threads.execute(() -> {
          try {
            start(match);
          } finally {
            permits.release();
          }
        });
      }
    }
  }

  private void start(Match match) {
    try {
      var game = games.start(match.header(), match.second());
      tickets.started(match.game());
      onStarted.accept(match, game);
    } catch (StoreUnavailable away) {
      LOG.debug("the next pass starts {}", match, away);
    } catch (RuntimeException failure) {
      LOG.error("{} does not start; the next pass tries again", match, failure);
    }
  }
}
