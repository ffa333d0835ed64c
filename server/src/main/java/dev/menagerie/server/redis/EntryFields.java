package dev.menagerie.server.redis;

import dev.menagerie.codec.Json;
import dev.menagerie.server.game.Cause;
import dev.menagerie.server.game.Checkpoint;
import dev.menagerie.server.game.ClockOp;
import dev.menagerie.server.game.Ending;
import dev.menagerie.server.game.Entry;
import dev.menagerie.server.game.GameId;
import dev.menagerie.server.game.GameIndexEntry;
import dev.menagerie.server.game.GameStore;
import dev.menagerie.server.game.Head;
import dev.menagerie.server.game.JournalEntry;
import dev.menagerie.server.game.MessageId;
import dev.menagerie.server.game.Request;
import dev.menagerie.server.game.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How the parts of an entry are written in Redis, short because every commit carries them. */
final class EntryFields {
  private static final String REQUEST = "m:";

  /** After the letter of an operation: the clock is capped. */
  private static final String CAP = "C";

  private EntryFields() {}

  /** The field of a game under which a request is known: a seat has no colon, an id may. */
  static String request(Request request) {
    return REQUEST + request.seat() + ":" + request.id();
  }

  /** The field of a game for the record that led to a version; later ones take its place. */
  static String recordAt(long version) {
    return "l:" + version % GameStore.RECENT_RECORDS;
  }

  /** The field of the reply to the request of a version. */
  static String replyAt(long version) {
    return "r:" + version % GameStore.WHOLE_REPLIES;
  }

  static String cause(Cause cause) {
    return switch (cause) {
      case Cause.Asked _ -> "A";
      case Cause.ClockRanOut _ -> "T";
      case Cause.Service _ -> "S";
    };
  }

  static String op(ClockOp op) {
    return switch (op) {
      case ClockOp.Keep _ -> "K";
      case ClockOp.Start _ -> "S";
      case ClockOp.PauseAndStart _ -> "P";
      case ClockOp.Resume _ -> "R";
      case ClockOp.Extend _ -> "E";
      case ClockOp.Capped capped -> op(capped.op()) + CAP;
      case ClockOp.Uncap _ -> "U";
      case ClockOp.Stop _ -> "X";
    };
  }

  /** The time of an operation in milliseconds; of a capped one with the cap after a colon. */
  static String millis(ClockOp op) {
    return switch (op) {
      case ClockOp.Start start -> text(start.time());
      case ClockOp.PauseAndStart start -> text(start.time());
      case ClockOp.Extend extend -> text(extend.time());
      case ClockOp.Capped capped -> millis(capped.op()) + ":" + text(capped.most());
      case ClockOp.Keep _, ClockOp.Resume _, ClockOp.Uncap _, ClockOp.Stop _ -> "0";
    };
  }

  private static String text(Duration time) {
    return Long.toString(time.toMillis());
  }

  static String players(List<UserId> players) {
    return players.stream().map(UserId::value).collect(Collectors.joining(","));
  }

  static Optional<Ending> ending(String json) {
    return json.isEmpty() ? Optional.empty() : Optional.of(Json.read(json, Ending.class));
  }

  /** Reads an outbox entry. */
  static JournalEntry read(Map<String, String> fields) {
    String[] about = about(fields).split("\\|", -1);
    var head = new Head(Integer.parseInt(about[1]), Long.parseLong(about[2]), about[3]);
    var entry =
        new Entry(
            readCause(about[5], fields),
            field(fields, "r"),
            field(fields, "p"),
            readOp(about[6]),
            turn(about),
            checkpoint(fields),
            ending(fields.getOrDefault("x", "")));
    return new JournalEntry(
        new GameId(about[0]),
        head,
        Instant.ofEpochMilli(Long.parseLong(about[4])),
        entry,
        ScriptReply.clock(about[7], about[8], about[9]));
  }

  /** The turn that the entry begins; entries of builds before ADR 0025 have none. */
  private static Optional<Integer> turn(String[] about) {
    return about.length > 10 && !about[10].isEmpty()
        ? Optional.of(Integer.valueOf(about[10]))
        : Optional.empty();
  }

  /** In entries of builds before ADR 0014 each of its parts is a field, the clock's are one. */
  private static String about(Map<String, String> fields) {
    return fields.containsKey("a")
        ? field(fields, "a")
        : Stream.of("g", "e", "v", "d", "t", "u", "o", "c")
            .map(name -> field(fields, name))
            .collect(Collectors.joining("|"));
  }

  private static Optional<Checkpoint> checkpoint(Map<String, String> fields) {
    if (!fields.containsKey("s")) return Optional.empty();
    return Optional.of(
        new Checkpoint(field(fields, "s"), Json.read(field(fields, "n"), GameIndexEntry.class)));
  }

  private static Cause readCause(String kind, Map<String, String> fields) {
    return switch (kind) {
      case "A" -> new Cause.Asked(readRequest(field(fields, "m"), field(fields, "h")));
      case "T" -> new Cause.ClockRanOut();
      case "S" -> new Cause.Service();
      default -> throw new IllegalStateException("an outbox entry with cause " + kind);
    };
  }

  private static Request readRequest(String field, String payloadHash) {
    int colon = field.indexOf(':', REQUEST.length());
    return new Request(
        Integer.parseInt(field, REQUEST.length(), colon, 10),
        new MessageId(field.substring(colon + 1)),
        payloadHash);
  }

  private static ClockOp readOp(String op) {
    if (op.startsWith(CAP, 1)) {
      int colon = op.indexOf(':');
      var inner = readOp(op.charAt(0) + op.substring(2, colon));
      return new ClockOp.Capped(
          inner, Duration.ofMillis(Long.parseLong(op, colon + 1, op.length(), 10)));
    }
    var time = Duration.ofMillis(Long.parseLong(op.substring(1)));
    return switch (op.charAt(0)) {
      case 'K' -> new ClockOp.Keep();
      case 'S' -> new ClockOp.Start(time);
      case 'P' -> new ClockOp.PauseAndStart(time);
      case 'R' -> new ClockOp.Resume();
      case 'E' -> new ClockOp.Extend(time);
      case 'U' -> new ClockOp.Uncap();
      case 'X' -> new ClockOp.Stop();
      default -> throw new IllegalStateException("an outbox entry with clock operation " + op);
    };
  }

  private static String field(Map<String, String> fields, String name) {
    String value = fields.get(name);
    if (value == null) throw new IllegalStateException("an outbox entry without " + name);
    return value;
  }
}
