package dev.menagerie.server.campaign;

import dev.menagerie.cards.campaign.Campaign;
import dev.menagerie.cards.campaign.HouseOpponent.Reward;
import dev.menagerie.cards.deck.StarterDecks;
import dev.menagerie.codec.JsonProblem;
import dev.menagerie.rules.card.CardDefinition;
import dev.menagerie.rules.card.Catalog;
import dev.menagerie.rules.deck.DeckList;
import dev.menagerie.server.decks.CardCollection;
import dev.menagerie.server.game.UserId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * Collections: of each card a user has as many copies as the starter deck with the most of them,
 * and those won in the campaign. Nothing is stored beside the wins.
 */
public final class WonCards implements CardCollection {
  private final Campaign campaign;
  private final CampaignProgress progress;
  private final Supplier<StarterDecks> starters;
  private final Supplier<Catalog> cards;

  /**
   * @param starters the starter decks as they are now
   * @param cards the cards that new games are played with
   */
  public WonCards(
      Campaign campaign,
      CampaignProgress progress,
      Supplier<StarterDecks> starters,
      Supplier<Catalog> cards) {
    this.campaign = campaign;
    this.progress = progress;
    this.starters = starters;
    this.cards = cards;
  }

  @Override
  public Owned of(UserId user) {
    var owned = new ArrayList<DeckList.Entry>();
    counts(user).forEach((card, count) -> owned.add(new DeckList.Entry(card, count)));
    return new Owned(true, owned);
  }

  @Override
  public List<JsonProblem> missing(UserId user, DeckList deck) {
    var counts = counts(user);
    var catalog = cards.get();
    var problems = new ArrayList<JsonProblem>();
    for (var entry : deck.cards()) {
      int has = counts.getOrDefault(entry.card(), 0);
      if (has < entry.count() && !isBasicEnergy(catalog, entry.card())) {
        var copies = has == 1 ? "copy" : "copies";
        problems.add(
            new JsonProblem(
                "$.cards",
                String.format(
                    Locale.ROOT,
                    "you have %d %s of %s, not %d",
                    has,
                    copies,
                    entry.card(),
                    entry.count())));
      }
    }
    return problems;
  }

  private static boolean isBasicEnergy(Catalog catalog, String card) {
    return catalog.find(card).orElse(null) instanceof CardDefinition.Energy energy
        && energy.basic();
  }

  private Map<String, Integer> counts(UserId user) {
    var counts = new TreeMap<String, Integer>();
    var catalog = cards.get();
    for (var deck : starters.get().all()) {
      for (var entry : deck.list().cards()) {
        if (isBasicEnergy(catalog, entry.card())) continue;
        counts.merge(entry.card(), entry.count(), Math::max);
      }
    }
    for (var reward : campaign.rewardsFor(progress.wins(user).keySet())) {
      if (reward.kind() != Reward.Kind.CARD) continue;
      counts.merge(reward.id(), reward.count().orElse(1), Integer::sum);
    }
    return counts;
  }
}
