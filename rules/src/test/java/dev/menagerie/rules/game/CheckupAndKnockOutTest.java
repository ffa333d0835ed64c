package dev.menagerie.rules.game;

import static dev.menagerie.rules.TestCards.attack;
import static dev.menagerie.rules.TestCards.basic;
import static dev.menagerie.rules.TestCards.defender;
import static dev.menagerie.rules.TestCards.n;
import static dev.menagerie.rules.TestCards.none;
import static dev.menagerie.rules.TestCards.trainer;
import static dev.menagerie.rules.game.TestGame.holding;
import static dev.menagerie.rules.game.TestGame.hurt;
import static dev.menagerie.rules.game.TestGame.ill;
import static dev.menagerie.rules.game.TestGame.mon;
import static dev.menagerie.rules.game.TestGame.over;
import static dev.menagerie.rules.state.Seat.FIRST;
import static dev.menagerie.rules.state.Seat.SECOND;
import static org.assertj.core.api.Assertions.assertThat;

import dev.menagerie.rules.card.Ability;
import dev.menagerie.rules.card.CardDefinition;
import dev.menagerie.rules.card.Destination;
import dev.menagerie.rules.card.Effect;
import dev.menagerie.rules.card.EnergyType;
import dev.menagerie.rules.card.Place;
import dev.menagerie.rules.card.Player;
import dev.menagerie.rules.card.SpecialCondition;
import dev.menagerie.rules.card.Static;
import dev.menagerie.rules.card.Target;
import dev.menagerie.rules.card.TrainerKind;
import dev.menagerie.rules.card.Trigger;
import dev.menagerie.rules.command.Command;
import dev.menagerie.rules.command.Moves;
import dev.menagerie.rules.command.Rejection;
import dev.menagerie.rules.config.Presets;
import dev.menagerie.rules.config.RulesConfig;
import dev.menagerie.rules.state.ChoiceKind;
import dev.menagerie.rules.state.EndReason;
import dev.menagerie.rules.state.Event;
import dev.menagerie.rules.state.GameStatus;
import dev.menagerie.rules.state.Pile;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CheckupAndKnockOutTest {
  private static final EnergyType FIRE = EnergyType.FIRE;

  private static CardDefinition with(String id, Effect... post) {
    return basic(id, 100, EnergyType.PSYCHIC, List.of(), attack("do", List.of(), 0, post));
  }

  // Conditions

  @Test
  void threeConditionsReplaceOneAnotherAndTwoCombineWithAll() {
    CardDefinition all =
        with(
            "all",
            new Effect.Apply(SpecialCondition.ASLEEP, defender(), none()),
            new Effect.Apply(SpecialCondition.POISONED, defender(), none()),
            new Effect.Apply(SpecialCondition.BURNED, defender(), none()),
            new Effect.Apply(SpecialCondition.PARALYZED, defender(), none()),
            new Effect.Apply(SpecialCondition.CONFUSED, defender(), none()));
    TestGame game = TestGame.standard().cards(all).coins("t");
    game.first().active(mon("all"));
    game.start().attack(0);
    assertThat(game.active(SECOND).conditions())
        .isEqualTo(
            SpecialCondition.CONFUSED.bit()
                | SpecialCondition.POISONED.bit()
                | SpecialCondition.BURNED.bit());
    game.damage(SECOND, 30).allCoinsFell();
  }

  @Test
  void onlyTheActiveGetsConditions() {
    CardDefinition gas =
        with(
            "gas",
            new Effect.Apply(
                SpecialCondition.POISONED,
                new Target.Every(Player.OPPONENT, none(), none()),
                none()));
    TestGame game = TestGame.standard().cards(gas);
    game.first().active(mon("gas"));
    game.second().bench(mon("plain"));
    game.start().attack(0).damage(SECOND, 10);
    assertThat(game.bench(SECOND, 0).conditions()).isZero();
  }

  @Test
  void checkupGoesThroughPoisonBurnSleepAndParalysisInThisOrder() {
    TestGame game = TestGame.standard().coins("tth");
    game.first()
        .active(
            ill(
                mon("plain"),
                SpecialCondition.PARALYZED,
                SpecialCondition.BURNED,
                SpecialCondition.POISONED));
    game.second()
        .active(
            ill(
                mon("plain"),
                SpecialCondition.ASLEEP,
                SpecialCondition.BURNED,
                SpecialCondition.POISONED));
    game.start().pass().allCoinsFell();
    List<String> order =
        game.events.stream()
            .filter(event ->
                event instanceof Event.DamageDealt
                    || event instanceof Event.CoinFlipped
                    || event instanceof Event.ConditionEnded)
            .map(event ->
                switch (event) {
                  case Event.DamageDealt hit -> hit.seat() + " " + hit.amount();
                  case Event.CoinFlipped coin -> coin.seat() + (coin.heads() ? " h" : " t");
                  case Event.ConditionEnded end -> end.seat() + " " + end.condition();
                  default -> "";
                })
            .toList();
    assertThat(order)
        .containsExactly(
            "SECOND 10",
            "FIRST 10",
            "SECOND 20",
            "SECOND t",
            "FIRST 20",
            "FIRST t",
            "SECOND h",
            "SECOND ASLEEP",
            "FIRST PARALYZED");
  }

  @Test
  void paralysisEndsOnlyAfterItsOwnersTurn() {
    TestGame game = TestGame.standard().coins("h");
    game.first().active(mon("sparkling", "e-fire"));
    game.second().active(mon("plain")).bench(mon("plain"));
    game.start().attack(1);
    assertThat(game.active(SECOND).has(SpecialCondition.PARALYZED)).isTrue();
    game.refuses(new Command.Attack(SECOND, 0), Rejection.CannotMove.class);
    game.pass();
    assertThat(game.active(SECOND).conditions()).isZero();
  }

  @Test
  void headsCuresABurn() {
    TestGame game = TestGame.standard().coins("h");
    game.first().active(ill(mon("plain"), SpecialCondition.BURNED));
    game.start().pass().damage(FIRST, 20);
    assertThat(game.active(FIRST).conditions()).isZero();
  }

  @Test
  void poisonMayBeStronger() {
    CardDefinition venom =
        with("venom", new Effect.Apply(SpecialCondition.POISONED, defender(), Optional.of(40)));
    TestGame game = TestGame.standard().cards(venom);
    game.first().active(mon("venom"));
    game.start().attack(0).damage(SECOND, 40);
    game.pass().damage(SECOND, 80);
  }

  @Test
  void tailsLetsASleeperSleepOn() {
    TestGame game = TestGame.standard().coins("th");
    game.first().active(ill(mon("plain"), SpecialCondition.ASLEEP));
    game.start().pass();
    assertThat(game.active(FIRST).has(SpecialCondition.ASLEEP)).isTrue();
    game.pass();
    assertThat(game.active(FIRST).conditions()).isZero();
  }

  @Test
  void immunityEndsAConditionItDoesNotAllow() {
    CardDefinition charm =
        trainer(
            "charm",
            TrainerKind.TOOL,
            List.of(),
            List.of(
                new Ability.Continuous(
                    "c", none(), none(), List.of(new Static.PreventConditions(none())))));
    TestGame game = TestGame.standard().cards(charm);
    game.first().active(ill(mon("plain"), SpecialCondition.ASLEEP)).hand("charm");
    game.start().tool("charm", game.active(FIRST));
    assertThat(game.active(FIRST).conditions()).isZero();
  }

  // Knock-outs

  @Test
  void aKnockOutDiscardsEverythingTakesAPrizeAndCallsANewActive() {
    TestGame game = TestGame.standard();
    game.first().prizes("potion", "plain");
    game.second()
        .active(hurt(80, holding(over(mon("sparkler", "e-fire"), "sparkling"), "cape")))
        .bench(mon("mudback"), mon("plain"));
    game.start().attack(0);
    assertThat(game.pile(Pile.DISCARD, SECOND))
        .containsExactlyInAnyOrder("sparkling", "sparkler", "e-fire", "cape");
    assertThat(game.pending().kind()).isEqualTo(ChoiceKind.SELECT_PRIZE);
    assertThat(game.actor()).isEqualTo(FIRST);
    game.chooses(0);
    assertThat(game.pile(Pile.HAND, FIRST)).containsExactly("potion");
    assertThat(game.pending().kind()).isEqualTo(ChoiceKind.SELECT_ACTIVE);
    assertThat(game.actor()).isEqualTo(SECOND);
    game.chooses(1);
    assertThat(game.top(game.active(SECOND))).isEqualTo("plain");
    assertThat(game.state().turnSeat()).contains(SECOND);
  }

  @Test
  void exIsWorthTwoAndMegaThree() {
    TestGame game = TestGame.of(Presets.HOUSE);
    game.second().active(hurt(150, mon("grandex"))).bench(mon("plain"));
    game.start().attack(0).chooses(0);
    assertThat(game.state().points(FIRST)).isEqualTo(2);
  }

  @Test
  void prizeModifiersCount() {
    CardDefinition weight =
        trainer(
            "weight",
            TrainerKind.TOOL,
            List.of(),
            List.of(
                new Ability.Continuous("w", none(), none(), List.of(new Static.PrizeWorth(-1)))));
    TestGame game = TestGame.of(Presets.HOUSE).cards(weight);
    game.second().active(holding(hurt(80, mon("plain")), "weight")).bench(mon("plain"));
    game.start().attack(0).chooses(0);
    assertThat(game.state().points(FIRST)).isZero();
  }

  @Test
  void theLastPrizeWinsAtOnce() {
    TestGame game = TestGame.standard();
    game.first().prizes("plain");
    game.second().active(hurt(80, mon("plain"))).bench(mon("plain"));
    game.start().attack(0).ended(Optional.of(FIRST), EndReason.PRIZES);
    assertThat(game.state().prizesRemaining(FIRST)).isZero();
    assertThat(game.state().toAct()).isEmpty();
  }

  @Test
  void enoughPointsWin() {
    TestGame game = TestGame.of(Presets.POCKET);
    game.first().points(2);
    game.second().active(hurt(80, mon("plain"))).bench(mon("plain"));
    game.start().attack(0).ended(Optional.of(FIRST), EndReason.POINTS);
  }

  @Test
  void noPokemonLeftLoses() {
    TestGame game = TestGame.standard();
    game.second().active(hurt(80, mon("plain")));
    game.start().attack(0).ended(Optional.of(FIRST), EndReason.NO_POKEMON);
  }

  @Test
  void recoilGivesThePrizeToTheOpponent() {
    TestGame game = TestGame.of(Presets.HOUSE);
    game.first().active(hurt(150, mon("grandex", "e-grass", "e-double"))).bench(mon("plain"));
    game.second().active(mon("grandex")).bench(mon("plain"));
    game.start().attack(1);
    assertThat(game.state().points(SECOND)).isEqualTo(2);
    assertThat(game.actor()).isEqualTo(FIRST);
  }

  @Test
  void poisonKnocksOutBetweenTurns() {
    TestGame game = TestGame.standard();
    game.first()
        .active(ill(hurt(90, mon("plain")), SpecialCondition.POISONED))
        .bench(mon("mudback"));
    game.start().pass();
    assertThat(game.actor()).isEqualTo(SECOND);
    assertThat(game.pending().kind()).isEqualTo(ChoiceKind.SELECT_PRIZE);
    game.chooses(3).chooses(0);
    assertThat(game.top(game.active(FIRST))).isEqualTo("mudback");
    assertThat(game.state().turnSeat()).contains(SECOND);
  }

  @Test
  void afterADoubleKnockOutTheNextPlayerTakesPrizesAndPromotesFirst() {
    TestGame game = TestGame.standard();
    game.first()
        .active(ill(hurt(90, mon("plain")), SpecialCondition.POISONED))
        .bench(mon("mudback"));
    game.second()
        .active(ill(hurt(90, mon("plain")), SpecialCondition.POISONED))
        .bench(mon("sparkling"));
    game.start().pass();
    assertThat(game.actor()).isEqualTo(SECOND);
    assertThat(game.pending().kind()).isEqualTo(ChoiceKind.SELECT_PRIZE);
    game.chooses(0);
    assertThat(game.actor()).isEqualTo(FIRST);
    assertThat(game.pending().kind()).isEqualTo(ChoiceKind.SELECT_PRIZE);
    game.chooses(0);
    assertThat(game.actor()).isEqualTo(SECOND);
    assertThat(game.pending().kind()).isEqualTo(ChoiceKind.SELECT_ACTIVE);
    game.chooses(0);
    assertThat(game.actor()).isEqualTo(FIRST);
    game.chooses(0);
    assertThat(game.state().turn()).isEqualTo(4);
    assertThat(game.state().turnSeat()).contains(SECOND);
  }

  @Test
  void inTheMiddleOfATurnTheTurnGoesOn() {
    CardDefinition hammer =
        trainer(
            "hammer",
            TrainerKind.ITEM,
            List.of(new Effect.PlaceCounters(n(3), defender())),
            List.of());
    TestGame game = TestGame.standard().cards(hammer);
    game.first().hand("hammer");
    game.second().active(hurt(80, mon("plain"))).bench(mon("mudback"));
    game.start().play("hammer").chooses(0).chooses(0);
    assertThat(game.actor()).isEqualTo(FIRST);
    assertThat(game.state().turn()).isEqualTo(3);
    game.attack(0).damage(SECOND, 20);
  }

  @Test
  void healingWithinTheEffectComesInTime() {
    CardDefinition mercy =
        with(
            "mercy",
            new Effect.Damage(n(120), defender(), none()),
            new Effect.Heal(defender(), Optional.of(n(50))));
    TestGame game = TestGame.standard().cards(mercy);
    game.first().active(mon("mercy"));
    game.second().bench(mon("plain"));
    game.start().attack(0).damage(SECOND, 70);
  }

  @Test
  void aKnockOutByEffectNeedsNoDamage() {
    CardDefinition doom = with("doom", new Effect.KnockOut(defender()));
    TestGame game = TestGame.of(Presets.HOUSE).cards(doom);
    game.first().active(mon("doom"));
    game.second().bench(mon("plain"));
    game.start().attack(0);
    assertThat(game.state().points(FIRST)).isEqualTo(1);
  }

  @Test
  void aKnockOutTriggerKnowsItsAttacker() {
    CardDefinition spite =
        basic(
            "spite",
            50,
            FIRE,
            List.of(
                new Ability.Triggered(
                    "spite",
                    new Trigger.KnockedOut(Optional.of(Place.ACTIVE)),
                    none(),
                    none(),
                    List.of(new Effect.KnockOut(new Target.Other())))));
    TestGame game = TestGame.of(Presets.HOUSE).cards(spite);
    game.first().bench(mon("mudback"));
    game.second().active(hurt(30, mon("spite"))).bench(mon("plain"));
    game.start().attack(0);
    assertThat(game.state().points(FIRST)).isEqualTo(1);
    assertThat(game.state().points(SECOND)).isEqualTo(1);
    assertThat(game.actor()).isEqualTo(SECOND);
  }

  // Both win

  private static TestGame bothFall(RulesConfig rules) {
    CardDefinition boom =
        with("boom", new Effect.KnockOut(defender()), new Effect.KnockOut(new Target.Self()));
    TestGame game = TestGame.of(rules).cards(boom);
    game.first().active(mon("boom"));
    return game;
  }

  @Test
  void benchedAbilitiesAnswerAKnockOutToo() {
    var mourner =
        basic(
            "mourner",
            60,
            EnergyType.GRASS,
            List.of(
                new Ability.Triggered(
                    "mourn",
                    new Trigger.SomeKnockedOut(Player.YOU, none()),
                    none(),
                    none(),
                    List.of(new Effect.Draw(n(1), none())))));
    TestGame game = TestGame.standard().cards(mourner);
    game.second().active(hurt(80, mon("plain"))).bench(mon("mourner"), mon("mourner"));
    game.first().bench(mon("mourner"));
    game.start().attack(0);
    // One of the two asks first; those of the other player do not mourn.
    while (game.state().pending().isPresent() && game.actor() == SECOND) {
      game.chooses(0);
    }
    assertThat(game.count(Pile.HAND, SECOND)).isEqualTo(2);
    assertThat(game.count(Pile.HAND, FIRST)).isZero();
  }

  @Test
  void bothWinningAtOnceIsSuddenDeathWithOnePrize() {
    TestGame game = bothFall(Presets.STANDARD);
    game.first().deck("plain", "plain", "plain", "plain", "plain", "plain", "plain", "plain");
    game.second().deck("plain", "plain", "plain", "plain", "plain", "plain", "plain", "plain");
    game.start().attack(0);
    assertThat(game.state().status()).isEqualTo(GameStatus.SETUP);
    assertThat(game.state().table().round()).isEqualTo(1);
    assertThat(game.pending().kind()).isEqualTo(ChoiceKind.GO_FIRST);
    game.chooses(0);
    while (game.state().status() == GameStatus.SETUP) {
      Command move = Moves.of(game.state()).getFirst();
      game.does(
          move instanceof Command.PlayPokemon && game.state().table().active(game.actor()) != null
              ? new Command.Pass(game.actor())
              : move);
    }
    assertThat(game.state().prizesRemaining(FIRST)).isEqualTo(1);
    assertThat(game.count(Pile.PRIZES, SECOND)).isEqualTo(1);
  }

  @Test
  void bothWinningAtOnceIsATieWhereTheRulesSaySo() {
    TestGame game = bothFall(Presets.POCKET);
    game.start().attack(0).ended(Optional.empty(), EndReason.NO_POKEMON);
  }

  @Test
  void thePlayerWhoMeetsMoreConditionsWins() {
    TestGame game = bothFall(Presets.STANDARD);
    game.first().prizes("plain");
    game.start().attack(0).ended(Optional.of(FIRST), EndReason.PRIZES);
  }

  @Test
  void aWinComesBeforeAnythingStillPending() {
    TestGame game = TestGame.of(Presets.POCKET);
    game.first().points(2).active(ill(mon("plain"), SpecialCondition.BURNED));
    game.second().active(hurt(80, mon("plain"))).bench(mon("plain"), mon("plain"));
    game.start().attack(0).ended(Optional.of(FIRST), EndReason.POINTS);
    game.damage(FIRST, 0);
  }

  @Test
  void returningTheLastPokemonLoses() {
    CardDefinition away = with("away", new Effect.Return(defender(), Destination.HAND, none()));
    TestGame game = TestGame.standard().cards(away);
    game.first().active(mon("away"));
    game.start().attack(0).ended(Optional.of(FIRST), EndReason.NO_POKEMON);
  }
}
