package dev.menagerie.cards.text;

import dev.menagerie.rules.card.Ability;
import dev.menagerie.rules.card.Amount;
import dev.menagerie.rules.card.Destination;
import dev.menagerie.rules.card.Effect;
import dev.menagerie.rules.card.Player;
import java.util.Optional;

/** Operations on cards that are not in play, in words. */
final class ZoneEffectText {
  private final Words words;

  ZoneEffectText(Words words) {
    this.words = words;
  }

  String clause(Effect effect) {
    return switch (effect) {
      case Effect.Draw(var count, var who) -> Phrases.does(who, "draw", cards(count));
      case Effect.DrawUntil(var size, var who) ->
          Phrases.does(who, "draw", "cards until ")
              + (who.orElse(Player.YOU) == Player.YOU ? "you have " : "they have ")
              + AmountText.number(size, words)
              + " in hand";
      case Effect.Shuffle(var who) ->
          Phrases.does(who, "shuffle", Phrases.possessive(who, who) + " deck");
      case Effect.Search search -> search(search);
      case Effect.LookAtTop look -> look(look);
      case Effect.ChooseCards choose -> choose(choose);
      case Effect.MoveChosen(var name, var to) -> moveChosen(name, to);
      case Effect.MoveAll move -> moveAll(move);
      case Effect.DiscardHand discard -> discard(discard);
      case Effect.RandomFromHand(var count, var who, var to) ->
          to == Destination.DISCARD
              ? "discard " + randomly(count, who)
              : "put " + randomly(count, who) + " " + Phrases.to(to, Phrases.possessive(who, who));
      case Effect.Mill(var count, var who, _) ->
          Phrases.does(
              who,
              "discard",
              "the top " + cardsOf(count) + " of " + Phrases.possessive(who, who) + " deck");
      case Effect.RevealHand(var who) ->
          Phrases.does(
              Optional.of(who), "reveal", (who == Player.YOU ? "your" : "their") + " hand");
      case Effect.RevealTop(var count, var who, var to, _) when isPrivate(to) ->
          Phrases.does(
              to,
              "look",
              "at the top " + cardsOf(count) + " of " + Phrases.possessive(to, who) + " deck");
      case Effect.RevealTop(var count, var who, _, _) ->
          Phrases.does(
              who,
              "reveal",
              "the top " + cardsOf(count) + " of " + Phrases.possessive(who, who) + " deck");
      case Effect.TakePrizes(var count, var who) ->
          Phrases.does(who, "take", AmountText.quantity(count, Noun.PRIZE, words));
      case Effect other -> throw new IllegalArgumentException("not about zones: " + other);
    };
  }

  private static boolean isPrivate(Optional<Player> to) {
    return to.isPresent() && to.get() != Player.BOTH;
  }

  private static String moveChosen(String name, Destination to) {
    if (name.equals(Ability.THIS_CARD)) {
      return to == Destination.DISCARD
          ? "discard this card"
          : "put this card " + Phrases.to(to, "your");
    }
    String chosen = "the" + TextReferences.ordinal(name) + " chosen cards";
    return to == Destination.DISCARD
        ? "discard " + chosen
        : "put " + chosen + " " + Phrases.to(to, "their owner's");
  }

  private String cards(Amount count) {
    return AmountText.quantity(count, Noun.CARD, words);
  }

  /** "card", "3 cards": the words after "the top". */
  private String cardsOf(Amount count) {
    return count.equals(new Amount.Fixed(1)) ? "card" : cards(count);
  }

  private String randomly(Amount count, Optional<Player> who) {
    String whose = Phrases.possessive(who.orElse(Player.YOU));
    return AmountText.quantity(count, Noun.plain("random card", "random cards"), words)
        + " from "
        + whose
        + " hand";
  }

  private String search(Effect.Search search) {
    Noun noun = FilterText.noun(search.where(), Noun.CARD, words);
    boolean one = search.count().equals(new Amount.Fixed(1));
    String what =
        one ? noun.withArticle() : "up to " + AmountText.quantity(search.count(), noun, words);
    boolean reveals = search.reveal().orElse(search.where().isPresent());
    boolean hidden = search.to() != Destination.BENCH && search.to() != Destination.DISCARD;
    String it = one ? "it" : "them";
    String shown = reveals && hidden ? "reveal " + it + ", " : "";
    return switch (search.to()) {
      case DECK_TOP ->
          "search your deck for " + what + ", " + shown + "shuffle, and put " + it + " on top";
      case HAND, DECK, DECK_BOTTOM, DISCARD, BENCH ->
          "search your deck for "
              + what
              + ", "
              + shown
              + "put "
              + it
              + " "
              + Phrases.to(search.to(), "your")
              + ", and shuffle your deck";
    };
  }

  private String look(Effect.LookAtTop look) {
    String whose = Phrases.possessive(look.of().orElse(Player.YOU));
    Noun noun = FilterText.noun(look.where(), Noun.CARD, words);
    String looks = "look at the top " + cardsOf(look.count()) + " of " + whose + " deck";
    String back = rest(look, whose);
    if (look.take().equals(new Amount.Fixed(0))) {
      return looks + " and put them " + back;
    }
    boolean one = look.take().equals(new Amount.Fixed(1));
    String what =
        one ? "1 " + noun.singular() : "up to " + AmountText.quantity(look.take(), noun, words);
    return looks
        + ", put "
        + what
        + " you find there "
        + Phrases.to(look.to(), whose)
        + ", and put the rest "
        + back;
  }

  private static String rest(Effect.LookAtTop look, String whose) {
    if (look.rest() == Destination.DECK) {
      return "back and shuffle " + whose + " deck";
    }
    String where = look.rest() == Destination.DECK_TOP ? "back" : Phrases.to(look.rest(), whose);
    return where + (look.ordered().orElse(false) ? " in any order" : "");
  }

  private String choose(Effect.ChooseCards choose) {
    Noun noun = FilterText.noun(choose.where(), Noun.CARD, words);
    String many = AmountText.quantity(choose.max(), noun, words);
    String least =
        choose
            .min()
            .filter(min -> !min.equals(choose.max()))
            .map(min ->
                min.equals(new Amount.Fixed(0))
                    ? "up to "
                    : "at least " + AmountText.operand(min, words) + " and up to ")
            .orElse("");
    return Phrases.does(
        choose.by(),
        "choose",
        least
            + many
            + " in "
            + Phrases.possessive(choose.by(), choose.of())
            + " "
            + Phrases.zone(choose.from()));
  }

  private String moveAll(Effect.MoveAll move) {
    Player of = move.of().orElse(Player.YOU);
    String what =
        move.where()
            .map(where -> "all " + FilterText.noun(where, Noun.CARD, words).plural() + " of ")
            .orElse("");
    String whose = of == Player.YOU ? "your" : "their";
    String verb = move.to() == Destination.DECK ? "shuffle" : "put";
    String where =
        move.to() == Destination.DECK ? "into " + whose + " deck" : Phrases.to(move.to(), whose);
    return Phrases.does(
        move.of(), verb, what + whose + " " + Phrases.zone(move.from()) + " " + where);
  }

  private String discard(Effect.DiscardHand discard) {
    Optional<Player> who = discard.who();
    Noun noun = FilterText.noun(discard.where(), Noun.CARD, words);
    String what = AmountText.quantity(discard.count(), noun, words);
    boolean chosenByOther =
        discard.by().isPresent() && !discard.by().equals(Optional.of(who.orElse(Player.YOU)));
    if (chosenByOther) {
      return Phrases.does(discard.by(), "choose", what + " in ")
          + Phrases.possessive(discard.by(), who)
          + " hand to discard";
    }
    return Phrases.does(who, "discard", what + " from " + Phrases.possessive(who, who) + " hand");
  }
}
