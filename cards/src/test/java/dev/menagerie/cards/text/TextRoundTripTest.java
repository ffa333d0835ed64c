package dev.menagerie.cards.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.menagerie.cards.set.CardSets;
import dev.menagerie.codec.Json;
import dev.menagerie.rules.card.Ability;
import dev.menagerie.rules.card.Amount;
import dev.menagerie.rules.card.Attack;
import dev.menagerie.rules.card.CardDefinition;
import dev.menagerie.rules.card.Catalog;
import dev.menagerie.rules.card.Condition;
import dev.menagerie.rules.card.Effect;
import dev.menagerie.rules.card.EnergyType;
import dev.menagerie.rules.card.Filter;
import dev.menagerie.rules.card.Player;
import dev.menagerie.rules.card.Provides;
import dev.menagerie.rules.card.Stage;
import dev.menagerie.rules.card.Static;
import dev.menagerie.rules.card.Target;
import dev.menagerie.rules.card.TrainerKind;
import dev.menagerie.rules.card.Trigger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What is written is read again: a program and the program of its text have one plain form. */
class TextRoundTripTest {
  private static final long SEED = Long.getLong("text.seed", 20_261_129);
  private static final int FEW = 8;
  private static final int MANY = Integer.getInteger("text.programs", 300);

  private static final List<Class<?>> WORDS =
      List.of(
          Effect.class,
          Condition.class,
          Amount.class,
          Target.class,
          Static.class,
          Filter.class,
          Ability.class,
          Trigger.class);

  private final List<String> wrong = new ArrayList<>();
  private int read;

  @Test
  void everyCardOfTheBuiltInSetsIsItsText() {
    for (CardDefinition card : CardSets.load().catalog().definitions()) {
      if (!(card instanceof CardDefinition.Energy energy && energy.basic())) {
        check("built-in", card);
      }
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void everyCardIsItsShortForm() {
    for (CardDefinition card : CardSets.load().catalog().definitions()) {
      assertThat(PlainForm.of(Json.bind(ShortForm.of(card), CardDefinition.class)))
          .isEqualTo(PlainForm.of(card));
    }
  }

  @Test
  void everyWordOfTheVocabularyIsReadAsItIsWritten() {
    everyWord(FEW, SEED);
  }

  @Test
  @Tag("long")
  @Timeout(value = 1, unit = TimeUnit.HOURS)
  void everyWordIsReadInManyPrograms() {
    everyWord(MANY, SEED + 1);
  }

  private void everyWord(int programs, long seed) {
    System.out.println("seed of the random programs: " + seed + " (-Dtext.seed)");
    SplittableRandom random = new SplittableRandom(seed);
    for (Class<?> type : WORDS) {
      for (Class<?> word : type.getPermittedSubclasses()) {
        for (int i = 0; i < programs; i++) {
          RandomPrograms programsOf = new RandomPrograms(random, 1 + i % 3);
          check(word.getSimpleName(), card(programsOf.word(word), random.nextInt(4)));
        }
      }
    }
    assertThat(wrong).as("seed %d", seed).isEmpty();
    assertThat(read).as("programs that a catalog takes").isGreaterThan(programs * 90);
  }

  private void check(String word, CardDefinition card) {
    if (!word.equals("built-in") && !Catalog.problems(List.of(card)).isEmpty()) {
      return; // the catalog refuses it before anyone reads its text
    }
    if (UntoldPrograms.has(card)) {
      return; // English cannot tell it from another program
    }
    if (TextReferences.isDangling(TextReferences.named(card))) {
      return; // it speaks of a number or a flip as of something chosen
    }
    read++;
    CardText text = CardText.of(card);
    try {
      Object again = again(card, text);
      if (!PlainForm.of(again).equals(PlainForm.of(card))) {
        wrong.add(word + ": " + text + "\n  " + PlainForm.of(card) + "\n  " + PlainForm.of(again));
      }
    } catch (UnknownPhrase unknown) {
      wrong.add(word + ": " + text + "\n  " + card + "\n  " + unknown.getMessage());
    }
  }

  private static CardDefinition card(Object word, int holder) {
    return switch (word) {
      case Ability ability -> holding(ability, holder);
      case Trigger trigger ->
          holding(
              new Ability.Triggered("Snap", trigger, Optional.empty(), Optional.empty(), end()),
              holder);
      case Static gives ->
          holding(
              new Ability.Continuous("Aura", Optional.empty(), Optional.empty(), List.of(gives)),
              holder);
      case Effect effect -> doing(List.of(effect), holder);
      case Condition condition ->
          doing(List.of(new Effect.If(condition, end(), Optional.empty())), holder);
      case Amount amount ->
          holder == 0
              ? pokemon(List.of(), new Attack("Hit", List.of(), end(), Optional.of(amount), end()))
              : doing(List.of(new Effect.Draw(amount, Optional.empty())), holder);
      case Target target -> doing(List.of(new Effect.KnockOut(target)), holder);
      case Filter filter ->
          doing(
              List.of(
                  new Effect.KnockOut(
                      new Target.Every(Player.OPPONENT, Optional.empty(), Optional.of(filter)))),
              holder);
      default -> throw new IllegalArgumentException("no word of a program: " + word);
    };
  }

  private static List<Effect> end() {
    return List.of(new Effect.EndTurn());
  }

  private static CardDefinition doing(List<Effect> effects, int holder) {
    return switch (holder) {
      case 0, 1 -> {
        List<Effect> pre = holder == 0 ? List.of() : effects;
        List<Effect> post = holder == 0 ? effects : end();
        Optional<Amount> damage =
            holder == 0 ? Optional.empty() : Optional.of(new Amount.Fixed(30));
        yield pokemon(List.of(), new Attack("Hit", List.of(), pre, damage, post));
      }
      default ->
          new CardDefinition.Trainer(
              "x",
              "Odd Lever",
              TrainerKind.ITEM,
              Optional.empty(),
              effects,
              List.of(),
              List.of(),
              List.of());
    };
  }

  private static CardDefinition holding(Ability ability, int holder) {
    return switch (holder) {
      case 0, 1 ->
          pokemon(
              List.of(ability),
              new Attack("Hit", List.of(), List.of(), Optional.empty(), List.of()));
      case 2 ->
          new CardDefinition.Trainer(
              "x",
              ability.name(),
              TrainerKind.STADIUM,
              Optional.empty(),
              List.of(),
              List.of(ability),
              List.of(),
              List.of());
      default ->
          new CardDefinition.Energy(
              "x",
              ability.name(),
              false,
              List.of(new Provides(List.of(EnergyType.FIRE, EnergyType.METAL))),
              Optional.of(new Filter.OfStage(Stage.STAGE_1)),
              List.of(ability),
              List.of());
    };
  }

  private static CardDefinition pokemon(List<Ability> abilities, Attack attack) {
    return new CardDefinition.Pokemon(
        "x",
        "Quiltbear",
        Stage.BASIC,
        Optional.empty(),
        Optional.empty(),
        60,
        List.of(EnergyType.FIRE),
        Optional.empty(),
        Optional.empty(),
        1,
        abilities,
        List.of(attack),
        List.of(),
        Optional.empty());
  }

  /** The card with every program read from its text. */
  private static CardDefinition again(CardDefinition card, CardText text) {
    return switch (card) {
      case CardDefinition.Pokemon pokemon -> {
        List<Ability> abilities = new ArrayList<>();
        for (int i = 0; i < pokemon.abilities().size(); i++) {
          String name = pokemon.abilities().get(i).name();
          abilities.add(CardTextParser.ability(name, text.abilities().get(i)));
        }
        List<Attack> attacks = new ArrayList<>();
        for (int i = 0; i < pokemon.attacks().size(); i++) {
          Attack attack = pokemon.attacks().get(i);
          CardTextParser.AttackProgram program = CardTextParser.attack(text.attacks().get(i));
          attacks.add(
              new Attack(
                  attack.name(),
                  attack.cost(),
                  program.pre(),
                  program.damage().or(attack::damage),
                  program.post()));
        }
        yield new CardDefinition.Pokemon(
            pokemon.id(),
            pokemon.name(),
            pokemon.stage(),
            pokemon.ruleBox(),
            pokemon.evolvesFrom(),
            pokemon.hp(),
            pokemon.types(),
            pokemon.weakness(),
            pokemon.resistance(),
            pokemon.retreat(),
            abilities,
            attacks,
            pokemon.tags(),
            pokemon.playedAsItem());
      }
      case CardDefinition.Trainer trainer -> trainer(trainer, text.text());
      case CardDefinition.Energy energy -> {
        CardTextParser.EnergyProgram program = CardTextParser.energy(energy.name(), text.text());
        yield new CardDefinition.Energy(
            energy.id(),
            energy.name(),
            energy.basic(),
            program.provides(),
            program.attachesTo(),
            named(program.abilities(), energy.abilities()),
            energy.tags());
      }
    };
  }

  private static CardDefinition trainer(CardDefinition.Trainer trainer, String text) {
    CardTextParser.PlayProgram play =
        trainer.effects().isEmpty()
            ? new CardTextParser.PlayProgram(Optional.empty(), List.of())
            : CardTextParser.play(text);
    List<Ability> abilities =
        trainer.effects().isEmpty()
            ? CardTextParser.inPlay(trainer.kind(), trainer.name(), text)
            : List.of();
    return new CardDefinition.Trainer(
        trainer.id(),
        trainer.name(),
        trainer.kind(),
        play.playable(),
        play.effects(),
        named(abilities, trainer.abilities()),
        trainer.attacks(),
        trainer.tags());
  }

  /** Texts of tools, stadiums and energy do not name their abilities. */
  private static List<Ability> named(List<Ability> read, List<Ability> written) {
    List<Ability> named = new ArrayList<>();
    for (int i = 0; i < read.size(); i++) {
      String name = i < written.size() ? written.get(i).name() : read.get(i).name();
      named.add(
          switch (read.get(i)) {
            case Ability.Activated(_, var limit, var from, var when, var effects) ->
                new Ability.Activated(name, limit, from, when, effects);
            case Ability.Triggered(_, var on, var optional, var when, var effects) ->
                new Ability.Triggered(name, on, optional, when, effects);
            case Ability.Continuous(_, var affects, var when, var gives) ->
                new Ability.Continuous(name, affects, when, gives);
          });
    }
    return named;
  }
}
