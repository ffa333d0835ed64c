package dev.menagerie.bots;

import dev.menagerie.rules.command.Command;
import dev.menagerie.rules.command.Moves;
import dev.menagerie.rules.state.GameState;
import dev.menagerie.rules.state.PendingChoice;
import dev.menagerie.rules.state.Seat;
import dev.menagerie.rules.view.Action;
import dev.menagerie.rules.view.Actions;
import dev.menagerie.rules.view.Viewer;
import dev.menagerie.rules.view.Views;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Plays a seat of a game in this process. A mover gets the whole state; {@link #seated} restricts a
 * {@link Bot} to its seat's view.
 */
public interface Mover {
  /**
   * The command that the seat gives in this state.
   *
   * @param seat the seat that is to act
   */
  Command choose(GameState state, Seat seat);

  /** A bot that gets the view of its seat and nothing else. */
  static Mover seated(Bot bot) {
    return choosing((state, seat) -> bot.choose(Views.of(state, Viewer.seat(seat))));
  }

  /** One that chooses actions as clients send them. */
  static Mover choosing(BotKind.Chooser chooser) {
    return (state, seat) -> {
      Action action = chooser.choose(state, seat);
      return switch (Actions.resolve(state, seat, action)) {
        case Actions.Resolution.Resolved(var command) -> command;
        case Actions.Resolution.Refused(var reason) ->
            throw new IllegalMove(action.toString(), reason);
      };
    };
  }

  /** The policy of {@link RandomBot} without the detour over a view: legal moves hide nothing. */
  static Mover random(RandomGenerator random) {
    return (state, seat) -> {
      List<Command> moves = Moves.of(state);
      Command move = moves.get(random.nextInt(moves.size()));
      PendingChoice pending = state.table().pending();
      return pending == null || pending.worth() > 0 ? move : anyOf(pending, random);
    };
  }

  private static Command anyOf(PendingChoice pending, RandomGenerator random) {
    int count = pending.min() + random.nextInt(pending.max() - pending.min() + 1);
    List<Integer> left = new ArrayList<>();
    for (int place = 0; place < pending.options().size(); place++) {
      left.add(place);
    }
    List<Integer> chosen = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      int place = random.nextInt(left.size());
      chosen.add(left.get(place));
      left.subList(place, place + 1).clear();
    }
    return new Command.Select(pending.seat(), pending.number(), chosen);
  }
}
