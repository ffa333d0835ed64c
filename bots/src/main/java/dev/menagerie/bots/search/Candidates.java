package dev.menagerie.bots.search;

import dev.menagerie.rules.command.Command;
import dev.menagerie.rules.command.Moves;
import dev.menagerie.rules.query.Energies;
import dev.menagerie.rules.state.GameState;
import dev.menagerie.rules.state.PendingChoice;
import dev.menagerie.rules.state.Pokemon;
import dev.menagerie.rules.state.Table;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** The moves that a search tries: the most promising ones, and none twice. */
final class Candidates {
  private final Table table;
  private final List<Command> moves = new ArrayList<>();
  private final Set<String> tried = new HashSet<>();

  private Candidates(Table table) {
    this.table = table;
  }

  /**
   * The moves to try.
   *
   * @param world a sample, so that nothing hidden decides
   * @param base the move that is made if none is better; the first of the list
   */
  static List<Command> of(GameState world, Command base, int most) {
    Candidates candidates = new Candidates(world.table());
    candidates.add(base);
    PendingChoice pending = world.table().pending();
    if (pending == null) {
      candidates.turn(Moves.of(world));
    } else {
      Moves.of(world).forEach(candidates::add);
      candidates.exchanged(pending, base);
    }
    return List.copyOf(candidates.moves.subList(0, Math.min(most, candidates.moves.size())));
  }

  /** A text that moves have in common if they differ only in which copy of a card they use. */
  static String meaning(Table table, Command move) {
    return new Candidates(table).meaning(move);
  }

  private void turn(List<Command> legal) {
    Map<Command, Double> scores = new HashMap<>();
    for (Command move : legal) {
      scores.put(move, QuickPlayer.score(table, move));
    }
    List<Command> sorted = new ArrayList<>(legal);
    sorted.sort(Comparator.comparingDouble((Command move) -> -scores.getOrDefault(move, 0.0)));
    sorted.forEach(this::add);
  }

  /** Where several things are chosen, every answer that differs in one of them. */
  private void exchanged(PendingChoice pending, Command base) {
    if (!(base instanceof Command.Select(var seat, var number, var chosen))
        || pending.max() == 1
        || pending.worth() > 0) {
      return;
    }
    if (chosen.size() > pending.min()) {
      add(new Command.Select(seat, number, chosen.subList(0, chosen.size() - 1)));
    }
    for (int out = chosen.size() - 1; out >= 0; out--) {
      for (int in = 0; in < pending.options().size(); in++) {
        if (!chosen.contains(in)) {
          List<Integer> other = new ArrayList<>(chosen);
          other.set(out, in);
          add(new Command.Select(seat, number, other));
        }
      }
    }
  }

  private void add(Command move) {
    if (tried.add(meaning(move))) {
      moves.add(move);
    }
  }

  private String meaning(Command move) {
    return switch (move) {
      case Command.PlayPokemon(_, var card) -> "play " + name(card);
      case Command.Evolve(_, var card, var target) -> "evolve " + name(card) + target;
      case Command.AttachEnergy(_, var card, var target) -> "attach " + name(card) + target;
      case Command.PlayTrainer(_, var card) -> "play " + name(card);
      case Command.PlayTool(_, var card, var target) -> "play " + name(card) + " " + target;
      case Command.UseCardAbility(_, var card, var ability) -> "use " + name(card) + ability;
      case Command.Select(_, _, var places) -> "select " + chosen(places);
      case Command other -> other.toString();
    };
  }

  private String name(int card) {
    return table.definition(card) + ",";
  }

  private String chosen(List<Integer> places) {
    PendingChoice pending = Objects.requireNonNull(table.pending());
    return places.stream().map(place -> option(pending, place)).sorted().toList().toString();
  }

  private String option(PendingChoice pending, int place) {
    int option = pending.options().get(place);
    return switch (pending.kind()) {
      case CARDS -> name(option);
      case ENERGY -> energy(option);
      case GO_FIRST,
          EXTRA_CARDS,
          SELECT_ACTIVE,
          SELECT_PRIZE,
          POKEMON,
          YES_NO,
          OPTION,
          ATTACK,
          TRIGGER ->
          Integer.toString(place);
    };
  }

  /** Energy is the same where it is the same card on the same Pokémon. */
  private String energy(int card) {
    Pokemon holder = Energies.holder(table, card);
    return name(card) + (holder == null ? -1 : holder.serial());
  }
}
