package dev.menagerie.cards.scenario;

import dev.menagerie.rules.state.Pile;
import dev.menagerie.rules.state.Pokemon;
import dev.menagerie.rules.state.Seat;
import dev.menagerie.rules.state.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The names that scenarios have for places of the table, relative to one player: {@code active},
 * {@code bench:0}, {@code hand:CARD}, {@code active.energy:0}, {@code opponent.bench:1}, {@code
 * stadium}.
 */
record Places(Table t, Seat seat) {
  private static final String OPPONENT = "opponent.";
  private static final String YOU = "you.";
  private static final Pattern PLACE = Pattern.compile("([a-z_]+)(?:[:.](.+))?");
  private static final Pattern PART =
      Pattern.compile("(.+)\\.(energy|energies|tool|tools|evolved_from)[:.](.+)");

  /** The Pokémon in play that a place names. */
  Optional<Pokemon> pokemon(String place) {
    if (place.startsWith(OPPONENT)) {
      return new Places(t, seat.other()).pokemon(place.substring(OPPONENT.length()));
    }
    if (place.startsWith(YOU)) {
      return pokemon(place.substring(YOU.length()));
    }
    Matcher parts = PLACE.matcher(place);
    if (!parts.matches()) {
      return Optional.empty();
    }
    return switch (parts.group(1)) {
      case "active" -> Optional.ofNullable(t.active(seat));
      case "bench" -> benched(parts.group(2));
      default -> byCard(place);
    };
  }

  private Optional<Pokemon> benched(@Nullable String which) {
    if (which == null) {
      return Optional.empty();
    }
    for (int i = 0; i < t.benchCount(seat); i++) {
      Pokemon benched = t.benched(seat, i);
      if (which.equals(String.valueOf(i)) || card(benched.top()).equals(which)) {
        return Optional.of(benched);
      }
    }
    return Optional.empty();
  }

  private Optional<Pokemon> byCard(String card) {
    Pokemon active = t.active(seat);
    return active != null && card(active.top()).equals(card) ? Optional.of(active) : benched(card);
  }

  /** The card that a place names, as an instance. */
  Optional<Integer> instance(String place) {
    if (place.startsWith(OPPONENT)) {
      return new Places(t, seat.other()).instance(place.substring(OPPONENT.length()));
    }
    if (place.startsWith(YOU)) {
      return instance(place.substring(YOU.length()));
    }
    if (place.equals("stadium")) {
      return t.stadium() < 0 ? Optional.empty() : Optional.of(t.stadium());
    }
    Matcher part = PART.matcher(place);
    if (part.matches()) {
      return pokemon(part.group(1))
          .flatMap(pokemon -> among(attached(pokemon, part.group(2)), part.group(3)));
    }
    Matcher parts = PLACE.matcher(place);
    if (!parts.matches()) {
      return Optional.empty();
    }
    return switch (parts.group(1)) {
      case "hand" -> inPile(Pile.HAND, parts.group(2));
      case "deck" -> inPile(Pile.DECK, parts.group(2));
      case "discard" -> inPile(Pile.DISCARD, parts.group(2));
      case "prizes", "prize" -> inPile(Pile.PRIZES, parts.group(2));
      case "energy_deck" -> inPile(Pile.ENERGY_DECK, parts.group(2));
      case "energy_zone", "flipped_energy" -> inPile(Pile.FLIPPED, "0");
      default -> pokemon(place).map(Pokemon::top);
    };
  }

  private Optional<Integer> inPile(Pile pile, @Nullable String which) {
    List<Integer> cards = new ArrayList<>();
    for (int instance : t.cards(seat, pile)) {
      cards.add(instance);
    }
    boolean topIsLast = pile == Pile.DECK || pile == Pile.ENERGY_DECK;
    return which == null ? Optional.empty() : among(topIsLast ? cards.reversed() : cards, which);
  }

  private Optional<Integer> among(List<Integer> cards, String which) {
    for (int instance : cards) {
      if (card(instance).equals(which)) {
        return Optional.of(instance);
      }
    }
    if (which.matches("\\d{1,6}") && Integer.parseInt(which) < cards.size()) {
      return Optional.of(cards.get(Integer.parseInt(which)));
    }
    return Optional.empty();
  }

  private static List<Integer> attached(Pokemon pokemon, String what) {
    List<Integer> cards = new ArrayList<>();
    switch (what) {
      case "energy", "energies" -> {
        for (int i = 0; i < pokemon.energyCount(); i++) {
          cards.add(pokemon.energy(i));
        }
      }
      case "tool", "tools" -> {
        for (int i = 0; i < pokemon.toolCount(); i++) {
          cards.add(pokemon.tool(i));
        }
      }
      default -> {
        for (int i = 0; i < pokemon.cardCount() - 1; i++) {
          cards.add(pokemon.card(i));
        }
      }
    }
    return cards;
  }

  String card(int instance) {
    return t.face(instance).definition.id();
  }
}
