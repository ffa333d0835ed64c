package dev.menagerie.server.redis;

import dev.menagerie.codec.Json;
import dev.menagerie.server.game.Checkpoint;
import dev.menagerie.server.game.Commit;
import dev.menagerie.server.game.Entry;
import dev.menagerie.server.game.GameId;
import dev.menagerie.server.game.GameStore;
import dev.menagerie.server.game.Head;
import dev.menagerie.server.game.Partition;
import java.util.List;
import java.util.Optional;

/** One commit as the script sees it: its keys and arguments, and what its answer means. */
final class CommitAttempt {
  private final GameId game;
  private final Head intended;
  private final List<String> keys;
  private final List<String> arguments;

  CommitAttempt(GameId game, Head expected, Entry entry, int outboxBound) {
    this.game = game;
    this.intended = expected.after(entry.record());
    var partition = Partition.of(game);
    this.keys =
        List.of(
            Keys.game(game),
            Keys.log(game),
            Keys.certificate(partition),
            Keys.outbox(partition),
            Keys.deadlines(partition));
    this.arguments = arguments(expected, entry, outboxBound);
  }

  private List<String> arguments(Head expected, Entry entry, int outboxBound) {
    var request = entry.cause().asked();
    var standing = entry.checkpoint().map(Checkpoint::standing);
    return List.of(
        game.value(),
        Integer.toString(expected.epoch()),
        Long.toString(expected.version()),
        expected.digest(),
        intended.digest(),
        request.map(EntryFields::request).orElse(""),
        request.map(r -> r.payloadHash()).orElse(""),
        EntryFields.cause(entry.cause()),
        entry.record(),
        entry.reply(),
        EntryFields.op(entry.clock()),
        Long.toString(EntryFields.millis(entry.clock())),
        entry.checkpoint().map(Checkpoint::snapshot).orElse(""),
        standing.map(Json::text).orElse(""),
        standing.map(s -> EntryFields.players(s.players())).orElse(""),
        entry.ending().map(Json::text).orElse(""),
        Integer.toString(outboxBound),
        Integer.toString(GameStore.MAX_REQUESTS),
        Integer.toString(GameStore.MAX_UNCHECKED),
        Integer.toString(GameStore.RECENT_RECORDS),
        Integer.toString(GameStore.WHOLE_REPLIES),
        Keys.HINTS);
  }

  Reply send(RedisLink link, Script script) {
    return link.run(script, keys, arguments);
  }

  /** What the answer to a first attempt means. */
  Commit outcome(Reply reply) {
    return switch (reply.word()) {
      case "OK" -> new Commit.Committed(intended, reply.instant(1), reply.clock(2));
      case "DUPLICATE" ->
          new Commit.Duplicate(
              (int) reply.number(1),
              reply.number(2),
              reply.text(3).equals("1") ? Optional.of(reply.text(4)) : Optional.empty());
      case "REUSED" -> new Commit.Reused((int) reply.number(1), reply.number(2));
      case "CONFLICT" -> new Commit.Conflict(reply.head(1));
      case "TOO_EARLY" ->
          new Commit.TooEarly(
              Reply.optional(reply.text(1)).map(_ -> reply.instant(1)), reply.instant(2));
      case "ENDED" -> new Commit.Ended(reply.head(1));
      case "UNCERTIFIED" -> new Commit.Uncertified();
      case "FULL" -> new Commit.Full();
      case "EXHAUSTED" -> new Commit.Exhausted();
      case "MISSING" -> new Commit.Missing();
      case "OVERDUE" -> throw new IllegalStateException("a checkpoint of " + game + " is overdue");
      default -> throw new IllegalStateException("the commit script answered " + reply.word());
    };
  }

  /**
   * What the answer means after an attempt whose fate was not known: if the head is the very one
   * that attempt would have made, it was made.
   */
  Commit outcomeAfterUnknown(Reply reply) {
    return switch (reply.word()) {
      case "DUPLICATE" -> reached(reply, 5);
      case "CONFLICT", "ENDED" -> reached(reply, 1);
      default -> outcome(reply);
    };
  }

  private Commit reached(Reply reply, int head) {
    return reply.head(head).equals(intended)
        ? new Commit.Committed(intended, reply.instant(head + 3), reply.clock(head + 4))
        : outcome(reply);
  }
}
