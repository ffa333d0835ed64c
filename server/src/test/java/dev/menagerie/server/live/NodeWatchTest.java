package dev.menagerie.server.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.menagerie.server.StoreUnavailable;
import dev.menagerie.server.game.InMemoryConnections;
import dev.menagerie.server.game.ManualClock;
import dev.menagerie.server.game.NodeId;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** When another node counts as gone. */
class NodeWatchTest {
  private static final NodeId HERE = new NodeId("here");
  private static final NodeId THERE = new NodeId("there");

  private final Store connections = new Store();
  private final List<NodeId> gone = new ArrayList<>();
  private final NodeWatch watch = new NodeWatch(connections, HERE, gone::add);
  private long now;

  /** Says which nodes have no subscription, or cannot say it. */
  private static final class Store extends InMemoryConnections {
    private final Set<NodeId> absent = new HashSet<>();
    private boolean isAway;
    private boolean hasOwn = true;

    Store() {
      super(new ManualClock());
    }

    @Override
    public synchronized Optional<Set<NodeId>> unsubscribed(NodeId asking) {
      if (isAway) throw new StoreUnavailable(StoreUnavailable.Store.REDIS, new IOException("away"));
      return hasOwn ? Optional.of(Set.copyOf(absent)) : Optional.empty();
    }
  }

  @Test
  void aNodeWithoutASubscriptionInThreeLooksIsGone() {
    look(NodeWatch.STEADY);
    connections.absent.add(THERE);
    look(NodeWatch.ABSENCES - 1);
    assertThat(gone).isEmpty();
    look(1);
    assertThat(gone).containsExactly(THERE);
  }

  @Test
  void aSubscriptionThatIsBackIsNoAbsence() {
    look(NodeWatch.STEADY);
    for (int i = 0; i < 5; i++) {
      connections.absent.add(THERE);
      look(NodeWatch.ABSENCES - 1);
      connections.absent.clear();
      look(1);
    }
    assertThat(gone).isEmpty();
  }

  /** All nodes lose their connections when the store ends, and come back one after the other. */
  @Test
  void afterAnOutageOfTheStoreTheOthersHaveTimeToComeBack() {
    look(NodeWatch.STEADY);
    connections.isAway = true;
    look(4);
    connections.isAway = false;
    connections.hasOwn = false;
    look(4);
    connections.hasOwn = true;
    connections.absent.add(THERE);
    look(NodeWatch.STEADY);
    connections.absent.clear();
    look(1);
    assertThat(gone).isEmpty();
  }

  @Test
  void aNodeThatDoesNotComeBackAfterAnOutageIsGone() {
    look(NodeWatch.STEADY);
    connections.isAway = true;
    look(1);
    connections.isAway = false;
    connections.absent.add(THERE);
    look(NodeWatch.STEADY + NodeWatch.ABSENCES);
    assertThat(gone).containsExactly(THERE);
  }

  /** What was absent before a pause of this node and after it need not have been so in between. */
  @Test
  void absencesBeforeAPauseOfThisNodeDoNotCount() {
    look(NodeWatch.STEADY);
    connections.absent.add(THERE);
    look(NodeWatch.ABSENCES - 1);
    now += Duration.ofMinutes(1).toNanos();
    look(NodeWatch.STEADY);
    assertThat(gone).isEmpty();
  }

  private void look(int times) {
    for (int i = 0; i < times; i++) watch.look(now += NodeWatch.INTERVAL.toNanos());
  }
}
