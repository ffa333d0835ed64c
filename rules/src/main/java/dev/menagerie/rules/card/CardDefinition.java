package dev.menagerie.rules.card;

import java.util.List;
import java.util.Optional;

/** A card as it is printed; a game holds instances of it. */
public sealed interface CardDefinition {
  /** The card's id, unique in a catalog. */
  String id();

  /** The printed name. The copies of a card in a deck are counted by it. */
  String name();

  /** The card's abilities in printed order; empty for most cards. */
  List<Ability> abilities();

  /**
   * A Pokémon card.
   *
   * @param ruleBox absent: none
   * @param evolvesFrom the name of the previous stage; present exactly above Basic
   * @param tags free words that filters can match
   * @param playedAsItem whether it is an Item card outside play, and is played as one; it comes to
   *     the bench as a Basic Pokémon
   */
  record Pokemon(
      String id,
      String name,
      Stage stage,
      Optional<RuleBox> ruleBox,
      Optional<String> evolvesFrom,
      int hp,
      List<EnergyType> types,
      Optional<Weakness> weakness,
      Optional<Resistance> resistance,
      int retreat,
      List<Ability> abilities,
      List<Attack> attacks,
      List<String> tags,
      Optional<Boolean> playedAsItem)
      implements CardDefinition {
    public Pokemon {
      types = List.copyOf(types);
      abilities = List.copyOf(abilities);
      attacks = List.copyOf(attacks);
      tags = List.copyOf(tags);
    }

    /** Whether the card is an Item until it is in play. */
    public boolean isItem() {
      return playedAsItem.orElse(false);
    }
  }

  /**
   * A Trainer card.
   *
   * @param playable the condition for playing it, in addition to the rule that it must be able to
   *     do something
   * @param effects what an Item or Supporter does when it is played
   * @param abilities what a Stadium or Tool does while it is in play
   * @param attacks of a Tool: what the Pokémon that holds it may use in addition to its own
   */
  record Trainer(
      String id,
      String name,
      TrainerKind kind,
      Optional<Condition> playable,
      List<Effect> effects,
      List<Ability> abilities,
      List<Attack> attacks,
      List<String> tags)
      implements CardDefinition {
    public Trainer {
      effects = List.copyOf(effects);
      abilities = List.copyOf(abilities);
      attacks = List.copyOf(attacks);
      tags = List.copyOf(tags);
    }
  }

  /**
   * An Energy card.
   *
   * @param basic whether it is a basic energy; a deck may hold any number of those
   * @param provides its energies, each of one of the types listed
   * @param attachesTo which Pokémon may have it; absent: any
   */
  record Energy(
      String id,
      String name,
      boolean basic,
      List<Provides> provides,
      Optional<Filter> attachesTo,
      List<Ability> abilities,
      List<String> tags)
      implements CardDefinition {
    public Energy {
      provides = List.copyOf(provides);
      abilities = List.copyOf(abilities);
      tags = List.copyOf(tags);
    }
  }
}
