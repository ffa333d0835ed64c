package dev.menagerie.cards.campaign;

import dev.menagerie.rules.card.EnergyType;
import dev.menagerie.rules.deck.DeckList;
import java.util.List;
import java.util.Optional;

/**
 * An opponent of a campaign.
 *
 * @param about describes the opponent in a sentence
 * @param rules the preset that is played
 * @param bot how the opponent plays: the id of a bot
 * @param deckId the starter deck that the opponent plays; absent: a deck of its own
 * @param deck the opponent's own deck
 * @param rewards what a user gets for the first win
 */
public record HouseOpponent(
    String id,
    String name,
    String about,
    String rules,
    String bot,
    Optional<String> deckId,
    Optional<OwnDeck> deck,
    List<Reward> rewards) {
  public HouseOpponent {
    rewards = List.copyOf(rewards);
  }

  HouseOpponent withoutCards() {
    var others = rewards.stream().filter(reward -> reward.kind() != Reward.Kind.CARD).toList();
    return new HouseOpponent(id, name, about, rules, bot, deckId, deck, others);
  }

  /** A deck of the opponent's own. */
  public record OwnDeck(
      String name,
      List<DeckList.Entry> cards,
      List<DeckList.Entry> energyCards,
      List<EnergyType> energyTypes) {
    public OwnDeck {
      cards = List.copyOf(cards);
      energyCards = List.copyOf(energyCards);
      energyTypes = List.copyOf(energyTypes);
    }

    /** The cards of the deck and their numbers. */
    public DeckList list() {
      return new DeckList(cards, energyCards, energyTypes);
    }
  }

  /**
   * Something to show for a win, or to play with.
   *
   * @param id of a card, if it is one
   * @param count copies of a card; absent: one
   */
  public record Reward(Kind kind, String id, String name, Optional<Integer> count) {
    /** What it is. */
    public enum Kind {
      /** Words beside a name. */
      TITLE,
      /** A picture on the back of cards. */
      CARD_BACK,
      /** A card for the user's collection, in houses that have collections. */
      CARD
    }
  }
}
