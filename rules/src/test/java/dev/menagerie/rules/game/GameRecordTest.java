package dev.menagerie.rules.game;

import static org.assertj.core.api.Assertions.assertThat;

import dev.menagerie.rules.command.Command;
import dev.menagerie.rules.command.Moves;
import dev.menagerie.rules.config.Presets;
import dev.menagerie.rules.config.RulesConfig;
import dev.menagerie.rules.state.Event;
import dev.menagerie.rules.state.GameState;
import dev.menagerie.rules.state.StateDigest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/**
 * Games of fixed seeds, with hashes of every event and the last state in a file: they are the same
 * in every JVM. Every change of the rules shows here; for an intended change, copy the output of
 * the failure.
 */
class GameRecordTest {
  private static final int SEEDS = 6;

  @Test
  void gamesAreAsWrittenDown() throws IOException {
    StringBuilder records = new StringBuilder();
    for (RulesConfig rules : Presets.all()) {
      for (long seed = 1; seed <= SEEDS; seed++) {
        records.append(record(rules, seed)).append('\n');
      }
    }
    assertThat(records.toString()).isEqualTo(written());
  }

  private static String written() throws IOException {
    try (InputStream in = GameRecordTest.class.getResourceAsStream("/game-records.txt")) {
      return in == null ? "" : new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static String record(RulesConfig rules, long seed) {
    GameSetup setup = Playout.setup(rules, seed);
    Decision.Accepted last = Game.open(setup, Chance.keyed(setup.seed(), 0, 0));
    MessageDigest events = sha256();
    add(events, last.events());
    SplittableRandom random = new SplittableRandom(seed);
    int number = 0;
    while (last.next().toAct().isPresent()) {
      GameState state = last.next();
      Command move = Playout.pick(state, Moves.of(state), random);
      number++;
      last = (Decision.Accepted) Game.decide(state, move, Chance.keyed(setup.seed(), 0, number));
      add(events, last.events());
    }
    return String.format(
        Locale.ROOT,
        "%s seed %d: %d commands, %s, events %s, state %s",
        rules.preset(),
        seed,
        number,
        last.next().result().orElseThrow().reason(),
        HexFormat.of().formatHex(events.digest(), 0, 8),
        StateDigest.of(last.next()).substring(0, 16));
  }

  private static void add(MessageDigest digest, List<Event> events) {
    for (Event event : events) {
      digest.update(event.toString().getBytes(StandardCharsets.UTF_8));
    }
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
