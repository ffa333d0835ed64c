package dev.menagerie.server.lobby;

import dev.menagerie.server.StoreUnavailable;
import dev.menagerie.server.archive.WaitingGame;
import dev.menagerie.server.archive.WaitingGames;
import dev.menagerie.server.game.Connections;
import dev.menagerie.server.game.GameId;
import dev.menagerie.server.game.Leases;
import dev.menagerie.server.game.NodeId;
import dev.menagerie.server.game.UserId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Closes listed games whose creators are gone, on one node of the cluster at a time. A creator who
 * is neither connected nor in the lobby for {@link #ABSENCE} is gone. A creator who was never
 * online since this node began to look has {@link #FIRST_VISIT} to connect. A node that takes over
 * starts to count again, and so does every node after a time without the stores. One thread at a
 * time.
 */
public final class AbandonedListings {
  /** Interval of the checks. */
  public static final Duration INTERVAL = Duration.ofSeconds(5);

  /** A page that is loaded again, or a server that restarts, is back within this time. */
  static final Duration ABSENCE = Duration.ofSeconds(15);

  /** Time to connect after a game was created over REST. */
  static final Duration FIRST_VISIT = Duration.ofMinutes(1);

  /** Games looked at in one check; a user has three of them. */
  private static final int MAX_GAMES = 10_000;

  private static final String CHORE = "abandoned-listings";

  private final WaitingGames games;
  private final Connections connections;
  private final LobbyMembers members;
  private final Leases leases;
  private final NodeId node;
  private final InstantSource clock;
  private final Consumer<GameId> close;
  private Map<GameId, CreatorPresence> creators = Map.of();

  /**
   * @param close closes a game; no effect on one that does not wait any more
   */
  public AbandonedListings(
      WaitingGames games,
      Connections connections,
      LobbyMembers members,
      Leases leases,
      NodeId node,
      InstantSource clock,
      Consumer<GameId> close) {
    this.games = games;
    this.connections = connections;
    this.members = members;
    this.leases = leases;
    this.node = node;
    this.clock = clock;
    this.close = close;
  }

  /**
   * The presence of a game's creator.
   *
   * @param wasOnline whether the creator has been online since this node began to look
   * @param offlineSince the first check that found the creator offline without a break
   */
  record CreatorPresence(boolean wasOnline, Instant offlineSince) {
    static CreatorPresence after(CreatorPresence before, boolean isOnline, Instant now) {
      return isOnline ? new CreatorPresence(true, now) : before;
    }

    boolean isGone(Instant createdAt, Instant now) {
      boolean hadTime = wasOnline || !now.isBefore(createdAt.plus(FIRST_VISIT));
      return hadTime && !now.isBefore(offlineSince.plus(ABSENCE));
    }
  }

  /** Looks at all listed games and closes those whose creators are gone. */
  public void check() {
    try {
      if (leases.acquire(CHORE, node, INTERVAL.multipliedBy(3))) checkAll();
      else creators = Map.of();
    } catch (StoreUnavailable away) {
      creators = Map.of(); // no user can be online without the store
    }
  }

  private void checkAll() {
    var listed = games.listed(MAX_GAMES);
    var online = new HashSet<>(connections.onlineAmong(creators(listed)));
    members.all().forEach(member -> online.add(member.user()));
    var now = clock.instant();
    var next = new HashMap<GameId, CreatorPresence>();
    for (var game : listed) {
      var before = creators.getOrDefault(game.game(), new CreatorPresence(false, now));
      next.put(game.game(), CreatorPresence.after(before, online.contains(game.creator()), now));
    }
    creators = next;
    for (var game : listed) {
      var creator = next.getOrDefault(game.game(), new CreatorPresence(true, now));
      if (creator.isGone(game.createdAt(), now)) close.accept(game.game());
    }
  }

  private static Set<UserId> creators(List<WaitingGame> games) {
    return games.stream().map(WaitingGame::creator).collect(Collectors.toSet());
  }
}
