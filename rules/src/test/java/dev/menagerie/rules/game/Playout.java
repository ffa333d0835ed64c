package dev.menagerie.rules.game;

import dev.menagerie.rules.TestCards;
import dev.menagerie.rules.command.Command;
import dev.menagerie.rules.config.Presets;
import dev.menagerie.rules.config.RulesConfig;
import dev.menagerie.rules.deck.DeckList;
import dev.menagerie.rules.state.GameState;
import dev.menagerie.rules.state.PendingChoice;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Random games of the test cards. */
public final class Playout {
  private Playout() {}

  public static Seed seed(long number) {
    byte[] bytes = new byte[Seed.BYTES];
    ByteBuffer.wrap(bytes).putLong(number);
    return Seed.of(bytes);
  }

  public static DeckList deck(RulesConfig rules) {
    return switch (rules.preset()) {
      case "pocket" -> TestCards.pocketDeck();
      case "house" -> TestCards.houseDeck();
      default -> TestCards.standardDeck();
    };
  }

  public static GameSetup setup(RulesConfig rules, long seed) {
    return new GameSetup(rules, TestCards.CATALOG, deck(rules), deck(rules), seed(seed));
  }

  /** Rules in turn, so that consecutive seeds cover all presets. */
  public static RulesConfig rules(long seed) {
    return Presets.all().get((int) (seed % 3));
  }

  /** One of the moves; of a choice of several any legal answer. */
  public static Command pick(GameState state, List<Command> moves, SplittableRandom random) {
    Command move = moves.get(random.nextInt(moves.size()));
    if (move instanceof Command.Pass && moves.size() > 1 && random.nextInt(4) > 0) {
      move = moves.get(random.nextInt(moves.size()));
    }
    PendingChoice pending = state.pending().orElse(null);
    if (pending == null || pending.max() <= 1 || pending.worth() > 0) {
      return move;
    }
    int size = pending.min() + random.nextInt(pending.max() - pending.min() + 1);
    List<Integer> places = new ArrayList<>();
    while (places.size() < size) {
      int place = random.nextInt(pending.options().size());
      if (!places.contains(place)) {
        places.add(place);
      }
    }
    return new Command.Select(pending.seat(), pending.number(), places);
  }
}
