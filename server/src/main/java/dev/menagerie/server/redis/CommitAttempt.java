package dev.menagerie.server.redis;

import dev.menagerie.codec.Json;
import dev.menagerie.server.game.Checkpoint;
import dev.menagerie.server.game.Commit;
import dev.menagerie.server.game.Entry;
import dev.menagerie.server.game.GameId;
import dev.menagerie.server.game.GameStore;
import dev.menagerie.server.game.Head;
import dev.menagerie.server.game.Intent;
import dev.menagerie.server.game.NodeId;
import dev.menagerie.server.game.Partition;
import dev.menagerie.server.game.Request;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.BiFunction;
import java.util.stream.IntStream;

/** One call of the commit script: its keys, its arguments, and the outcomes of its reply. */
final class CommitAttempt {
  private final List<Target> targets = new ArrayList<>();
  private final List<String> keys = new ArrayList<>();
  private final List<String> arguments = new ArrayList<>();

  /**
   * @param node commits, and needs no hint of it
   * @param intents of one game each, those of a partition one after the other
   */
  CommitAttempt(NodeId node, List<Intent> intents, int outboxBound) {
    arguments.add(Integer.toString(outboxBound));
    arguments.add(Integer.toString(GameStore.MAX_REQUESTS));
    arguments.add(Integer.toString(GameStore.RECENT_RECORDS));
    arguments.add(Integer.toString(GameStore.WHOLE_REPLIES));
    arguments.add(node.value());
    var partitions = Intent.byPartition(intents);
    arguments.add(Integer.toString(partitions.size()));
    partitions.forEach(this::add);
  }

  private void add(Partition partition, List<Intent> intents) {
    keys.add(Keys.certificate(partition));
    keys.add(Keys.outbox(partition));
    keys.add(Keys.deadlines(partition));
    keys.add(Keys.drainer(partition));
    keys.add(Keys.alive(partition));
    arguments.add(Integer.toString(intents.size()));
    intents.forEach(this::add);
  }

  /**
   * A game with the head that its commit leads to.
   *
   * @param isAsked whether it is the commit of a request, which the script would know again
   */
  private record Target(GameId game, Head next, boolean isAsked) {}

  private void add(Intent intent) {
    var next = intent.next();
    targets.add(new Target(intent.game(), next, intent.entry().cause().asked().isPresent()));
    keys.add(Keys.game(intent.game()));
    var expected = intent.expected();
    var entry = intent.entry();
    var optionalArguments = optionalArguments(entry);
    arguments.add(Integer.toString(optionalArguments.size()));
    arguments.add(intent.game().value());
    arguments.add(Integer.toString(expected.epoch()));
    arguments.add(Long.toString(expected.version()));
    arguments.add(expected.digest());
    arguments.add(next.digest());
    arguments.add(EntryFields.cause(entry.cause()));
    arguments.add(EntryFields.op(entry.clock()));
    arguments.add(EntryFields.millis(entry.clock()));
    arguments.add(entry.turn().map(turn -> Integer.toString(turn)).orElse(""));
    arguments.add(entry.record());
    arguments.addAll(optionalArguments);
  }

  /** Omitted when empty to keep the call short. */
  private static List<String> optionalArguments(Entry entry) {
    var optionalArguments = new ArrayList<String>();
    var asked = entry.cause().asked();
    var checkpoint = entry.checkpoint();
    boolean more = checkpoint.isPresent() || entry.ending().isPresent();
    if (asked.isPresent() || !entry.reply().isEmpty() || more) {
      optionalArguments.add(asked.map(EntryFields::request).orElse(""));
      optionalArguments.add(asked.map(Request::payloadHash).orElse(""));
      optionalArguments.add(entry.reply());
    }
    if (more) {
      var indexEntry = checkpoint.map(Checkpoint::indexEntry);
      optionalArguments.add(checkpoint.map(Checkpoint::snapshot).orElse(""));
      optionalArguments.add(indexEntry.map(Json::text).orElse(""));
      optionalArguments.add(indexEntry.map(e -> EntryFields.players(e.players())).orElse(""));
      optionalArguments.add(entry.ending().map(Json::text).orElse(""));
    }
    return optionalArguments;
  }

  /** Calls the script for the first time. */
  CompletionStage<List<Commit>> send(RedisLink link, Script script) {
    return link.start(script, keys, arguments)
        .thenApply(reply -> outcomes(reply, CommitAttempt::outcome));
  }

  /** Calls the script again after a call without a reply, which may have taken effect. */
  List<Commit> resend(RedisLink link, Script script) {
    return outcomes(link.run(script, keys, arguments), CommitAttempt::outcomeAfterUnknown);
  }

  private List<Commit> outcomes(
      ScriptReply reply, BiFunction<Target, ScriptReply, Commit> outcome) {
    var replies = reply.parts();
    return IntStream.range(0, targets.size())
        .mapToObj(i -> outcome.apply(targets.get(i), replies.get(i)))
        .toList();
  }

  /** The same outcome for every game. */
  List<Commit> all(Commit outcome) {
    return Collections.nCopies(targets.size(), outcome);
  }

  private static Commit outcome(Target target, ScriptReply reply) {
    return switch (reply.word()) {
      case "OK" -> new Commit.Committed(target.next(), reply.instant(1), reply.clock(2));
      case "DUPLICATE" ->
          new Commit.Duplicate(
              (int) reply.number(1),
              reply.number(2),
              reply.text(3).equals("1") ? Optional.of(reply.text(4)) : Optional.empty());
      case "REUSED" -> new Commit.Reused((int) reply.number(1), reply.number(2));
      case "CONFLICT" -> new Commit.Conflict(reply.head(1));
      case "TOO_EARLY" ->
          new Commit.TooEarly(
              ScriptReply.optional(reply.text(1)).map(_ -> reply.instant(1)), reply.instant(2));
      case "ENDED" -> new Commit.Ended(reply.head(1));
      case "UNCERTIFIED" -> new Commit.Uncertified();
      case "FULL" -> new Commit.Full();
      case "EXHAUSTED" -> new Commit.Exhausted();
      case "MISSING" -> new Commit.Missing();
      case "OVERDUE" ->
          throw new IllegalStateException("a checkpoint of " + target.game() + " is overdue");
      default -> throw new IllegalStateException("the commit script answered " + reply.word());
    };
  }

  /**
   * Committed if the game's head is the one that the lost call would have written. Another request
   * for the same action leads to the same head: where the script does not know the request, that
   * was the other one.
   */
  private static Commit outcomeAfterUnknown(Target target, ScriptReply reply) {
    return switch (reply.word()) {
      case "DUPLICATE" -> reached(target, reply, 5);
      case "CONFLICT", "ENDED" ->
          target.isAsked() ? outcome(target, reply) : reached(target, reply, 1);
      default -> outcome(target, reply);
    };
  }

  private static Commit reached(Target target, ScriptReply reply, int head) {
    return reply.head(head).equals(target.next())
        ? new Commit.Committed(target.next(), reply.instant(head + 3), reply.clock(head + 4))
        : outcome(target, reply);
  }
}
