package dev.menagerie.bots;

import dev.menagerie.rules.card.CardDefinition;
import dev.menagerie.rules.card.Catalog;
import dev.menagerie.rules.card.EnergyType;
import dev.menagerie.rules.card.RuleBox;
import dev.menagerie.rules.config.RulesConfig;
import dev.menagerie.rules.state.Seat;
import dev.menagerie.rules.view.View;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A view with the printed cards beside it: all that a bot knows. */
record BotView(View view, Catalog catalog, RulesConfig rules) {
  Seat seat() {
    return view.viewer().orElseThrow(() -> new IllegalArgumentException("a bot has a seat"));
  }

  View.Side mine() {
    return view.players().get(seat().index());
  }

  View.Side theirs() {
    return view.players().get(seat().other().index());
  }

  CardDefinition card(String definition) {
    return catalog
        .find(definition)
        .orElseThrow(() -> new IllegalArgumentException("not in the catalog: " + definition));
  }

  CardDefinition.Pokemon pokemon(View.InPlay inPlay) {
    return (CardDefinition.Pokemon) card(inPlay.card());
  }

  /** A card of the bot's hand. */
  Optional<CardDefinition> inHand(String id) {
    return mine().hand().orElse(List.of()).stream()
        .filter(card -> card.id().equals(id))
        .findFirst()
        .map(card -> card(card.card()));
  }

  /** A card of the bot's hand or discard pile. */
  Optional<CardDefinition> outOfPlay(String id) {
    return inHand(id)
        .or(() ->
            mine().discard().stream()
                .filter(card -> card.id().equals(id))
                .findFirst()
                .map(card -> card(card.card())));
  }

  List<View.InPlay> inPlay(View.Side side) {
    List<View.InPlay> all = new ArrayList<>();
    side.active().ifPresent(all::add);
    all.addAll(side.bench());
    return all;
  }

  Optional<View.InPlay> find(String id) {
    return inPlay(mine()).stream()
        .filter(pokemon -> pokemon.id().equals(id))
        .findFirst()
        .or(() -> inPlay(theirs()).stream().filter(pokemon -> pokemon.id().equals(id)).findFirst());
  }

  boolean isMine(View.InPlay pokemon) {
    return inPlay(mine()).stream().anyMatch(own -> own.id().equals(pokemon.id()));
  }

  int left(View.InPlay pokemon) {
    return Math.max(0, pokemon.hp() - pokemon.damage());
  }

  int worth(View.InPlay pokemon) {
    RuleBox box = pokemon(pokemon).ruleBox().orElse(RuleBox.NONE);
    return switch (box) {
      case NONE -> rules.prizes().basic();
      case EX -> rules.prizes().ex();
      case MEGA -> rules.prizes().mega();
    };
  }

  /** The attached energies without these cards. */
  List<List<EnergyType>> energies(View.InPlay pokemon, List<String> without) {
    List<View.Card> left =
        pokemon.energy().stream().filter(card -> !without.contains(card.id())).toList();
    return energies(left);
  }

  /** What is attached, each energy as the types it can pay for; as printed. */
  List<List<EnergyType>> energies(View.InPlay pokemon) {
    return energies(pokemon.energy());
  }

  private List<List<EnergyType>> energies(List<View.Card> cards) {
    List<List<EnergyType>> units = new ArrayList<>();
    for (View.Card attached : cards) {
      if (card(attached.card()) instanceof CardDefinition.Energy energy) {
        energy.provides().forEach(unit -> units.add(unit.value()));
      }
    }
    return units;
  }
}
