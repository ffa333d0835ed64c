package dev.menagerie.server.lobby;

import static org.assertj.core.api.Assertions.assertThat;

import dev.menagerie.protocol.LobbyMessage;
import dev.menagerie.protocol.LobbyMessage.Announcement;
import dev.menagerie.protocol.LobbyMessage.Member;
import dev.menagerie.protocol.LobbyMessage.OpenGame;
import dev.menagerie.protocol.LobbyMessage.Totals;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What members of the lobby are sent when it changes. */
class LobbyStateTest {
  private static final Instant NOW = Instant.parse("2026-11-01T12:00:00Z");
  private static final Totals COUNTS = new Totals(2, 1, 1, 0);

  private static OpenGame game(String id, boolean creatorOnline) {
    return new OpenGame(id, "casual", "pocket", "u1", "Ada", creatorOnline, NOW);
  }

  private static LobbyState state(List<OpenGame> games, List<Member> members) {
    return new LobbyState(games, members, COUNTS, List.of(), List.of());
  }

  @Test
  void nothingIsSentWhenNothingChanged() {
    var state = state(List.of(game("g1", true)), List.of(new Member("u1", "Ada")));
    assertThat(state.changesTo(state)).isEmpty();
  }

  @Test
  void gamesAreAddedChangedAndRemovedInOneMessage() {
    var before = state(List.of(game("g1", true), game("g2", true), game("g3", true)), List.of());
    var after = state(List.of(game("g4", true), game("g2", false), game("g3", true)), List.of());
    assertThat(before.changesTo(after))
        .containsExactly(
            new LobbyMessage.Games(
                List.of(game("g4", true)), List.of(game("g2", false)), List.of("g1")));
  }

  @Test
  void membersJoinLeaveAndChangeTheirNames() {
    var before = state(List.of(), List.of(new Member("u1", "Ada"), new Member("u2", "Bob")));
    var after = state(List.of(), List.of(new Member("u2", "Rob"), new Member("u3", "Cleo")));
    assertThat(before.changesTo(after))
        .containsExactly(
            new LobbyMessage.Members(
                List.of(new Member("u2", "Rob"), new Member("u3", "Cleo")), List.of("u1")));
  }

  @Test
  void countsAndAnnouncementsAreSentInFull() {
    var before = state(List.of(), List.of());
    var news = new Announcement("a1", "Hello.", NOW, NOW.plusSeconds(60), Optional.empty());
    var counts = new Totals(3, 1, 1, 0);
    var after = new LobbyState(List.of(), List.of(), counts, List.of(news), List.of());
    assertThat(before.changesTo(after))
        .containsExactly(
            new LobbyMessage.Counts(counts), new LobbyMessage.Announcements(List.of(news)));
    assertThat(after.changesTo(before))
        .containsExactly(
            new LobbyMessage.Counts(COUNTS), new LobbyMessage.Announcements(List.of()));
  }
}
