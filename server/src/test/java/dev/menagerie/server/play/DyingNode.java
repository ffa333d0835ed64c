package dev.menagerie.server.play;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.menagerie.server.game.Commit;
import dev.menagerie.server.game.ForwardingGameStore;
import dev.menagerie.server.game.GameStore;
import dev.menagerie.server.game.Intent;
import java.util.List;
import java.util.function.Consumer;

/**
 * A node that does one thing and dies at a step of its commit: nothing that comes after happens.
 */
final class DyingNode {
  private DyingNode() {}

  /** Between these lies everything a node does of a commit. */
  enum Step {
    /** Decided; the store has not heard of it. */
    BEFORE_THE_COMMIT,
    /** The store has it; the node never hears so. */
    BEFORE_THE_ANSWER,
    /** The node has committed, and no receiver knows. */
    BEFORE_TELLING,
    /** One of two receivers has been notified. */
    WHILE_TELLING
  }

  /** Lets a new node of the venue do it, up to there. */
  static void does(Venue venue, Step step, Consumer<Node> deed) {
    var node = new Node(venue, new Store(venue.store, step));
    if (step == Step.BEFORE_TELLING) dieWhenTold(node);
    if (step == Step.WHILE_TELLING) {
      node.games.listen(new Listener(_ -> {}));
      dieWhenTold(node);
    }
    assertThatThrownBy(() -> deed.accept(node)).isInstanceOf(Died.class);
  }

  private static void dieWhenTold(Node node) {
    node.games.listen(
        new Listener(_ -> {
          throw new Died();
        }));
  }

  private record Listener(Consumer<GameCommitted> hears) implements GameListener {
    @Override
    public void committed(GameCommitted what) {
      hears.accept(what);
    }

    @Override
    public void resynced(LiveGame game) {}
  }

  /** The process is gone. */
  static final class Died extends Error {
    private static final long serialVersionUID = 1L;
  }

  private static final class Store extends ForwardingGameStore {
    private final GameStore store;
    private final Step step;

    Store(GameStore store, Step step) {
      super(store);
      this.store = store;
      this.step = step;
    }

    @Override
    public List<Commit> commitAll(List<Intent> intents) {
      if (step == Step.BEFORE_THE_COMMIT) throw new Died();
      var commits = store.commitAll(intents);
      if (step == Step.BEFORE_THE_ANSWER) throw new Died();
      return commits;
    }
  }
}
