package dev.menagerie.server.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.menagerie.server.game.GameId;
import dev.menagerie.server.game.Games;
import dev.menagerie.server.game.History;
import dev.menagerie.server.game.InMemoryGameJournal;
import dev.menagerie.server.game.InMemoryGameStore;
import dev.menagerie.server.game.ManualClock;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OrphanedGamesTest {
  private final ManualClock clock = new ManualClock();
  private final InMemoryGameStore store = InMemoryGameStore.certified(clock);
  private final InMemoryGameJournal journal = new InMemoryGameJournal(clock, History.COMPOSER);
  private final OrphanedGames unborn = new OrphanedGames(store, journal);

  @Test
  void anOrphanedCreationIsDiscardedAndAWaitingGameIsNot() {
    var waiting = Games.waiting(GameId.fresh());
    journal.create(waiting, Optional.empty());
    store.install(waiting);
    var lost = Games.waiting(GameId.fresh());
    journal.create(lost, Optional.empty());
    assertThat(unborn.forget()).as("it may be on its way").isZero();
    clock.pass(Duration.ofMinutes(6));
    assertThat(unborn.forget()).isEqualTo(1);
    assertThat(journal.active(lost.id())).isEmpty();
    assertThat(journal.active(waiting.id())).isPresent();
  }

  @Test
  void storeThatIsNotTrustedDeniesNoGame() {
    var game = Games.waiting(GameId.fresh());
    journal.create(game, Optional.empty());
    clock.pass(Duration.ofMinutes(6));
    var untrusted = new InMemoryGameStore(clock, 100);
    assertThat(new OrphanedGames(untrusted, journal).forget()).isZero();
    assertThat(journal.active(game.id())).isPresent();
  }
}
