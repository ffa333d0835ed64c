package dev.menagerie.server.play;

import static dev.menagerie.server.play.Player.done;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.menagerie.cards.house.Presets;
import dev.menagerie.rules.state.Seat;
import dev.menagerie.rules.state.StateDigest;
import dev.menagerie.server.game.GameId;
import dev.menagerie.server.game.GameIds;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

/** Clocks of one partition that run out together: each game is as if its own had run out alone. */
class BatchCommitTest {
  private static final Duration TURN = Duration.ofMinutes(3);

  private final Venue venue = Venue.withPlayCards();
  private final Node node = venue.node();
  private final GameId first = venue.install(PlayCards.moles());
  private final GameId second = venue.install(PlayCards.moles(), GameIds.beside(first));
  private final GameId third = venue.install(PlayCards.moles(), GameIds.beside(first));
  private final List<GameId> all = List.of(first, second, third);

  private void look() {
    all.forEach(node::game);
  }

  private long version(GameId game) {
    return venue.store.head(game).orElseThrow().version();
  }

  @Test
  void eachIsAsIfItsClockHadRunOutAlone() {
    look();
    node.games.prepareExpiry(second);
    venue.pass(TURN);

    assertThat(node.games.expireTogether(all)).isEmpty();

    assertThat(node.heard).extracting(what -> what.game().id()).containsExactlyElementsOf(all);
    var alone = Venue.withPlayCards();
    alone.install(PlayCards.moles(), first);
    alone.pass(TURN);
    var expected = done(alone.node().games.expireOverdue(first));
    assertThat(node.heard.getFirst().record()).isEqualTo(expected.record());
    assertThat(node.heard.getFirst().after().head()).isEqualTo(expected.after().head());
    for (var game : all) {
      assertThat(node.moment(game).head()).isEqualTo(venue.store.head(game).orElseThrow());
      assertThat(node.moment(game).clock().deadline()).contains(venue.clock.instant().plus(TURN));
      assertThat(venue.node().moment(game).state().map(StateDigest::of))
          .isEqualTo(node.moment(game).state().map(StateDigest::of));
    }
  }

  @Test
  void futureDeadlinesAreLeft() {
    look();

    assertThat(node.games.expireTogether(all)).isEqualTo(all);

    assertThat(node.heard).isEmpty();
    venue.pass(TURN);
    assertThat(node.games.expireTogether(all)).isEmpty();
  }

  @Test
  void oneThatMovedElsewhereIsLeftAndTheOthersAreNot() {
    look();
    venue.pass(TURN);
    done(venue.node().games.expire(second));

    assertThat(node.games.expireTogether(all)).containsExactly(second);

    assertThat(node.games.expireOverdue(second)).isInstanceOf(Outcome.NotYet.class);
    assertThat(all).extracting(this::version).containsOnly(1L);
  }

  @Test
  void aLockedGameIsLeftAlone() throws Exception {
    look();
    venue.pass(TURN);
    try (var other = Executors.newSingleThreadExecutor()) {
      var left =
          node.games.withLock(
              node.game(second),
              _ -> {
                try {
                  return other.submit(() -> node.games.expireTogether(all)).get();
                } catch (Exception e) {
                  throw new AssertionError(e);
                }
              });
      assertThat(left).containsExactly(second);
    }

    assertThat(node.heard).extracting(what -> what.game().id()).containsExactly(first, third);
    assertThat(node.games.expireTogether(List.of(second))).isEmpty();
  }

  @Test
  void unknownGamesAreLeft() {
    node.game(first);
    venue.pass(TURN);

    assertThat(node.games.expireTogether(all)).containsExactly(second, third);
  }

  @Test
  void oneThatEndsIsLeft() {
    look();
    for (int turn = 1; turn < 2 * Presets.STANDARD.timer().timeoutsBeforeLoss() - 1; turn++) {
      venue.pass(TURN);
      done(node.games.expire(first));
    }
    venue.pass(TURN);

    assertThat(node.games.expireTogether(all)).containsExactly(first);

    assertThat(done(node.games.expireOverdue(first)).after().isOver()).isTrue();
  }

  @Test
  void aListenerThatFailsKeepsTheOthersFromNothing() {
    look();
    node.games.listen(
        new GameListener() {
          @Override
          public void committed(GameCommitted what) {
            if (what.game().id().equals(second)) throw new IllegalStateException("deaf");
          }

          @Override
          public void resynced(LiveGame game) {}
        });
    venue.pass(TURN);

    assertThatThrownBy(() -> node.games.expireTogether(all)).hasMessage("deaf");

    assertThat(all).extracting(this::version).containsOnly(1L);
    for (var game : all) assertThat(node.moment(game).version()).isEqualTo(1);
    venue.pass(TURN);
    assertThat(done(node.games.expire(third)).after().version()).isEqualTo(2);
  }

  @Test
  void theFateOfAnUnansweredCommitIsFound() {
    var dies = DyingNode.Step.BEFORE_THE_ANSWER;
    DyingNode.does(
        venue,
        dies,
        dying -> {
          all.forEach(dying::game);
          venue.pass(TURN);
          dying.games.expireTogether(all);
        });

    look();

    assertThat(all).extracting(this::version).containsOnly(1L);
    assertThat(node.games.expireTogether(all)).isEqualTo(all);
    assertThat(new Player(node, first, Seat.SECOND).view().turn().orElseThrow().player())
        .isEqualTo(Seat.SECOND);
  }
}
