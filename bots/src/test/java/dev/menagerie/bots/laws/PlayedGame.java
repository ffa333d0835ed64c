package dev.menagerie.bots.laws;

import dev.menagerie.rules.command.Command;
import dev.menagerie.rules.command.Moves;
import dev.menagerie.rules.game.Chance;
import dev.menagerie.rules.game.Decision;
import dev.menagerie.rules.game.Game;
import dev.menagerie.rules.game.GameSetup;
import dev.menagerie.rules.state.GameState;
import dev.menagerie.rules.state.PendingChoice;
import dev.menagerie.rules.state.StateDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** A game played by chance, every command remembered, so that it can be played again. */
final class PlayedGame {
  /** Far more than any random game of the presets takes. */
  private static final int MAX_COMMANDS = 5_000;

  private final GameSetup setup;
  private final SplittableRandom random;
  private final List<Command> commands = new ArrayList<>();
  private GameState state;

  PlayedGame(Deal deal) {
    this.setup = deal.setup();
    this.random = new SplittableRandom(deal.number());
    this.state = opened(setup);
  }

  /** Told of every command that was carried out. */
  interface Witness {
    void played(GameState before, List<Command> listed, Command taken, Decision.Accepted decision);
  }

  private static GameState opened(GameSetup setup) {
    return Game.open(setup, Chance.keyed(setup.seed(), 0, 0)).next();
  }

  void play(Witness witness) {
    while (state.toAct().isPresent()) {
      if (commands.size() > MAX_COMMANDS) {
        throw new AssertionError("the game does not end");
      }
      List<Command> listed = Moves.of(state);
      Command taken = pick(listed);
      commands.add(taken);
      Decision.Accepted decision = decide(state, taken, commands.size());
      witness.played(state, listed, taken, decision);
      state = decision.next();
    }
  }

  private Decision.Accepted decide(GameState before, Command command, int number) {
    return switch (Game.decide(before, command, Chance.keyed(setup.seed(), 0, number))) {
      case Decision.Accepted accepted -> accepted;
      case Decision.Rejected(var reason) ->
          throw new AssertionError("listed, but refused: " + command + ": " + reason);
    };
  }

  /** Passing is taken seldom, so that boards fill and games get to prizes. */
  private Command pick(List<Command> listed) {
    Command command = listed.get(random.nextInt(listed.size()));
    while (command instanceof Command.Pass && listed.size() > 1 && random.nextInt(16) > 0) {
      command = listed.get(random.nextInt(listed.size()));
    }
    PendingChoice pending = state.table().pending();
    return pending == null || pending.max() <= 1 || pending.worth() > 0
        ? command
        : anyAnswer(pending);
  }

  private Command anyAnswer(PendingChoice pending) {
    int count = pending.min() + random.nextInt(pending.max() - pending.min() + 1);
    List<Integer> places = new ArrayList<>();
    while (places.size() < count) {
      int place = random.nextInt(pending.options().size());
      if (!places.contains(place)) {
        places.add(place);
      }
    }
    return new Command.Select(pending.seat(), pending.number(), places);
  }

  SplittableRandom random() {
    return random;
  }

  GameState state() {
    return state;
  }

  List<Command> commands() {
    return commands;
  }

  /** The digest the same commands lead to from the same seed. */
  String replayed() {
    GameState again = opened(setup);
    int number = 0;
    for (Command command : commands) {
      again = decide(again, command, ++number).next();
    }
    return StateDigest.of(again);
  }
}
