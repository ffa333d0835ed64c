package dev.menagerie.cards.text;

import dev.menagerie.rules.card.Amount;
import dev.menagerie.rules.card.Filter;
import dev.menagerie.rules.card.Place;
import dev.menagerie.rules.card.Player;
import dev.menagerie.rules.card.Target;
import java.util.List;
import java.util.Optional;

/** Targets in words. */
final class TargetText {
  private TargetText() {}

  static String of(Target target, Words words) {
    return switch (target) {
      case Target.Self() -> words.self();
      case Target.Active(var of) -> active(of);
      case Target.Every every -> every(every, words);
      case Target.Choose choose -> choice(choose, words);
      case Target.Chosen(var name) -> chosen(name);
      case Target.Other() -> words.other();
    };
  }

  private static String chosen(String name) {
    return name.equals(TextReferences.CURRENT)
        ? "it"
        : "the" + TextReferences.ordinal(name) + " chosen Pokémon";
  }

  /** "your benched Fire Pokémon", in the plural. */
  static String all(Player of, Optional<Place> at, Optional<Filter> where, Words words) {
    String nouns = placed(at, where, words).plural();
    return of == Player.BOTH
        ? nouns + " in play (both yours and your opponent's)"
        : whose(of) + nouns;
  }

  /** "your benched Fire Pokémon", for one of them. */
  static String one(Player of, Optional<Place> at, Optional<Filter> where, Words words) {
    Noun noun = placed(at, where, words);
    return switch (of) {
      case BOTH -> noun.singular() + " in play (both yours and your opponent's)";
      case YOU, OPPONENT -> "of " + whose(of) + noun.plural();
    };
  }

  /** All of them, spoken of one by one, so that a verb of it is singular. */
  static String each(Player of, Optional<Place> at, Optional<Filter> where, Words words) {
    boolean single = of != Player.BOTH && at.equals(Optional.of(Place.ACTIVE)) && where.isEmpty();
    return single ? active(of) : "each " + one(of, at, where, words);
  }

  private static String every(Target.Every every, Words words) {
    return each(every.of(), every.at(), every.where(), words);
  }

  private static String choice(Target.Choose choose, Words words) {
    String of =
        choose.of() == Player.BOTH
            ? placed(choose.at(), choose.where(), words).plural()
                + " in play (either yours or your opponent's)"
            : whose(choose.of()) + placed(choose.at(), choose.where(), words).plural();
    String chosen = howMany(choose, words) + " of " + of;
    return choose.by().orElse(Player.YOU) == Player.OPPONENT
        ? chosen + " (your opponent chooses)"
        : chosen;
  }

  private static String howMany(Target.Choose choose, Words words) {
    Amount max = choose.max().orElse(new Amount.Fixed(1));
    String most = AmountText.number(max, words);
    if (choose.min().isEmpty() || choose.min().equals(choose.max())) {
      return most;
    }
    Amount min = choose.min().get();
    if (min.equals(new Amount.Fixed(0))) {
      return "up to " + most;
    }
    return min.equals(max) ? most : AmountText.number(min, words) + " to " + most;
  }

  static Noun placed(Optional<Place> at, Optional<Filter> where, Words words) {
    Noun noun = FilterText.noun(where, Noun.POKEMON, words);
    return switch (at.orElse(Place.ANYWHERE)) {
      case ACTIVE -> placed("Active", new Filter.IsActive(), where, noun, words);
      case BENCH -> placed("benched", new Filter.IsBenched(), where, noun, words);
      case ANYWHERE -> noun;
    };
  }

  /** Alternatives each say the place again: "benched Fire Pokémon or benched Water Pokémon". */
  private static Noun placed(
      String place, Filter is, Optional<Filter> where, Noun noun, Words words) {
    boolean hasAlternatives =
        where.map(filter -> PlainFilter.all(List.of(filter)) instanceof Filter.AnyOf).orElse(false);
    return hasAlternatives
        ? FilterText.noun(PlainFilter.all(List.of(is, where.get())), Noun.POKEMON, words)
        : first(noun, place);
  }

  /** The place is said before whatever else is. */
  private static Noun first(Noun noun, String place) {
    Noun placed = new Noun(List.of(place), noun.one(), noun.many(), noun.behind());
    for (String adjective : noun.before()) {
      placed = placed.after(adjective);
    }
    return placed;
  }

  private static String active(Player of) {
    return of == Player.BOTH ? "both Active Pokémon" : whose(of) + "Active Pokémon";
  }

  private static String whose(Player of) {
    return Phrases.possessive(of) + " ";
  }
}
