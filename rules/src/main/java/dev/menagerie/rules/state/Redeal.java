package dev.menagerie.rules.state;

import dev.menagerie.rules.card.GameCards;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * The same game with other cards in hidden places, for bots that sample what they cannot see.
 * Everything else is the same, including the instances in each place.
 */
public final class Redeal {
  private Redeal() {}

  /**
   * A game in which some instances are other cards.
   *
   * @param state the game; it stays as it is
   * @param cards ids of definitions, by instance; must be in the game's catalog
   */
  public static GameState of(GameState state, Map<Integer, String> cards) {
    Table from = state.table();
    TreeSet<String> ids = new TreeSet<>(cards.values());
    for (GameCards.Printed printed : from.cards.printed()) {
      ids.add(printed.card());
    }
    GameCards all = GameCards.of(from.catalog(), ids);
    int[] numbers =
        from.cards.printed().stream().mapToInt(printed -> all.need(printed.card())).toArray();
    Table table = from.with(setting(from, all, cards, numbers));
    table.lasting =
        Arrays.stream(from.lasting).map(one -> lasting(one, numbers)).toArray(LastingEffect[]::new);
    table.delayed =
        Arrays.stream(from.delayed).map(one -> delayed(one, numbers)).toArray(DelayedEffect[]::new);
    table.frames = from.frames.stream().map(frame -> frame(frame, numbers)).toList();
    table.definition = definitions(from, all, cards, numbers);
    return GameState.of(table);
  }

  private static int[] definitions(
      Table from, GameCards all, Map<Integer, String> cards, int[] numbers) {
    return IntStream.range(0, from.definition.length)
        .map(instance ->
            cards.containsKey(instance)
                ? all.need(cards.get(instance))
                : numbers[from.definition[instance]])
        .toArray();
  }

  private static GameDefinition setting(
      Table from, GameCards all, Map<Integer, String> cards, int[] numbers) {
    GameDefinition old = from.setting;
    List<Integer> brought = new ArrayList<>();
    int[] definitions = definitions(from, all, cards, numbers);
    for (int instance = 0; instance < old.definitions().size(); instance++) {
      brought.add(definitions[instance]);
    }
    return new GameDefinition(
        old.rules(), all, brought, old.ends(), old.energyTypes(), old.commitment(), old.ids());
  }

  private static LastingEffect lasting(LastingEffect old, int[] numbers) {
    return new LastingEffect(
        numbers[old.card()],
        old.program(),
        old.step(),
        old.seat(),
        old.self(),
        old.target(),
        old.amount(),
        old.from(),
        old.until(),
        old.whileActive());
  }

  private static DelayedEffect delayed(DelayedEffect old, int[] numbers) {
    return new DelayedEffect(
        numbers[old.card()],
        old.program(),
        old.step(),
        old.seat(),
        old.self(),
        old.source(),
        old.at(),
        old.turn(),
        old.vars());
  }

  private static Frame frame(Frame old, int[] numbers) {
    return new Frame(
        old.kind(),
        old.card() < 0 ? old.card() : numbers[old.card()],
        old.program(),
        old.at(),
        old.seat(),
        old.self(),
        old.source(),
        old.other(),
        old.flags(),
        old.vars(),
        old.answers());
  }
}
