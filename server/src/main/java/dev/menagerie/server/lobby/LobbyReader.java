package dev.menagerie.server.lobby;

import static java.util.stream.Collectors.toSet;

import dev.menagerie.protocol.LobbyMessage.Announcement;
import dev.menagerie.protocol.LobbyMessage.Member;
import dev.menagerie.protocol.LobbyMessage.OpenGame;
import dev.menagerie.protocol.LobbyMessage.Totals;
import dev.menagerie.server.archive.WaitingGame;
import dev.menagerie.server.archive.WaitingGames;
import dev.menagerie.server.game.Connections;
import dev.menagerie.server.game.UserId;
import dev.menagerie.server.play.GameSummary;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Reads the lobby from the stores. One thread at a time; throws {@code StoreUnavailable}. */
final class LobbyReader {
  /** Games in the live list; older ones are in {@code GET /games/open}. */
  static final int MAX_GAMES = 200;

  /** Members in the live list; the counts tell how many there are. */
  static final int MAX_MEMBERS = 200;

  /** Counts change slowly. */
  private static final Duration SLOW = Duration.ofSeconds(5);

  private final WaitingGames games;
  private final Connections connections;
  private final LobbyMembers members;
  private final Supplier<List<Announcement>> announcements;
  private final LiveTournaments tournaments;
  private final InstantSource clock;
  private @Nullable Slow slow;

  LobbyReader(
      WaitingGames games,
      Connections connections,
      LobbyMembers members,
      Supplier<List<Announcement>> announcements,
      LiveTournaments tournaments,
      InstantSource clock) {
    this.games = games;
    this.connections = connections;
    this.members = members;
    this.announcements = announcements;
    this.tournaments = tournaments;
    this.clock = clock;
  }

  /** The part of the lobby that is read every {@link #SLOW}. */
  private record Slow(Instant readAt, Totals counts) {}

  LobbyState read() {
    var here = members.all();
    var listed = games.listed(MAX_GAMES);
    var online = online(listed, here);
    var slowly = slowly(here.size());
    return new LobbyState(
        listed.stream().flatMap(game -> open(game, online).stream()).toList(),
        here.stream()
            .map(member -> new Member(member.user().value(), member.name()))
            .sorted(Comparator.comparing(Member::userId))
            .limit(MAX_MEMBERS)
            .toList(),
        slowly.counts(),
        announcements.get(),
        tournaments.current());
  }

  private Set<UserId> online(List<WaitingGame> listed, List<LobbyMembers.Member> here) {
    var creators = listed.stream().map(WaitingGame::creator).collect(toSet());
    var online = new HashSet<>(connections.onlineAmong(creators));
    for (var member : here) online.add(member.user());
    return online;
  }

  private static Optional<OpenGame> open(WaitingGame game, Set<UserId> online) {
    var summary = GameSummary.read(game.indexEntry().summary());
    return summary.players().stream()
        .findFirst()
        .map(creator ->
            new OpenGame(
                game.game().value(),
                game.indexEntry().gameType(),
                summary.rules(),
                creator.playerId().value(),
                creator.name(),
                online.contains(creator.playerId()),
                game.createdAt()));
  }

  private Slow slowly(int membersNow) {
    var now = clock.instant();
    var last = slow;
    if (last != null && now.isBefore(last.readAt().plus(SLOW))) return last;
    var count = games.count();
    var counts = new Totals(connections.count(), membersNow, count.open(), count.live());
    var fresh = new Slow(now, counts);
    slow = fresh;
    return fresh;
  }
}
