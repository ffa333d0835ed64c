package dev.menagerie.rules.game;

import static dev.menagerie.rules.TestCards.choose;
import static dev.menagerie.rules.TestCards.defender;
import static dev.menagerie.rules.TestCards.n;
import static dev.menagerie.rules.TestCards.none;
import static dev.menagerie.rules.TestCards.trainer;
import static dev.menagerie.rules.game.TestGame.hurt;
import static dev.menagerie.rules.game.TestGame.ill;
import static dev.menagerie.rules.game.TestGame.mon;
import static dev.menagerie.rules.state.Seat.FIRST;
import static dev.menagerie.rules.state.Seat.SECOND;
import static org.assertj.core.api.Assertions.assertThat;

import dev.menagerie.rules.TestCards;
import dev.menagerie.rules.card.Ability;
import dev.menagerie.rules.card.Amount;
import dev.menagerie.rules.card.CardKind;
import dev.menagerie.rules.card.Condition;
import dev.menagerie.rules.card.Destination;
import dev.menagerie.rules.card.Effect;
import dev.menagerie.rules.card.EnergyType;
import dev.menagerie.rules.card.Filter;
import dev.menagerie.rules.card.Place;
import dev.menagerie.rules.card.Player;
import dev.menagerie.rules.card.SpecialCondition;
import dev.menagerie.rules.card.Static;
import dev.menagerie.rules.card.Target;
import dev.menagerie.rules.card.TrainerKind;
import dev.menagerie.rules.card.Trigger;
import dev.menagerie.rules.card.Zone;
import dev.menagerie.rules.command.Command;
import dev.menagerie.rules.command.Moves;
import dev.menagerie.rules.command.Rejection;
import dev.menagerie.rules.config.Presets;
import dev.menagerie.rules.state.EndReason;
import dev.menagerie.rules.state.Event;
import dev.menagerie.rules.state.Pile;
import dev.menagerie.rules.state.Ref;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Every operation of the vocabulary, as the text of an Item. */
class OperationsTest {
  private static final Optional<Player> OPPONENT = Optional.of(Player.OPPONENT);

  /** A game whose first player holds an Item with this text. */
  private static TestGame item(Effect... effects) {
    TestGame game =
        TestGame.standard().cards(trainer("card", TrainerKind.ITEM, List.of(effects), List.of()));
    game.first().hand("card");
    return game;
  }

  private static Target all(Player of, Place at) {
    return new Target.Every(of, Optional.of(at), none());
  }

  private static Filter kind(CardKind kind) {
    return new Filter.Kind(kind);
  }

  // Cards

  @Test
  void drawUntil() {
    TestGame game = item(new Effect.DrawUntil(n(4), none()));
    game.first().hand("card", "plain");
    game.start().play("card");
    assertThat(game.count(Pile.HAND, FIRST)).isEqualTo(4);
  }

  @Test
  void bothDraw() {
    TestGame game = item(new Effect.Draw(n(2), Optional.of(Player.BOTH)));
    game.start().play("card");
    assertThat(game.count(Pile.HAND, FIRST)).isEqualTo(2);
    assertThat(game.count(Pile.HAND, SECOND)).isEqualTo(2);
  }

  @Test
  void searchToTheTopOfTheDeck() {
    TestGame game = item(new Effect.Search(none(), n(1), Destination.DECK_TOP, none(), none()));
    game.first().deck("plain", "plain", "potion", "plain");
    game.start().play("card");
    game.chooses(3);
    assertThat(game.pile(Pile.DECK, FIRST)).hasSize(4).endsWith("potion");
  }

  @Test
  void searchFindsEveryMatchAndNothingElse() {
    TestGame game =
        item(
            new Effect.Search(
                Optional.of(kind(CardKind.ITEM)), n(2), Destination.HAND, none(), none()));
    game.first().deck("plain", "potion", "e-fire", "scout", "swap");
    game.start().play("card");
    assertThat(game.pending().options()).hasSize(3);
    assertThat(game.pending().max()).isEqualTo(2);
    game.chooses(0, 2);
    assertThat(game.pile(Pile.HAND, FIRST)).containsExactly("potion", "swap");
    assertThat(game.count(Pile.DECK, FIRST)).isEqualTo(3);
  }

  @Test
  void lookAtTopTakesOneAndPutsTheRestBelow() {
    TestGame game =
        item(
            new Effect.LookAtTop(
                n(3), none(), none(), n(1), Destination.HAND, Destination.DECK_BOTTOM, none()));
    game.first().deck("potion", "swap", "e-fire", "plain");
    game.start().play("card").chooses(1);
    assertThat(game.pile(Pile.HAND, FIRST)).containsExactly("potion");
    assertThat(game.pile(Pile.DECK, FIRST))
        .containsExactlyInAnyOrder("plain", "swap", "e-fire")
        .endsWith("plain");
  }

  @Test
  void lookAtTopWithAFilterMayFindNothing() {
    TestGame game =
        item(
            new Effect.LookAtTop(
                n(2),
                none(),
                Optional.of(kind(CardKind.STADIUM)),
                n(1),
                Destination.HAND,
                Destination.DISCARD,
                none()));
    game.first().deck("potion", "swap", "e-fire");
    game.start().play("card");
    assertThat(game.pending().options()).isEmpty();
    game.chooses();
    assertThat(game.pile(Pile.DISCARD, FIRST)).contains("potion", "swap");
  }

  @Test
  void chosenCardsMove() {
    TestGame game =
        item(
            new Effect.ChooseCards(
                Zone.DISCARD,
                none(),
                none(),
                Optional.of(kind(CardKind.BASIC_ENERGY)),
                none(),
                n(2),
                "them"),
            new Effect.MoveChosen("them", Destination.DECK));
    game.first().discard("e-fire", "plain", "e-water", "e-grass").deck("plain");
    game.start().play("card").chooses(0, 2);
    assertThat(game.pile(Pile.DECK, FIRST)).hasSize(3);
    assertThat(game.pile(Pile.DISCARD, FIRST)).hasSize(3);
  }

  @Test
  void theOpponentDiscardsTheChosenCards() {
    TestGame game = item(new Effect.DiscardHand(n(1), OPPONENT, Optional.of(Player.YOU), none()));
    game.second().hand("potion", "swap");
    game.start().play("card");
    assertThat(game.actor()).isEqualTo(FIRST);
    game.chooses(1);
    assertThat(game.pile(Pile.DISCARD, SECOND)).containsExactly("swap");
  }

  @Test
  void theOpponentChoosesTheDiscard() {
    TestGame game = item(new Effect.DiscardHand(n(1), OPPONENT, none(), none()));
    game.second().hand("potion", "swap");
    game.start().play("card");
    assertThat(game.actor()).isEqualTo(SECOND);
    game.chooses(0);
    assertThat(game.pile(Pile.HAND, SECOND)).containsExactly("swap");
  }

  @Test
  void randomCardsLeaveAHandAndTheTopOfADeckIsMilled() {
    TestGame game =
        item(
            new Effect.RandomFromHand(n(1), OPPONENT, Destination.DECK_BOTTOM),
            new Effect.Mill(n(2), OPPONENT, none()));
    game.second().hand("potion", "swap").deck("plain", "e-fire", "e-water");
    game.start().play("card");
    assertThat(game.count(Pile.HAND, SECOND)).isEqualTo(1);
    assertThat(game.pile(Pile.DISCARD, SECOND)).containsExactly("plain", "e-fire");
  }

  @Test
  void aShuffledHandIsReplaced() {
    TestGame game = TestGame.standard();
    game.first().hand("reset", "potion");
    game.second().hand("swap");
    game.start().play("reset");
    assertThat(game.count(Pile.HAND, FIRST)).isEqualTo(4);
    assertThat(game.count(Pile.HAND, SECOND)).isEqualTo(4);
    assertThat(game.count(Pile.DECK, FIRST)).isEqualTo(3);
  }

  @Test
  void prizesTakenByAnEffectCanWinInItsMiddle() {
    TestGame game = item(new Effect.TakePrizes(n(1), none()), new Effect.Draw(n(3), none()));
    game.first().prizes("potion");
    game.start().play("card").ended(Optional.of(FIRST), EndReason.PRIZES);
    assertThat(game.pile(Pile.HAND, FIRST)).containsExactly("potion");
  }

  @Test
  void aShuffleKeepsTheCardsAndAHandIsShownToAll() {
    TestGame game =
        item(
            new Effect.Shuffle(none()),
            new Effect.RevealHand(Player.OPPONENT),
            new Effect.Draw(n(1), none()));
    game.first().deck("plain", "potion", "swap", "e-fire");
    game.second().hand("swap", "potion");
    game.start().play("card");
    assertThat(game.events)
        .filteredOn(Event.DeckShuffled.class::isInstance)
        .extracting(event -> ((Event.DeckShuffled) event).seat())
        .containsExactly(FIRST);
    assertThat(game.count(Pile.DECK, FIRST) + game.count(Pile.HAND, FIRST)).isEqualTo(4);
    var shown =
        (Event.CardsRevealed)
            game.events.stream()
                .filter(Event.CardsRevealed.class::isInstance)
                .findFirst()
                .orElseThrow();
    assertThat(shown.seat()).isEqualTo(SECOND);
    assertThat(shown.cards())
        .extracting(ref -> game.id(Ref.instance(ref)))
        .containsExactly("potion", "swap");
    assertThat(game.pile(Pile.HAND, SECOND)).containsExactly("swap", "potion");
  }

  @Test
  void ofSeveralPrizesTheTakerChooses() {
    TestGame game = item(new Effect.TakePrizes(n(2), none()));
    game.first().prizes("swap", "potion", "scout", "plain");
    game.start().play("card");
    assertThat(game.pending().min()).isEqualTo(2);
    assertThat(game.pending().max()).isEqualTo(2);
    game.chooses(1, 3);
    assertThat(game.pile(Pile.HAND, FIRST)).containsExactly("potion", "plain");
    assertThat(game.pile(Pile.PRIZES, FIRST)).containsExactly("swap", "scout");
    assertThat(game.state().result()).isEmpty();
  }

  @Test
  void noPrizesAreTakenForNothing() {
    TestGame game =
        item(
            new Effect.TakePrizes(new Amount.CountersOn(defender()), none()),
            new Effect.Draw(n(1), none()));
    game.start().play("card");
    assertThat(game.count(Pile.PRIZES, FIRST)).isEqualTo(6);
    assertThat(game.count(Pile.HAND, FIRST)).isEqualTo(1);
  }

  @Test
  void customRedealsPrizes() {
    TestGame game = item(new Effect.Custom("redeal_prizes", Map.of()));
    game.first().prizes("potion", "swap").deck("plain");
    game.start().play("card");
    assertThat(game.count(Pile.PRIZES, FIRST)).isEqualTo(2);
    assertThat(game.count(Pile.DECK, FIRST)).isEqualTo(1);
  }

  // Energy, tools, stadium

  @Test
  void energyFromTheDeckGoesToTheOneThatIsChosen() {
    TestGame game =
        item(
            new Effect.AttachEnergy(
                Zone.DECK, none(), n(2), choose(Player.YOU, Place.ANYWHERE), none()));
    game.first().deck("e-fire", "plain", "e-water").bench(mon("plain"));
    game.start().play("card").chooses(0, 1).chooses(1);
    assertThat(game.active(FIRST).energyCount()).isEqualTo(0);
    assertThat(game.bench(FIRST, 0).energyCount()).isEqualTo(2);
  }

  @Test
  void energyIsMadeMovedReturnedAndDiscarded() {
    TestGame game =
        item(
            new Effect.GenerateEnergy(EnergyType.FIRE, n(1), new Target.Active(Player.YOU)),
            new Effect.MoveEnergy(
                new Target.Active(Player.YOU), all(Player.YOU, Place.BENCH), none(), n(1), none()),
            new Effect.DiscardEnergy(
                new Target.Active(Player.OPPONENT), none(), none(), none(), none(), none()),
            new Effect.ReturnEnergy(all(Player.OPPONENT, Place.BENCH), none(), none(), none()));
    game.first().bench(mon("plain"));
    game.second().active(mon("plain", "e-fire", "e-water")).bench(mon("plain", "e-grass"));
    game.start().play("card");
    assertThat(game.active(FIRST).energyCount()).isZero();
    assertThat(game.bench(FIRST, 0).energyCount()).isEqualTo(1);
    assertThat(game.pile(Pile.DISCARD, SECOND)).containsExactlyInAnyOrder("e-fire", "e-water");
    assertThat(game.pile(Pile.HAND, SECOND)).containsExactly("e-grass");
  }

  @Test
  void toolsAndStadiumAreDiscarded() {
    TestGame game =
        item(
            new Effect.DiscardTools(new Target.Active(Player.OPPONENT)),
            new Effect.DiscardStadium());
    game.stadium("meadow", SECOND);
    game.second().active(TestGame.holding(mon("plain"), "cape"));
    game.start().play("card");
    assertThat(game.pile(Pile.DISCARD, SECOND)).containsExactly("cape", "meadow");
    assertThat(game.state().table().stadium()).isNegative();
  }

  @Test
  void extraEnergyAndExtraSupporter() {
    TestGame game = item(new Effect.ExtraEnergy(1), new Effect.ExtraSupporter(1));
    game.first().hand("card", "e-fire", "e-fire", "study", "study");
    game.start().play("card");
    game.attach("e-fire", game.active(FIRST)).attach("e-fire", game.active(FIRST));
    game.play("study").play("study");
  }

  // Pokémon

  @Test
  void aPokemonReturnsWithOrWithoutItsCards() {
    TestGame game =
        item(
            new Effect.Return(
                all(Player.YOU, Place.BENCH), Destination.HAND, Optional.of(Destination.DISCARD)));
    game.first().bench(hurt(30, mon("mudback", "e-water")));
    game.start().play("card");
    assertThat(game.pile(Pile.HAND, FIRST)).containsExactly("mudback");
    assertThat(game.pile(Pile.DISCARD, FIRST)).containsExactly("e-water", "card");
  }

  @Test
  void aReturnedActiveIsReplaced() {
    TestGame game = item(new Effect.Return(defender(), Destination.DECK, none()));
    game.second().active(mon("mudback")).bench(mon("sparkling"));
    game.start().play("card");
    assertThat(game.actor()).isEqualTo(SECOND);
    game.chooses(0);
    assertThat(game.top(game.active(SECOND))).isEqualTo("sparkling");
    assertThat(game.pile(Pile.DECK, SECOND)).contains("mudback");
    assertThat(game.actor()).isEqualTo(FIRST);
  }

  @Test
  void evolvingFromTheDeck() {
    TestGame game =
        item(new Effect.Evolve(choose(Player.YOU, Place.ANYWHERE), Zone.DECK, none(), none()));
    game.first().active(mon("sparkling")).deck("plain", "sparkler", "mudlord");
    game.start().play("card").chooses(0);
    assertThat(game.top(game.active(FIRST))).isEqualTo("sparkler");
  }

  @Test
  void benchingFromTheDiscard() {
    TestGame game =
        item(
            new Effect.ChooseCards(
                Zone.DISCARD,
                none(),
                none(),
                Optional.of(kind(CardKind.POKEMON)),
                none(),
                n(1),
                "it2"),
            new Effect.MoveChosen("it2", Destination.BENCH));
    game.first().discard("mudback");
    game.start().play("card");
    assertThat(game.top(game.bench(FIRST, 0))).isEqualTo("mudback");
  }

  // Counters, conditions

  @Test
  void countersMoveAndDamageHeals() {
    TestGame game =
        item(
            new Effect.MoveCounters(new Target.Active(Player.YOU), defender(), Optional.of(n(2))),
            new Effect.Heal(new Target.Active(Player.YOU), none()));
    game.first().active(hurt(50, mon("plain")));
    game.start().play("card").damage(FIRST, 0).damage(SECOND, 20);
  }

  @Test
  void cureEndsConditions() {
    TestGame game = item(new Effect.Cure(new Target.Active(Player.YOU), none()));
    game.first().active(ill(mon("plain"), SpecialCondition.ASLEEP, SpecialCondition.POISONED));
    game.start().play("card");
    assertThat(game.active(FIRST).conditions()).isZero();
  }

  @Test
  void damageThatCannotBeHealedStays() {
    TestGame game =
        item(new Effect.Heal(new Target.Active(Player.YOU), none()), new Effect.Draw(n(1), none()))
            .cards(
                trainer(
                    "rot",
                    TrainerKind.TOOL,
                    List.of(),
                    List.of(
                        new Ability.Continuous(
                            "rot", none(), none(), List.of(new Static.CannotBeHealed())))));
    game.first().active(TestGame.holding(hurt(20, mon("plain")), "rot"));
    game.start().play("card").damage(FIRST, 20);
  }

  // Flow

  @Test
  void mayAskChooseOneAndRepeat() {
    TestGame game =
        item(
            new Effect.May(
                none(),
                List.of(new Effect.Draw(n(1), none())),
                Optional.of(List.of(new Effect.Draw(n(2), none())))),
            new Effect.ChooseOne(
                OPPONENT,
                List.of(
                    new Effect.Option("one", List.of(new Effect.PlaceCounters(n(1), defender()))),
                    new Effect.Option("two", List.of(new Effect.PlaceCounters(n(2), defender()))))),
            new Effect.Repeat(
                n(3), List.of(new Effect.PlaceCounters(n(1), new Target.Active(Player.YOU)))));
    game.start().play("card").chooses(0);
    assertThat(game.actor()).isEqualTo(SECOND);
    assertThat(game.pending().labels()).containsExactly("one", "two");
    game.chooses(1).damage(FIRST, 30).damage(SECOND, 20);
    assertThat(game.count(Pile.HAND, FIRST)).isEqualTo(2);
    TestGame yes = item(new Effect.May(none(), List.of(new Effect.Draw(n(1), none())), none()));
    yes.start().play("card").chooses(1);
    assertThat(yes.count(Pile.HAND, FIRST)).isEqualTo(1);
  }

  @Test
  void aLoopGoesRoundAHundredTimesAtMost() {
    TestGame game = item(new Effect.Repeat(n(1_000), List.of(new Effect.ExtraEnergy(1))));
    game.start().play("card");
    assertThat(game.state().table().counters().extraEnergy()).isEqualTo(100);
  }

  @Test
  void anEndlessGameIsATie() {
    Effect once = new Effect.ExtraEnergy(1);
    Effect often = new Effect.Repeat(n(100), List.of(new Effect.Repeat(n(100), List.of(once))));
    TestGame game = item(new Effect.Repeat(n(100), List.of(often)));
    game.start().play("card");
    game.ended(Optional.empty(), EndReason.GAME_LIMIT);
    assertThat(game.state().toAct()).isEmpty();
    assertThat(Moves.of(game.state())).isEmpty();
  }

  @Test
  void forEachDoesItForEveryTarget() {
    TestGame game =
        item(
            new Effect.ForEach(
                all(Player.OPPONENT, Place.ANYWHERE),
                List.of(
                    new Effect.Flip(none(), none()),
                    new Effect.If(
                        new Condition.Heads(none()),
                        List.of(new Effect.PlaceCounters(n(2), new Target.Chosen("it"))),
                        none()))));
    game.coins("hth");
    game.second().bench(mon("plain"), mon("plain"));
    game.start().play("card").damage(SECOND, 20).allCoinsFell();
    assertThat(game.bench(SECOND, 0).damage()).isZero();
    assertThat(game.bench(SECOND, 1).damage()).isEqualTo(20);
  }

  @Test
  void namesKeepNumbersCoinsAndTargets() {
    TestGame game =
        item(
            new Effect.Flip(Optional.of(n(2)), Optional.of("a")),
            new Effect.Flip(none(), none()),
            new Effect.Let("x", new Amount.Heads(Optional.of("a"))),
            new Effect.Pick(choose(Player.OPPONENT, Place.BENCH), "who"),
            new Effect.PlaceCounters(new Amount.Kept("x"), new Target.Chosen("who")),
            new Effect.Draw(new Amount.Chosen("who"), none()));
    game.coins("hht");
    game.second().bench(mon("plain"), mon("plain"));
    game.start().play("card").chooses(1).allCoinsFell();
    assertThat(game.bench(SECOND, 1).damage()).isEqualTo(20);
    assertThat(game.count(Pile.HAND, FIRST)).isEqualTo(1);
  }

  @Test
  void amountsCount() {
    Amount five =
        new Amount.Smaller(
            n(5),
            new Amount.Difference(
                new Amount.Sum(
                    List.of(
                        new Amount.CardsIn(Zone.DECK, none(), none()),
                        new Amount.PokemonInPlay(Player.BOTH, none(), none()),
                        new Amount.PrizesLeft(Player.YOU))),
                n(1)));
    TestGame game =
        item(
            new Effect.PlaceCounters(five, defender()),
            new Effect.PlaceCounters(
                new Amount.Larger(n(1), new Amount.CountersOn(defender())),
                new Target.Active(Player.YOU)));
    game.start().play("card").damage(SECOND, 50).damage(FIRST, 50);
  }

  @Test
  void delayedToTheNextTurnsStart() {
    TestGame game =
        item(
            new Effect.Delay(
                Effect.Moment.START_OF_YOUR_NEXT_TURN, List.of(new Effect.Draw(n(2), none()))));
    game.start().play("card").pass();
    assertThat(game.count(Pile.HAND, FIRST)).isZero();
    game.pass();
    assertThat(game.count(Pile.HAND, FIRST)).isEqualTo(3);
  }

  @Test
  void turnEventsAreRemembered() {
    TestGame game =
        item(
            new Effect.If(
                new Condition.Happened(
                    Condition.Happening.KNOCKED_OUT_BY_ATTACK,
                    Player.YOU,
                    Optional.of(Condition.When.LAST_TURN)),
                List.of(new Effect.Draw(n(3), none())),
                none()));
    game.turn(4, SECOND);
    game.first().active(hurt(80, mon("plain"))).bench(mon("plain"));
    game.start();
    game.attack(0).chooses(0).chooses(0);
    assertThat(game.actor()).isEqualTo(FIRST);
    game.play("card");
    assertThat(game.count(Pile.HAND, FIRST)).isEqualTo(4);
    TestGame not =
        item(
            new Effect.If(
                new Condition.Happened(Condition.Happening.KNOCKED_OUT, Player.YOU, none()),
                List.of(new Effect.Draw(n(3), none())),
                none()));
    not.start()
        .refuses(
            new Command.PlayTrainer(FIRST, not.inHand(FIRST, "card")),
            Rejection.WouldDoNothing.class);
  }

  @Test
  void aStadiumsAbilityIsForTheTurnPlayerOnceATurn() {
    TestGame game =
        TestGame.standard()
            .cards(
                trainer(
                    "well",
                    TrainerKind.STADIUM,
                    List.of(),
                    List.of(
                        new Ability.Activated(
                            "drink",
                            none(),
                            none(),
                            none(),
                            List.of(new Effect.Draw(n(1), none()))))));
    game.stadium("well", FIRST).start();
    Command drink = new Command.UseAbility(FIRST, Command.STADIUM, 0);
    game.does(drink);
    game.refuses(drink, Rejection.AbilityAlreadyUsed.class);
    game.pass().does(new Command.UseAbility(SECOND, Command.STADIUM, 0));
    assertThat(game.count(Pile.HAND, SECOND)).isEqualTo(2);
  }

  @Test
  void turnTriggersFire() {
    TestGame game =
        TestGame.standard()
            .cards(
                TestCards.basic(
                    "ticker",
                    100,
                    EnergyType.PSYCHIC,
                    List.of(
                        new Ability.Triggered(
                            "start",
                            new Trigger.TurnStart(Player.YOU),
                            none(),
                            none(),
                            List.of(new Effect.Draw(n(1), none()))),
                        new Ability.Triggered(
                            "end",
                            new Trigger.TurnEnd(Player.OPPONENT),
                            none(),
                            none(),
                            List.of(new Effect.PlaceCounters(n(1), defender()))))));
    game.second().active(mon("ticker"));
    game.start().pass().damage(FIRST, 10);
    assertThat(game.count(Pile.HAND, SECOND)).isEqualTo(2);
    game.pass().damage(FIRST, 10);
  }

  @Test
  void pointsFromAnEffect() {
    TestGame game =
        TestGame.of(Presets.HOUSE)
            .cards(
                trainer(
                    "point",
                    TrainerKind.ITEM,
                    List.of(new Effect.TakePrizes(n(2), none())),
                    List.of()));
    game.first().hand("point", "point");
    game.start().play("point");
    assertThat(game.state().points(FIRST)).isEqualTo(2);
    game.play("point").ended(Optional.of(FIRST), EndReason.POINTS);
  }
}
