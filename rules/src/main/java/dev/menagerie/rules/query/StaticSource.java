package dev.menagerie.rules.query;

import dev.menagerie.rules.card.Condition;
import dev.menagerie.rules.card.Scope;
import dev.menagerie.rules.card.Static;
import java.util.Optional;

/**
 * Where something continuously true comes from.
 *
 * @param asking the context of its questions: its controller, its holder, its card
 * @param target of a lasting effect: a serial, or -1 - seat index; otherwise {@link #BY_SCOPE}
 * @param amount of a lasting effect: what its amount came to; otherwise {@link #ASK}
 */
public record StaticSource(
    Static gives,
    Kind kind,
    Context asking,
    Optional<Scope> affects,
    Optional<Condition> when,
    int target,
    int amount,
    int stamp) {
  public static final int BY_SCOPE = Integer.MIN_VALUE;
  public static final int ASK = Integer.MIN_VALUE;

  /** The kind of card that has it. */
  enum Kind {
    ABILITY,
    TOOL,
    ENERGY,
    STADIUM,
    LASTING
  }
}
