package dev.menagerie.bots;

import dev.menagerie.rules.card.Ability;
import dev.menagerie.rules.card.Amount;
import dev.menagerie.rules.card.CardDefinition;
import dev.menagerie.rules.card.EnergyType;
import dev.menagerie.rules.card.Filter;
import dev.menagerie.rules.card.Place;
import dev.menagerie.rules.card.Scope;
import dev.menagerie.rules.card.Static;
import dev.menagerie.rules.view.View;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The continuous effects of cards in play, as far as the view shows them: abilities, tools, special
 * energy and the stadium. Conditions of the opponent's cards are assumed to be unmet. Lasting
 * effects are not visible.
 */
final class Influences {
  private final BotView sight;
  private final Map<String, List<Static>> known = new HashMap<>();

  Influences(BotView sight) {
    this.sight = sight;
  }

  /** The types of a Pokémon now. */
  List<EnergyType> types(View.InPlay pokemon) {
    return of(pokemon)
        .flatMap(
            gives -> gives instanceof Static.TypeIs(var type) ? Stream.of(type) : Stream.empty())
        .findFirst()
        .map(List::of)
        .orElse(sight.pokemon(pokemon).types());
  }

  /** The Pokémon's present weakness. */
  Optional<EnergyType> weakness(View.InPlay pokemon) {
    Optional<EnergyType> printed = sight.pokemon(pokemon).weakness().map(weak -> weak.type());
    return of(pokemon)
        .flatMap(
            gives -> gives instanceof Static.WeaknessIs weak ? Stream.of(weak) : Stream.empty())
        .findFirst()
        .map(Static.WeaknessIs::energy)
        .orElse(printed);
  }

  /** The Pokémon's present resistance. */
  Optional<EnergyType> resistance(View.InPlay pokemon) {
    Optional<EnergyType> printed = sight.pokemon(pokemon).resistance().map(strong -> strong.type());
    return of(pokemon)
        .flatMap(gives ->
            gives instanceof Static.ResistanceIs strong ? Stream.of(strong) : Stream.empty())
        .findFirst()
        .map(Static.ResistanceIs::energy)
        .orElse(printed);
  }

  /** How much more the attacker does, before weakness. */
  double dealt(View.InPlay attacker, View.InPlay defender) {
    return of(attacker)
        .mapToDouble(gives ->
            gives instanceof Static.DamageDealt(Amount.Fixed(var by), var against)
                    && matches(defender, against, attacker)
                ? by
                : 0)
        .sum();
  }

  /** How much more the defender takes, after resistance. */
  double taken(View.InPlay attacker, View.InPlay defender) {
    return of(defender)
        .mapToDouble(gives ->
            gives instanceof Static.DamageTaken(Amount.Fixed(var by), var from)
                    && matches(attacker, from, defender)
                ? by
                : 0)
        .sum();
  }

  /** Whether no damage of the attacker reaches the defender. */
  boolean isPrevented(View.InPlay attacker, View.InPlay defender) {
    return of(defender)
        .anyMatch(gives ->
            gives instanceof Static.PreventDamage(var from) && matches(attacker, from, defender));
  }

  private boolean matches(View.InPlay pokemon, Optional<Filter> where, View.InPlay self) {
    return where.isEmpty() || new Matches(sight, self).inPlay(pokemon, where.get());
  }

  private Stream<Static> of(View.InPlay pokemon) {
    return known.computeIfAbsent(pokemon.id(), _ -> found(pokemon)).stream();
  }

  private List<Static> found(View.InPlay pokemon) {
    List<Static> found = new ArrayList<>();
    for (View.Side side : List.of(sight.mine(), sight.theirs())) {
      for (View.InPlay holder : sight.inPlay(side)) {
        for (CardDefinition card : cards(holder)) {
          add(card, Optional.of(holder), pokemon, found);
        }
      }
    }
    sight
        .view()
        .stadium()
        .ifPresent(stadium -> add(sight.card(stadium.card()), Optional.empty(), pokemon, found));
    return found;
  }

  private List<CardDefinition> cards(View.InPlay holder) {
    List<CardDefinition> cards = new ArrayList<>(List.of(sight.pokemon(holder)));
    holder.tools().forEach(tool -> cards.add(sight.card(tool.card())));
    holder.energy().forEach(energy -> cards.add(sight.card(energy.card())));
    return cards;
  }

  private void add(
      CardDefinition card, Optional<View.InPlay> holder, View.InPlay pokemon, List<Static> found) {
    for (Ability ability : card.abilities()) {
      if (ability instanceof Ability.Continuous continuous
          && holds(continuous, holder)
          && touches(continuous.affects(), holder, pokemon)) {
        found.addAll(continuous.gives());
      }
    }
  }

  private boolean holds(Ability.Continuous ability, Optional<View.InPlay> holder) {
    return ability.when().isEmpty()
        || holder
            .filter(sight::isMine)
            .filter(self -> new AmountEstimate(sight, self, 1).chance(ability.when().get()) == 1)
            .isPresent();
  }

  private boolean touches(
      Optional<Scope> scope, Optional<View.InPlay> holder, View.InPlay pokemon) {
    if (scope.isEmpty()) {
      return holder.isEmpty() || holder.get().id().equals(pokemon.id());
    }
    boolean isFriend =
        holder.map(sight::isMine).orElse(true) == sight.isMine(pokemon); // a stadium is of both
    boolean isMeant =
        switch (scope.get().of()) {
          case YOU -> isFriend;
          case OPPONENT -> !isFriend;
          case BOTH -> true;
        };
    boolean isActive =
        Stream.of(sight.mine(), sight.theirs())
            .flatMap(side -> side.active().stream())
            .anyMatch(active -> active.id().equals(pokemon.id()));
    boolean stands =
        switch (scope.get().at().orElse(Place.ANYWHERE)) {
          case ACTIVE -> isActive;
          case BENCH -> !isActive;
          case ANYWHERE -> true;
        };
    return isMeant && stands && matches(pokemon, scope.get().where(), holder.orElse(pokemon));
  }
}
