package dev.menagerie.cards.text;

import dev.menagerie.rules.card.Amount;
import dev.menagerie.rules.card.Condition;
import dev.menagerie.rules.card.Filter;
import dev.menagerie.rules.card.Player;

/** Conditions in words, as they follow "if". */
final class ConditionText {
  private ConditionText() {}

  static String of(Condition condition, Words words) {
    return switch (condition) {
      case Condition.Heads(var of) -> "heads" + AmountText.flip(of);
      case Condition.Tails(var of) -> "tails" + AmountText.flip(of);
      case Condition.AtLeast(var left, var right) -> compared(left, "at least", right, words);
      case Condition.AtMost(var left, var right) -> compared(left, "at most", right, words);
      case Condition.Same(var left, var right) -> compared(left, "exactly", right, words);
      case Condition.InPlay in ->
          subject(in.of())
              + " any "
              + TargetText.placed(in.at(), in.where(), words).plural()
              + " in play";
      case Condition.Is(var target, var where) ->
          TargetText.of(target, words) + " " + FilterText.predicate(where, words);
      case Condition.AnyChosen(var name) -> "you chose any" + choice(name);
      case Condition.StadiumInPlay(var named) ->
          named.map(name -> name + " is in play").orElse("a Stadium is in play");
      case Condition.TurnOf(var of) -> "it is " + Phrases.possessive(of) + " turn";
      case Condition.FirstTurn(var of) -> "it is " + Phrases.possessive(of) + " first turn";
      case Condition.Happened happened -> happened(happened);
      case Condition.AllOf(var all) ->
          Phrases.and(all.stream().map(one -> inside(one, words)).toList());
      case Condition.AnyOf(var any) ->
          Phrases.or(any.stream().map(one -> inside(one, words)).toList());
      case Condition.Not(Condition.AnyChosen(var name)) -> "you chose none" + choice(name);
      case Condition.Not(Condition.Is(var target, var where)) ->
          TargetText.of(target, words) + " " + FilterText.predicate(new Filter.Not(where), words);
      case Condition.Not(Condition.StadiumInPlay(var named)) ->
          named.map(name -> name + " is not in play").orElse("no Stadium is in play");
      case Condition.Not(Condition.InPlay in) ->
          subject(in.of())
              + " no "
              + TargetText.placed(in.at(), in.where(), words).plural()
              + " in play";
      case Condition.Not(Condition.FirstTurn(var of)) ->
          "it is not " + Phrases.possessive(of) + " first turn";
      case Condition.Not(Condition.TurnOf(var of)) ->
          "it is not " + Phrases.possessive(of) + " turn";
      case Condition.Not(var not) -> "it is not so that " + inside(not, words);
    };
  }

  /** A condition that is part of another: lists say where they begin. */
  static String inside(Condition condition, Words words) {
    return switch (condition) {
      case Condition.AllOf _ -> "both " + of(condition, words);
      case Condition.AnyOf _ -> "either " + of(condition, words);
      case Condition other -> of(other, words);
    };
  }

  private static String choice(String name) {
    String ordinal = TextReferences.ordinal(name);
    return ordinal.isEmpty() ? "" : " at the" + ordinal + " choice";
  }

  private static String compared(Amount left, String how, Amount right, Words words) {
    String number = AmountText.operand(right, words);
    return switch (left) {
      case Amount.CardsIn in when in.where().isEmpty() ->
          subject(in.of().orElse(Player.YOU))
              + " "
              + how
              + " "
              + number
              + (number.equals("1") ? " card in " : " cards in ")
              + (in.of().orElse(Player.YOU) == Player.YOU ? "your " : "their ")
              + Phrases.zone(in.zone());
      case Amount.EnergyOn _,
          Amount.CountersOn _,
          Amount.PokemonInPlay _,
          Amount.CardsIn _,
          Amount.Chosen _,
          Amount.ChosenThat _,
          Amount.HpLeft _,
          Amount.HalfOf _,
          Amount.Heads _,
          Amount.Tails _,
          Amount.PrizesTaken _,
          Amount.PrizesLeft _,
          Amount.Fixed _,
          Amount.Sum _,
          Amount.Times _,
          Amount.Difference _,
          Amount.Smaller _,
          Amount.Larger _,
          Amount.RetreatCost _,
          Amount.HpOf _,
          Amount.DamageDone _,
          Amount.Kept _,
          Amount.Either _ ->
          AmountText.operand(left, words) + " is " + how + " " + number;
    };
  }

  private static String happened(Condition.Happened happened) {
    String when =
        switch (happened.in().orElse(Condition.When.THIS_TURN)) {
          case THIS_TURN -> " during this turn";
          case LAST_TURN -> " during the last turn";
        };
    String whose = Phrases.possessive(happened.to());
    String who =
        switch (happened.to()) {
          case YOU -> "you";
          case OPPONENT -> "your opponent";
          case BOTH -> "a player";
        };
    String what =
        switch (happened.what()) {
          case KNOCKED_OUT -> "any of " + whose + " Pokémon was knocked out";
          case KNOCKED_OUT_BY_ATTACK ->
              "any of " + whose + " Pokémon was knocked out by damage of an attack";
          case PLAYED_SUPPORTER -> who + " played a Supporter";
          case PLAYED_ITEM -> who + " played an Item";
          case PLAYED_STADIUM -> who + " played a Stadium";
          case ATTACHED_ENERGY -> who + " attached energy";
          case EVOLVED -> "any of " + whose + " Pokémon evolved";
          case RETREATED -> "any of " + whose + " Pokémon retreated";
          case TOOK_PRIZE -> who + " took a prize";
        };
    return what + when;
  }

  private static String subject(Player of) {
    return switch (of) {
      case YOU -> "you have";
      case OPPONENT -> "your opponent has";
      case BOTH -> "either player has";
    };
  }
}
