package dev.menagerie.rules.card;

import java.util.List;
import java.util.Optional;

/**
 * What a card in play does besides attacks: an activated, a triggered or a continuous ability.
 * Tools, stadiums and special energies have their texts as abilities, too; ability locks do not
 * affect those.
 */
public sealed interface Ability {
  /** The ability's name, as printed. */
  String name();

  /** Used by its player in their turn. */
  record Activated(
      String name, Optional<Limit> limit, Optional<Condition> when, List<Effect> effects)
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

  /** How often an activated ability may be used in a turn. */
  enum Limit {
    /** Once by each Pokémon; what an absent limit means. */
    ONCE_PER_TURN,
    /** Once by each player, with any Pokémon that has an ability of that name. */
    ONCE_PER_TURN_BY_NAME,
    UNLIMITED
  }
}
