package dev.menagerie.cards.text;

import dev.menagerie.rules.card.Amount;
import dev.menagerie.rules.card.Player;
import dev.menagerie.rules.card.Zone;
import java.util.Optional;

/** Amounts in words: a bare number, a number of units, or counted one by one. */
final class AmountText {
  private AmountText() {}

  /** Whether the amount says itself: a number that is printed beside an attack's name. */
  static boolean isPlain(Amount amount) {
    return amount instanceof Amount.Fixed;
  }

  /** "3 cards", "20 damage for each heads", "cards equal to the number of …". */
  static String quantity(Amount amount, Noun unit, Words words) {
    return switch (amount) {
      case Amount.Fixed(var n) -> n == 1 && unit.equals(Noun.CARD) ? "a card" : unit.counted(n);
      case Amount.Times(Amount.Fixed(var each), var of) ->
          unit.counted(each) + " for each " + counted(of, words);
      case Amount.Sum(var parts) -> {
        StringBuilder text = new StringBuilder(partial(parts.getFirst(), unit, words));
        for (Amount more : parts.subList(1, parts.size())) {
          text.append(" plus ").append(more(more, words));
        }
        yield text.toString();
      }
      case Amount.Either either ->
          partial(either.then(), unit, words)
              + " if "
              + ConditionText.of(either.when(), words)
              + either
                  .otherwise()
                  .map(other -> ", otherwise " + partial(other, unit, words))
                  .orElse("");
      case Amount.Difference(
              Amount.Fixed(var from),
              Amount.Times(Amount.Fixed(var each), var of)) ->
          unit.counted(from) + " less " + each + " for each " + counted(of, words);
      case Amount.Times _,
          Amount.Difference _,
          Amount.Smaller _,
          Amount.Larger _,
          Amount.Heads _,
          Amount.Tails _,
          Amount.EnergyOn _,
          Amount.CountersOn _,
          Amount.PokemonInPlay _,
          Amount.CardsIn _,
          Amount.PrizesTaken _,
          Amount.PrizesLeft _,
          Amount.Chosen _,
          Amount.RetreatCost _,
          Amount.HpOf _,
          Amount.HpLeft _,
          Amount.HalfOf _,
          Amount.ChosenThat _,
          Amount.DamageDone _,
          Amount.Kept _ ->
          unit.plural() + " equal to " + number(amount, words);
    };
  }

  /** A quantity inside another one, with a closing word where it ends. */
  private static String partial(Amount amount, Noun unit, Words words) {
    return isOpen(amount)
        ? unit.plural() + " equal to " + operand(amount, words)
        : quantity(amount, unit, words);
  }

  /** Whether more could be said behind the amount and be taken for a part of it. */
  private static boolean isOpen(Amount amount) {
    return switch (amount) {
      case Amount.Times(Amount.Fixed _, var of) -> isCompound(of);
      case Amount.Sum _,
          Amount.Times _,
          Amount.Difference _,
          Amount.Smaller _,
          Amount.Larger _,
          Amount.Either _ ->
          true;
      case Amount other -> false;
    };
  }

  private static boolean isCompound(Amount amount) {
    return amount instanceof Amount.Times || isOpen(amount);
  }

  /** A number inside another one: in parentheses if it is an expression. */
  static String operand(Amount amount, Words words) {
    return isCompound(amount) ? "(" + number(amount, words) + ")" : number(amount, words);
  }

  static String more(Amount amount, Words words) {
    return switch (amount) {
      case Amount.Times(Amount.Fixed(var each), var of) ->
          each + " more for each " + counted(of, words);
      case Amount.Either either when either.otherwise().isEmpty() ->
          operand(either.then(), words) + " more if " + ConditionText.of(either.when(), words);
      case Amount other -> operand(other, words) + " more";
    };
  }

  /** The amount as a number: "3", "the number of heads". */
  static String number(Amount amount, Words words) {
    return switch (amount) {
      case Amount.Fixed(var n) -> String.valueOf(n);
      case Amount.Sum(var parts) ->
          String.join(" plus ", parts.stream().map(part -> operand(part, words)).toList());
      case Amount.Times(var each, Amount.Fixed(var n)) -> n + " times " + operand(each, words);
      case Amount.Times(var each, var of) ->
          operand(each, words) + " for each " + counted(of, words);
      case Amount.Difference(var from, var take) ->
          operand(from, words) + " minus " + operand(take, words);
      case Amount.Smaller(var left, var right) ->
          "the smaller of " + operand(left, words) + " and " + operand(right, words);
      case Amount.Larger(var left, var right) ->
          "the larger of " + operand(left, words) + " and " + operand(right, words);
      case Amount.RetreatCost(var of) -> "the retreat cost of " + TargetText.of(of, words);
      case Amount.HpOf(var of) -> "the HP of " + TargetText.of(of, words);
      case Amount.HpLeft(var of) -> "the HP left of " + TargetText.of(of, words);
      case Amount.HalfOf(var whole) ->
          "half of " + operand(whole, words) + " (rounded down to tens)";
      case Amount.DamageDone() -> "the damage this attack did";
      case Amount.Kept(var name) -> kept(name);
      case Amount.Either either ->
          operand(either.then(), words)
              + " if "
              + ConditionText.of(either.when(), words)
              + ", otherwise "
              + either.otherwise().map(other -> operand(other, words)).orElse("0");
      case Amount.Heads _,
          Amount.Tails _,
          Amount.EnergyOn _,
          Amount.CountersOn _,
          Amount.PokemonInPlay _,
          Amount.CardsIn _,
          Amount.PrizesTaken _,
          Amount.PrizesLeft _,
          Amount.ChosenThat _,
          Amount.Chosen _ ->
          "the number of " + manyOf(amount, words);
    };
  }

  /** The words after "for each". */
  static String counted(Amount amount, Words words) {
    return switch (amount) {
      case Amount.Heads(var of) -> "heads" + flip(of);
      case Amount.Tails(var of) -> "tails" + flip(of);
      case Amount.EnergyOn(var on, var type) ->
          type.map(one -> EnergyText.type(one) + " ").orElse("")
              + "energy attached to "
              + TargetText.of(on, words);
      case Amount.CountersOn(var on) -> "damage counter on " + TargetText.of(on, words);
      case Amount.PokemonInPlay in -> TargetText.one(in.of(), in.at(), in.where(), words);
      case Amount.CardsIn in ->
          FilterText.noun(in.where(), Noun.CARD, words).singular()
              + " in "
              + zone(in.of(), in.zone());
      case Amount.PrizesTaken(var of) -> "prize " + who(of) + " taken";
      case Amount.PrizesLeft(var of) -> "prize " + who(of) + " left to take";
      case Amount.Chosen(var name) -> "card or Pokémon chosen " + choice(name);
      case Amount.ChosenThat(var name, var where) ->
          FilterText.noun(where, Noun.CARD, words).singular() + among(name);
      case Amount.RetreatCost(var of) ->
          "energy in the retreat cost of " + TargetText.of(of, words);
      case Amount.Kept(var name) -> "of " + kept(name);
      case Amount.Fixed _,
          Amount.Sum _,
          Amount.Times _,
          Amount.Difference _,
          Amount.Smaller _,
          Amount.Larger _,
          Amount.HpOf _,
          Amount.HpLeft _,
          Amount.HalfOf _,
          Amount.DamageDone _,
          Amount.Either _ ->
          "one of " + operand(amount, words);
    };
  }

  private static String manyOf(Amount amount, Words words) {
    return switch (amount) {
      case Amount.CountersOn(var on) -> "damage counters on " + TargetText.of(on, words);
      case Amount.PokemonInPlay in -> TargetText.all(in.of(), in.at(), in.where(), words);
      case Amount.CardsIn in ->
          FilterText.noun(in.where(), Noun.CARD, words).plural()
              + " in "
              + zone(in.of(), in.zone());
      case Amount.PrizesTaken(var of) -> "prizes " + who(of) + " taken";
      case Amount.PrizesLeft(var of) -> "prizes " + who(of) + " left to take";
      case Amount.Chosen(var name) -> "cards or Pokémon chosen " + choice(name);
      case Amount.ChosenThat(var name, var where) ->
          FilterText.noun(where, Noun.CARD, words).plural() + among(name);
      case Amount other -> counted(other, words);
    };
  }

  /** Behind heads or tails: which flip is meant; nothing for the last one. */
  static String flip(Optional<String> of) {
    return of.map(TextReferences::ordinal)
        .filter(ordinal -> !ordinal.isEmpty())
        .map(ordinal -> " at the" + ordinal + " flip")
        .orElse("");
  }

  private static String kept(String name) {
    String ordinal = TextReferences.ordinal(name);
    return ordinal.isEmpty() ? "that number" : "the" + ordinal + " number";
  }

  private static String choice(String name) {
    String ordinal = TextReferences.ordinal(name);
    return ordinal.isEmpty() ? "this way" : "at the" + ordinal + " choice";
  }

  private static String among(String name) {
    String ordinal = TextReferences.ordinal(name);
    return " among " + (ordinal.isEmpty() ? "them" : "those of the" + ordinal + " choice");
  }

  private static String zone(Optional<Player> of, Zone zone) {
    return Phrases.possessive(of.orElse(Player.YOU)) + " " + Phrases.zone(zone);
  }

  private static String who(Player of) {
    return switch (of) {
      case YOU -> "you have";
      case OPPONENT -> "your opponent has";
      case BOTH -> "both players have";
    };
  }
}
