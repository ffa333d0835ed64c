package dev.menagerie.server.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.menagerie.server.Intercepted;
import dev.menagerie.server.game.Commit;
import dev.menagerie.server.game.GameId;
import dev.menagerie.server.game.Games;
import dev.menagerie.server.game.History;
import dev.menagerie.server.game.InMemoryGameJournal;
import dev.menagerie.server.game.InMemoryGameStore;
import dev.menagerie.server.game.ManualClock;
import dev.menagerie.server.game.NewGame;
import dev.menagerie.server.game.NodeId;
import dev.menagerie.server.game.Partition;
import dev.menagerie.server.journal.RecentEntries;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Everything in the store is deleted while one node looks whether it is certified. The other node
 * alone remembers the last commits, and must be asked before games go on.
 */
class EmptiedMeanwhileTest {
  /** The question after which everything is deleted, once; empty if it is not to happen. */
  private volatile String question = "";

  private final ManualClock clock = new ManualClock();
  private final InMemoryGameStore store = new InMemoryGameStore(clock, 4_096);
  private final InMemoryGameJournal journal = new InMemoryGameJournal(clock, History.COMPOSER);
  private final Node warm = new Node(store);
  private final Node looking = new Node(watched());
  private final NewGame game = Games.begun(GameId.fresh());

  private final class Node {
    final RecentEntries recent = new RecentEntries();
    final Recovery recovery;
    final GuardedGameStore games;

    Node(Restoration restoration) {
      recovery = new Recovery(restoration, store, journal, journal, recent, NodeId.fresh());
      games = new GuardedGameStore(store, recent, recovery);
    }
  }

  private Restoration watched() {
    return Intercepted.port(
        Restoration.class,
        store,
        call -> {
          var answer = call.go();
          if (question.equals(call.name())) delete();
          return answer;
        });
  }

  private void delete() {
    question = "";
    store.flush();
    warm.recovery.watch();
  }

  @BeforeEach
  void recovered() {
    for (var node : new Node[] {warm, looking}) {
      node.recovery.recover();
      node.recovery.alive();
    }
  }

  @AfterEach
  void close() {
    warm.recovery.close();
    looking.recovery.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"run", "certified"})
  void theOtherNodesMemoryIsWaitedFor(String asked) {
    journal.create(game, Optional.empty());
    assertThat(warm.games.install(game).toString()).contains("Installed");
    var head = game.head();
    for (int i = 0; i < 4; i++) {
      var commit = warm.games.commit(game.id(), head, Games.asked(0, "m" + i));
      head = ((Commit.Committed) commit).head();
    }
    question = asked;

    looking.recovery.recover();

    assertThat(question).isEmpty();
    assertThat(looking.games.load(game.id()).orElseThrow().head().version())
        .isEqualTo(head.version());
    assertThat(looking.recovery.lost() + warm.recovery.lost()).isZero();
    assertThat(store.certified(Partition.of(game.id()))).contains(store.run().id());
  }
}
