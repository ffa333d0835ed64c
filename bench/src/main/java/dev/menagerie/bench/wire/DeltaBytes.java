package dev.menagerie.bench.wire;

import dev.menagerie.codec.Json;
import dev.menagerie.codec.RawJson;
import dev.menagerie.protocol.Envelope;
import dev.menagerie.protocol.Reply;
import dev.menagerie.protocol.ServerMessage;
import dev.menagerie.protocol.StatePatch;
import dev.menagerie.protocol.WireState;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/**
 * The bytes of a commit in delta mode, part by part: {@code DeltaBytes [preset] [games]}. Random
 * games of the shipped cards; the server's own classes make the messages.
 */
public final class DeltaBytes {
  private static final Instant NOW = Instant.parse("2026-11-01T12:07:00.250Z");
  private static final int HEADER = 4; // of a WebSocket frame of 126 to 65,535 bytes

  private final Map<String, Long> parts = new TreeMap<>();
  private final Map<String, Long> operations = new TreeMap<>();
  private final Map<String, Long> events = new TreeMap<>();
  private long commits;
  private long total;

  private DeltaBytes() {}

  /** Prints the bytes of games; arguments: the preset ("standard") and the number of games (40). */
  public static void main(String[] arguments) {
    var preset = arguments.length > 0 ? arguments[0] : "standard";
    int games = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 40;
    var bytes = new DeltaBytes();
    var commits = Commits.random(preset, games);
    commits.forEach(bytes::count);
    bytes.print();
    for (int round = 0; round < 5; round++) printTime(commits);
  }

  private void count(Commits.Commit commit) {
    commits++;
    for (var seen : commit.seen()) {
      var patch = Json.toTree(StatePatch.between(seen.before(), seen.after()));
      boolean actor = seen.acted();
      byte[] message = actor ? reply(commit, seen, patch) : update(commit, seen, patch);
      int frame = HEADER + (actor ? "43/game,117[]" : "42/game,[\"game:update\",]").length();
      int inner = Json.bytes(patch).length + Json.bytes(seen.events()).length;
      total += message.length + frame;
      add(parts, actor ? "actor: envelope" : "other: envelope", message.length - inner + frame);
      add(parts, actor ? "actor: events" : "other: events", Json.bytes(seen.events()).length);
      add(parts, actor ? "actor: patch" : "other: patch", Json.bytes(patch).length);
      for (var operation : patch) {
        add(operations, where(operation), Json.bytes(operation).length + 1);
      }
      for (var event : Json.toTree(seen.events())) {
        add(events, event.get("type").asString(), Json.bytes(event).length + 1);
      }
    }
  }

  private static byte[] reply(Commits.Commit commit, Commits.Seen seen, JsonNode patch) {
    return Json.bytes(
        new Reply.ActedDelta(
            true,
            Optional.of("a117"),
            seen.after().eventId(),
            commit.actionType(),
            RawJson.of(seen.events()),
            RawJson.of(patch),
            turnStart(seen),
            Optional.empty()));
  }

  private static byte[] update(Commits.Commit commit, Commits.Seen seen, JsonNode patch) {
    var after = seen.after();
    var game = new Envelope.GameRef(after.gameId(), after.eventId(), after.epoch());
    return new Envelope("9c41d07be2a6-1zq", NOW, Optional.of(game))
        .encode(
            new ServerMessage.Update(
                commit.playerId(),
                commit.actionType(),
                RawJson.of(seen.events()),
                RawJson.of(patch),
                turnStart(seen),
                Optional.empty()));
  }

  private static Optional<ServerMessage.TurnStart> turnStart(Commits.Seen seen) {
    var before = seen.before().turn();
    var after = seen.after().turn();
    if (after == null || (before != null && before.number() == after.number())) {
      return Optional.empty();
    }
    return Optional.of(
        new ServerMessage.TurnStart(after.playerId(), after.number(), after.deadline(), 180_000L));
  }

  private static String where(JsonNode operation) {
    var path = operation.get("path").asString().replaceAll("/[0-9]+", "/#");
    return operation.get("op").asString() + " " + path;
  }

  private static void add(Map<String, Long> to, String what, long bytes) {
    to.merge(what, bytes, Long::sum);
  }

  private void print() {
    System.out.printf(
        Locale.ROOT, "%d commits, %d bytes a commit to both%n", commits, total / commits);
    print("parts", parts);
    print("patch", operations);
    print("events", events);
  }

  private void print(String title, Map<String, Long> rows) {
    System.out.println(title);
    rows.entrySet().stream()
        .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
        .limit(25)
        .forEach(row ->
            System.out.printf(
                Locale.ROOT, "  %7.1f  %s%n", (double) row.getValue() / commits, row.getKey()));
  }

  private static void printTime(List<Commits.Commit> commits) {
    long start = System.nanoTime();
    long operations = 0;
    long patches = 0;
    for (var commit : commits) {
      for (var seen : commit.seen()) {
        operations += bytesOf(seen.before(), seen.after());
        patches++;
      }
    }
    double micros = (System.nanoTime() - start) / 1e3 / patches;
    System.out.printf(
        Locale.ROOT, "%.1f us a patch of %d bytes, encoded%n", micros, operations / patches);
  }

  private static int bytesOf(WireState before, WireState after) {
    return StatePatch.between(before, after).utf8().length;
  }
}
