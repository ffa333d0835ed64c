package dev.menagerie.rules.view;

import dev.menagerie.rules.card.CompiledCard;
import dev.menagerie.rules.state.CardIds;
import dev.menagerie.rules.state.ChoiceKind;
import dev.menagerie.rules.state.PendingChoice;
import dev.menagerie.rules.state.PendingSource;
import dev.menagerie.rules.state.Pile;
import dev.menagerie.rules.state.Pokemon;
import dev.menagerie.rules.state.Seat;
import dev.menagerie.rules.state.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Shows a pending choice to the player who must choose. */
final class Questions {
  private Questions() {}

  static String choiceId(PendingChoice pending) {
    return "choice-" + pending.number();
  }

  static View.Question of(Table table, CardIds.OfViewer ids, PendingChoice pending) {
    List<View.Option> options = new ArrayList<>(pending.options().size());
    for (int i = 0; i < pending.options().size(); i++) {
      options.add(option(table, ids, pending, i));
    }
    return new View.Question(
        choiceId(pending),
        pending.kind(),
        pending.min(),
        pending.max(),
        List.copyOf(options),
        pending.prompt(),
        pending.purpose(),
        pending.source().map(source -> source(table, source)));
  }

  private static View.Source source(Table table, PendingSource source) {
    CompiledCard card = table.cards().face(source.card());
    int ability = source.program() - card.attacks.size();
    View.SourceKind kind =
        ability < 0
            ? View.SourceKind.ATTACK
            : ability < card.abilities.size() ? View.SourceKind.ABILITY : View.SourceKind.CARD;
    int index =
        switch (kind) {
          case ATTACK -> source.program();
          case ABILITY -> ability;
          case CARD -> 0;
        };
    String name =
        switch (kind) {
          case ATTACK -> card.attacks.get(index).name();
          case ABILITY -> card.abilities.get(index).name();
          case CARD -> card.name;
        };
    String id = card.definition.id();
    return new View.Source(kind, id, index, name, table.catalog().text(id, source.program()));
  }

  private static View.Option option(
      Table table, CardIds.OfViewer ids, PendingChoice pending, int place) {
    int value = pending.options().get(place);
    Optional<String> card =
        switch (pending.kind()) {
          case CARDS, ENERGY ->
              isFaceDown(table, pending, value)
                  ? Optional.empty()
                  : Optional.of(name(table, value));
          case POKEMON, SELECT_ACTIVE -> {
            Pokemon pokemon = table.find(value);
            yield pokemon == null ? Optional.empty() : Optional.of(name(table, pokemon.top()));
          }
          case GO_FIRST, EXTRA_CARDS, SELECT_PRIZE, YES_NO, OPTION, ATTACK, TRIGGER ->
              Optional.empty();
        };
    Optional<String> label =
        place < pending.labels().size()
            ? Optional.of(pending.labels().get(place))
            : Optional.empty();
    return new View.Option(optionId(table, ids, pending, place), card, label);
  }

  static String optionId(Table table, CardIds.OfViewer ids, PendingChoice pending, int place) {
    int value = pending.options().get(place);
    return switch (pending.kind()) {
      case CARDS, ENERGY ->
          isFaceDown(table, pending, value) ? Integer.toString(place) : ids.card(table, value);
      case POKEMON, SELECT_ACTIVE -> {
        Pokemon pokemon = table.find(value);
        yield pokemon == null ? Integer.toString(place) : ids.card(table, pokemon.top());
      }
      case EXTRA_CARDS, SELECT_PRIZE, ATTACK, OPTION, TRIGGER -> Integer.toString(value);
      case GO_FIRST, YES_NO -> pending.labels().get(place);
    };
  }

  /** Prize cards are chosen by their place. */
  private static boolean isFaceDown(Table table, PendingChoice pending, int card) {
    return pending.kind() == ChoiceKind.CARDS
        && (table.holds(Seat.FIRST, Pile.PRIZES, card)
            || table.holds(Seat.SECOND, Pile.PRIZES, card));
  }

  private static String name(Table table, int card) {
    return table.face(card).definition.id();
  }
}
