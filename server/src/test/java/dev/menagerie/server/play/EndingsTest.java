package dev.menagerie.server.play;

import static dev.menagerie.server.play.PlayCards.board;
import static org.assertj.core.api.Assertions.assertThat;

import dev.menagerie.cards.house.Presets;
import dev.menagerie.protocol.ErrorCode;
import dev.menagerie.rules.config.RulesConfig;
import dev.menagerie.rules.state.Seat;
import dev.menagerie.rules.view.Action;
import dev.menagerie.server.game.Ending;
import dev.menagerie.server.game.GameId;
import dev.menagerie.server.game.LifecycleStatus;
import dev.menagerie.server.game.MessageId;
import dev.menagerie.server.play.PlayCards.Side;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Every way a game ends, and its records afterwards. */
class EndingsTest {
  private static final Duration TURN = Duration.ofMinutes(3);

  private final Venue venue = Venue.withPlayCards();
  private final Node node = venue.node();
  private GameId game = GameId.fresh();

  private Player ada(RulesConfig rules, int turn, Side first, Side second) {
    game = venue.install(board(rules, turn, first, second));
    return new Player(node, game, Seat.FIRST);
  }

  private Player bob() {
    return new Player(node, game, Seat.SECOND);
  }

  private static Side moles() {
    return Side.of("mole").bench("mole");
  }

  private Ending ending() {
    return node.moment(game).ending().orElseThrow();
  }

  private static Ending won(String reason) {
    return new Ending(reason, Optional.of(Venue.ADA.id()));
  }

  @Test
  void theLastPrizeWins() {
    var ada = ada(Presets.STANDARD, 3, moles().prizes(1), moles());
    ada.does(new Action.Attack(0));
    if (node.moment(game).ending().isEmpty()) ada.does(new Action.SelectPrize(0));

    assertThat(ending()).isEqualTo(won("prizes"));
  }

  @Test
  void enoughPointsWin() {
    var ada = ada(Presets.POCKET, 3, moles().points(2), moles());
    ada.does(new Action.Attack(0));

    assertThat(ending()).isEqualTo(won("points"));
  }

  @Test
  void aPlayerWithoutPokemonLoses() {
    var ada = ada(Presets.STANDARD, 3, moles(), Side.of("mole"));
    ada.does(new Action.Attack(0));
    if (node.moment(game).ending().isEmpty()) ada.does(new Action.SelectPrize(0));

    assertThat(ending()).isEqualTo(won("no_pokemon"));
  }

  @Test
  void aPlayerWhoCannotDrawLoses() {
    ada(Presets.STANDARD, 3, moles(), moles().deck(0)).does(new Action.Pass());

    assertThat(ending()).isEqualTo(won("deck_out"));
  }

  @Test
  void aResigningPlayerLosesAlsoOutOfTurn() {
    ada(Presets.STANDARD, 3, moles(), moles());
    node.games.resign(game, Seat.SECOND, new MessageId("enough"));

    assertThat(ending()).isEqualTo(won("resigned"));
  }

  @Test
  void theThirdTimeoutOfAPlayerLoses() {
    ada(Presets.STANDARD, 3, moles(), moles());
    for (int i = 0; i < 2; i++) {
      bobRunsOutAfterAdaPassed();
      assertThat(node.moment(game).isOver()).isFalse();
    }
    bobRunsOutAfterAdaPassed();

    assertThat(ending()).isEqualTo(won("timeout"));
  }

  private void bobRunsOutAfterAdaPassed() {
    new Player(node, game, Seat.FIRST).does(new Action.Pass());
    venue.pass(TURN);
    assertThat(node.games.expire(game)).isInstanceOf(Outcome.Done.class);
  }

  @Test
  void afterTheLastTurnItIsATie() {
    ada(Presets.POCKET, 29, moles(), moles()).does(new Action.Pass());
    bob().does(new Action.Pass());

    assertThat(ending()).isEqualTo(new Ending("turn_limit", Optional.empty()));
  }

  @Test
  void aDoubleKnockOutOfTheLastGoesToSuddenDeathAndEndsThere() {
    var ada = ada(Presets.STANDARD, 3, Side.of("firefly"), Side.of("mole"));
    ada.does(new Action.Attack(0));
    playOn();

    assertThat(node.moment(game).status()).isEqualTo(LifecycleStatus.FINISHED);
    assertThat(node.heard).anySatisfy(what -> assertThat(what.after().version()).isPositive());
    assertThat(ending().reason()).isEqualTo("sudden_death");
  }

  /** Takes the first legal action of either player until the game is over. */
  private void playOn() {
    for (int i = 0; i < 500 && !node.moment(game).isOver(); i++) {
      var seat = node.moment(game).state().orElseThrow().toAct().orElseThrow();
      var player = new Player(node, game, seat);
      player.tries("on-" + i, player.view().legalActions().getFirst());
    }
  }

  @Test
  void aFinishedGameIsArchivedAndLeavesTheStore() {
    var ada = ada(Presets.STANDARD, 3, moles(), moles());
    ada.does(new Action.Pass());
    venue.pass(Duration.ofSeconds(7));
    var last = node.games.resign(game, Seat.SECOND, new MessageId("enough"));

    var finished = venue.journal.finished(game).orElseThrow();
    assertThat(finished.ending()).isEqualTo(won("resigned"));
    assertThat(finished.head()).isEqualTo(Player.done(last).after().head());
    assertThat(finished.indexEntry().status()).isEqualTo(LifecycleStatus.FINISHED);
    assertThat(venue.journal.active(game)).isEmpty();
    assertThat(venue.store.load(game)).isEmpty();
    assertThat(venue.store.activeGamesOf(Venue.ADA.id())).isEmpty();
  }

  @Test
  void aFinishedGameStaysUnchanged() {
    var ada = ada(Presets.STANDARD, 3, moles(), moles());
    node.games.resign(game, Seat.SECOND, new MessageId("enough"));
    var head = node.moment(game).head();

    assertThat(Player.refused(ada.tries(new Action.Pass()))).isEqualTo(ErrorCode.GAME_OVER);
    assertThat(Player.refused(node.games.expire(game))).isEqualTo(ErrorCode.GAME_OVER);
    assertThat(Player.refused(node.games.grace(game, Seat.FIRST))).isEqualTo(ErrorCode.GAME_OVER);

    assertThat(node.moment(game).head()).isEqualTo(head);
  }

  @Test
  void anotherNodeFindsItInTheArchive() {
    ada(Presets.STANDARD, 3, moles(), moles());
    node.games.resign(game, Seat.SECOND, new MessageId("enough"));

    var other = venue.node().game(game);

    assertThat(other.moment().ending()).contains(won("resigned"));
    assertThat(other.moment().head()).isEqualTo(node.moment(game).head());
    assertThat(other.moment().seatOf(Venue.BOB.id())).contains(Seat.SECOND);
    assertThat(other.header().seed().hex()).isEqualTo(PlayCards.SEED.hex());
  }
}
