package dev.menagerie.bots;

import dev.menagerie.rules.card.CardDefinition;
import dev.menagerie.rules.view.View;
import java.util.ArrayList;
import java.util.List;

/**
 * The ways to pay with energy cards that are as good as a given one: as many cards, which provide
 * as much card by card.
 */
final class EnergyPayments {
  /** Upper bound on the ways listed; a Pokémon has a handful of energy. */
  private static final int MAX_WAYS = 500;

  private final BotView sight;
  private final List<View.Option> options;
  private final List<String> example;
  private final List<List<String>> found = new ArrayList<>();

  /**
   * @param options every card that may be chosen
   * @param example ids of a payment that is known to be legal
   */
  EnergyPayments(BotView sight, List<View.Option> options, List<String> example) {
    this.sight = sight;
    this.options = List.copyOf(options);
    this.example = List.copyOf(example);
  }

  /** The example first, then the others. */
  List<List<String>> all() {
    found.clear();
    found.add(example);
    choose(0, new ArrayList<>(), new ArrayList<>(units(example)));
    return List.copyOf(found);
  }

  /** Adds each set of the cards from an index on that pays the rest. */
  private void choose(int from, List<String> chosen, List<Integer> unpaid) {
    if (unpaid.isEmpty()) {
      found.add(List.copyOf(chosen));
      return;
    }
    for (int i = from; i < options.size() && found.size() < MAX_WAYS; i++) {
      Integer units = units(options.get(i));
      if (unpaid.remove((Object) units)) {
        chosen.add(options.get(i).id());
        choose(i + 1, chosen, unpaid);
        chosen.removeLast();
        unpaid.add(units);
      }
    }
  }

  private List<Integer> units(List<String> ids) {
    return options.stream().filter(option -> ids.contains(option.id())).map(this::units).toList();
  }

  private int units(View.Option option) {
    return option.card().map(sight::card).orElse(null) instanceof CardDefinition.Energy energy
        ? energy.provides().size()
        : 1;
  }
}
