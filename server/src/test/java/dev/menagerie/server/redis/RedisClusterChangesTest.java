package dev.menagerie.server.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.menagerie.server.StoreUnavailable;
import dev.menagerie.server.game.GameId;
import dev.menagerie.server.game.Games;
import dev.menagerie.server.game.InstallResult;
import dev.menagerie.server.game.Partition;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Another node of a Redis Cluster gets a partition: it is trusted after a comparison only. */
class RedisClusterChangesTest {
  @TempDir Path directory;

  @Test
  @Tag("long")
  void aPromotedReplicaTakesNoCommitsBeforeItIsCertified() {
    try (var cluster = PlainCluster.startReplicated(directory, PlainCluster.STEADY);
        var node = RedisNode.connect(cluster.url(), RedisStoreContract.BOUND)) {
      node.stores().certified();
      var moved = gameOn(cluster, 0);
      var elsewhere = gameOn(cluster, 1);
      var store = node.stores().restoration();
      var before = store.run();

      cluster.failOver(0);

      Awaitility.await()
          .ignoreExceptions()
          .until(() -> !store.run(Partition.of(moved)).equals(before.of(Partition.of(moved))));
      assertThat(install(node, moved)).isInstanceOf(InstallResult.Uncertified.class);
      assertThat(install(node, elsewhere)).isInstanceOf(InstallResult.Installed.class);
      var after = answered(store::run);
      assertThat(answered(() -> store.certify(Partition.of(moved), before))).isFalse();
      assertThat(answered(() -> store.certify(Partition.of(moved), after))).isTrue();
      assertThat(install(node, moved)).isInstanceOf(InstallResult.Installed.class);
      assertThat(store.certified(after))
          .contains(Partition.of(moved))
          .containsAll(
              Partition.all().stream().filter(other -> cluster.masterOf(other) != 0).toList());
    }
  }

  @Test
  void aPartitionThatMovesKeepsItsGamesAndTakesNoCommitsBeforeItIsCertified() {
    try (var cluster = PlainCluster.start(directory);
        var node = RedisNode.connect(cluster.url(), RedisStoreContract.BOUND)) {
      node.stores().certified();
      var game = gameOn(cluster, 0);
      assertThat(install(node, game)).isInstanceOf(InstallResult.Installed.class);
      var moving = Partition.of(game);
      var store = node.stores().restoration();
      var before = store.run();
      var head = node.stores().games().head(game);

      cluster.move(
          moving,
          1,
          () ->
              assertThatThrownBy(() -> node.stores().games().install(Games.waiting(game)))
                  .isInstanceOf(StoreUnavailable.class));

      assertThat(answered(() -> store.run(moving))).isNotEqualTo(before.of(moving));
      assertThat(install(node, game)).isInstanceOf(InstallResult.Uncertified.class);
      assertThat(answered(() -> store.observed(game))).isEqualTo(head);
      var after = answered(store::run);
      assertThat(store.certified(after)).hasSize(Partition.all().size() - 1);
      assertThat(answered(() -> store.certify(moving, before))).isFalse();
      assertThat(answered(() -> store.certify(moving, after))).isTrue();
      assertThat(install(node, game))
          .isInstanceOfSatisfying(
              InstallResult.Installed.class,
              installed -> assertThat(Optional.of(installed.head())).isEqualTo(head));
    }
  }

  private static GameId gameOn(PlainCluster cluster, int master) {
    return Stream.generate(GameId::fresh)
        .filter(game -> cluster.masterOf(game) == master)
        .findFirst()
        .orElseThrow();
  }

  private static InstallResult install(RedisNode node, GameId game) {
    return answered(() -> node.stores().games().install(Games.waiting(game)));
  }

  /** A node that has just changed its part may refuse for a moment. */
  private static <T> T answered(Callable<T> call) {
    return Awaitility.await().ignoreException(StoreUnavailable.class).until(call, _ -> true);
  }
}
