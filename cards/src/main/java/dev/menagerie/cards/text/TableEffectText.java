package dev.menagerie.cards.text;

import dev.menagerie.rules.card.Ability;
import dev.menagerie.rules.card.Amount;
import dev.menagerie.rules.card.Destination;
import dev.menagerie.rules.card.Effect;
import dev.menagerie.rules.card.Filter;
import dev.menagerie.rules.card.Player;
import dev.menagerie.rules.card.Target;
import dev.menagerie.rules.card.Zone;
import java.util.Optional;

/** Operations on Pokémon in play and on attached cards, in words. */
final class TableEffectText {
  private static final Noun ENERGY_CARD = Noun.plain("energy card", "energy cards");
  private static final Noun ATTACHED = Noun.plain("energy", "energy");

  private final Words words;

  TableEffectText(Words words) {
    this.words = words;
  }

  String clause(Effect effect) {
    return switch (effect) {
      case Effect.AttachEnergy attach -> attach(attach);
      case Effect.GenerateEnergy(var type, var count, var to) ->
          "make "
              + AmountText.quantity(count, ATTACHED.after(EnergyText.type(type)), words)
              + " and attach it to "
              + target(to);
      case Effect.MoveEnergy move ->
          "move "
              + upTo(move.upTo())
              + energy(Optional.of(move.count()), move.where())
              + " from "
              + target(move.from())
              + " to "
              + target(move.to());
      case Effect.DiscardEnergy discard ->
          Phrases.does(
              discard.by(), "discard", amountOf(discard) + " from " + target(discard.from()));
      case Effect.ReturnEnergy(var from, var where, var count, var to) ->
          "put "
              + energy(count, where)
              + " of "
              + target(from)
              + " "
              + Phrases.to(to.orElse(Destination.HAND), "its owner's");
      case Effect.AttachChosen(var name, var to, var upTo) ->
          (name.equals(Ability.THIS_CARD)
                  ? "attach this card" + (upTo.orElse(false) ? ", if you like," : "")
                  : "attach "
                      + (upTo.orElse(false) ? "any number of " : "")
                      + "the"
                      + TextReferences.ordinal(name)
                      + " chosen energy")
              + " to "
              + target(to);
      case Effect.BringUp(var up) -> "move " + target(up) + " to the active spot";
      case Effect.LeaveHp(var on, var remaining) ->
          "put damage counters on "
              + target(on)
              + " until its HP left is "
              + AmountText.number(remaining, words);
      case Effect.DiscardTools(var from) -> "discard all tools from " + target(from);
      case Effect.DiscardStadium() -> "discard the Stadium in play";
      case Effect.ExtraEnergy(var count) ->
          "you may attach " + count + " more energy during this turn";
      case Effect.ExtraSupporter(var count) ->
          "you may play "
              + count
              + " more Supporter"
              + (count == 1 ? "" : "s")
              + " during this turn";
      case Effect.Switch change -> change(change);
      case Effect.Gust(var by) ->
          Phrases.does(by, "choose", "1 of ")
              + Phrases.possessive(by, Optional.of(Player.OPPONENT))
              + " benched Pokémon; it becomes their Active Pokémon";
      case Effect.Return back -> back(back);
      case Effect.Evolve evolve -> evolve(evolve);
      case Effect.Devolve(var target, var to) ->
          "put the topmost evolution card of "
              + target(target)
              + " "
              + Phrases.to(to, "its owner's");
      case Effect.KnockOut(var target) -> target(target) + " is knocked out";
      case Effect.Damage(var amount, var target, var plain) ->
          "this attack does "
              + AmountText.quantity(amount, Noun.DAMAGE, words)
              + " to "
              + target(target)
              + (plain.orElse(false) ? ", without weakness and resistance" : "");
      case Effect.Recoil(var amount) ->
          "this Pokémon also does "
              + AmountText.quantity(amount, Noun.DAMAGE, words)
              + " to itself";
      case Effect.PlaceCounters(var count, var target) ->
          "put " + AmountText.quantity(count, Noun.COUNTER, words) + " on " + target(target);
      case Effect.SpreadCounters spread ->
          "put "
              + AmountText.quantity(spread.count(), Noun.COUNTER, words)
              + " on "
              + TargetText.all(spread.of(), spread.at(), spread.where(), words)
              + " in any way you like";
      case Effect.MoveCounters move ->
          "move "
              + move.count()
                  .map(count -> AmountText.quantity(count, Noun.COUNTER, words))
                  .orElse("all damage counters")
              + " from "
              + target(move.from())
              + " to "
              + target(move.to());
      case Effect.Heal(var target, var amount) -> heal(target, amount);
      case Effect.Apply(var condition, var target, var strength) ->
          target(target)
              + " is now "
              + Phrases.condition(condition)
              + strength
                  .map(damage -> " and takes " + damage + " damage from it on each checkup")
                  .orElse("");
      case Effect.Cure(var target, var condition) ->
          target(target)
              + " recovers from "
              + condition
                  .map(one -> "being " + Phrases.condition(one))
                  .orElse("all special conditions");
      case Effect other -> throw new IllegalArgumentException("not about the table: " + other);
    };
  }

  private String heal(Target target, Optional<Amount> amount) {
    if (amount.isEmpty() || AmountText.isPlain(amount.get())) {
      String damage =
          amount.map(n -> AmountText.quantity(n, Noun.DAMAGE, words)).orElse("all damage");
      return "heal " + damage + " from " + target(target);
    }
    return "heal from "
        + target(target)
        + " "
        + AmountText.quantity(amount.get(), Noun.DAMAGE, words);
  }

  private String target(Target target) {
    return TargetText.of(target, words);
  }

  private static String upTo(Optional<Boolean> free) {
    return free.orElse(false) ? "up to " : "";
  }

  private String amountOf(Effect.DiscardEnergy discard) {
    if (!discard.upTo().orElse(false)) {
      return energy(discard.count(), discard.where());
    }
    Noun noun = FilterText.noun(discard.where(), ATTACHED, words);
    return discard
        .count()
        .map(n -> "up to " + AmountText.quantity(n, noun, words))
        .orElse("any amount of " + noun.plural());
  }

  private String energy(Optional<Amount> count, Optional<Filter> where) {
    Noun noun = FilterText.noun(where, ATTACHED, words);
    return count.map(n -> AmountText.quantity(n, noun, words)).orElse("all " + noun.plural());
  }

  private String attach(Effect.AttachEnergy attach) {
    Noun noun = FilterText.noun(attach.where(), ENERGY_CARD, words);
    String from = "your " + Phrases.zone(attach.from());
    String what = upTo(attach.upTo()) + AmountText.quantity(attach.count(), noun, words);
    boolean searched = attach.from() == Zone.DECK;
    return (searched
            ? "search your deck for " + what + " and attach it"
            : "attach " + what + " from " + from)
        + " to "
        + target(attach.to())
        + (searched ? ", then shuffle your deck" : "");
  }

  private static String change(Effect.Switch change) {
    String whose =
        switch (change.of().orElse(Player.YOU)) {
          case YOU -> "switch your Active Pokémon with 1 of your benched Pokémon";
          case OPPONENT ->
              "your opponent's Active Pokémon switches with 1 of their benched Pokémon";
          case BOTH -> "each player switches their Active Pokémon with 1 of their benched Pokémon";
        };
    return whose + chooser(change);
  }

  /** The player who chooses, where it could be either. */
  private static String chooser(Effect.Switch change) {
    Player of = change.of().orElse(Player.YOU);
    Optional<Player> other = change.by().filter(by -> by != of);
    if (of == Player.OPPONENT) {
      return other.isPresent() ? " (you choose)" : " (they choose)";
    }
    return other
        .map(by -> by == Player.YOU ? " (you choose)" : " (your opponent chooses)")
        .orElse("");
  }

  private String back(Effect.Return back) {
    String attached =
        back.attached()
            .map(to -> "; all attached cards go " + Phrases.to(to, "their owner's"))
            .orElse(" with all attached cards");
    String where = Phrases.to(back.to(), "its owner's");
    return back.to() == Destination.DECK
        ? "shuffle " + target(back.target()) + attached + " into its owner's deck"
        : "put "
            + target(back.target())
            + (back.attached().isPresent() ? " " + where + attached : attached + " " + where);
  }

  private String evolve(Effect.Evolve evolve) {
    String card =
        evolve
            .where()
            .map(where -> FilterText.noun(where, Noun.CARD, words).withArticle())
            .orElse("a card");
    String source = "your " + Phrases.zone(evolve.from());
    boolean searched = evolve.from() == Zone.DECK;
    return (searched
            ? "search your deck for " + card + " that evolves from "
            : "put " + card + " from " + source + " that evolves from ")
        + target(evolve.target())
        + (searched
            ? ", put it on that Pokémon to evolve it, and shuffle your deck"
            : " on it to evolve it")
        + (evolve.skip().orElse(false) ? "; a Basic may skip to the Stage 2 of its line" : "");
  }
}
