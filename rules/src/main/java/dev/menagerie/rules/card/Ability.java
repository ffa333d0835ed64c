package dev.menagerie.rules.card;

import java.util.List;
import java.util.Optional;

/**
 * What a card in play does apart from attacks: an activated, a triggered or a continuous ability.
 * Tools, stadiums and special energies have their texts as abilities, too; ability locks do not
 * affect those.
 */
public sealed interface Ability {
  /** The ability's name, as printed. */
  String name();

  /**
   * The name under which an ability used from hand or discard pile finds its own card, for {@link
   * Effect.MoveChosen} and {@link Effect.AttachChosen}.
   */
  String THIS_CARD = "this_card";

  /**
   * Used by its player in their turn.
   *
   * @param from where the card lies when it is used; absent: in play
   */
  record Activated(
      String name,
      Optional<Limit> limit,
      Optional<Origin> from,
      Optional<Condition> when,
      List<Effect> effects)
      implements Ability {
    public Activated {
      effects = List.copyOf(effects);
    }
  }

  /** Fires when something happens; {@code optional}: its player may decline. */
  record Triggered(
      String name,
      Trigger on,
      Optional<Boolean> optional,
      Optional<Condition> when,
      List<Effect> effects)
      implements Ability {
    public Triggered {
      effects = List.copyOf(effects);
    }
  }

  /**
   * True as long as its card is in play and {@code when} holds.
   *
   * @param affects whom; absent: the Pokémon that has the ability or holds the card (of a stadium:
   *     every Pokémon)
   */
  record Continuous(
      String name, Optional<Scope> affects, Optional<Condition> when, List<Static> gives)
      implements Ability {
    public Continuous {
      gives = List.copyOf(gives);
    }
  }

  /** How often an activated ability may be used. */
  enum Limit {
    /**
     * Once a turn by each Pokémon; what an absent limit means. From hand or discard pile: once a
     * turn by each player, by name.
     */
    ONCE_PER_TURN,
    /** Once a turn by each player, with any Pokémon that has an ability of that name. */
    ONCE_PER_TURN_BY_NAME,
    /** Once a game by each player, with any Pokémon that has an ability of that name. */
    ONCE_PER_GAME,
    UNLIMITED
  }

  /** A place outside play from which an ability is used. */
  enum Origin {
    HAND,
    DISCARD
  }
}
