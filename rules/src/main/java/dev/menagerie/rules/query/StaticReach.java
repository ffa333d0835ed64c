package dev.menagerie.rules.query;

import dev.menagerie.rules.card.Amount;
import dev.menagerie.rules.card.Filter;
import dev.menagerie.rules.card.Place;
import dev.menagerie.rules.card.Scope;
import dev.menagerie.rules.card.Static;
import dev.menagerie.rules.state.Pokemon;
import dev.menagerie.rules.state.Seat;
import dev.menagerie.rules.state.Table;
import java.util.Optional;

/** Says which Pokémon and players something continuously true touches now. */
public final class StaticReach {
  private StaticReach() {}

  /** Whether it touches this Pokémon now. */
  public static boolean touches(Table table, StaticSource source, Pokemon pokemon) {
    if (source.target() != StaticSource.BY_SCOPE) {
      return source.target() == pokemon.serial()
          || (source.target() == -1 - pokemon.seat().index() && isAboutPokemon(source.gives()));
    }
    if (source.affects().isEmpty()) {
      if (source.kind() != StaticSource.Kind.STADIUM
          && pokemon.serial() != source.asking().self()) {
        return false;
      }
    } else if (!inScope(table, source, source.affects().get(), pokemon)) {
      return false;
    }
    return source.when().isEmpty() || Conditions.holds(table, source.asking(), source.when().get());
  }

  /** Whether something about players touches this one now. */
  public static boolean touches(Table table, StaticSource source, Seat seat) {
    if (source.target() != StaticSource.BY_SCOPE) {
      return source.target() == -1 - seat.index();
    }
    boolean side =
        source.affects().isEmpty()
            ? source.kind() == StaticSource.Kind.STADIUM || seat == source.asking().seat()
            : switch (source.affects().get().of()) {
              case YOU -> seat == source.asking().seat();
              case OPPONENT -> seat != source.asking().seat();
              case BOTH -> true;
            };
    return side
        && (source.when().isEmpty()
            || Conditions.holds(table, source.asking(), source.when().get()));
  }

  /** An effect on a player that is about Pokémon touches all that player's Pokémon. */
  private static boolean isAboutPokemon(Static gives) {
    return !gives.isOfPlayer();
  }

  private static boolean inScope(Table table, StaticSource source, Scope scope, Pokemon pokemon) {
    boolean side =
        switch (scope.of()) {
          case YOU -> pokemon.seat() == source.asking().seat();
          case OPPONENT -> pokemon.seat() != source.asking().seat();
          case BOTH -> true;
        };
    if (!side || !stands(table, pokemon, scope.at().orElse(Place.ANYWHERE))) {
      return false;
    }
    return scope.where().isEmpty()
        || Filters.matches(table, source.asking(), scope.where().get(), pokemon);
  }

  /** Whether a Pokémon is where a static effect wants it. */
  public static boolean stands(Table table, Pokemon pokemon, Place place) {
    return switch (place) {
      case ACTIVE -> table.isActive(pokemon);
      case BENCH -> !table.isActive(pokemon);
      case ANYWHERE -> true;
    };
  }

  /** The value of an amount for a static effect's source. */
  public static int amount(Table table, StaticSource source, Amount amount) {
    if (source.amount() != StaticSource.ASK) {
      return source.amount();
    }
    return Amounts.of(table, source.asking(), amount);
  }

  /** Whether a static effect's filter accepts its target. */
  public static boolean passes(
      Table table, StaticSource source, Optional<Filter> filter, Pokemon pokemon) {
    return filter.isEmpty() || Filters.matches(table, source.asking(), filter.get(), pokemon);
  }
}
