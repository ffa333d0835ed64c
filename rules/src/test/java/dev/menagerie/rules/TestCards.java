package dev.menagerie.rules;

import dev.menagerie.rules.card.Ability;
import dev.menagerie.rules.card.Amount;
import dev.menagerie.rules.card.Attack;
import dev.menagerie.rules.card.CardDefinition;
import dev.menagerie.rules.card.CardKind;
import dev.menagerie.rules.card.Catalog;
import dev.menagerie.rules.card.Condition;
import dev.menagerie.rules.card.Destination;
import dev.menagerie.rules.card.Effect;
import dev.menagerie.rules.card.EnergyType;
import dev.menagerie.rules.card.Filter;
import dev.menagerie.rules.card.Place;
import dev.menagerie.rules.card.Player;
import dev.menagerie.rules.card.Provides;
import dev.menagerie.rules.card.Resistance;
import dev.menagerie.rules.card.RuleBox;
import dev.menagerie.rules.card.Scope;
import dev.menagerie.rules.card.Span;
import dev.menagerie.rules.card.SpecialCondition;
import dev.menagerie.rules.card.Stage;
import dev.menagerie.rules.card.Static;
import dev.menagerie.rules.card.Target;
import dev.menagerie.rules.card.TrainerKind;
import dev.menagerie.rules.card.Trigger;
import dev.menagerie.rules.card.Weakness;
import dev.menagerie.rules.card.Zone;
import dev.menagerie.rules.deck.DeckList;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A small set of plain and strange cards for tests. */
public final class TestCards {
  private static final EnergyType FIRE = EnergyType.FIRE;
  private static final EnergyType WATER = EnergyType.WATER;
  private static final EnergyType GRASS = EnergyType.GRASS;
  private static final EnergyType ANY = EnergyType.COLORLESS;

  public static final Catalog CATALOG = Catalog.of("test", all());

  private TestCards() {}

  public static Amount n(int value) {
    return new Amount.Fixed(value);
  }

  public static <T> Optional<T> none() {
    return Optional.empty();
  }

  public static Target defender() {
    return new Target.Active(Player.OPPONENT);
  }

  public static Target self() {
    return new Target.Self();
  }

  public static Target choose(Player of, Place at) {
    return new Target.Choose(of, Optional.of(at), none(), none(), none(), none(), none());
  }

  public static Attack attack(String name, List<EnergyType> cost, int damage, Effect... post) {
    Optional<Amount> amount = damage == 0 ? Optional.empty() : Optional.of(n(damage));
    return new Attack(name, cost, List.of(), amount, List.of(post));
  }

  public static CardDefinition.Pokemon basic(
      String id, int hp, EnergyType type, List<Ability> abilities, Attack... attacks) {
    return pokemon(id, Stage.BASIC, RuleBox.NONE, "", hp, type, 1, abilities, attacks);
  }

  public static CardDefinition.Pokemon pokemon(
      String id,
      Stage stage,
      RuleBox box,
      String from,
      int hp,
      EnergyType type,
      int retreat,
      List<Ability> abilities,
      Attack... attacks) {
    boolean plain = type.order() > 3;
    EnergyType weak = EnergyType.of((type.order() + 1) % 4);
    EnergyType strong = EnergyType.of((type.order() + 2) % 4);
    return new CardDefinition.Pokemon(
        id,
        id,
        stage,
        box == RuleBox.NONE ? Optional.empty() : Optional.of(box),
        from.isEmpty() ? Optional.empty() : Optional.of(from),
        hp,
        List.of(type),
        plain ? Optional.empty() : Optional.of(new Weakness(weak)),
        plain ? Optional.empty() : Optional.of(new Resistance(strong)),
        retreat,
        abilities,
        List.of(attacks),
        List.of(),
        Optional.empty());
  }

  public static CardDefinition.Trainer trainer(
      String id, TrainerKind kind, List<Effect> effects, List<Ability> abilities) {
    return new CardDefinition.Trainer(
        id, id, kind, Optional.empty(), effects, abilities, List.of(), List.of());
  }

  public static CardDefinition.Energy energy(String id, EnergyType type) {
    return new CardDefinition.Energy(
        id, id, true, List.of(new Provides(List.of(type))), Optional.empty(), List.of(), List.of());
  }

  /** All of them, for catalogs with more. */
  public static List<CardDefinition> definitions() {
    return all();
  }

  private static List<CardDefinition> all() {
    List<CardDefinition> cards = new ArrayList<>();
    cards.addAll(energies());
    cards.addAll(creatures());
    cards.addAll(trainers());
    return cards;
  }

  private static List<CardDefinition> energies() {
    return List.of(
        energy("e-grass", EnergyType.GRASS),
        energy("e-fire", EnergyType.FIRE),
        energy("e-water", EnergyType.WATER),
        energy("e-lightning", EnergyType.LIGHTNING),
        new CardDefinition.Energy(
            "e-double",
            "e-double",
            false,
            List.of(
                new Provides(List.of(EnergyType.COLORLESS)),
                new Provides(List.of(EnergyType.COLORLESS))),
            Optional.empty(),
            List.of(),
            List.of()),
        new CardDefinition.Energy(
            "e-rainbow",
            "e-rainbow",
            false,
            List.of(
                new Provides(
                    List.of(
                        EnergyType.GRASS,
                        EnergyType.FIRE,
                        EnergyType.WATER,
                        EnergyType.LIGHTNING))),
            Optional.empty(),
            List.of(
                new Ability.Triggered(
                    "prick",
                    new Trigger.EnergyAttached(none(), none()),
                    none(),
                    none(),
                    List.of(new Effect.PlaceCounters(n(1), self())))),
            List.of()));
  }

  private static List<CardDefinition> creatures() {
    return List.of(
        pokemon(
            "plain",
            Stage.BASIC,
            RuleBox.NONE,
            "",
            100,
            EnergyType.PSYCHIC,
            1,
            List.of(),
            attack("hit", List.of(), 30)),
        basic(
            "sparkling",
            60,
            FIRE,
            List.of(),
            attack("jab", List.of(ANY), 10),
            new Attack(
                "shock",
                List.of(FIRE),
                List.of(new Effect.Flip(none(), none())),
                Optional.of(n(20)),
                List.of(
                    new Effect.If(
                        new Condition.Heads(none()),
                        List.of(new Effect.Apply(SpecialCondition.PARALYZED, defender(), none())),
                        none())))),
        pokemon(
            "sparkler",
            Stage.STAGE_1,
            RuleBox.NONE,
            "sparkling",
            90,
            FIRE,
            1,
            List.of(
                new Ability.Activated(
                    "kindle",
                    none(),
                    none(),
                    none(),
                    List.of(new Effect.AttachEnergy(Zone.DISCARD, none(), n(1), self(), none())))),
            attack("flare", List.of(FIRE, ANY), 50),
            attack(
                "scorch",
                List.of(FIRE, FIRE),
                60,
                new Effect.DiscardEnergy(self(), none(), Optional.of(n(1)), none(), none(), none()),
                new Effect.Apply(SpecialCondition.BURNED, defender(), none()))),
        pokemon(
            "sparkmaster",
            Stage.STAGE_2,
            RuleBox.NONE,
            "sparkler",
            140,
            FIRE,
            2,
            List.of(),
            attack(
                "spread",
                List.of(FIRE, ANY),
                60,
                new Effect.Damage(n(20), choose(Player.OPPONENT, Place.BENCH), none()))),
        basic(
            "mudback",
            80,
            WATER,
            List.of(
                new Ability.Continuous(
                    "thick skin", none(), none(), List.of(new Static.DamageTaken(n(-10), none())))),
            attack("drip", List.of(WATER), 20),
            attack("sip", List.of(ANY), 0, new Effect.Heal(self(), Optional.of(n(30))))),
        pokemon(
            "mudlord",
            Stage.STAGE_1,
            RuleBox.NONE,
            "mudback",
            110,
            WATER,
            3,
            List.of(),
            new Attack(
                "flood",
                List.of(WATER, WATER),
                List.of(),
                Optional.of(new Amount.Times(n(20), new Amount.EnergyOn(self(), none()))),
                List.of()),
            attack(
                "swamp",
                List.of(WATER, ANY),
                30,
                new Effect.Apply(SpecialCondition.ASLEEP, defender(), none()),
                new Effect.Apply(SpecialCondition.POISONED, defender(), none()))),
        basic(
            "thornling",
            70,
            GRASS,
            List.of(
                new Ability.Triggered(
                    "thorns",
                    new Trigger.Damaged(none()),
                    none(),
                    none(),
                    List.of(new Effect.PlaceCounters(n(1), new Target.Other())))),
            attack(
                "dizzy",
                List.of(GRASS),
                10,
                new Effect.Apply(SpecialCondition.CONFUSED, defender(), none())),
            attack(
                "tangle",
                List.of(GRASS, ANY),
                30,
                new Effect.Grant(
                    new Static.CannotRetreat(), defender(), Span.OPPONENTS_NEXT_TURN))),
        pokemon(
            "grandex",
            Stage.BASIC,
            RuleBox.EX,
            "",
            180,
            GRASS,
            2,
            List.of(),
            attack("slam", List.of(ANY, ANY), 60),
            attack("rage", List.of(GRASS, ANY, ANY), 120, new Effect.Recoil(n(30)))),
        basic(
            "mimic",
            60,
            EnergyType.LIGHTNING,
            List.of(
                new Ability.Triggered(
                    "arrive",
                    new Trigger.PlayedToBench(),
                    Optional.of(true),
                    none(),
                    List.of(new Effect.Draw(n(1), none())))),
            attack("copy", List.of(ANY), 0, new Effect.CopyAttack(defender())),
            new Attack(
                "peck",
                List.of(),
                List.of(new Effect.FlipUntilTails(none())),
                Optional.of(new Amount.Times(n(10), new Amount.Heads(none()))),
                List.of())));
  }

  private static List<CardDefinition> trainers() {
    return List.of(
        trainer("potion", TrainerKind.ITEM, List.of(heal30()), List.of()),
        trainer(
            "ball",
            TrainerKind.ITEM,
            List.of(
                new Effect.Search(
                    Optional.of(
                        new Filter.AllOf(
                            List.of(
                                new Filter.Kind(CardKind.POKEMON),
                                new Filter.OfStage(Stage.BASIC)))),
                    n(1),
                    Destination.BENCH,
                    none(),
                    none())),
            List.of()),
        trainer(
            "scout",
            TrainerKind.ITEM,
            List.of(
                new Effect.LookAtTop(
                    n(4), none(), none(), n(1), Destination.HAND, Destination.DECK_BOTTOM, none())),
            List.of()),
        trainer("swap", TrainerKind.ITEM, List.of(new Effect.Switch(none(), none())), List.of()),
        trainer(
            "trade",
            TrainerKind.ITEM,
            List.of(
                new Effect.DiscardHand(n(1), none(), none(), none()),
                new Effect.Draw(n(2), none())),
            List.of()),
        trainer("hook", TrainerKind.SUPPORTER, List.of(new Effect.Gust(none())), List.of()),
        trainer("study", TrainerKind.SUPPORTER, List.of(new Effect.Draw(n(3), none())), List.of()),
        trainer(
            "reset",
            TrainerKind.SUPPORTER,
            List.of(
                new Effect.MoveAll(Zone.HAND, Optional.of(Player.BOTH), none(), Destination.DECK),
                new Effect.Draw(n(4), Optional.of(Player.BOTH))),
            List.of()),
        trainer(
            "meadow",
            TrainerKind.STADIUM,
            List.of(),
            List.of(
                new Ability.Continuous(
                    "open field",
                    Optional.of(new Scope(Player.BOTH, none(), none())),
                    none(),
                    List.of(new Static.RetreatCost(-1))))),
        trainer(
            "cape",
            TrainerKind.TOOL,
            List.of(),
            List.of(
                new Ability.Continuous(
                    "sturdy", none(), none(), List.of(new Static.HpBonus(20))))));
  }

  private static Effect heal30() {
    return new Effect.Heal(choose(Player.YOU, Place.ANYWHERE), Optional.of(n(30)));
  }

  private static DeckList.Entry of(String card, int count) {
    return new DeckList.Entry(card, count);
  }

  /** A deck of 60 for the standard rules. */
  public static DeckList standardDeck() {
    return new DeckList(
        List.of(
            of("sparkling", 4),
            of("sparkler", 3),
            of("sparkmaster", 2),
            of("mudback", 4),
            of("mudlord", 3),
            of("thornling", 3),
            of("grandex", 2),
            of("mimic", 2),
            of("potion", 2),
            of("ball", 4),
            of("scout", 2),
            of("swap", 2),
            of("trade", 2),
            of("hook", 2),
            of("study", 3),
            of("reset", 2),
            of("meadow", 2),
            of("cape", 2),
            of("e-fire", 5),
            of("e-water", 4),
            of("e-grass", 3),
            of("e-double", 1),
            of("e-rainbow", 1)),
        List.of(),
        List.of());
  }

  /** A deck of 20 for the pocket rules. */
  public static DeckList pocketDeck() {
    return new DeckList(
        List.of(
            of("sparkling", 2),
            of("sparkler", 2),
            of("mudback", 2),
            of("mudlord", 2),
            of("grandex", 1),
            of("mimic", 1),
            of("potion", 2),
            of("ball", 2),
            of("swap", 1),
            of("hook", 1),
            of("study", 2),
            of("meadow", 1),
            of("cape", 1)),
        List.of(),
        List.of(EnergyType.FIRE, EnergyType.WATER));
  }

  /** A deck of 40 with an energy deck of 20 for the house rules. */
  public static DeckList houseDeck() {
    return new DeckList(
        List.of(
            of("sparkling", 4),
            of("sparkler", 4),
            of("sparkmaster", 2),
            of("mudback", 4),
            of("mudlord", 3),
            of("thornling", 3),
            of("grandex", 2),
            of("mimic", 2),
            of("potion", 2),
            of("ball", 3),
            of("scout", 1),
            of("swap", 2),
            of("trade", 1),
            of("hook", 1),
            of("study", 2),
            of("reset", 2),
            of("meadow", 1),
            of("cape", 1)),
        List.of(of("e-fire", 8), of("e-water", 6), of("e-grass", 6)),
        List.of());
  }
}
