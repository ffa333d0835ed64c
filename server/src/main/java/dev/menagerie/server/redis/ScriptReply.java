package dev.menagerie.server.redis;

import dev.menagerie.server.game.GameClock;
import dev.menagerie.server.game.Head;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The result of a script: a word, and values in the order that the script documents. */
record ScriptReply(List<?> values) {
  String word() {
    return text(0);
  }

  String text(int index) {
    @Nullable Object value = values.get(index);
    return value == null ? "" : value.toString();
  }

  long number(int index) {
    return Long.parseLong(text(index));
  }

  Instant instant(int index) {
    return Instant.ofEpochMilli(number(index));
  }

  /** Epoch, version and digest from an index on. */
  Head head(int index) {
    return new Head((int) number(index), number(index + 1), text(index + 2));
  }

  /** Number, deadline and pause from an index on. */
  GameClock clock(int index) {
    return clock(text(index), text(index + 1), text(index + 2));
  }

  static GameClock clock(String number, String deadline, String paused) {
    return new GameClock(
        Long.parseLong(number),
        optional(deadline).map(d -> Instant.ofEpochMilli(Long.parseLong(d))),
        optional(paused).map(p -> Duration.ofMillis(Long.parseLong(p))));
  }

  List<String> list(int index) {
    return values.get(index) instanceof List<?> list
        ? list.stream().map(String::valueOf).toList()
        : List.of();
  }

  /** A list within the reply. */
  ScriptReply part(int index) {
    return new ScriptReply((List<?>) values.get(index));
  }

  /** The replies of a script that has one for each game or partition. */
  List<ScriptReply> parts() {
    return values.stream().map(part -> new ScriptReply((List<?>) part)).toList();
  }

  static Optional<String> optional(String text) {
    return text.isEmpty() ? Optional.empty() : Optional.of(text);
  }
}
