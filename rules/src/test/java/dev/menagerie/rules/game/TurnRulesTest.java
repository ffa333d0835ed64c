package dev.menagerie.rules.game;

import static dev.menagerie.rules.TestCards.attack;
import static dev.menagerie.rules.TestCards.basic;
import static dev.menagerie.rules.TestCards.n;
import static dev.menagerie.rules.TestCards.none;
import static dev.menagerie.rules.TestCards.trainer;
import static dev.menagerie.rules.game.TestGame.fresh;
import static dev.menagerie.rules.game.TestGame.holding;
import static dev.menagerie.rules.game.TestGame.hurt;
import static dev.menagerie.rules.game.TestGame.ill;
import static dev.menagerie.rules.game.TestGame.mon;
import static dev.menagerie.rules.game.TestGame.over;
import static dev.menagerie.rules.state.Seat.FIRST;
import static dev.menagerie.rules.state.Seat.SECOND;
import static org.assertj.core.api.Assertions.assertThat;

import dev.menagerie.rules.card.Destination;
import dev.menagerie.rules.card.Effect;
import dev.menagerie.rules.card.EnergyType;
import dev.menagerie.rules.card.SpecialCondition;
import dev.menagerie.rules.card.TrainerKind;
import dev.menagerie.rules.card.Zone;
import dev.menagerie.rules.command.Command;
import dev.menagerie.rules.command.Moves;
import dev.menagerie.rules.command.Rejection;
import dev.menagerie.rules.config.Presets;
import dev.menagerie.rules.state.EndReason;
import dev.menagerie.rules.state.Pile;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TurnRulesTest {
  // The turn

  @Test
  void everyTurnBeginsWithADraw() {
    TestGame game = TestGame.standard();
    game.second().deck("potion", "plain");
    game.start().pass();
    assertThat(game.state().turnSeat()).contains(SECOND);
    assertThat(game.pile(Pile.HAND, SECOND)).containsExactly("potion");
  }

  @Test
  void aPlayerWhoCannotDrawAtTheStartOfTheTurnLoses() {
    TestGame game = TestGame.standard();
    game.second().deck();
    game.start().pass().ended(Optional.of(FIRST), EndReason.DECK_OUT);
  }

  @Test
  void inPocketAnEmptyDeckIsNoLoss() {
    TestGame game = TestGame.of(Presets.POCKET);
    game.second().deck();
    game.start().pass();
    assertThat(game.state().result()).isEmpty();
    assertThat(game.state().turnSeat()).contains(SECOND);
  }

  @Test
  void oneEnergyATurn() {
    TestGame game = TestGame.standard();
    game.first().hand("e-fire", "e-fire");
    game.start();
    game.attach("e-fire", game.active(FIRST));
    game.refuses(
        new Command.AttachEnergy(FIRST, game.inHand(FIRST, "e-fire"), game.active(FIRST).serial()),
        Rejection.EnergyAlreadyAttached.class);
  }

  @Test
  void oneSupporterATurnAndNoneInTheFirstPlayersFirst() {
    TestGame game = TestGame.standard();
    game.first().hand("study", "study");
    game.start().play("study");
    assertThat(game.count(Pile.HAND, FIRST)).isEqualTo(4);
    game.refuses(
        new Command.PlayTrainer(FIRST, game.inHand(FIRST, "study")),
        Rejection.SupporterAlreadyPlayed.class);
    TestGame opening = TestGame.standard().turn(1, FIRST);
    opening.first().hand("study");
    opening
        .start()
        .refuses(
            new Command.PlayTrainer(FIRST, opening.inHand(FIRST, "study")),
            Rejection.NotInFirstTurn.class);
    TestGame pocket = TestGame.of(Presets.POCKET).turn(1, FIRST);
    pocket.first().hand("study");
    pocket.start().play("study");
  }

  @Test
  void firstTurnOfTheGameHasNoAttackInStandardButInHouse() {
    TestGame game = TestGame.standard().turn(1, FIRST);
    game.start().refuses(new Command.Attack(FIRST, 0), Rejection.NotInFirstTurn.class);
    TestGame.of(Presets.HOUSE).turn(1, FIRST).start().attack(0).damage(SECOND, 30);
    TestGame.standard().turn(2, SECOND).start().attack(0).damage(FIRST, 30);
  }

  @Test
  void aNewStadiumSendsTheOldToItsOwnersDiscard() {
    TestGame game =
        TestGame.standard()
            .stadium("meadow", SECOND)
            .cards(trainer("cave", TrainerKind.STADIUM, List.of(), List.of()));
    game.first().hand("meadow", "cave", "cave");
    game.start()
        .refuses(
            new Command.PlayTrainer(FIRST, game.inHand(FIRST, "meadow")),
            Rejection.SameStadium.class);
    game.play("cave");
    assertThat(game.pile(Pile.DISCARD, SECOND)).containsExactly("meadow");
    assertThat(game.id(game.state().table().stadium())).isEqualTo("cave");
    game.refuses(
        new Command.PlayTrainer(FIRST, game.inHand(FIRST, "meadow")),
        Rejection.StadiumAlreadyPlayed.class);
  }

  @Test
  void anyNumberOfItemsAndBasics() {
    TestGame game = TestGame.standard();
    game.first().hand("scout", "scout", "scout", "mudback", "mudback");
    game.start();
    game.bench("mudback").bench("mudback");
    assertThat(game.state().table().benchCount(FIRST)).isEqualTo(2);
    game.play("scout").chooses(0).play("scout").chooses(0);
  }

  @Test
  void aFullBenchTakesNoMore() {
    TestGame game = TestGame.of(Presets.POCKET);
    game.first().hand("plain").bench(mon("plain"), mon("plain"), mon("plain"));
    game.start();
    game.refuses(
        new Command.PlayPokemon(FIRST, game.inHand(FIRST, "plain")), Rejection.BenchFull.class);
  }

  @Test
  void anAttackEndsTheTurn() {
    TestGame game = TestGame.standard();
    game.start().attack(0).damage(SECOND, 30);
    assertThat(game.state().turnSeat()).contains(SECOND);
    assertThat(game.state().turn()).isEqualTo(4);
    game.refuses(new Command.Attack(FIRST, 0), Rejection.NotYourTurn.class);
  }

  @Test
  void aCardThatObviouslyDoesNothingMayNotBePlayed() {
    TestGame game = TestGame.standard();
    game.first().hand("potion", "swap", "hook", "trade", "scout", "ball").deck();
    game.start();
    for (String card : List.of("potion", "swap", "hook", "trade", "scout", "ball")) {
      game.refuses(
          new Command.PlayTrainer(FIRST, game.inHand(FIRST, card)), Rejection.WouldDoNothing.class);
    }
  }

  @Test
  void aSearchMayFailOnPurpose() {
    TestGame game = TestGame.standard();
    game.first().hand("ball").deck("mudback", "potion");
    game.start().play("ball");
    assertThat(game.pending().min()).isZero();
    game.chooses();
    assertThat(game.count(Pile.DECK, FIRST)).isEqualTo(2);
    assertThat(game.pile(Pile.DISCARD, FIRST)).containsExactly("ball");
  }

  @Test
  void aSearchOptionsAreSortedByDefinition() {
    TestGame game = TestGame.standard();
    game.first().hand("ball").deck("thornling", "mudback", "sparkling", "mimic", "mudback");
    game.start().play("ball");
    assertThat(game.pending().options().stream().map(game::id))
        .containsExactly("mimic", "mudback", "mudback", "sparkling", "thornling");
  }

  @Test
  void aPlayedTrainerReachesTheDiscardLast() {
    TestGame game =
        TestGame.standard()
            .cards(
                trainer(
                    "recycle",
                    TrainerKind.ITEM,
                    List.of(new Effect.MoveAll(Zone.DISCARD, none(), none(), Destination.HAND)),
                    List.of()));
    game.first().hand("recycle").discard("potion");
    game.start().play("recycle");
    assertThat(game.pile(Pile.DISCARD, FIRST)).containsExactly("recycle");
    assertThat(game.pile(Pile.HAND, FIRST)).containsExactly("potion");
  }

  // Evolution

  @Test
  void aPokemonEvolvesOnceItHasBeenThereForATurn() {
    TestGame game = TestGame.standard();
    game.first()
        .active(hurt(20, ill(holding(mon("sparkling", "e-fire"), "cape"), SpecialCondition.ASLEEP)))
        .bench(fresh(mon("sparkling")))
        .hand("sparkler", "sparkler", "sparkmaster");
    game.start();
    game.refuses(
        new Command.Evolve(FIRST, game.inHand(FIRST, "sparkler"), game.bench(FIRST, 0).serial()),
        Rejection.TooEarlyToEvolve.class);
    game.refuses(
        new Command.Evolve(FIRST, game.inHand(FIRST, "sparkmaster"), game.active(FIRST).serial()),
        Rejection.DoesNotEvolve.class);
    game.evolve("sparkler", game.active(FIRST)).damage(FIRST, 20);
    assertThat(game.active(FIRST).conditions()).isZero();
    assertThat(game.active(FIRST).energyCount()).isEqualTo(1);
    assertThat(game.active(FIRST).toolCount()).isEqualTo(1);
    assertThat(game.hp(game.active(FIRST))).isEqualTo(110);
    game.refuses(
        new Command.Evolve(FIRST, game.inHand(FIRST, "sparkmaster"), game.active(FIRST).serial()),
        Rejection.TooEarlyToEvolve.class);
  }

  @Test
  void noPokemonEvolvesInAPlayersFirstTurn() {
    for (int turn = 1; turn <= 2; turn++) {
      var seat = turn == 1 ? FIRST : SECOND;
      TestGame game = TestGame.standard().turn(turn, seat);
      (turn == 1 ? game.first() : game.second()).active(mon("sparkling")).hand("sparkler");
      game.start();
      game.refuses(
          new Command.Evolve(seat, game.inHand(seat, "sparkler"), game.active(seat).serial()),
          Rejection.TooEarlyToEvolve.class);
    }
  }

  // Retreat

  @Test
  void retreatCostsEnergyAndHappensOnceATurn() {
    TestGame game = TestGame.standard();
    game.first()
        .active(ill(mon("plain", "e-fire"), SpecialCondition.POISONED))
        .bench(mon("mudback", "e-fire"));
    game.start().retreat(0);
    assertThat(game.top(game.active(FIRST))).isEqualTo("mudback");
    assertThat(game.bench(FIRST, 0).conditions()).isZero();
    assertThat(game.bench(FIRST, 0).energyCount()).isZero();
    assertThat(game.pile(Pile.DISCARD, FIRST)).containsExactly("e-fire");
    game.refuses(
        new Command.Retreat(FIRST, game.bench(FIRST, 0).serial()),
        Rejection.AlreadyRetreated.class);
  }

  @Test
  void aRetreatTakesNoMoreThanDoublesForce() {
    TestGame game = TestGame.standard();
    game.first().active(mon("grandex", "e-double", "e-double")).bench(mon("plain"));
    game.start();
    int bench = game.bench(FIRST, 0).serial();
    var both = List.of(game.active(FIRST).energy(0), game.active(FIRST).energy(1));
    game.refuses(new Command.RetreatPaying(FIRST, bench, both), Rejection.CannotPayRetreat.class);
    game.does(new Command.RetreatPaying(FIRST, bench, both.subList(0, 1)));
    assertThat(game.count(Pile.DISCARD, FIRST)).isEqualTo(1);
  }

  @Test
  void aPaymentWithAlternativesIsAsked() {
    TestGame game = TestGame.standard();
    game.first().active(mon("plain", "e-fire", "e-water")).bench(mon("mudback"));
    game.start().retreat(0);
    assertThat(game.pending().options()).hasSize(2);
    game.chooses(1);
    assertThat(game.pile(Pile.DISCARD, FIRST)).containsExactly("e-water");
    assertThat(game.top(game.active(FIRST))).isEqualTo("mudback");
  }

  @Test
  void theSelectedEnergyMustPay() {
    TestGame game = TestGame.standard();
    game.first().active(mon("grandex", "e-fire", "e-water", "e-double")).bench(mon("mudback"));
    game.start().retreat(0);
    int choice = game.pending().number();
    assertThat(game.pending().min()).isEqualTo(1);
    game.refuses(new Command.Select(FIRST, choice, List.of(0)), Rejection.BadSelection.class);
    game.refuses(new Command.Select(FIRST, choice, List.of()), Rejection.BadSelection.class);
    game.refuses(new Command.Select(FIRST, choice, List.of(0, 0)), Rejection.BadSelection.class);
    game.refuses(new Command.Select(FIRST, choice, List.of(3)), Rejection.BadSelection.class);
    game.refuses(new Command.Select(FIRST, choice + 1, List.of(2)), Rejection.NoSuchChoice.class);
    game.refuses(new Command.Pass(FIRST), Rejection.ChooseFirst.class);
    game.chooses(2);
    assertThat(game.pile(Pile.DISCARD, FIRST)).containsExactly("e-double");
  }

  @Test
  void aFreeRetreatDiscardsNoneAndAFullBenchIsNoBar() {
    TestGame game = TestGame.standard().stadium("meadow", FIRST);
    game.first()
        .active(mon("plain", "e-fire"))
        .bench(mon("plain"), mon("plain"), mon("plain"), mon("plain"), mon("mudback"));
    game.start();
    game.refuses(
        new Command.RetreatPaying(
            FIRST, game.bench(FIRST, 4).serial(), List.of(game.active(FIRST).energy(0))),
        Rejection.CannotPayRetreat.class);
    game.retreat(4);
    assertThat(game.top(game.active(FIRST))).isEqualTo("mudback");
    assertThat(game.bench(FIRST, 4).energyCount()).isEqualTo(1);
  }

  @Test
  void withoutEnergyNoRetreat() {
    TestGame game = TestGame.standard();
    game.first().bench(mon("plain"));
    game.start();
    game.refuses(
        new Command.Retreat(FIRST, game.bench(FIRST, 0).serial()),
        Rejection.CannotPayRetreat.class);
  }

  // Energy zone and energy deck

  @Test
  void thePocketZoneGivesOneEnergyATurnAndShowsTheNext() {
    TestGame game = TestGame.of(Presets.POCKET);
    game.first().types(EnergyType.FIRE);
    game.second().types(EnergyType.WATER);
    game.start();
    game.does(new Command.AttachFromZone(FIRST, game.active(FIRST).serial()));
    assertThat(game.id(game.active(FIRST).energy(0))).isEqualTo("e-fire");
    game.refuses(
        new Command.AttachFromZone(FIRST, game.active(FIRST).serial()),
        Rejection.EnergyAlreadyAttached.class);
    assertThat(game.state().table().zoneNow(FIRST)).isEmpty();
    assertThat(game.state().table().zoneNext(FIRST)).contains(EnergyType.FIRE);
    game.pass();
    assertThat(game.state().table().zoneNow(SECOND)).contains(EnergyType.WATER);
    game.refuses(
        new Command.AttachFromZone(SECOND, game.active(FIRST).serial()),
        Rejection.NoSuchTarget.class);
  }

  @Test
  void noEnergyFromTheZoneInTheVeryFirstTurn() {
    TestGame game = TestGame.of(Presets.POCKET).turn(1, FIRST);
    game.first().types(EnergyType.FIRE);
    game.start();
    game.refuses(
        new Command.AttachFromZone(FIRST, game.active(FIRST).serial()),
        Rejection.NotInFirstTurn.class);
  }

  @Test
  void theHouseFlipsItsEnergyFromTheEnergyDeck() {
    TestGame game = TestGame.of(Presets.HOUSE);
    game.second().energyDeck("e-water", "e-fire");
    game.first().hand("e-fire");
    game.start();
    game.refuses(
        new Command.AttachEnergy(FIRST, game.inHand(FIRST, "e-fire"), game.active(FIRST).serial()),
        Rejection.WrongEnergySource.class);
    game.refuses(
        new Command.AttachFromZone(FIRST, game.active(FIRST).serial()),
        Rejection.NoEnergyInZone.class);
    game.pass();
    assertThat(game.pile(Pile.FLIPPED, SECOND)).containsExactly("e-water");
    game.does(new Command.AttachFromZone(SECOND, game.active(SECOND).serial()));
    assertThat(game.count(Pile.FLIPPED, SECOND)).isZero();
    assertThat(game.id(game.active(SECOND).energy(0))).isEqualTo("e-water");
  }

  @Test
  void drawingStopsAtTheHandCap() {
    TestGame game = TestGame.of(Presets.POCKET);
    String[] hand = {
      "study", "plain", "plain", "plain", "plain", "plain", "plain", "plain", "plain", "plain"
    };
    game.first().hand(hand);
    game.start().play("study");
    assertThat(game.count(Pile.HAND, FIRST)).isEqualTo(10);
  }

  @Test
  void theGameIsATieAfterTheTurnLimit() {
    TestGame game = TestGame.of(Presets.POCKET).turn(30, SECOND);
    game.start().pass().ended(Optional.empty(), EndReason.TURN_LIMIT);
    TestGame before = TestGame.of(Presets.POCKET).turn(29, FIRST);
    before.start().pass();
    assertThat(before.state().result()).isEmpty();
  }

  @Test
  void oneToolForEachPokemon() {
    TestGame game = TestGame.standard();
    game.first().hand("cape", "cape").bench(mon("plain"));
    game.start();
    game.tool("cape", game.active(FIRST));
    game.refuses(
        new Command.PlayTool(FIRST, game.inHand(FIRST, "cape"), game.active(FIRST).serial()),
        Rejection.ToolAlreadyAttached.class);
    game.tool("cape", game.bench(FIRST, 0));
    assertThat(game.hp(game.active(FIRST))).isEqualTo(120);
  }

  @Test
  void resigningEndsTheGameAtAnyTime() {
    TestGame.standard()
        .start()
        .does(new Command.Resign(SECOND))
        .ended(Optional.of(FIRST), EndReason.RESIGNED);
  }

  @Test
  void nothingIsAllowedWhenTheGameIsOver() {
    TestGame game = TestGame.standard().start().does(new Command.Resign(SECOND));
    game.refuses(new Command.Pass(FIRST), Rejection.GameOver.class);
    game.refuses(new Command.Resign(FIRST), Rejection.GameOver.class);
    assertThat(Moves.of(game.state())).isEmpty();
  }

  @Test
  void anEvolvedPokemonKeepsItsCardsUnderIt() {
    TestGame game = TestGame.standard();
    game.first().active(over(mon("sparkler", "e-fire", "e-fire"), "sparkling"));
    game.second().active(mon("plain")).bench(mon("plain"));
    game.start().attack(0).damage(SECOND, 50);
    assertThat(game.active(FIRST).cardCount()).isEqualTo(2);
  }

  @Test
  void endTurnInACardEndsTheTurn() {
    TestGame game =
        TestGame.standard()
            .cards(
                trainer(
                    "rest",
                    TrainerKind.SUPPORTER,
                    List.of(new Effect.Draw(n(2), none()), new Effect.EndTurn()),
                    List.of()),
                basic("idle", 50, EnergyType.FIRE, List.of(), attack("nap", List.of(), 0)));
    game.first().hand("rest");
    game.start().play("rest");
    assertThat(game.state().turnSeat()).contains(SECOND);
    assertThat(game.pile(Pile.DISCARD, FIRST)).containsExactly("rest");
  }
}
