package dev.menagerie.cards.text;

import dev.menagerie.cards.set.RecordWalk;
import dev.menagerie.rules.card.Amount;
import dev.menagerie.rules.card.CardDefinition;
import dev.menagerie.rules.card.Condition;
import dev.menagerie.rules.card.Filter;
import dev.menagerie.rules.card.Place;
import dev.menagerie.rules.card.Scope;
import dev.menagerie.rules.card.Target;
import java.util.List;
import java.util.Optional;

/**
 * Programs that {@code docs/cards.md} tells authors to write as {@code effects}: a tag in front of
 * a name, two tags of one card, a Pokémon both Active and on the bench, and a choice of kinds
 * inside of a kind inside of a choice.
 */
final class UntoldPrograms {
  private UntoldPrograms() {}

  static boolean has(CardDefinition card) {
    boolean[] found = {false};
    RecordWalk.visit("", card, (_, value) -> found[0] |= isUntold(value));
    return found[0];
  }

  private static boolean isUntold(Object value) {
    return switch (value) {
      case Filter.AllOf(var all) -> isUntold(all);
      case Filter.AnyOf(var some) -> some.stream().anyMatch(UntoldPrograms::choosesInside);
      case Target.Every(_, var at, var where) -> contradicts(at, where);
      case Target.Choose choose -> contradicts(choose.at(), choose.where());
      case Amount.PokemonInPlay(_, var at, var where) -> contradicts(at, where);
      case Condition.InPlay(_, var at, var where) -> contradicts(at, where);
      case Scope(_, var at, var where) -> contradicts(at, where);
      default -> false;
    };
  }

  private static boolean isUntold(List<Filter> all) {
    long tags = all.stream().filter(Filter.Tagged.class::isInstance).count();
    boolean isNamed = all.stream().anyMatch(Filter.Named.class::isInstance);
    boolean isActive = all.stream().anyMatch(Filter.IsActive.class::isInstance);
    boolean isBenched = all.stream().anyMatch(Filter.IsBenched.class::isInstance);
    boolean chooses = all.stream().anyMatch(Filter.AnyOf.class::isInstance);
    boolean excludes = all.stream().anyMatch(Filter.Not.class::isInstance);
    return tags + (isNamed ? 1 : 0) > 1 || (isActive && isBenched) || (chooses && excludes);
  }

  private static boolean choosesInside(Filter filter) {
    return filter instanceof Filter.AllOf(var all)
        && all.stream().anyMatch(Filter.AnyOf.class::isInstance);
  }

  private static boolean contradicts(Optional<Place> at, Optional<Filter> where) {
    if (at.isEmpty() || where.isEmpty()) {
      return false;
    }
    boolean[] found = {false};
    RecordWalk.visit(
        "",
        where.get(),
        (_, value) ->
            found[0] |=
                (at.get() == Place.ACTIVE && value instanceof Filter.IsBenched)
                    || (at.get() == Place.BENCH && value instanceof Filter.IsActive));
    return found[0];
  }
}
