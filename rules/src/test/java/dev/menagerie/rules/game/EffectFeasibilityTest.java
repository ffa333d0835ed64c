package dev.menagerie.rules.game;

import static dev.menagerie.rules.TestCards.n;
import static dev.menagerie.rules.TestCards.none;
import static dev.menagerie.rules.TestCards.trainer;
import static dev.menagerie.rules.game.TestGame.holding;
import static dev.menagerie.rules.game.TestGame.hurt;
import static dev.menagerie.rules.game.TestGame.ill;
import static dev.menagerie.rules.game.TestGame.mon;
import static dev.menagerie.rules.game.TestGame.over;
import static dev.menagerie.rules.state.Seat.FIRST;
import static org.assertj.core.api.Assertions.assertThat;

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
import dev.menagerie.rules.card.Target;
import dev.menagerie.rules.card.TrainerKind;
import dev.menagerie.rules.card.Zone;
import dev.menagerie.rules.command.Command;
import dev.menagerie.rules.command.Moves;
import dev.menagerie.rules.config.Presets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** A card that obviously can do nothing may not be played; what may do something may. */
class EffectFeasibilityTest {
  private static final Optional<Player> OPPONENT = Optional.of(Player.OPPONENT);
  private static final Optional<Filter> ENERGY = Optional.of(new Filter.Kind(CardKind.ENERGY));
  private static final Effect DRAW = new Effect.Draw(n(1), none());
  private static final Effect HEAL = new Effect.Heal(own(), none());

  private static Target own() {
    return new Target.Every(Player.YOU, none(), none());
  }

  private static Target bench() {
    return new Target.Every(Player.YOU, Optional.of(Place.BENCH), none());
  }

  private static boolean isPlayable(Consumer<TestGame> board, Effect... effects) {
    TestGame game =
        TestGame.standard().cards(trainer("card", TrainerKind.ITEM, List.of(effects), List.of()));
    game.first().hand("card");
    board.accept(game);
    game.start();
    return Moves.refusal(game.state(), new Command.PlayTrainer(FIRST, game.inHand(FIRST, "card")))
        == null;
  }

  /** Nothing to do on the first board, something on the second. */
  private static void needs(Consumer<TestGame> without, Consumer<TestGame> with, Effect... text) {
    assertThat(isPlayable(without, text)).as("without: %s", (Object) text).isFalse();
    assertThat(isPlayable(with, text)).as("with: %s", (Object) text).isTrue();
  }

  private static void plain(TestGame game) {}

  @Test
  void drawingNeedsADeck() {
    needs(game -> game.first().deck(), game -> game.first().deck("plain"), DRAW);
    needs(
        game -> game.second().deck(),
        EffectFeasibilityTest::plain,
        new Effect.Draw(n(1), OPPONENT));
    assertThat(
            isPlayable(
                game -> game.first().deck(), new Effect.Draw(n(1), Optional.of(Player.BOTH))))
        .as("the opponent may still draw")
        .isTrue();
  }

  @Test
  void drawingUntilNeedsAHandSmallerThanThatWithoutTheCard() {
    needs(
        game -> game.first().hand("card", "plain", "plain"),
        game -> game.first().hand("card", "plain"),
        new Effect.DrawUntil(n(2), none()));
    needs(
        game -> game.first().deck(),
        EffectFeasibilityTest::plain,
        new Effect.DrawUntil(n(2), none()));
  }

  @Test
  void drawingNeedsRoomInAHandWithALimit() {
    for (int cards = 9; cards <= 11; cards++) {
      TestGame game =
          TestGame.of(Presets.POCKET)
              .cards(trainer("card", TrainerKind.ITEM, List.of(DRAW), List.of()));
      String[] hand = new String[cards];
      Arrays.fill(hand, "plain");
      hand[0] = "card";
      game.first().prizes().hand(hand);
      game.second().prizes();
      game.start();
      Command play = new Command.PlayTrainer(FIRST, game.inHand(FIRST, "card"));
      assertThat(Moves.refusal(game.state(), play) == null)
          .as("%d cards, this one among them", cards)
          .isEqualTo(cards <= 10);
    }
  }

  @Test
  void searchingNeedsADeckAndOntoTheBenchAPlace() {
    Effect toHand = new Effect.Search(ENERGY, n(1), Destination.HAND, none(), none());
    needs(game -> game.first().deck(), EffectFeasibilityTest::plain, toHand);
    needs(
        game ->
            game.first()
                .bench(mon("plain"), mon("plain"), mon("plain"), mon("plain"), mon("plain")),
        game -> game.first().bench(mon("plain"), mon("plain"), mon("plain"), mon("plain")),
        new Effect.Search(none(), n(1), Destination.BENCH, none(), none()));
  }

  @Test
  void lookingMillingAndRevealingNeedADeck() {
    needs(
        game -> game.first().deck(),
        EffectFeasibilityTest::plain,
        new Effect.LookAtTop(
            n(2), none(), none(), n(1), Destination.HAND, Destination.DECK_BOTTOM, none()));
    needs(
        game -> game.second().deck(),
        EffectFeasibilityTest::plain,
        new Effect.Mill(n(1), OPPONENT, none()));
    needs(
        game -> game.first().deck(),
        EffectFeasibilityTest::plain,
        new Effect.RevealTop(n(1), none(), none(), none()));
  }

  @Test
  void aHandMustHoldMoreThanThePlayedCard() {
    Consumer<TestGame> more = game -> game.first().hand("card", "plain");
    needs(
        EffectFeasibilityTest::plain,
        more,
        new Effect.MoveAll(Zone.HAND, none(), none(), Destination.DECK));
    needs(
        EffectFeasibilityTest::plain,
        more,
        new Effect.RandomFromHand(n(1), none(), Destination.DECK));
    needs(EffectFeasibilityTest::plain, more, new Effect.RevealHand(Player.YOU));
    needs(
        EffectFeasibilityTest::plain,
        game -> game.second().hand("plain"),
        new Effect.DiscardHand(n(1), OPPONENT, none(), none()));
  }

  @Test
  void aCostMustBePayable() {
    Effect price = new Effect.DiscardHand(n(2), none(), none(), ENERGY);
    needs(
        game -> game.first().hand("card", "e-fire", "plain"),
        game -> game.first().hand("card", "e-fire", "e-water"),
        price,
        DRAW);
    assertThat(
            isPlayable(game -> game.first().hand("card", "e-fire", "e-fire").deck(), price, DRAW))
        .as("a price paid for nothing")
        .isFalse();
    assertThat(isPlayable(game -> game.first().hand("card", "e-fire", "e-fire").deck(), price))
        .as("nothing but a price")
        .isTrue();
  }

  @Test
  void choosingNeedsAMatchingCardWhereItMayBeSeen() {
    Effect fromDiscard =
        new Effect.ChooseCards(Zone.DISCARD, none(), none(), ENERGY, none(), n(1), "it");
    needs(
        game -> game.first().discard("plain"),
        game -> game.first().discard("plain", "e-fire"),
        fromDiscard);
    Effect fromHand = new Effect.ChooseCards(Zone.HAND, none(), none(), ENERGY, none(), n(1), "it");
    needs(
        game -> game.first().hand("card", "plain"),
        game -> game.first().hand("card", "e-fire"),
        fromHand);
    Effect theirHand =
        new Effect.ChooseCards(Zone.HAND, OPPONENT, none(), ENERGY, none(), n(1), "it");
    needs(EffectFeasibilityTest::plain, game -> game.second().hand("plain"), theirHand);
    needs(
        game -> game.first().discard(),
        game -> game.first().discard("plain"),
        new Effect.ChooseCards(Zone.DISCARD, none(), none(), none(), none(), n(1), "it"));
  }

  @Test
  void attachingNeedsEnergyAndAPokemon() {
    Effect discarded = new Effect.AttachEnergy(Zone.DISCARD, none(), n(1), own(), none());
    needs(
        game -> game.first().discard("plain"),
        game -> game.first().discard("plain", "e-fire"),
        discarded);
    Optional<Filter> water = Optional.of(new Filter.OfType(EnergyType.WATER));
    needs(
        game -> game.first().discard("e-fire"),
        game -> game.first().discard("e-fire", "e-water"),
        new Effect.AttachEnergy(Zone.DISCARD, water, n(1), own(), none()));
    Effect toBench = new Effect.AttachEnergy(Zone.DECK, none(), n(1), bench(), none());
    needs(EffectFeasibilityTest::plain, game -> game.first().bench(mon("plain")), toBench);
    needs(
        game -> game.first().deck(),
        EffectFeasibilityTest::plain,
        new Effect.AttachEnergy(Zone.DECK, none(), n(1), own(), none()));
  }

  @Test
  void energyThatMovesMustBeThere() {
    Consumer<TestGame> one =
        game -> game.first().active(mon("plain", "e-fire")).bench(mon("plain"));
    Optional<Filter> water = Optional.of(new Filter.OfType(EnergyType.WATER));
    Effect move = new Effect.MoveEnergy(own(), bench(), none(), n(1), none());
    needs(game -> game.first().bench(mon("plain")), one, move);
    needs(game -> game.first().active(mon("plain", "e-fire")), one, move);
    needs(
        EffectFeasibilityTest::plain,
        one,
        new Effect.DiscardEnergy(own(), none(), none(), none(), none(), none()));
    assertThat(
            isPlayable(one, new Effect.DiscardEnergy(own(), water, none(), none(), none(), none())))
        .isFalse();
    needs(
        EffectFeasibilityTest::plain, one, new Effect.ReturnEnergy(own(), none(), none(), none()));
    needs(
        EffectFeasibilityTest::plain,
        game -> game.first().bench(mon("plain")),
        new Effect.GenerateEnergy(EnergyType.FIRE, n(1), bench()));
  }

  @Test
  void toolsAndStadiumsMustBeInPlay() {
    needs(
        EffectFeasibilityTest::plain,
        game -> game.first().active(holding(mon("plain"), "cape")),
        new Effect.DiscardTools(own()));
    needs(
        EffectFeasibilityTest::plain,
        game -> game.stadium("meadow", FIRST),
        new Effect.DiscardStadium());
  }

  @Test
  void changingPlacesNeedsABench() {
    Consumer<TestGame> own = game -> game.first().bench(mon("plain"));
    Consumer<TestGame> theirs = game -> game.second().bench(mon("plain"));
    needs(EffectFeasibilityTest::plain, own, new Effect.Switch(none(), none()));
    needs(theirs, own, new Effect.Switch(none(), none()));
    needs(own, theirs, new Effect.Switch(OPPONENT, none()));
    needs(own, theirs, new Effect.Gust(none()));
  }

  @Test
  void targetsMustBeThere() {
    Consumer<TestGame> one = game -> game.first().bench(mon("plain"));
    needs(EffectFeasibilityTest::plain, one, new Effect.Return(bench(), Destination.HAND, none()));
    needs(EffectFeasibilityTest::plain, one, new Effect.KnockOut(bench()));
    needs(EffectFeasibilityTest::plain, one, new Effect.Damage(n(10), bench(), none()));
    needs(EffectFeasibilityTest::plain, one, new Effect.PlaceCounters(n(1), bench()));
    needs(
        EffectFeasibilityTest::plain,
        one,
        new Effect.SpreadCounters(n(2), Player.YOU, Optional.of(Place.BENCH), none()));
    needs(EffectFeasibilityTest::plain, one, new Effect.ForEach(bench(), List.of(DRAW)));
    needs(EffectFeasibilityTest::plain, one, new Effect.CopyAttack(bench()));
    needs(
        EffectFeasibilityTest::plain,
        one,
        new Effect.Apply(SpecialCondition.ASLEEP, bench(), none()));
  }

  @Test
  void healingAndMovingCountersNeedDamage() {
    Consumer<TestGame> hurt = game -> game.first().active(hurt(10, mon("plain")));
    needs(EffectFeasibilityTest::plain, hurt, HEAL);
    needs(EffectFeasibilityTest::plain, hurt, new Effect.MoveCounters(own(), own(), none()));
    needs(
        hurt,
        game -> game.first().active(hurt(10, mon("plain"))).bench(mon("plain")),
        new Effect.MoveCounters(own(), bench(), none()));
  }

  @Test
  void curingNeedsTheCondition() {
    Consumer<TestGame> poisoned =
        game -> game.first().active(ill(mon("plain"), SpecialCondition.POISONED));
    needs(EffectFeasibilityTest::plain, poisoned, new Effect.Cure(own(), none()));
    needs(
        game -> game.first().active(ill(mon("plain"), SpecialCondition.BURNED)),
        poisoned,
        new Effect.Cure(own(), Optional.of(SpecialCondition.POISONED)));
  }

  @Test
  void stagesMustFit() {
    Effect fromHand = new Effect.Evolve(own(), Zone.HAND, none(), none());
    Consumer<TestGame> sparkling = game -> game.first().active(mon("sparkling"));
    needs(
        game -> game.first().active(mon("sparkling")).hand("card", "mudlord"),
        game -> game.first().active(mon("sparkling")).hand("card", "mudlord", "sparkler"),
        fromHand);
    needs(
        game -> game.first().active(mon("sparkling")).hand("card", "sparkler"),
        game -> game.first().active(mon("mudback")).hand("card", "mudlord"),
        new Effect.Evolve(
            own(), Zone.HAND, none(), Optional.of(new Filter.OfType(EnergyType.WATER))));
    Effect fromDeck = new Effect.Evolve(own(), Zone.DECK, none(), none());
    needs(EffectFeasibilityTest::plain, sparkling, fromDeck);
    needs(game -> game.first().active(mon("sparkling")).deck(), sparkling, fromDeck);
    needs(
        EffectFeasibilityTest::plain,
        game -> game.first().active(over(mon("sparkler"), "sparkling")),
        new Effect.Devolve(own(), Destination.HAND));
  }

  @Test
  void aBranchIsJudgedByItsConditionUnlessThatIsStillToCome() {
    Condition hurt = new Condition.InPlay(Player.YOU, none(), Optional.of(new Filter.Damaged()));
    Effect eitherWay = new Effect.If(hurt, List.of(new Effect.Fail()), Optional.of(List.of(DRAW)));
    needs(
        game -> game.first().active(hurt(10, mon("plain"))),
        EffectFeasibilityTest::plain,
        eitherWay);
    needs(
        EffectFeasibilityTest::plain,
        game -> game.first().active(hurt(10, mon("plain"))),
        new Effect.If(hurt, List.of(DRAW), none()));
    for (Condition open :
        List.of(
            new Condition.Heads(none()),
            new Condition.Tails(none()),
            new Condition.AnyChosen("it"),
            new Condition.AtLeast(new Amount.Heads(none()), n(1)),
            new Condition.AtMost(n(1), new Amount.Heads(none())),
            new Condition.Same(new Amount.Heads(none()), n(1)),
            new Condition.Is(new Target.Chosen("it"), new Filter.Any()),
            new Condition.Not(new Condition.Heads(none())),
            new Condition.AllOf(List.of(hurt, new Condition.Heads(none()))),
            new Condition.AnyOf(List.of(new Condition.Heads(none()), hurt)))) {
      Effect named = new Effect.Pick(own(), "it");
      needs(
          game -> game.first().deck(),
          EffectFeasibilityTest::plain,
          named,
          new Effect.If(open, List.of(DRAW), none()));
      Effect otherwise = new Effect.If(open, List.of(HEAL), Optional.of(List.of(DRAW)));
      assertThat(isPlayable(EffectFeasibilityTest::plain, named, otherwise))
          .as("%s", open)
          .isTrue();
    }
    for (Condition known :
        List.of(
            new Condition.StadiumInPlay(none()),
            new Condition.TurnOf(Player.OPPONENT),
            new Condition.FirstTurn(Player.YOU),
            new Condition.Happened(Condition.Happening.EVOLVED, Player.YOU, none()),
            new Condition.Not(new Condition.TurnOf(Player.YOU)),
            new Condition.AllOf(List.of(hurt)),
            new Condition.AnyOf(List.of(hurt)))) {
      assertThat(
              isPlayable(EffectFeasibilityTest::plain, new Effect.If(known, List.of(DRAW), none())))
          .as("%s", known)
          .isFalse();
    }
  }

  @Test
  void aLegalEffectHasAUse() {
    Consumer<TestGame> noDeck = game -> game.first().deck();
    needs(noDeck, EffectFeasibilityTest::plain, new Effect.May(none(), List.of(DRAW), none()));
    needs(
        noDeck,
        EffectFeasibilityTest::plain,
        new Effect.May(none(), List.of(HEAL), Optional.of(List.of(DRAW))));
    needs(
        noDeck,
        EffectFeasibilityTest::plain,
        new Effect.ChooseOne(
            none(),
            List.of(
                new Effect.Option("heal", List.of(HEAL)),
                new Effect.Option("draw", List.of(DRAW)))));
    needs(noDeck, EffectFeasibilityTest::plain, new Effect.Repeat(n(2), List.of(DRAW)));
  }

  @Test
  void coinsAndNamesAloneDoNothing() {
    for (Effect effect :
        List.of(
            new Effect.Flip(none(), none()),
            new Effect.FlipUntilTails(none()),
            new Effect.Let("x", n(1)),
            new Effect.Pick(own(), "x"),
            new Effect.Fail(),
            new Effect.Shuffle(none()))) {
      assertThat(isPlayable(EffectFeasibilityTest::plain, effect)).as("%s", effect).isFalse();
    }
    for (Effect effect :
        List.of(
            new Effect.TakePrizes(n(1), none()),
            new Effect.ExtraEnergy(1),
            new Effect.ExtraSupporter(1),
            new Effect.Delay(Effect.Moment.NEXT_CHECKUP, List.of(DRAW)),
            new Effect.EndTurn())) {
      assertThat(isPlayable(EffectFeasibilityTest::plain, effect)).as("%s", effect).isTrue();
    }
  }
}
