package dev.menagerie.cards.text;

import dev.menagerie.rules.card.CardKind;
import dev.menagerie.rules.card.Filter;
import dev.menagerie.rules.card.Place;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The shortest equivalent filter, and the place that it restricts. */
final class PlainFilter {
  private PlainFilter() {}

  /** The plain form of a filter whose parts are plain. */
  static Filter of(Filter filter) {
    return switch (filter) {
      case Filter.AllOf(var all) -> all(all);
      case Filter.AnyOf(var any) -> any(any);
      case Filter.Not(Filter.Not(var value)) -> value;
      case Filter.HasEnergy(var energy, var count) ->
          new Filter.HasEnergy(energy, count.filter(number -> number > 1));
      case Filter.HasAttached(var where, var count) ->
          new Filter.HasAttached(where, count.filter(number -> number > 1));
      case Filter other -> other;
    };
  }

  /** Filters that must all hold; alternatives among them become alternatives of the whole. */
  static Filter all(List<Filter> filters) {
    List<Filter> flat = new ArrayList<>();
    for (Filter one : filters) {
      switch (one) {
        case Filter.AllOf(var more) -> flat.addAll(more);
        case Filter.Any() -> {} // asks nothing
        case Filter other -> flat.add(other);
      }
    }
    for (Filter one : flat) {
      if (one instanceof Filter.AnyOf(var alternatives)) {
        List<Filter> others = new ArrayList<>(flat);
        others.remove(one);
        return any(
            alternatives.stream()
                .map(alternative -> {
                  List<Filter> together = new ArrayList<>(others);
                  together.add(alternative);
                  return all(together);
                })
                .toList());
      }
    }
    boolean impliesPokemon =
        flat.stream()
            .anyMatch(one ->
                one instanceof Filter.OfStage
                    || one instanceof Filter.Evolution
                    || one instanceof Filter.HasRuleBox);
    boolean isNamed = flat.stream().anyMatch(one -> one instanceof Filter.Named);
    List<Filter> sorted =
        flat.stream()
            .filter(one -> !(impliesPokemon && one.equals(new Filter.Kind(CardKind.POKEMON))))
            .filter(one -> !(isNamed && one instanceof Filter.Kind)) // cards of a name are one kind
            .distinct()
            .sorted(Comparator.comparing(Filter::toString))
            .toList();
    return switch (sorted.size()) {
      case 0 -> new Filter.Any();
      case 1 -> sorted.getFirst();
      default -> new Filter.AllOf(sorted);
    };
  }

  private static Filter any(List<Filter> filters) {
    List<Filter> flat = new ArrayList<>();
    for (Filter one : filters) {
      if (one instanceof Filter.AnyOf(var more)) {
        flat.addAll(more);
      } else {
        flat.add(one);
      }
    }
    if (flat.contains(new Filter.Any())) {
      return new Filter.Any();
    }
    List<Filter> distinct = flat.stream().distinct().toList();
    return distinct.size() == 1 ? distinct.getFirst() : new Filter.AnyOf(distinct);
  }

  /** Where Pokémon stand and what else is asked of them; the place is never asked as a filter. */
  record Where(Optional<Place> at, Optional<Filter> where) {}

  static Where where(Optional<Place> at, Optional<Filter> where) {
    Optional<Place> place = somewhere(at);
    Optional<Filter> asked = asked(where).map(PlainFilter::ofPokemon).flatMap(PlainFilter::asking);
    if (place.isEmpty() && asked.isPresent()) {
      for (Place one : List.of(Place.ACTIVE, Place.BENCH)) {
        Filter is = one == Place.ACTIVE ? new Filter.IsActive() : new Filter.IsBenched();
        Optional<Filter> others = withoutPlace(asked.get(), is);
        if (others.isPresent()) {
          return new Where(Optional.of(one), asking(others.get()));
        }
      }
    }
    return new Where(
        place,
        place
            .flatMap(PlainFilter::is)
            .map(is -> asked.map(one -> without(one, is)).flatMap(PlainFilter::asking))
            .orElse(asked));
  }

  private static Optional<Filter> is(Place place) {
    return switch (place) {
      case ACTIVE -> Optional.of(new Filter.IsActive());
      case BENCH -> Optional.of(new Filter.IsBenched());
      case ANYWHERE -> Optional.empty();
    };
  }

  /** The filter of a Pokémon whose place is known. */
  private static Filter without(Filter filter, Filter place) {
    return switch (filter) {
      case Filter.AllOf(var all) -> all(all.stream().filter(one -> !one.equals(place)).toList());
      case Filter.AnyOf(var any) -> {
        List<Filter> others = any.stream().map(one -> without(one, place)).toList();
        yield others.contains(new Filter.Any()) ? new Filter.Any() : any(others);
      }
      case Filter other -> other.equals(place) ? new Filter.Any() : other;
    };
  }

  /** The filter without its place; empty if the place is not required in every case. */
  private static Optional<Filter> withoutPlace(Filter filter, Filter place) {
    return switch (filter) {
      case Filter.AllOf(var all) when all.contains(place) ->
          Optional.of(all(all.stream().filter(one -> !one.equals(place)).toList()));
      case Filter.AnyOf(var any) -> {
        List<Filter> others =
            any.stream().flatMap(one -> withoutPlace(one, place).stream()).toList();
        yield others.size() == any.size() ? Optional.of(any(others)) : Optional.empty();
      }
      case Filter other -> other.equals(place) ? Optional.of(new Filter.Any()) : Optional.empty();
    };
  }

  /** Of a Pokémon in play it need not be asked whether it is one. */
  static Filter ofPokemon(Filter filter) {
    Filter pokemon = new Filter.Kind(CardKind.POKEMON);
    if (filter.equals(pokemon)) {
      return new Filter.Any();
    }
    return filter instanceof Filter.AllOf(var all)
        ? all(all.stream().filter(one -> !one.equals(pokemon)).toList())
        : filter;
  }

  static Optional<Filter> asked(Optional<Filter> where) {
    return where.flatMap(PlainFilter::asking);
  }

  private static Optional<Filter> asking(Filter filter) {
    return filter instanceof Filter.Any ? Optional.empty() : Optional.of(filter);
  }

  static Optional<Place> somewhere(Optional<Place> at) {
    return at.filter(place -> place != Place.ANYWHERE);
  }
}
