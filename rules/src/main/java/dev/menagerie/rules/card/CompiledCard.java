package dev.menagerie.rules.card;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A definition as the engine reads it: numbers, sets of bits and flattened programs. */
public final class CompiledCard {
  /** The kind of card, for quick checks. */
  public enum Sort {
    POKEMON,
    ITEM,
    SUPPORTER,
    STADIUM,
    TOOL,
    ENERGY
  }

  public final int number;
  public final CardDefinition definition;
  public final Sort sort;
  public final boolean basicEnergy;
  public final Stage stage;
  public final RuleBox ruleBox;
  public final String name;
  public final String evolvesFrom;

  /** Names as the catalog numbers them, so that they need not be compared letter by letter. */
  private final int nameNumber;

  private final int evolvesFromNumber;
  public final int hp;
  public final int retreat;
  public final int types;

  /** Index of a type, or -1. */
  public final int weakness;

  public final int resistance;

  /** Sets of types, one for each energy the card provides. */
  public final int[] units;

  /** Of attacks: how many of each type are wanted. */
  public final int[][] costs;

  public final List<Attack> attacks;
  public final List<Ability> abilities;
  public final boolean continuous;
  public final boolean triggered;

  /** Whether it has an ability that is used while it is in play, and from each place outside. */
  public final boolean activated;

  public final boolean usedFromHand;
  public final boolean usedFromDiscard;

  /** Whether it is an energy that only some Pokémon may have. */
  public final boolean restricted;

  private final Program[] programs;

  /** Worked out when first asked for: most catalogs are never asked for most of their prints. */
  private @Nullable String print;

  /** Numbers names, the same for the same one. */
  interface Names {
    int number(String name);
  }

  CompiledCard(int number, CardDefinition definition, Names names) {
    this.number = number;
    this.definition = definition;
    this.name = definition.name();
    this.abilities = definition.abilities();
    CardDefinition.@Nullable Pokemon pokemon =
        definition instanceof CardDefinition.Pokemon given ? given : null;
    this.sort = sort(definition);
    this.basicEnergy = definition instanceof CardDefinition.Energy energy && energy.basic();
    this.stage = pokemon == null ? Stage.BASIC : pokemon.stage();
    this.ruleBox = pokemon == null ? RuleBox.NONE : pokemon.ruleBox().orElse(RuleBox.NONE);
    this.evolvesFrom = pokemon == null ? "" : pokemon.evolvesFrom().orElse("");
    this.nameNumber = names.number(name);
    this.evolvesFromNumber = names.number(evolvesFrom);
    this.hp = pokemon == null ? 0 : pokemon.hp();
    this.retreat = pokemon == null ? 0 : pokemon.retreat();
    this.types = pokemon == null ? 0 : EnergyType.mask(pokemon.types());
    this.weakness =
        pokemon == null ? -1 : pokemon.weakness().map(weak -> weak.type().order()).orElse(-1);
    this.resistance =
        pokemon == null ? -1 : pokemon.resistance().map(strong -> strong.type().order()).orElse(-1);
    this.units = definition instanceof CardDefinition.Energy energy ? units(energy) : new int[0];
    this.attacks =
        switch (definition) {
          case CardDefinition.Pokemon one -> one.attacks();
          case CardDefinition.Trainer trainer -> trainer.attacks();
          case CardDefinition.Energy _ -> List.of();
        };
    this.costs = new int[attacks.size()][];
    for (int i = 0; i < costs.length; i++) {
      costs[i] = cost(attacks.get(i).cost());
    }
    this.continuous = abilities.stream().anyMatch(Ability.Continuous.class::isInstance);
    this.triggered = abilities.stream().anyMatch(Ability.Triggered.class::isInstance);
    this.activated = isUsedFrom(Optional.empty());
    this.usedFromHand = isUsedFrom(Optional.of(Ability.Origin.HAND));
    this.usedFromDiscard = isUsedFrom(Optional.of(Ability.Origin.DISCARD));
    this.restricted =
        definition instanceof CardDefinition.Energy energy && energy.attachesTo().isPresent();
    this.programs = programs(definition);
  }

  /** The same card under the number a game has for it. */
  private CompiledCard(int number, CompiledCard same) {
    this.number = number;
    this.definition = same.definition;
    this.sort = same.sort;
    this.basicEnergy = same.basicEnergy;
    this.stage = same.stage;
    this.ruleBox = same.ruleBox;
    this.name = same.name;
    this.evolvesFrom = same.evolvesFrom;
    this.nameNumber = same.nameNumber;
    this.evolvesFromNumber = same.evolvesFromNumber;
    this.hp = same.hp;
    this.retreat = same.retreat;
    this.types = same.types;
    this.weakness = same.weakness;
    this.resistance = same.resistance;
    this.units = same.units;
    this.costs = same.costs;
    this.attacks = same.attacks;
    this.abilities = same.abilities;
    this.continuous = same.continuous;
    this.triggered = same.triggered;
    this.activated = same.activated;
    this.usedFromHand = same.usedFromHand;
    this.usedFromDiscard = same.usedFromDiscard;
    this.restricted = same.restricted;
    this.programs = same.programs;
  }

  private boolean isUsedFrom(Optional<Ability.Origin> place) {
    return abilities.stream()
        .anyMatch(one -> one instanceof Ability.Activated use && use.from().equals(place));
  }

  CompiledCard numbered(int other) {
    return new CompiledCard(other, this);
  }

  /** A short text that changes with the card; {@code text} is all it says. */
  String print(Function<CardDefinition, String> text) {
    String known = print;
    if (known == null) {
      known = Prints.of(text.apply(definition));
      print = known;
    }
    return known;
  }

  /** The one type that a basic energy provides, or -1: then no zone can make it. */
  int basicType() {
    return basicEnergy && units.length == 1 ? Integer.numberOfTrailingZeros(units[0]) : -1;
  }

  /** Whether this is a Pokémon card of any stage; one that is played as an Item is none. */
  public boolean isPokemon() {
    return sort == Sort.POKEMON;
  }

  /** Whether this is a Pokémon that can be played from hand to the bench. */
  public boolean isBasicPokemon() {
    return sort == Sort.POKEMON && stage == Stage.BASIC;
  }

  /** Whether this is an Item that comes to the bench as a Pokémon. */
  public boolean isPlayedAsItem() {
    return sort == Sort.ITEM && definition instanceof CardDefinition.Pokemon;
  }

  /** Whether it is played on a Pokémon of the other's name. */
  public boolean evolves(CompiledCard other) {
    return evolvesFromNumber == other.nameNumber;
  }

  /** Whether it is an Item or a Supporter, which do something when they are played. */
  public boolean isTrainer() {
    return sort == Sort.ITEM || sort == Sort.SUPPORTER;
  }

  /** Whether it is an Energy card. */
  public boolean isEnergy() {
    return sort == Sort.ENERGY;
  }

  /** The attack's program. */
  public int attackProgram(int attack) {
    return attack;
  }

  /** The index of an ability's program, for {@link #program}. */
  public int abilityProgram(int ability) {
    return attacks.size() + ability;
  }

  /** The program of an Item or Supporter. */
  public int playProgram() {
    return attacks.size() + abilities.size();
  }

  /** A program of this card: an attack, an ability or a Trainer's effect. */
  public Program program(int index) {
    return programs[index];
  }

  /** The name of a program's text: the attack's or ability's name, or the card's. */
  public String title(int program) {
    if (program < attacks.size()) {
      return attacks.get(program).name() + " (" + name + ")";
    }
    int ability = program - attacks.size();
    return ability < abilities.size() ? abilities.get(ability).name() + " (" + name + ")" : name;
  }

  private Program[] programs(CardDefinition definition) {
    List<Program> all = new ArrayList<>();
    attacks.forEach(attack -> all.add(Program.of(attack)));
    for (Ability ability : abilities) {
      all.add(
          switch (ability) {
            case Ability.Activated activated -> Program.of(used(activated));
            case Ability.Triggered triggered -> Program.of(triggered.effects());
            case Ability.Continuous _ -> Program.of(List.of());
          });
    }
    if (definition instanceof CardDefinition.Trainer trainer) {
      all.add(Program.of(trainer.effects()));
    }
    return all.toArray(new Program[0]);
  }

  /** A use that is the only one of the game takes the ability away before anything else. */
  private static List<Effect> used(Ability.Activated ability) {
    if (!ability.limit().equals(Optional.of(Ability.Limit.ONCE_PER_GAME))) {
      return ability.effects();
    }
    List<Effect> effects = new ArrayList<>();
    effects.add(
        new Effect.GrantPlayer(
            new Static.CannotUseAbility(ability.name()), Player.YOU, Span.WHILE_IN_PLAY));
    effects.addAll(ability.effects());
    return effects;
  }

  private static Sort sort(CardDefinition definition) {
    return switch (definition) {
      case CardDefinition.Pokemon pokemon -> pokemon.isItem() ? Sort.ITEM : Sort.POKEMON;
      case CardDefinition.Energy _ -> Sort.ENERGY;
      case CardDefinition.Trainer trainer ->
          switch (trainer.kind()) {
            case ITEM -> Sort.ITEM;
            case SUPPORTER -> Sort.SUPPORTER;
            case STADIUM -> Sort.STADIUM;
            case TOOL -> Sort.TOOL;
          };
    };
  }

  private static int[] units(CardDefinition.Energy energy) {
    int[] units = new int[energy.provides().size()];
    for (int i = 0; i < units.length; i++) {
      units[i] = EnergyType.mask(energy.provides().get(i).value());
    }
    return units;
  }

  private static int[] cost(List<EnergyType> cost) {
    int[] counts = new int[EnergyType.COLORLESS.order() + 1];
    for (EnergyType type : cost) {
      counts[type.order()]++;
    }
    return counts;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof CompiledCard face && definition.equals(face.definition);
  }

  @Override
  public int hashCode() {
    return Objects.hashCode(definition);
  }
}
