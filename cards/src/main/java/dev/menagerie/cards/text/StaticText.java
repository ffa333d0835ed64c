package dev.menagerie.cards.text;

import dev.menagerie.rules.card.Amount;
import dev.menagerie.rules.card.Filter;
import dev.menagerie.rules.card.Player;
import dev.menagerie.rules.card.Span;
import dev.menagerie.rules.card.Static;
import java.util.Optional;

/** Continuous and lasting effects in words. */
final class StaticText {
  private StaticText() {}

  /** Of Pokémon named by {@code subject}, in the singular. */
  static String of(Static gives, String subject, Words words) {
    return switch (gives) {
      case Static.HpBonus(var by) -> subject + " has " + signed(by) + " HP";
      case Static.RetreatCost(var by) ->
          "the retreat cost of " + subject + " is " + Math.abs(by) + " " + moreOrLess(by);
      case Static.FreeRetreat() -> subject + " has no retreat cost";
      case Static.AttackCost(var by, var type) ->
          "attacks of "
              + subject
              + " cost "
              + Math.abs(by)
              + " "
              + type.map(EnergyText::type).orElse("Colorless")
              + " energy "
              + moreOrLess(by);
      case Static.DamageDealt(var by, var against) ->
          "attacks of "
              + subject
              + " do "
              + change(by, words)
              + " to "
              + against
                  .map(where -> "any " + FilterText.noun(where, Noun.POKEMON, words).singular())
                  .orElse("the opposing Active Pokémon");
      case Static.DamageTaken(var by, var from) ->
          subject + " takes " + change(by, words) + " from attacks" + attackers(from, words);
      case Static.PreventDamage(var from) ->
          "all damage done to "
              + subject
              + " by attacks"
              + attackers(from, words)
              + " is prevented";
      case Static.PreventEffects(var from) ->
          "all effects of attacks"
              + attackers(from, words)
              + " on "
              + subject
              + " are prevented (damage is not an effect)";
      case Static.PreventConditions(var condition) ->
          subject
              + " cannot be "
              + condition.map(Phrases::condition).orElse("affected by special conditions");
      case Static.Endures(var remaining) ->
          "if "
              + subject
              + " has no damage and would be knocked out by damage, it stays in play with "
              + remaining
              + " HP left";
      case Static.EnduresOnHeads(var remaining) ->
          "if "
              + subject
              + " would be knocked out by damage, flip a coin; if heads, it stays in play with "
              + remaining
              + " HP left";
      case Static.AttacksFailOnTails() ->
          "when " + subject + " attacks, its player flips a coin; if tails, the attack fails";
      case Static.AttackCostIs(var count, var type, var name) ->
          name.map(one -> one + " of ").orElse("attacks of ")
              + subject
              + (name.isPresent() ? " costs " : " cost ")
              + count
              + " "
              + EnergyText.type(type)
              + " energy instead";
      case Static.AttacksInFirstTurn() -> subject + " may attack in the first turn of the game";
      case Static.AttacksFromBench() -> subject + " may attack from the bench";
      case Static.TypeIs(var type) -> subject + " is " + EnergyText.type(type);
      case Static.WeaknessIs(var type) ->
          subject
              + type.map(t -> " has a weakness to " + EnergyText.type(t))
                  .orElse(" has no weakness");
      case Static.ResistanceIs(var type) ->
          subject
              + type.map(t -> " has a resistance to " + EnergyText.type(t))
                  .orElse(" has no resistance");
      case Static.EnergyProvides(var units, var where) ->
          FilterText.noun(where, Noun.plain("energy card", "energy cards"), words).plural()
              + " attached to "
              + subject
              + " provide "
              + EnergyText.provided(units)
              + " instead";
      case Static.CannotAttack() -> subject + " cannot attack";
      case Static.CannotUseAttack(var name) -> subject + " cannot use " + name;
      case Static.CannotRetreat() -> subject + " cannot retreat";
      case Static.CannotEvolve() -> subject + " cannot evolve";
      case Static.CannotBeHealed() -> subject + " cannot be healed";
      case Static.EvolvesAtOnce() ->
          subject
              + " may evolve also during a first turn and the turn it came into play or evolved";
      case Static.NoAbilities() -> subject + " has no abilities";
      case Static.NoTools() -> "tools attached to " + subject + " have no effect";
      case Static.UsesEarlierAttacks() ->
          subject + " may use the attacks of the cards it evolved from";
      case Static.PrizeWorth(var by) ->
          "the knock-out of " + subject + " is worth " + Math.abs(by) + " prize " + moreOrLess(by);
      case Static.PoisonDamage(var by) ->
          subject + " takes " + Math.abs(by) + " " + moreOrLess(by) + " damage from being Poisoned";
      case Static.CannotPlay _,
          Static.CannotAttachEnergy _,
          Static.CannotUseAbility _,
          Static.ExtraEnergy _,
          Static.ExtraSupporters _,
          Static.BenchSize _ ->
          ofPlayer(gives, Player.YOU, words);
    };
  }

  /** Of a player. */
  static String ofPlayer(Static gives, Player to, Words words) {
    String who =
        switch (to) {
          case YOU -> "you";
          case OPPONENT -> "your opponent";
          case BOTH -> "players";
        };
    return switch (gives) {
      case Static.CannotPlay(var what) ->
          who
              + " cannot play any "
              + FilterText.noun(what, Noun.CARD, words).plural()
              + " from hand";
      case Static.CannotAttachEnergy() -> who + " cannot attach energy from hand";
      case Static.CannotUseAbility(var name) -> who + " cannot use the ability " + name;
      case Static.ExtraEnergy(var by) -> who + " may attach " + by + " more energy each turn";
      case Static.ExtraSupporters(var by) ->
          who + " may play " + by + " more Supporter" + (by == 1 ? "" : "s") + " each turn";
      case Static.BenchSize(var by) ->
          who
              + " may have "
              + Math.abs(by)
              + (by < 0 ? " fewer" : " more")
              + " Pokémon on the bench";
      case Static other ->
          of(other, "each of " + Phrases.possessive(to) + " Pokémon, also new ones,", words);
    };
  }

  static String span(Span span) {
    return switch (span) {
      case THIS_TURN -> "during this turn";
      case OPPONENTS_NEXT_TURN -> "until the end of your opponent's next turn";
      case YOUR_NEXT_TURN -> "during your next turn";
      case WHILE_ACTIVE -> "until it leaves the active spot";
      case WHILE_IN_PLAY -> "for as long as it stays in play";
    };
  }

  private static String change(Amount by, Words words) {
    if (by instanceof Amount.Fixed(var n)) {
      return Math.abs(n) + " " + moreOrLess(n) + " damage";
    }
    return AmountText.quantity(by, Noun.plain("more damage", "more damage"), words);
  }

  private static String attackers(Optional<Filter> from, Words words) {
    return " of "
        + from.map(
                where -> "your opponent's " + FilterText.noun(where, Noun.POKEMON, words).plural())
            .orElse("your opponent's Pokémon");
  }

  private static String signed(int by) {
    return (by < 0 ? "−" : "+") + Math.abs(by);
  }

  private static String moreOrLess(int by) {
    return by < 0 ? "less" : "more";
  }
}
