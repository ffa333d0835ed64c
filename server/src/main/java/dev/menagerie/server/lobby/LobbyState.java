package dev.menagerie.server.lobby;

import static java.util.stream.Collectors.toSet;

import dev.menagerie.protocol.LobbyMessage;
import dev.menagerie.protocol.LobbyMessage.Announcement;
import dev.menagerie.protocol.LobbyMessage.Member;
import dev.menagerie.protocol.LobbyMessage.OpenGame;
import dev.menagerie.protocol.LobbyMessage.Totals;
import dev.menagerie.protocol.LobbyMessage.TournamentEntry;
import dev.menagerie.server.game.UserId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * The lobby as its members see it at one moment.
 *
 * @param games the newest first
 */
record LobbyState(
    List<OpenGame> games,
    List<Member> members,
    Totals counts,
    List<Announcement> announcements,
    List<TournamentEntry> tournaments) {
  LobbyState {
    games = List.copyOf(games);
    members = List.copyOf(members);
    announcements = List.copyOf(announcements);
    tournaments = List.copyOf(tournaments);
  }

  /** The lobby without these users and their games; the counts are of all. */
  LobbyState without(Set<UserId> users) {
    if (users.isEmpty()) return this;
    var ids = users.stream().map(UserId::value).collect(toSet());
    return new LobbyState(
        games.stream().filter(game -> !ids.contains(game.creatorId())).toList(),
        members.stream().filter(member -> !ids.contains(member.userId())).toList(),
        counts,
        announcements,
        tournaments);
  }

  /** What a client that has this state needs to have the other one. */
  List<LobbyMessage> changesTo(LobbyState after) {
    var changes = new ArrayList<LobbyMessage>();
    games(after).ifPresent(changes::add);
    members(after).ifPresent(changes::add);
    if (!counts.equals(after.counts)) changes.add(new LobbyMessage.Counts(after.counts));
    if (!announcements.equals(after.announcements)) {
      changes.add(new LobbyMessage.Announcements(after.announcements));
    }
    tournaments(after).ifPresent(changes::add);
    return changes;
  }

  private Optional<LobbyMessage> games(LobbyState after) {
    var old = byId(games, OpenGame::gameId);
    var now = byId(after.games, OpenGame::gameId);
    var added = after.games.stream().filter(game -> !old.containsKey(game.gameId())).toList();
    var changed =
        after.games.stream()
            .filter(game -> old.containsKey(game.gameId()) && !game.equals(old.get(game.gameId())))
            .toList();
    var removed = old.keySet().stream().filter(id -> !now.containsKey(id)).toList();
    return added.isEmpty() && changed.isEmpty() && removed.isEmpty()
        ? Optional.empty()
        : Optional.of(new LobbyMessage.Games(added, changed, removed));
  }

  private Optional<LobbyMessage> tournaments(LobbyState after) {
    var old = byId(tournaments, TournamentEntry::tournamentId);
    var now = byId(after.tournaments, TournamentEntry::tournamentId);
    var changed =
        after.tournaments.stream().filter(one -> !one.equals(old.get(one.tournamentId()))).toList();
    var removed = old.keySet().stream().filter(id -> !now.containsKey(id)).toList();
    return changed.isEmpty() && removed.isEmpty()
        ? Optional.empty()
        : Optional.of(new LobbyMessage.Tournaments(changed, removed));
  }

  private Optional<LobbyMessage> members(LobbyState after) {
    var old = byId(members, Member::userId);
    var now = byId(after.members, Member::userId);
    var joined = after.members.stream().filter(m -> !m.equals(old.get(m.userId()))).toList();
    var left = old.keySet().stream().filter(id -> !now.containsKey(id)).toList();
    return joined.isEmpty() && left.isEmpty()
        ? Optional.empty()
        : Optional.of(new LobbyMessage.Members(joined, left));
  }

  private static <T> Map<String, T> byId(List<T> items, Function<T, String> id) {
    var map = new LinkedHashMap<String, T>();
    for (var item : items) map.put(id.apply(item), item);
    return map;
  }
}
