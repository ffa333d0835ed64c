package dev.menagerie.server.lobby;

import static org.assertj.core.api.Assertions.assertThat;

import dev.menagerie.protocol.LobbyMessage;
import dev.menagerie.server.Stores;
import dev.menagerie.server.archive.ArchivePage;
import dev.menagerie.server.archive.WaitingGame;
import dev.menagerie.server.archive.WaitingGames;
import dev.menagerie.server.game.InMemoryConnections;
import dev.menagerie.server.game.ManualClock;
import dev.menagerie.server.game.UserId;
import dev.menagerie.server.live.Announcements;
import dev.menagerie.server.live.Announcements.Announcement;
import dev.menagerie.server.postgres.PostgresAnnouncements;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** However many there are, a lobby has a bounded size. */
class LobbyBoundsTest {
  private final ManualClock clock = new ManualClock();
  private final InMemoryLobbyMembers members = new InMemoryLobbyMembers();
  private final PostgresAnnouncements announcements = new PostgresAnnouncements(Stores.database());

  @Test
  void twoHundredMembersAreShownAndAllAreCounted() {
    var here =
        IntStream.range(0, LobbyReader.MAX_MEMBERS + 50)
            .mapToObj(i -> new LobbyMembers.Member(UserId.fresh(), "Member " + i))
            .toList();
    members.repeat(here);
    var asked = new ArrayList<Integer>();
    var reader =
        new LobbyReader(
            new NoGames(asked), new InMemoryConnections(clock), members, List::of, List::of, clock);
    var lobby = reader.read();
    assertThat(lobby.members()).hasSize(LobbyReader.MAX_MEMBERS);
    assertThat(lobby.counts())
        .extracting(LobbyMessage.Totals::members)
        .isEqualTo((long) here.size());
    assertThat(asked).containsExactly(LobbyReader.MAX_GAMES);
  }

  /** Says how many games it is asked for. */
  private record NoGames(List<Integer> asked) implements WaitingGames {
    @Override
    public ArchivePage<WaitingGame> invitationsOf(UserId user, Optional<String> cursor, int limit) {
      return new ArchivePage<>(List.of(), Optional.empty());
    }

    @Override
    public Counts count() {
      return new Counts(0, 0);
    }

    @Override
    public List<WaitingGame> listed(int limit) {
      asked.add(limit);
      return List.of();
    }
  }

  @Test
  void aSixthAnnouncementDisplacesTheOldest() {
    announcements.clear();
    var now = Instant.now();
    for (int i = 0; i < Announcements.MAX_IN_FORCE + 2; i++) {
      var at = now.plusMillis(i);
      announcements.add(
          new Announcement(
              UUID.randomUUID().toString(),
              "text " + i,
              at,
              at.plus(Duration.ofHours(1)),
              Optional.empty(),
              false));
    }
    assertThat(announcements.inForce(now.plusSeconds(1)))
        .extracting(Announcement::text)
        .containsExactly("text 6", "text 5", "text 4", "text 3", "text 2");
    announcements.clear();
    assertThat(announcements.inForce(now.plusSeconds(1))).isEmpty();
  }
}
