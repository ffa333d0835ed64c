package dev.menagerie.rules.game;

import static dev.menagerie.rules.TestCards.attack;
import static dev.menagerie.rules.TestCards.basic;
import static dev.menagerie.rules.TestCards.choose;
import static dev.menagerie.rules.TestCards.defender;
import static dev.menagerie.rules.TestCards.n;
import static dev.menagerie.rules.TestCards.none;
import static dev.menagerie.rules.TestCards.self;
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
import dev.menagerie.rules.card.Amount;
import dev.menagerie.rules.card.Attack;
import dev.menagerie.rules.card.CardDefinition;
import dev.menagerie.rules.card.CardKind;
import dev.menagerie.rules.card.Condition;
import dev.menagerie.rules.card.Destination;
import dev.menagerie.rules.card.Effect;
import dev.menagerie.rules.card.EnergyType;
import dev.menagerie.rules.card.Filter;
import dev.menagerie.rules.card.Place;
import dev.menagerie.rules.card.Player;
import dev.menagerie.rules.card.Provides;
import dev.menagerie.rules.card.Scope;
import dev.menagerie.rules.card.Span;
import dev.menagerie.rules.card.SpecialCondition;
import dev.menagerie.rules.card.Static;
import dev.menagerie.rules.card.Target;
import dev.menagerie.rules.card.TrainerKind;
import dev.menagerie.rules.card.Trigger;
import dev.menagerie.rules.card.Zone;
import dev.menagerie.rules.command.Command;
import dev.menagerie.rules.command.Rejection;
import dev.menagerie.rules.config.Presets;
import dev.menagerie.rules.query.StaticSource;
import dev.menagerie.rules.query.Statics;
import dev.menagerie.rules.state.Event;
import dev.menagerie.rules.state.Pile;
import dev.menagerie.rules.view.View;
import dev.menagerie.rules.view.Viewer;
import dev.menagerie.rules.view.Views;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AttackRulesTest {
  private static final EnergyType FIRE = EnergyType.FIRE;
  private static final EnergyType WATER = EnergyType.WATER;
  private static final EnergyType ANY = EnergyType.COLORLESS;

  private static CardDefinition with(String id, EnergyType type, Attack attack) {
    return basic(id, 100, type, List.of(), attack);
  }

  /** A tool that is always true of its holder. */
  private static CardDefinition tool(String id, Static... gives) {
    return trainer(
        id,
        TrainerKind.TOOL,
        List.of(),
        List.of(new Ability.Continuous(id, none(), none(), List.of(gives))));
  }

  // Cost

  @Test
  void anAttackNeedsItsCostAndKeepsItsEnergy() {
    TestGame game = TestGame.standard();
    game.first().active(over(mon("sparkler", "e-fire"), "sparkling"));
    game.start();
    Rejection refusal = game.refusal(new Command.Attack(FIRST, 0));
    assertThat(refusal).isEqualTo(new Rejection.CostNotPaid(List.of(ANY)));
    TestGame paid = TestGame.standard();
    paid.first().active(over(mon("sparkler", "e-fire", "e-water"), "sparkling"));
    paid.start().attack(0).damage(SECOND, 50);
    assertThat(paid.active(FIRST).energyCount()).isEqualTo(2);
  }

  @Test
  void theMissingPartOfACostIsNamed() {
    TestGame game = TestGame.standard();
    game.first().active(over(mon("sparkler", "e-water"), "sparkling"));
    game.start();
    assertThat(game.refusal(new Command.Attack(FIRST, 1)))
        .isEqualTo(new Rejection.CostNotPaid(List.of(FIRE, FIRE)));
    assertThat(game.refusal(new Command.Attack(FIRST, 2))).isEqualTo(new Rejection.NoSuchAttack(2));
  }

  @Test
  void costMatchingIsATrueMatching() {
    CardDefinition fireWater =
        new CardDefinition.Energy(
            "e-fw",
            "e-fw",
            false,
            List.of(new Provides(List.of(FIRE, WATER))),
            none(),
            List.of(),
            List.of());
    CardDefinition waterGrass =
        new CardDefinition.Energy(
            "e-wg",
            "e-wg",
            false,
            List.of(new Provides(List.of(WATER, EnergyType.GRASS))),
            none(),
            List.of(),
            List.of());
    CardDefinition picky =
        with("picky", FIRE, attack("mix", List.of(FIRE, WATER, EnergyType.GRASS), 40));
    TestGame game = TestGame.standard().cards(fireWater, waterGrass, picky);
    game.first().active(mon("picky", "e-fw", "e-wg", "e-fw"));
    game.start().attack(0).damage(SECOND, 40);
    TestGame other = TestGame.standard().cards(fireWater, waterGrass, picky);
    other.first().active(mon("picky", "e-fw", "e-fw", "e-fw"));
    other.start();
    assertThat(other.refusal(new Command.Attack(FIRST, 0)))
        .isEqualTo(new Rejection.CostNotPaid(List.of(EnergyType.GRASS)));
  }

  @Test
  void oneUnitOfADoubleEnergyPaysOneEnergy() {
    TestGame game = TestGame.standard();
    game.first().active(mon("grandex", "e-double"));
    game.start().attack(0).damage(SECOND, 60);
  }

  @Test
  void colorlessEnergyPaysNoColor() {
    TestGame game = TestGame.standard();
    game.first().active(over(mon("sparkler", "e-double"), "sparkling"));
    game.start().refuses(new Command.Attack(FIRST, 0), Rejection.CostNotPaid.class);
  }

  @Test
  void statics_change_costs() {
    TestGame game =
        TestGame.standard()
            .cards(
                tool("light", new Static.AttackCost(-1, none())),
                tool("heavy", new Static.AttackCost(1, Optional.of(WATER))));
    game.first().active(holding(over(mon("sparkler", "e-fire"), "sparkling"), "light"));
    game.second().active(holding(mon("plain"), "heavy"));
    game.start().attack(0).damage(SECOND, 50);
    assertThat(game.refusal(new Command.Attack(SECOND, 0)))
        .isEqualTo(new Rejection.CostNotPaid(List.of(WATER)));
  }

  // Damage

  @Test
  void weaknessDoublesAndResistanceTakesThirtyOff() {
    TestGame weak = TestGame.standard();
    weak.first().active(mon("mudback", "e-water"));
    weak.second().active(mon("sparkling"));
    weak.start().attack(0).damage(SECOND, 40);
    TestGame strong =
        TestGame.standard().cards(with("zap", EnergyType.LIGHTNING, attack("z", List.of(), 50)));
    strong.first().active(mon("zap"));
    strong.second().active(mon("sparkling"));
    strong.start().attack(0).damage(SECOND, 20);
  }

  @Test
  void pocketWeaknessAddsTwentyAndThereIsNoResistance() {
    TestGame weak = TestGame.of(Presets.POCKET);
    weak.first().active(mon("mudback", "e-water"));
    weak.second().active(mon("sparkling")).bench(mon("plain"));
    weak.start().attack(0).damage(SECOND, 40);
    TestGame game =
        TestGame.of(Presets.POCKET)
            .cards(
                with("bolt", EnergyType.LIGHTNING, attack("z", List.of(), 50)),
                with("tide", WATER, attack("w", List.of(), 10)));
    game.first().active(mon("bolt"));
    game.second().active(mon("sparkling"));
    game.start().attack(0).damage(SECOND, 50);
    TestGame tide =
        TestGame.of(Presets.POCKET).cards(with("tide", WATER, attack("w", List.of(), 10)));
    tide.first().active(mon("tide"));
    tide.second().active(mon("sparkling"));
    tide.start().attack(0).damage(SECOND, 30);
  }

  @Test
  void modifiersOfTheAttackerComeBeforeWeaknessThoseOfTheDefenderAfter() {
    TestGame game =
        TestGame.standard()
            .cards(
                tool("claw", new Static.DamageDealt(n(10), none())),
                tool("shell", new Static.DamageTaken(n(-20), none())));
    game.first().active(holding(mon("mudback", "e-water"), "claw"));
    game.second().active(holding(mon("sparkling"), "shell")).bench(mon("plain"));
    // (20 + 10) x 2 - 20
    game.start().attack(0).damage(SECOND, 40);
  }

  @Test
  void aBaseOfZeroGainsNothingFromMore() {
    TestGame game =
        TestGame.standard()
            .cards(
                tool("claw", new Static.DamageDealt(n(30), none())),
                with(
                    "zero",
                    FIRE,
                    new Attack("z", List.of(), List.of(), Optional.of(n(0)), List.of())));
    game.first().active(holding(mon("zero"), "claw"));
    game.start().attack(0).damage(SECOND, 0);
  }

  @Test
  void damageNeverFallsBelowZero() {
    TestGame game = TestGame.standard().cards(tool("wall", new Static.DamageTaken(n(-90), none())));
    game.second().active(holding(hurt(20, mon("plain")), "wall"));
    game.start().attack(0).damage(SECOND, 20);
  }

  @Test
  void benchDamageMeetsNoWeaknessAndNoResistance() {
    CardDefinition bomber =
        with(
            "bomber",
            WATER,
            attack(
                "bomb",
                List.of(),
                0,
                new Effect.Damage(
                    n(20),
                    new Target.Every(Player.OPPONENT, Optional.of(Place.BENCH), none()),
                    none())));
    TestGame game =
        TestGame.standard().cards(bomber, tool("claw", new Static.DamageDealt(n(30), none())));
    game.first().active(holding(mon("bomber"), "claw"));
    game.second().bench(mon("sparkling"), mon("thornling"));
    game.start().attack(0);
    assertThat(game.bench(SECOND, 0).damage()).isEqualTo(20);
    assertThat(game.bench(SECOND, 1).damage()).isEqualTo(20);
  }

  @Test
  void countersAreNotDamage() {
    CardDefinition hexer =
        with(
            "hexer",
            WATER,
            attack("hex", List.of(), 0, new Effect.PlaceCounters(n(3), defender())));
    TestGame game =
        TestGame.standard().cards(hexer, tool("wall", new Static.PreventDamage(none())));
    game.first().active(mon("hexer"));
    game.second().active(holding(mon("sparkling"), "wall"));
    game.start().attack(0).damage(SECOND, 30);
  }

  @Test
  void plainDamageIgnoresWeakness() {
    CardDefinition plain =
        with(
            "raw",
            WATER,
            attack("raw", List.of(), 0, new Effect.Damage(n(20), defender(), Optional.of(true))));
    TestGame game = TestGame.standard().cards(plain);
    game.first().active(mon("raw"));
    game.second().active(mon("sparkling"));
    game.start().attack(0).damage(SECOND, 20);
  }

  @Test
  void preventedDamageAndEffects() {
    CardDefinition both =
        with(
            "both",
            FIRE,
            attack(
                "both",
                List.of(),
                40,
                new Effect.Apply(SpecialCondition.ASLEEP, defender(), none())));
    TestGame damage =
        TestGame.standard().cards(both, tool("wall", new Static.PreventDamage(none()))).coins("t");
    damage.first().active(mon("both"));
    damage.second().active(holding(mon("plain"), "wall"));
    damage.start().attack(0).damage(SECOND, 0);
    assertThat(damage.active(SECOND).has(SpecialCondition.ASLEEP)).isTrue();
    TestGame effects =
        TestGame.standard().cards(both, tool("veil", new Static.PreventEffects(none())));
    effects.first().active(mon("both"));
    effects.second().active(holding(mon("plain"), "veil"));
    effects.start().attack(0).damage(SECOND, 40);
    assertThat(effects.active(SECOND).conditions()).isZero();
  }

  @Test
  void enduresOnlyFromFullHealth() {
    CardDefinition strong = with("strong", FIRE, attack("s", List.of(), 200));
    TestGame full = TestGame.standard().cards(strong, tool("band", new Static.Endures(10)));
    full.first().active(mon("strong"));
    full.second().active(holding(mon("plain"), "band")).bench(mon("plain"));
    full.start().attack(0).damage(SECOND, 90);
    TestGame hurtOne = TestGame.standard().cards(strong, tool("band", new Static.Endures(10)));
    hurtOne.first().active(mon("strong"));
    hurtOne.second().active(holding(hurt(10, mon("plain")), "band")).bench(mon("mudback"));
    hurtOne.start().attack(0);
    assertThat(hurtOne.pile(Pile.DISCARD, SECOND)).contains("plain", "band");
  }

  // Confusion

  @Test
  void confusionIsFlippedBeforeAnythingElse() {
    CardDefinition payer =
        with(
            "payer",
            FIRE,
            new Attack(
                "pay",
                List.of(),
                List.of(
                    new Effect.DiscardEnergy(
                        self(), none(), Optional.of(n(1)), none(), none(), none())),
                Optional.of(n(50)),
                List.of()));
    TestGame game = TestGame.standard().cards(payer).coins("t");
    game.first().active(ill(mon("payer", "e-fire", "e-water"), SpecialCondition.CONFUSED));
    game.start().attack(0).damage(SECOND, 0).damage(FIRST, 30).allCoinsFell();
    assertThat(game.active(FIRST).energyCount()).isEqualTo(2);
    assertThat(game.state().turnSeat()).contains(SECOND);
    TestGame heads = TestGame.standard().cards(payer).coins("h");
    heads.first().active(ill(mon("payer", "e-fire", "e-water"), SpecialCondition.CONFUSED));
    heads.start().attack(0).chooses(0).damage(SECOND, 50).damage(FIRST, 0);
    assertThat(heads.active(FIRST).energyCount()).isEqualTo(1);
  }

  @Test
  void inPocketConfusionOnlyFails() {
    TestGame game = TestGame.of(Presets.POCKET).coins("t");
    game.first().active(ill(mon("plain"), SpecialCondition.CONFUSED));
    game.start().attack(0).damage(SECOND, 0).damage(FIRST, 0);
  }

  @Test
  void anAsleepOrParalyzedPokemonNeitherAttacksNorRetreats() {
    for (SpecialCondition condition :
        List.of(SpecialCondition.ASLEEP, SpecialCondition.PARALYZED)) {
      TestGame game = TestGame.standard();
      game.first().active(ill(mon("plain", "e-fire"), condition)).bench(mon("plain"));
      game.start();
      game.refuses(new Command.Attack(FIRST, 0), Rejection.CannotMove.class);
      game.refuses(
          new Command.Retreat(FIRST, game.bench(FIRST, 0).serial()), Rejection.CannotMove.class);
    }
  }

  // Effects

  @Test
  void aFailedAttackDoesNothingFurther() {
    CardDefinition risky =
        with(
            "risky",
            FIRE,
            new Attack(
                "risk",
                List.of(),
                List.of(
                    new Effect.Flip(none(), none()),
                    new Effect.If(new Condition.Tails(none()), List.of(new Effect.Fail()), none())),
                Optional.of(n(80)),
                List.of(new Effect.Draw(n(1), none()))));
    TestGame game = TestGame.standard().cards(risky).coins("t");
    game.first().active(mon("risky"));
    game.start().attack(0).damage(SECOND, 0);
    assertThat(game.count(Pile.HAND, FIRST)).isZero();
    assertThat(game.events).anyMatch(Event.AttackFailed.class::isInstance);
    TestGame heads = TestGame.standard().cards(risky).coins("h");
    heads.first().active(mon("risky"));
    heads.start().attack(0).damage(SECOND, 80);
    assertThat(heads.count(Pile.HAND, FIRST)).isEqualTo(1);
  }

  @Test
  void flipsUntilTailsCountHeads() {
    TestGame game = TestGame.standard().coins("hhht");
    game.first().active(mon("mimic"));
    game.start().attack(1).damage(SECOND, 30).allCoinsFell();
  }

  @Test
  void aCopiedAttackIsUsedByItsUser() {
    TestGame game = TestGame.standard();
    game.first().active(mon("mimic", "e-fire"));
    game.second().active(mon("grandex")).bench(mon("plain"));
    game.start().attack(0);
    assertThat(game.pending().labels()).containsExactly("slam", "rage");
    game.chooses(1).damage(SECOND, 120).damage(FIRST, 30);
  }

  @Test
  void copiesOfCopiesEnd() {
    TestGame game = TestGame.standard();
    game.first().active(mon("mimic", "e-fire"));
    game.second().active(mon("mimic"));
    game.start().attack(0);
    while (game.state().pending().isPresent()) {
      game.chooses(0);
    }
    assertThat(game.state().turnSeat()).contains(SECOND);
  }

  @Test
  void aLockLastsThroughTheOpponentsNextTurn() {
    TestGame game = TestGame.standard();
    game.first().active(mon("thornling", "e-grass", "e-fire"));
    game.second().active(mon("plain", "e-fire")).bench(mon("plain"));
    game.start().attack(1).damage(SECOND, 30);
    game.refuses(
        new Command.Retreat(SECOND, game.bench(SECOND, 0).serial()), Rejection.Forbidden.class);
    game.pass().pass();
    game.retreat(0);
    assertThat(game.active(SECOND).damage()).isZero();
  }

  @Test
  void aLockOnOneselfCountsInTheOwnNextTurnOnly() {
    CardDefinition tired =
        with(
            "tired",
            FIRE,
            attack(
                "big",
                List.of(),
                20,
                new Effect.Grant(new Static.CannotAttack(), self(), Span.YOUR_NEXT_TURN)));
    TestGame game = TestGame.standard().cards(tired);
    game.first().active(mon("tired"));
    game.second().active(mon("grandex")).deck("plain", "plain", "plain", "plain");
    game.start().attack(0).pass();
    game.refuses(new Command.Attack(FIRST, 0), Rejection.Forbidden.class);
    game.pass().pass();
    game.attack(0).damage(SECOND, 80);
  }

  @Test
  void effectsOfAttacksEndOnLeavingTheActiveSpotAndOnEvolving() {
    CardDefinition locker =
        with(
            "locker",
            FIRE,
            attack(
                "lock",
                List.of(),
                0,
                new Effect.Grant(new Static.CannotAttack(), defender(), Span.OPPONENTS_NEXT_TURN)));
    TestGame away = TestGame.standard().cards(locker);
    away.first().active(mon("locker"));
    away.second().bench(mon("plain")).hand("swap", "swap");
    away.start().attack(0);
    away.refuses(new Command.Attack(SECOND, 0), Rejection.Forbidden.class);
    away.play("swap").play("swap").attack(0).damage(FIRST, 30);
    TestGame evolved = TestGame.standard().cards(locker);
    evolved.first().active(mon("locker"));
    evolved.second().active(mon("sparkling", "e-fire", "e-fire")).hand("sparkler");
    evolved.start().attack(0);
    evolved.refuses(new Command.Attack(SECOND, 0), Rejection.Forbidden.class);
    evolved.evolve("sparkler", evolved.active(SECOND)).attack(0).damage(FIRST, 50);
  }

  @Test
  void aForcedChoiceOfTheOpponentComesInTheMiddleOfAnAttack() {
    CardDefinition pusher =
        with(
            "pusher",
            FIRE,
            attack("push", List.of(), 20, new Effect.Switch(Optional.of(Player.OPPONENT), none())));
    TestGame game = TestGame.standard().cards(pusher);
    game.first().active(mon("pusher"));
    game.second().bench(mon("mudback"), mon("sparkling"));
    game.start().attack(0);
    assertThat(game.actor()).isEqualTo(SECOND);
    game.chooses(1);
    assertThat(game.top(game.active(SECOND))).isEqualTo("sparkling");
    assertThat(game.bench(SECOND, 1).damage()).isEqualTo(20);
    assertThat(game.state().turnSeat()).contains(SECOND);
  }

  @Test
  void delayedEffectsComeAtTheirMoment() {
    CardDefinition bomb =
        with(
            "timer",
            FIRE,
            attack(
                "tick",
                List.of(),
                0,
                new Effect.Delay(
                    Effect.Moment.END_OF_OPPONENTS_NEXT_TURN,
                    List.of(new Effect.PlaceCounters(n(5), defender())))));
    TestGame game = TestGame.standard().cards(bomb);
    game.first().active(mon("timer"));
    game.start().attack(0).damage(SECOND, 0).pass().damage(SECOND, 50).pass().pass();
    game.damage(SECOND, 50);
  }

  // Triggers

  @Test
  void thornsHurtTheAttackerAlsoIfTheHolderFalls() {
    TestGame game = TestGame.standard();
    game.second().active(hurt(60, mon("thornling"))).bench(mon("plain"));
    game.start().attack(0);
    game.damage(FIRST, 10);
    assertThat(game.pile(Pile.DISCARD, SECOND)).containsExactly("thornling");
  }

  @Test
  void theEnergyThatPricksOnlyDoesSoWhenAttachedFromHand() {
    TestGame game = TestGame.standard();
    game.first().hand("e-rainbow");
    game.start().attach("e-rainbow", game.active(FIRST)).damage(FIRST, 10);
  }

  @Test
  void anOptionalTriggerMayBeDeclined() {
    TestGame game = TestGame.standard();
    game.first().hand("mimic", "mimic");
    game.start().bench("mimic").chooses(0);
    assertThat(game.count(Pile.HAND, FIRST)).isEqualTo(1);
    game.bench("mimic").chooses(1);
    assertThat(game.count(Pile.HAND, FIRST)).isEqualTo(1);
  }

  @Test
  void atCheckupTheNextPlayersEffectsComeFirst() {
    Ability ticking =
        new Ability.Triggered(
            "tick", new Trigger.Checkup(), none(), none(), List.of(new Effect.Draw(n(1), none())));
    CardDefinition clock = basic("clock", 100, FIRE, List.of(ticking));
    TestGame game = TestGame.standard().cards(clock);
    game.first().active(mon("clock"));
    game.second().active(mon("clock"));
    game.start().pass();
    List<Event> drawn = game.events.stream().filter(Event.CardsDrawn.class::isInstance).toList();
    assertThat(drawn)
        .extracting(event -> ((Event.CardsDrawn) event).seat())
        .startsWith(SECOND, FIRST);
  }

  // Abilities

  @Test
  void anAbilityIsUsedOnceATurn() {
    TestGame game = TestGame.standard();
    game.first().active(over(mon("sparkler"), "sparkling")).discard("e-fire", "e-fire", "potion");
    game.start().ability(game.active(FIRST), 0);
    game.chooses(0);
    assertThat(game.active(FIRST).energyCount()).isEqualTo(1);
    game.refuses(
        new Command.UseAbility(FIRST, game.active(FIRST).serial(), 0),
        Rejection.AbilityAlreadyUsed.class);
    game.pass().pass().ability(game.active(FIRST), 0);
    assertThat(game.active(FIRST).energyCount()).isEqualTo(2);
  }

  private static CardDefinition locker(String id) {
    return basic(
        id,
        100,
        FIRE,
        List.of(
            new Ability.Continuous(
                "hush",
                Optional.of(new Scope(Player.OPPONENT, none(), none())),
                none(),
                List.of(new Static.NoAbilities()))),
        attack("hit", List.of(), 30));
  }

  @Test
  void aLockedAbilityCannotBeUsedAndGivesNothing() {
    TestGame game = TestGame.standard().cards(locker("hush"));
    game.first().active(over(mon("sparkler"), "sparkling")).bench(mon("mudback")).discard("e-fire");
    game.second().active(mon("hush"));
    game.start();
    game.refuses(
        new Command.UseAbility(FIRST, game.active(FIRST).serial(), 0), Rejection.Forbidden.class);
    TestGame skin = TestGame.standard().cards(locker("hush"));
    skin.first().active(mon("hush"));
    skin.second().active(mon("mudback"));
    skin.start().attack(0).damage(SECOND, 30);
  }

  @Test
  void ofTwoLocksTheOneThatTookHoldFirstWins() {
    TestGame game = TestGame.standard().cards(locker("hush"), locker("hush-too"));
    game.first().active(mon("plain")).hand("hush-too");
    game.second().active(mon("plain")).bench(mon("hush"));
    game.start().bench("hush-too");
    StaticSource[] sources = Statics.of(game.state().table());
    assertThat(sources).hasSize(1);
    assertThat(sources[0].asking().seat()).isEqualTo(SECOND);
  }

  @Test
  void effectsOfTrainersOnAPlayerLastAsTheySay() {
    CardDefinition boost =
        trainer(
            "boost",
            TrainerKind.ITEM,
            List.of(
                new Effect.GrantPlayer(
                    new Static.DamageDealt(n(20), none()), Player.YOU, Span.THIS_TURN)),
            List.of());
    TestGame game = TestGame.standard().cards(boost);
    game.first().hand("boost", "boost");
    game.second().active(mon("grandex"));
    game.start().play("boost").play("boost").attack(0).damage(SECOND, 70);
    game.pass().attack(0).damage(SECOND, 100);
  }

  @Test
  void itemsCanBeForbidden() {
    CardDefinition jam =
        with(
            "jammer",
            FIRE,
            attack(
                "jam",
                List.of(),
                0,
                new Effect.GrantPlayer(
                    new Static.CannotPlay(new Filter.Kind(CardKind.ITEM)),
                    Player.OPPONENT,
                    Span.OPPONENTS_NEXT_TURN)));
    TestGame game = TestGame.standard().cards(jam);
    game.first().active(mon("jammer"));
    game.second().hand("scout");
    game.start().attack(0);
    game.refuses(
        new Command.PlayTrainer(SECOND, game.inHand(SECOND, "scout")), Rejection.Forbidden.class);
    game.pass().pass().play("scout");
  }

  @Test
  void earlierAttacksMayBeUsedWhereSomethingSaysSo() {
    TestGame game = TestGame.standard().cards(tool("memory", new Static.UsesEarlierAttacks()));
    game.first().active(holding(over(mon("sparkler", "e-fire"), "sparkling"), "memory"));
    game.start().attack(2).damage(SECOND, 10);
  }

  @Test
  void viewSaysWhichAttackEachIndexMeans() {
    TestGame game = TestGame.standard().cards(tool("memory", new Static.UsesEarlierAttacks()));
    game.first().active(holding(over(mon("sparkler", "e-fire"), "sparkling"), "memory"));
    game.second().active(mon("plain"));
    game.start();
    View view = Views.of(game.state(), Viewer.seat(FIRST));
    int own = game.state().table().face(game.active(FIRST).top()).attacks.size();

    assertThat(view.attacks().orElseThrow()).hasSizeGreaterThan(own);
    assertThat(view.attacks().orElseThrow().get(own).card()).isEqualTo("sparkling");
    assertThat(view.attacks().orElseThrow().get(own).index()).isZero();
    assertThat(Views.of(game.state(), Viewer.seat(SECOND)).attacks()).isEmpty();
    assertThat(Views.of(game.state(), Viewer.spectator()).attacks()).isEmpty();
  }

  // Amounts

  @Test
  void damageCountsEnergy() {
    TestGame game = TestGame.standard();
    game.first().active(over(mon("mudlord", "e-water", "e-water", "e-double"), "mudback"));
    game.start().attack(0).damage(SECOND, 80);
  }

  @Test
  void evolvedAndDevolved() {
    CardDefinition undo =
        with(
            "undo",
            FIRE,
            attack("undo", List.of(), 0, new Effect.Devolve(defender(), Destination.HAND)));
    TestGame game = TestGame.standard().cards(undo);
    game.first().active(mon("undo"));
    game.second()
        .active(hurt(70, over(mon("sparkler", "e-fire"), "sparkling")))
        .bench(mon("plain"));
    game.start().attack(0);
    assertThat(game.pile(Pile.HAND, SECOND)).contains("sparkler");
    assertThat(game.pile(Pile.DISCARD, SECOND)).contains("sparkling", "e-fire");
  }

  @Test
  void aRareJumpSkipsAStage() {
    CardDefinition jump =
        trainer(
            "jump",
            TrainerKind.ITEM,
            List.of(
                new Effect.Evolve(
                    choose(Player.YOU, Place.ANYWHERE), Zone.HAND, Optional.of(true), none())),
            List.of());
    TestGame game = TestGame.standard().cards(jump);
    game.first().active(mon("sparkling")).hand("jump", "sparkmaster", "mudlord");
    game.start().play("jump");
    assertThat(game.pending().options()).hasSize(1);
    game.chooses(0);
    assertThat(game.top(game.active(FIRST))).isEqualTo("sparkmaster");
    assertThat(game.active(FIRST).cardCount()).isEqualTo(2);
  }

  @Test
  void spreadCountersAreAskedOneByOne() {
    CardDefinition rain =
        with(
            "rain",
            FIRE,
            attack(
                "rain",
                List.of(),
                0,
                new Effect.SpreadCounters(n(3), Player.OPPONENT, none(), none())));
    TestGame game = TestGame.standard().cards(rain);
    game.first().active(mon("rain"));
    game.second().bench(mon("plain"));
    game.start().attack(0).chooses(0).chooses(1).chooses(1);
    game.damage(SECOND, 10);
    assertThat(game.bench(SECOND, 0).damage()).isEqualTo(20);
  }

  @Test
  void eitherAmountAndSums() {
    CardDefinition odd =
        with(
            "odd",
            FIRE,
            new Attack(
                "odd",
                List.of(),
                List.of(),
                Optional.of(
                    new Amount.Sum(
                        List.of(
                            n(10),
                            new Amount.Either(
                                new Condition.Is(defender(), new Filter.Damaged()),
                                n(50),
                                none())))),
                List.of()));
    TestGame game = TestGame.standard().cards(odd);
    game.first().active(mon("odd"));
    game.second().active(hurt(10, mon("plain"))).bench(mon("plain"));
    game.start().attack(0).damage(SECOND, 70);
  }
}
