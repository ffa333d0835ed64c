package dev.menagerie.rules.game;

import static dev.menagerie.rules.TestCards.n;
import static dev.menagerie.rules.TestCards.none;
import static dev.menagerie.rules.game.TestGame.hurt;
import static dev.menagerie.rules.game.TestGame.mon;
import static dev.menagerie.rules.state.Seat.FIRST;
import static dev.menagerie.rules.state.Seat.SECOND;
import static org.assertj.core.api.Assertions.assertThat;

import dev.menagerie.rules.card.Condition;
import dev.menagerie.rules.card.Condition.Happening;
import dev.menagerie.rules.card.Condition.When;
import dev.menagerie.rules.card.Filter;
import dev.menagerie.rules.card.Place;
import dev.menagerie.rules.card.Player;
import dev.menagerie.rules.card.Target;
import dev.menagerie.rules.query.Amounts;
import dev.menagerie.rules.query.Conditions;
import dev.menagerie.rules.query.Context;
import dev.menagerie.rules.query.Targets;
import dev.menagerie.rules.state.Seat;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Every yes-or-no question of the vocabulary, answered both ways. */
class ConditionsTest {
  private final TestGame game = TestGame.standard();
  private RunningFrame asking = TestGame.asking(FIRST, -1, -1);

  private boolean holds(Condition condition) {
    return Conditions.holds(game.state().table(), asking, condition);
  }

  private void are(boolean answer, Condition... conditions) {
    for (Condition condition : conditions) {
      assertThat(holds(condition)).as("%s", condition).isEqualTo(answer);
    }
  }

  private void flipped(String name, int heads, int tails) {
    asking.set(name + Amounts.HEADS, heads);
    asking.set(name + Amounts.TAILS, tails);
  }

  @Test
  void headsAreAllHeadsAndAtLeastOne() {
    game.start();
    Condition heads = new Condition.Heads(none());
    Condition tails = new Condition.Tails(none());
    are(false, heads, tails);
    flipped("", 2, 0);
    are(true, heads);
    are(false, tails);
    flipped("", 1, 1);
    are(false, heads, tails);
    flipped("", 0, 1);
    are(true, tails);
    are(false, heads, new Condition.Tails(Optional.of("other")));
    flipped("other", 3, 0);
    are(true, new Condition.Heads(Optional.of("other")), tails);
  }

  @Test
  void numbersAreCompared() {
    game.start();
    are(true, new Condition.AtLeast(n(2), n(2)), new Condition.AtLeast(n(3), n(2)));
    are(false, new Condition.AtLeast(n(1), n(2)));
    are(true, new Condition.AtMost(n(2), n(2)), new Condition.AtMost(n(1), n(2)));
    are(false, new Condition.AtMost(n(3), n(2)));
    are(true, new Condition.Same(n(2), n(2)));
    are(false, new Condition.Same(n(1), n(2)), new Condition.Same(n(3), n(2)));
  }

  @Test
  void pokemonInPlay() {
    game.first().bench(hurt(10, mon("mudback")));
    game.start();
    Optional<Filter> damaged = Optional.of(new Filter.Damaged());
    are(
        true,
        new Condition.InPlay(Player.YOU, none(), damaged),
        new Condition.InPlay(Player.BOTH, Optional.of(Place.BENCH), none()));
    are(
        false,
        new Condition.InPlay(Player.OPPONENT, none(), damaged),
        new Condition.InPlay(Player.YOU, Optional.of(Place.ACTIVE), damaged),
        new Condition.InPlay(Player.OPPONENT, Optional.of(Place.BENCH), none()));
  }

  @Test
  void everyTargetMustMeetAFilterAndThereMustBeOne() {
    game.first().active(hurt(10, mon("plain"))).bench(mon("mudback"));
    game.start();
    Filter damaged = new Filter.Damaged();
    are(true, new Condition.Is(new Target.Active(Player.YOU), damaged));
    are(
        false,
        new Condition.Is(new Target.Active(Player.OPPONENT), damaged),
        new Condition.Is(new Target.Every(Player.YOU, none(), none()), damaged),
        new Condition.Is(
            new Target.Every(Player.OPPONENT, Optional.of(Place.BENCH), none()), damaged),
        new Condition.Is(new Target.Self(), new Filter.Any()),
        new Condition.Is(new Target.Other(), new Filter.Any()));
    asking = TestGame.asking(FIRST, game.active(FIRST).serial(), -1);
    are(true, new Condition.Is(new Target.Self(), damaged));
  }

  @Test
  void chosenCards() {
    game.start();
    are(false, new Condition.AnyChosen("these"));
    asking.set("these", List.of(4));
    are(true, new Condition.AnyChosen("these"));
    are(false, new Condition.AnyChosen("those"));
  }

  @Test
  void aStadiumIsInPlay() {
    game.start();
    are(false, new Condition.StadiumInPlay(none()));
    game.stadium("meadow", SECOND).start();
    are(
        true,
        new Condition.StadiumInPlay(none()),
        new Condition.StadiumInPlay(Optional.of("meadow")));
    are(false, new Condition.StadiumInPlay(Optional.of("desert")));
  }

  @Test
  void theTurnIsShown() {
    game.turn(4, FIRST).start();
    are(true, new Condition.TurnOf(Player.YOU), new Condition.TurnOf(Player.BOTH));
    are(false, new Condition.TurnOf(Player.OPPONENT));
    asking = TestGame.asking(SECOND, -1, -1);
    are(true, new Condition.TurnOf(Player.OPPONENT), new Condition.TurnOf(Player.BOTH));
    are(false, new Condition.TurnOf(Player.YOU));
  }

  @Test
  void firstTurnsAreTurnOneAndTurnTwo() {
    Condition own = new Condition.FirstTurn(Player.YOU);
    Condition theirs = new Condition.FirstTurn(Player.OPPONENT);
    game.turn(1, FIRST).start();
    are(true, own, new Condition.FirstTurn(Player.BOTH));
    are(false, theirs);
    game.turn(2, SECOND).start();
    are(false, own);
    are(true, theirs, new Condition.FirstTurn(Player.BOTH));
    game.turn(3, FIRST).start();
    are(false, own, theirs, new Condition.FirstTurn(Player.BOTH));
  }

  private Condition happened(Happening what, Player to, When when) {
    return new Condition.Happened(what, to, Optional.of(when));
  }

  private void happened(Happening what) {
    are(
        true,
        happened(what, Player.YOU, When.THIS_TURN),
        happened(what, Player.BOTH, When.THIS_TURN));
    are(true, new Condition.Happened(what, Player.YOU, none()));
    are(
        false,
        happened(what, Player.OPPONENT, When.THIS_TURN),
        happened(what, Player.YOU, When.LAST_TURN));
  }

  @Test
  void turnEventsMoveToTheLastTurn() {
    game.first()
        .active(mon("sparkling"))
        .bench(mon("mudback"))
        .hand("sparkler", "e-fire", "potion", "study", "meadow");
    for (Happening what : Happening.values()) {
      game.start();
      are(false, happened(what, Player.BOTH, When.THIS_TURN));
    }
    game.evolve("sparkler", game.active(FIRST));
    happened(Happening.EVOLVED);
    game.attach("e-fire", game.active(FIRST));
    happened(Happening.ATTACHED_ENERGY);
    game.play("study");
    happened(Happening.PLAYED_SUPPORTER);
    game.play("meadow");
    happened(Happening.PLAYED_STADIUM);
    game.retreat(0);
    happened(Happening.RETREATED);
    are(false, happened(Happening.PLAYED_ITEM, Player.BOTH, When.THIS_TURN));

    game.pass();

    are(
        true,
        happened(Happening.EVOLVED, Player.YOU, When.LAST_TURN),
        happened(Happening.RETREATED, Player.BOTH, When.LAST_TURN));
    are(
        false,
        happened(Happening.EVOLVED, Player.YOU, When.THIS_TURN),
        happened(Happening.PLAYED_ITEM, Player.YOU, When.LAST_TURN));
    game.pass();
    are(false, happened(Happening.EVOLVED, Player.BOTH, When.LAST_TURN));
  }

  @Test
  void anItemWasPlayed() {
    game.first().active(hurt(20, mon("plain"))).hand("potion");
    game.start().play("potion");
    happened(Happening.PLAYED_ITEM);
  }

  @Test
  void aKnockOutHappensToItsOwnerAndThePrizeToTheOther() {
    game.first().active(mon("plain"));
    game.second().active(hurt(90, mon("plain"))).bench(mon("mudback"), mon("mudback"));
    game.start().attack(0);
    while (game.state().pending().isPresent()) {
      game.chooses(0);
    }
    are(
        true,
        happened(Happening.KNOCKED_OUT, Player.OPPONENT, When.LAST_TURN),
        happened(Happening.KNOCKED_OUT_BY_ATTACK, Player.OPPONENT, When.LAST_TURN),
        happened(Happening.TOOK_PRIZE, Player.YOU, When.LAST_TURN));
    are(
        false,
        happened(Happening.KNOCKED_OUT, Player.YOU, When.LAST_TURN),
        happened(Happening.TOOK_PRIZE, Player.OPPONENT, When.LAST_TURN));
  }

  @Test
  void allAnyAndNot() {
    game.start();
    Condition yes = new Condition.Same(n(1), n(1));
    Condition no = new Condition.Same(n(1), n(2));
    are(
        true,
        new Condition.AllOf(List.of()),
        new Condition.AllOf(List.of(yes, yes)),
        new Condition.AnyOf(List.of(no, yes)),
        new Condition.Not(no));
    are(
        false,
        new Condition.AllOf(List.of(yes, no)),
        new Condition.AnyOf(List.of()),
        new Condition.AnyOf(List.of(no, no)),
        new Condition.Not(yes));
  }

  @Test
  void theControllerIsYou() {
    assertThat(Targets.seats(Context.of(SECOND, -1, -1), Player.BOTH))
        .containsExactly(SECOND, FIRST);
    assertThat(Targets.seats(Context.of(FIRST, -1, -1), Player.BOTH))
        .containsExactly(FIRST, SECOND);
    assertThat(Targets.seats(asking, Player.OPPONENT)).containsExactly(Seat.SECOND);
    assertThat(Targets.seat(asking, Player.OPPONENT)).isEqualTo(SECOND);
    assertThat(Targets.seat(asking, Player.YOU)).isEqualTo(FIRST);
  }
}
