package dev.menagerie.cards.scenario;

import dev.menagerie.rules.card.CardDefinition;
import dev.menagerie.rules.card.Catalog;
import dev.menagerie.rules.card.SpecialCondition;
import dev.menagerie.rules.card.TrainerKind;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Predicate;

/** Reports boards that no game can have, by the path in the file. */
final class BoardCheck {
  private static final int COUNTER = 10;

  private final Catalog catalog;
  private final BiConsumer<String, String> problem;

  private BoardCheck(Catalog catalog, BiConsumer<String, String> problem) {
    this.catalog = catalog;
    this.problem = problem;
  }

  static void of(ScenarioBoard board, Catalog catalog, BiConsumer<String, String> problem) {
    BoardCheck check = new BoardCheck(catalog, problem);
    for (int i = 0; i < board.players().size(); i++) {
      check.side("players[" + i + "]", board.players().get(i));
    }
    board
        .turn()
        .flatMap(ScenarioBoard.Turn::number)
        .ifPresent(number -> check.atLeast("turn.number", number, 1));
    board
        .stadium()
        .ifPresent(card -> check.is("stadium", card, "a Stadium", BoardCheck::isStadium));
  }

  private void side(String path, ScenarioBoard.Side side) {
    side.active()
        .ifPresentOrElse(
            active -> inPlay(path + ".active", active),
            () -> problem.accept(path + ".active", "is missing"));
    for (int i = 0; i < side.bench().size(); i++) {
      String at = path + ".bench[" + i + "]";
      inPlay(at, side.bench().get(i));
      if (!side.bench().get(i).conditions().isEmpty()) {
        problem.accept(at + ".conditions", "must be empty: only the Active has special conditions");
      }
    }
    side.points().ifPresent(points -> atLeast(path + ".points", points, 0));
  }

  private void inPlay(String path, ScenarioBoard.InPlay pokemon) {
    is(path + ".card", pokemon.card(), "a Pokémon", CardDefinition.Pokemon.class::isInstance);
    all(
        path + ".evolved_from",
        pokemon.evolvedFrom(),
        "a Pokémon",
        CardDefinition.Pokemon.class::isInstance);
    all(path + ".energy", pokemon.energy(), "an energy", CardDefinition.Energy.class::isInstance);
    all(path + ".tools", pokemon.tools(), "a tool", BoardCheck::isTool);
    pokemon
        .damage()
        .filter(damage -> damage < 0 || damage % COUNTER != 0)
        .ifPresent(damage -> problem.accept(path + ".damage", "must be a multiple of " + COUNTER));
    pokemon.turnsInPlay().ifPresent(turns -> atLeast(path + ".turns_in_play", turns, 0));
    if (pokemon.conditions().stream().filter(BoardCheck::isTurned).count() > 1) {
      problem.accept(
          path + ".conditions", "must hold at most one of asleep, confused and paralyzed");
    }
  }

  private void all(
      String path, List<String> cards, String kind, Predicate<CardDefinition> isOfKind) {
    for (int i = 0; i < cards.size(); i++) {
      is(path + "[" + i + "]", cards.get(i), kind, isOfKind);
    }
  }

  /** Unknown card ids are reported elsewhere. */
  private void is(String path, String card, String kind, Predicate<CardDefinition> isOfKind) {
    if (catalog.find(card).filter(isOfKind.negate()).isPresent()) {
      problem.accept(path, "must be " + kind + ": " + card);
    }
  }

  private void atLeast(String path, int value, int least) {
    if (value < least) {
      problem.accept(path, "must be at least " + least);
    }
  }

  private static boolean isTurned(SpecialCondition condition) {
    return (condition.bit() & SpecialCondition.EXCLUSIVE) != 0;
  }

  private static boolean isTool(CardDefinition card) {
    return card instanceof CardDefinition.Trainer trainer && trainer.kind() == TrainerKind.TOOL;
  }

  private static boolean isStadium(CardDefinition card) {
    return card instanceof CardDefinition.Trainer trainer && trainer.kind() == TrainerKind.STADIUM;
  }
}
