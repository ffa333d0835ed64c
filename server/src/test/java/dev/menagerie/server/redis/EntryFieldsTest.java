package dev.menagerie.server.redis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.menagerie.server.game.Cause;
import dev.menagerie.server.game.ClockOp;
import dev.menagerie.server.game.Entry;
import dev.menagerie.server.game.GameClock;
import dev.menagerie.server.game.GameId;
import dev.menagerie.server.game.Head;
import dev.menagerie.server.game.JournalEntry;
import dev.menagerie.server.game.MessageId;
import dev.menagerie.server.game.Request;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** An outbox may contain entries of an earlier build: an upgrade loses none of them. */
class EntryFieldsTest {
  private static final JournalEntry PASSED =
      new JournalEntry(
          new GameId("game-1"),
          new Head(2, 7, "d1"),
          Instant.ofEpochMilli(1_700_000_000_000L),
          Entry.of(
                  new Cause.Asked(new Request(1, new MessageId("a:b|c"), "h1")), "{}", "{\"ok\":1}")
              .with(new ClockOp.Start(Duration.ofMinutes(3)))
              .beginning(9),
          new GameClock(
              4, Optional.of(Instant.ofEpochMilli(1_700_000_180_000L)), Optional.empty()));

  private static final Map<String, String> REST =
      Map.of("r", "{}", "p", "{\"ok\":1}", "m", "m:1:a:b|c", "h", "h1");

  @Test
  void isReadAsItIsWritten() {
    var fields = new HashMap<>(REST);
    fields.put("a", "game-1|2|7|d1|1700000000000|A|S180000|4|1700000180000||9");

    assertThat(EntryFields.read(fields)).isEqualTo(PASSED);
  }

  @Test
  void isReadWithoutATurnAsItWasWrittenThen() {
    var fields = new HashMap<>(REST);
    fields.put("a", "game-1|2|7|d1|1700000000000|A|S180000|4|1700000180000|");

    assertThat(EntryFields.read(fields)).isEqualTo(withoutTurn());
  }

  @Test
  void isReadAsItWasWrittenBefore() {
    var fields = new HashMap<>(REST);
    fields.putAll(Map.of("g", "game-1", "e", "2", "v", "7", "d", "d1", "t", "1700000000000"));
    fields.putAll(Map.of("u", "A", "o", "S180000", "c", "4|1700000180000|"));

    assertThat(EntryFields.read(fields)).isEqualTo(withoutTurn());
  }

  private static JournalEntry withoutTurn() {
    var entry = PASSED.entry();
    return new JournalEntry(
        PASSED.game(),
        PASSED.head(),
        PASSED.at(),
        Entry.of(entry.cause(), entry.record(), entry.reply()).with(entry.clock()),
        PASSED.clock());
  }
}
