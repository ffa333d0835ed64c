package dev.menagerie.cards.set;

import dev.menagerie.rules.card.Amount;
import dev.menagerie.rules.card.CardDefinition;
import dev.menagerie.rules.card.Condition;
import dev.menagerie.rules.card.Effect;
import dev.menagerie.rules.card.Filter;
import dev.menagerie.rules.card.Target;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Finds names that lead nowhere: of cards that no set has, and of choices, flips and numbers that
 * the card never made.
 */
final class SetNames {
  /** The name of the current target of a for-each. */
  private static final String CURRENT = "it";

  private final List<FileProblem> problems = new ArrayList<>();
  private final Set<String> cardNames = new HashSet<>();

  private SetNames() {}

  static List<FileProblem> problems(List<CardFile> files) {
    SetNames names = new SetNames();
    Set<String> setIds = new HashSet<>();
    for (CardFile file : files) {
      names.about(file, setIds);
      file.content().cards().forEach(card -> names.cardNames.add(card.name()));
    }
    for (CardFile file : files) {
      for (int i = 0; i < file.content().cards().size(); i++) {
        names.card(file.file(), "cards[" + i + "]", file.content().cards().get(i));
      }
    }
    return List.copyOf(names.problems);
  }

  private void about(CardFile file, Set<String> setIds) {
    CardSet.About about = file.content().set();
    if (!about.id().matches("[a-z0-9-]{1,32}")) {
      add(file.file(), "set.id", "must be lower-case letters, digits or '-', at most 32");
    }
    if (!setIds.add(about.id())) {
      add(file.file(), "set.id", "is given twice: " + about.id());
    }
    if (about.name().isBlank()) {
      add(file.file(), "set.name", "must be given");
    }
    if (file.content().cards().isEmpty()) {
      add(file.file(), "cards", "must hold at least one card");
    }
  }

  private void card(String file, String path, CardDefinition card) {
    if (card instanceof CardDefinition.Pokemon pokemon) {
      pokemon.evolvesFrom().ifPresent(name -> known(file, path + ".evolves_from", name));
    }
    Bindings bindings = Bindings.of(card);
    RecordWalk.visit(path, card, (at, value) -> reference(file, at, value, bindings));
  }

  private void reference(String file, String path, Object value, Bindings bindings) {
    switch (value) {
      case Filter.Named(var name) -> known(file, path, name);
      case Filter.EvolvesFrom(var name) -> known(file, path, name);
      case Condition.StadiumInPlay(var named) ->
          named.ifPresent(name -> known(file, path + ".named", name));
      case Filter.EvolvesFromChosen(var name) -> bound(file, path, name, bindings.chosen());
      case Target.Chosen(var name) -> bound(file, path, name, bindings.chosen());
      case Condition.AnyChosen(var name) -> bound(file, path, name, bindings.chosen());
      case Amount.Chosen(var name) -> bound(file, path, name, bindings.chosen());
      case Effect.MoveChosen move -> bound(file, path, move.chosen(), bindings.chosen());
      case Amount.Kept(var name) -> bound(file, path, name, bindings.numbers());
      case Amount.Heads(var of) -> flipped(file, path, of, bindings);
      case Amount.Tails(var of) -> flipped(file, path, of, bindings);
      case Condition.Heads(var of) -> flipped(file, path, of, bindings);
      case Condition.Tails(var of) -> flipped(file, path, of, bindings);
      default -> {} // most of a card names nothing
    }
  }

  private void flipped(String file, String path, Optional<String> name, Bindings bindings) {
    name.ifPresent(of -> bound(file, path + ".of", of, bindings.flips()));
  }

  private void known(String file, String path, String name) {
    if (!cardNames.contains(name)) {
      add(file, path, "no card has the name " + name);
    }
  }

  private void bound(String file, String path, String name, Set<String> names) {
    if (!names.contains(name)) {
      add(file, path, "nothing on this card is kept under the name " + name);
    }
  }

  private void add(String file, String path, String message) {
    problems.add(new FileProblem(file, path, message));
  }

  /** The names that a card's programs give to chosen, flipped and counted values. */
  private record Bindings(Set<String> chosen, Set<String> flips, Set<String> numbers) {
    static Bindings of(CardDefinition card) {
      Bindings bindings =
          new Bindings(new HashSet<>(Set.of(CURRENT)), new HashSet<>(), new HashSet<>());
      RecordWalk.visit("", card, (path, value) -> bindings.collect(value));
      return bindings;
    }

    private void collect(Object value) {
      switch (value) {
        case Effect.Search search -> search.as().ifPresent(chosen::add);
        case Effect.ChooseCards choose -> chosen.add(choose.as());
        case Effect.DiscardEnergy discard -> discard.as().ifPresent(chosen::add);
        case Effect.Pick pick -> chosen.add(pick.as());
        case Target.Choose choose -> choose.as().ifPresent(chosen::add);
        case Effect.Flip flip -> flip.as().ifPresent(flips::add);
        case Effect.FlipUntilTails flip -> flip.as().ifPresent(flips::add);
        case Effect.Let let -> numbers.add(let.as());
        default -> {} // names nothing
      }
    }
  }
}
