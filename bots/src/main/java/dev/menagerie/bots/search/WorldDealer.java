package dev.menagerie.bots.search;

import dev.menagerie.rules.deck.DeckList;
import dev.menagerie.rules.state.ChoiceKind;
import dev.menagerie.rules.state.GameState;
import dev.menagerie.rules.state.Pile;
import dev.menagerie.rules.state.Redeal;
import dev.menagerie.rules.state.Seat;
import dev.menagerie.rules.state.Table;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.random.RandomGenerator;

/**
 * Samples games that look the same to one seat as the real one. Cards that the seat cannot see are
 * dealt again and never read: its own deck and prizes are shuffled (it knows its list), and the
 * opponent's hand, deck and prizes come from a deck that fits what was seen.
 */
final class WorldDealer {
  private final List<DeckList> knownDecks;
  private final RandomGenerator random;

  /**
   * @param knownDecks decks that every player may know, such as the starter decks
   */
  WorldDealer(List<DeckList> knownDecks, RandomGenerator random) {
    this.knownDecks = List.copyOf(knownDecks);
    this.random = random;
  }

  /** One world. */
  GameState deal(GameState state, Seat viewer) {
    Table table = state.table();
    Set<Integer> shown = shown(table, viewer);
    Map<Integer, String> cards = new HashMap<>();
    mix(table, hidden(table, viewer, shown, Pile.DECK, Pile.PRIZES), cards);
    mix(table, hidden(table, viewer, shown, Pile.ENERGY_DECK), cards);
    guess(table, viewer.other(), shown, cards);
    return Redeal.of(state, cards);
  }

  /** Hidden cards that a choice shows to its player. */
  private static Set<Integer> shown(Table table, Seat viewer) {
    var pending = table.pending();
    if (pending == null) return Set.of();
    boolean shows = pending.seat() == viewer && pending.kind() == ChoiceKind.CARDS;
    return shows ? new HashSet<>(pending.options()) : Set.of();
  }

  private static List<Integer> hidden(Table table, Seat seat, Set<Integer> shown, Pile... piles) {
    List<Integer> instances = new ArrayList<>();
    for (Pile pile : piles) {
      for (int i = 0; i < table.count(seat, pile); i++) {
        int instance = table.card(seat, pile, i);
        if (!shown.contains(instance)) {
          instances.add(instance);
        }
      }
    }
    return instances;
  }

  private void mix(Table table, List<Integer> instances, Map<Integer, String> cards) {
    List<String> ids = new ArrayList<>();
    instances.forEach(instance -> ids.add(id(table, instance)));
    deal(instances, ids, cards);
  }

  private void deal(List<Integer> instances, List<String> ids, Map<Integer, String> cards) {
    // Sorted first: the order of the real cards must not influence the sample.
    Collections.sort(ids);
    Collections.shuffle(ids, Random.from(random));
    for (int i = 0; i < instances.size(); i++) {
      cards.put(instances.get(i), ids.get(i));
    }
  }

  private static String id(Table table, int instance) {
    return table.cards().face(table.definition(instance)).definition.id();
  }

  private void guess(Table table, Seat opponent, Set<Integer> shown, Map<Integer, String> cards) {
    List<String> seen = seen(table, opponent, shown);
    DeckList deck = likely(seen, table);
    List<Integer> hidden = hidden(table, opponent, shown, Pile.HAND, Pile.DECK, Pile.PRIZES);
    List<Integer> energy = hidden(table, opponent, shown, Pile.ENERGY_DECK);
    // A card of the energy deck that is in hand goes back there: it can be nothing but energy.
    hidden.stream().filter(table::isOfEnergyDeck).forEach(energy::add);
    hidden.removeIf(table::isOfEnergyDeck);
    deal(hidden, rest(deck.cards(), seen, hidden.size()), cards);
    if (!energy.isEmpty()) {
      deal(energy, rest(deck.energyCards(), List.of(), energy.size()), cards);
    }
  }

  /** The visible cards of the opponent's deck. */
  private static List<String> seen(Table table, Seat opponent, Set<Integer> shown) {
    Set<Integer> covered = new HashSet<>();
    for (Pile pile : Pile.values()) {
      if (pile.hidden() || pile == Pile.HAND) {
        covered.addAll(hidden(table, opponent, shown, pile));
      }
    }
    List<String> seen = new ArrayList<>();
    for (int instance = 0; instance < table.instances(); instance++) {
      if (table.owner(instance) == opponent && !covered.contains(instance)) {
        seen.add(id(table, instance));
      }
    }
    return seen;
  }

  /** A deck that fits the seen cards; a random one of several. */
  private DeckList likely(List<String> seen, Table table) {
    int best = -1;
    List<DeckList> likely = new ArrayList<>();
    for (DeckList deck : knownDecks) {
      int explained = (int) seen.stream().filter(card -> count(deck, card) > 0).count();
      if (explained > best) {
        best = explained;
        likely.clear();
      }
      if (explained == best) {
        likely.add(deck);
      }
    }
    if (likely.isEmpty()) {
      throw new IllegalStateException("no deck is known for " + table.rules().preset());
    }
    return likely.get(random.nextInt(likely.size()));
  }

  private static int count(DeckList deck, String card) {
    return deck.cards().stream()
        .filter(entry -> entry.card().equals(card))
        .mapToInt(DeckList.Entry::count)
        .sum();
  }

  /** That many cards of a deck, first those that were not seen yet. */
  private List<String> rest(List<DeckList.Entry> entries, List<String> seen, int wanted) {
    List<String> all = new ArrayList<>();
    for (DeckList.Entry entry : entries) {
      all.addAll(Collections.nCopies(entry.count(), entry.card()));
    }
    List<String> left = new ArrayList<>(all);
    seen.forEach(left::remove);
    Collections.shuffle(left, Random.from(random));
    while (left.size() < wanted) {
      left.add(all.get(random.nextInt(all.size())));
    }
    return new ArrayList<>(left.subList(0, wanted));
  }
}
