package dev.menagerie.server.redis;

import dev.menagerie.server.StoreUnavailable;
import dev.menagerie.server.background.Ticker;
import dev.menagerie.server.game.ClockReading;
import dev.menagerie.server.game.Commit;
import dev.menagerie.server.game.GameClock;
import dev.menagerie.server.game.GameId;
import dev.menagerie.server.game.GameStore;
import dev.menagerie.server.game.Head;
import dev.menagerie.server.game.InstallResult;
import dev.menagerie.server.game.Intent;
import dev.menagerie.server.game.NewGame;
import dev.menagerie.server.game.NodeId;
import dev.menagerie.server.game.NotCertified;
import dev.menagerie.server.game.Partition;
import dev.menagerie.server.game.Request;
import dev.menagerie.server.game.StoredGame;
import dev.menagerie.server.game.StoredRecord;
import dev.menagerie.server.game.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Running games in Redis. A game is one hash (head, clock, header, snapshot, last records, known
 * requests, last replies); every change is one script, one round trip.
 */
public final class RedisGameStore implements GameStore {
  /**
   * Commits a partition may hold that are not journaled: at 2,000 actions a second and 64
   * partitions two minutes without Postgres, some 4 MB each.
   */
  public static final int OUTBOX_BOUND = 4_096;

  /**
   * A finished game stays for players whose connection was lost at its end: they get the events
   * they missed. Later ones get its final state from the archive. Not longer, because Redis copies
   * all of its games each time it rewrites its file.
   */
  private static final Duration LINGER = Duration.ofMinutes(1);

  /** How long a commit is asked about before its fate is left unknown. */
  private static final Duration RESOLVE = Duration.ofSeconds(3);

  private static final Duration BETWEEN_ATTEMPTS = Duration.ofMillis(50);

  private static final Logger LOG = LoggerFactory.getLogger(RedisGameStore.class);

  private final RedisLink link;
  private final NodeId node;
  private final int outboxBound;
  private final Script commit;
  private final UserGamesIndex users;

  /** The store as this node uses it, in the Redis behind this link. */
  public RedisGameStore(RedisLink link, NodeId node) {
    this(link, node, OUTBOX_BOUND);
  }

  RedisGameStore(RedisLink link, NodeId node, int outboxBound) {
    this(link, node, outboxBound, Script.COMMIT);
  }

  RedisGameStore(RedisLink link, NodeId node, int outboxBound, Script commit) {
    this.link = link;
    this.node = node;
    this.outboxBound = outboxBound;
    this.commit = commit;
    this.users = new UserGamesIndex(link);
  }

  @Override
  public InstallResult install(NewGame game) {
    var partition = Partition.of(game.id());
    var clock = GameClock.NONE.after(game.clock(), Instant.EPOCH);
    var players = game.checkpoint().indexEntry().players();
    var reply =
        link.run(
            Script.INSTALL,
            List.of(
                Keys.game(game.id()),
                Keys.certificate(partition),
                Keys.outbox(partition),
                Keys.deadlines(partition)),
            List.of(
                game.id().value(),
                game.head().digest(),
                game.header(),
                game.checkpoint().snapshot(),
                EntryFields.players(players),
                Long.toString(clock.number()),
                clock.deadline().map(d -> Long.toString(d.toEpochMilli())).orElse(""),
                // New games are refused long before running ones.
                Integer.toString(outboxBound / 2)));
    return switch (reply.word()) {
      case "OK" -> {
        users.add(game.id(), players);
        yield new InstallResult.Installed(reply.head(1), reply.clock(4));
      }
      case "FULL" -> new InstallResult.Full();
      case "UNCERTIFIED" -> new InstallResult.Uncertified();
      default -> throw unexpected(reply);
    };
  }

  @Override
  public List<Commit> commitAll(List<Intent> intents) {
    var _ = Intent.partition(intents);
    return RedisReplies.await(commitAsync(intents));
  }

  @Override
  public CompletionStage<List<Commit>> commitAsync(List<Intent> intents) {
    var parts = link.isCluster() ? Intent.byPartition(intents).values() : List.of(intents);
    if (parts.size() == 1) return commitTogether(intents);
    // All are sent before the first reply is awaited.
    var sent = parts.stream().map(this::commitOrUnknown).toList();
    CompletionStage<List<Commit>> all = CompletableFuture.completedFuture(List.of());
    for (var part : sent) all = all.thenCombine(part, RedisGameStore::joined);
    return all;
  }

  @Override
  public boolean commitsPartitionsTogether() {
    return !link.isCluster();
  }

  private static List<Commit> joined(List<Commit> first, List<Commit> rest) {
    return Stream.of(first, rest).flatMap(List::stream).toList();
  }

  /** A failure of one part must not hide that others were committed. */
  private CompletionStage<List<Commit>> commitOrUnknown(List<Intent> part) {
    return commitTogether(part)
        .exceptionally(failure -> {
          LOG.error("commits of one of several partitions failed", failure);
          return Collections.nCopies(part.size(), new Commit.Unknown());
        });
  }

  /** In one call, of which Redis Cluster demands that all keys are of one partition. */
  private CompletionStage<List<Commit>> commitTogether(List<Intent> intents) {
    var attempt = new CommitAttempt(node, intents, outboxBound);
    return attempt
        .send(link, commit)
        .exceptionallyCompose(failure ->
            RedisReplies.cause(failure) instanceof StoreUnavailable
                ? CompletableFuture.supplyAsync(() -> resolve(attempt), Thread::startVirtualThread)
                : CompletableFuture.failedFuture(failure))
        .thenApply(outcomes -> indexed(intents, outcomes));
  }

  private List<Commit> indexed(List<Intent> intents, List<Commit> outcomes) {
    for (int i = 0; i < outcomes.size(); i++) {
      if (outcomes.get(i) instanceof Commit.Committed) index(intents.get(i));
    }
    return outcomes;
  }

  private void index(Intent made) {
    var checkpoint = made.entry().checkpoint();
    checkpoint.ifPresent(latest -> users.addLater(made.game(), latest));
  }

  /** Asks by trying again: the script knows its own work, so that this cannot happen twice. */
  private List<Commit> resolve(CommitAttempt attempt) {
    long end = System.nanoTime() + RESOLVE.toNanos();
    while (System.nanoTime() < end) {
      try {
        return attempt.resend(link, commit);
      } catch (StoreUnavailable _) {
        if (!Ticker.SYSTEM.pause(BETWEEN_ATTEMPTS)) break;
      }
    }
    return attempt.all(new Commit.Unknown());
  }

  @Override
  public Optional<StoredGame> load(GameId game) {
    var reply =
        link.run(
            Script.LOAD,
            List.of(Keys.game(game), Keys.formerLog(game), Keys.certificate(Partition.of(game))),
            List.of(Integer.toString(RECENT_RECORDS)));
    if (missing(game, reply)) return Optional.empty();
    var head = reply.head(3);
    var since = reply.list(2);
    return Optional.of(
        new StoredGame(
            game,
            reply.text(6),
            head,
            reply.number(7),
            reply.text(8),
            records(head.version() - since.size(), since),
            reply.clock(9),
            EntryFields.ending(reply.text(12)),
            reply.instant(1)));
  }

  @Override
  public Optional<Head> head(GameId game) {
    return read(game, "t").map(reply -> reply.head(2));
  }

  @Override
  public Optional<ClockReading> clock(GameId game) {
    return read(game, "cn", "cd", "cp")
        .map(reply -> new ClockReading(reply.clock(5), reply.instant(1)));
  }

  @Override
  public Optional<List<StoredRecord>> recordsAfter(GameId game, int epoch, long version) {
    var reply =
        link.run(
            Script.RECORDS,
            List.of(Keys.game(game), Keys.formerLog(game), Keys.certificate(Partition.of(game))),
            List.of(
                Integer.toString(epoch), Long.toString(version), Integer.toString(RECENT_RECORDS)));
    if (missing(game, reply)) return Optional.empty();
    return Optional.of(records(version, reply.list(1)));
  }

  @Override
  public Optional<Commit> reply(GameId game, Request request) {
    var found = read(game, EntryFields.request(request));
    if (found.isEmpty()) return Optional.of(new Commit.Missing());
    var mark = found.get().text(5);
    if (mark.isEmpty()) return Optional.empty();
    String[] parts = mark.split(":", 3);
    int epoch = Integer.parseInt(parts[0]);
    long version = Long.parseLong(parts[1]);
    if (!parts[2].equals(request.payloadHash())) {
      return Optional.of(new Commit.Reused(epoch, version));
    }
    var slot = read(game, EntryFields.replyAt(version)).map(reply -> reply.text(5)).orElse("");
    String own = version + ":";
    return Optional.of(
        new Commit.Duplicate(
            epoch,
            version,
            slot.startsWith(own) ? Optional.of(slot.substring(own.length())) : Optional.empty()));
  }

  @Override
  public List<GameId> activeGamesOf(UserId user) {
    return users.activeOf(user);
  }

  @Override
  public void retire(GameId game) {
    var commands = link.commands();
    var first = commands.pexpire(Keys.game(game), LINGER.toMillis());
    RedisReplies.await(commands.pexpire(Keys.formerLog(game), LINGER.toMillis()));
    RedisReplies.await(first);
  }

  /** Time, head and some fields of a game. */
  private Optional<ScriptReply> read(GameId game, String... fields) {
    var reply =
        link.run(
            Script.READ,
            List.of(Keys.game(game), Keys.certificate(Partition.of(game))),
            List.of(fields));
    return missing(game, reply) ? Optional.empty() : Optional.of(reply);
  }

  private static boolean missing(GameId game, ScriptReply reply) {
    return switch (reply.word()) {
      case "OK" -> false;
      case "MISSING" -> true;
      case "UNCERTIFIED" -> throw new NotCertified(Partition.of(game));
      default -> throw unexpected(reply);
    };
  }

  private static List<StoredRecord> records(long before, List<String> stored) {
    var records = new ArrayList<StoredRecord>(stored.size());
    long version = before;
    for (String record : stored) {
      int colon = record.indexOf(':');
      var at = Instant.ofEpochMilli(Long.parseLong(record, 0, colon, 10));
      records.add(new StoredRecord(++version, at, record.substring(colon + 1)));
    }
    return records;
  }

  static IllegalStateException unexpected(ScriptReply reply) {
    return new IllegalStateException("a script answered " + reply.word());
  }
}
