package dev.menagerie.server.game;

import dev.menagerie.server.recovery.RestorableGame;
import dev.menagerie.server.recovery.Restoration;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** The store's promises in the simplest form: one lock, one map, one source of time. */
public final class InMemoryGameStore implements GameStore, Outbox, Deadlines, Leases, Restoration {
  private final InstantSource time;
  private final int outboxBound;
  private final Map<GameId, Game> games = new HashMap<>();
  private final Map<Partition, TreeMap<Long, JournalEntry>> outboxes = new HashMap<>();
  private final Map<Partition, Instant> swept = new HashMap<>();
  private final Map<Partition, String> certificates = new HashMap<>();
  private final Set<Partition> preferred = new HashSet<>();
  private final Map<String, Lease> leases = new HashMap<>();
  private final List<NodeHints> nodes = new CopyOnWriteArrayList<>();
  private final List<Runnable> reconnected = new CopyOnWriteArrayList<>();
  private int run = 1;
  private int flushes;
  private long tickets;

  public InMemoryGameStore(InstantSource time, int outboxBound) {
    this.time = time;
    this.outboxBound = outboxBound;
  }

  /** A store that is certified from the start, for tests of what uses it. */
  public static InMemoryGameStore certified(InstantSource time) {
    var store = new InMemoryGameStore(time, 4_096);
    Partition.all().forEach(partition -> store.certify(partition, store.run()));
    return store;
  }

  /** As if the process had been killed and started again with its data. */
  public void restart() {
    synchronized (this) {
      run++;
    }
    reconnected.forEach(Runnable::run);
  }

  /** As if it had been started again without any. */
  public void restartEmpty() {
    synchronized (this) {
      games.clear();
      outboxes.clear();
      swept.clear();
      certificates.clear();
      leases.clear();
    }
    restart();
  }

  /** As if everything in it had been deleted, by a command, while it went on running. */
  public synchronized void flush() {
    flushes++;
    games.clear();
    outboxes.clear();
    swept.clear();
    certificates.clear();
    leases.clear();
  }

  /** As if one game's key had been deleted or evicted. */
  public synchronized void lose(GameId id) {
    games.remove(id);
  }

  /** The last commit of a game, if it had one since it was installed or restored. */
  public synchronized Optional<JournalEntry> last(GameId id) {
    return Optional.ofNullable(games.get(id))
        .filter(game -> !game.commits.isEmpty())
        .map(game -> game.commits.getLast());
  }

  /** Simulates a store that knows no duplicates. */
  public synchronized void forgetRequests() {
    games.values().forEach(game -> game.requests.clear());
  }

  /** Everything that waits in the outboxes. */
  public synchronized List<JournalEntry> waiting() {
    return outboxes.values().stream().flatMap(own -> own.values().stream()).toList();
  }

  /** What was on the disk at a moment. */
  public record Saved(
      Map<GameId, Game> games,
      Map<Partition, TreeMap<Long, JournalEntry>> outboxes,
      Map<Partition, Instant> swept,
      Map<Partition, String> certificates,
      int flushes) {}

  /** What a restart would find if the process were killed now and wrote no more. */
  public synchronized Saved saved() {
    var copies = new HashMap<GameId, Game>();
    games.forEach((id, game) -> copies.put(id, game.copy()));
    var entries = new HashMap<Partition, TreeMap<Long, JournalEntry>>();
    outboxes.forEach((partition, own) -> entries.put(partition, new TreeMap<>(own)));
    return new Saved(copies, entries, Map.copyOf(swept), Map.copyOf(certificates), flushes);
  }

  /** As if it had been killed, with nothing on its disk that is younger than this. */
  public void restartFrom(Saved saved) {
    synchronized (this) {
      games.clear();
      saved.games.forEach((id, game) -> games.put(id, game.copy()));
      outboxes.clear();
      saved.outboxes.forEach((partition, own) -> outboxes.put(partition, new TreeMap<>(own)));
      swept.clear();
      swept.putAll(saved.swept);
      certificates.clear();
      certificates.putAll(saved.certificates);
      flushes = saved.flushes;
      leases.clear();
    }
    restart();
  }

  /** Simulates that the last second of a game never reached the disk. */
  public synchronized void forgetSince(GameId id, long version) {
    var game = game(id);
    while (game.head().version() > version) {
      var last = game.commits.removeLast();
      last.entry().cause().asked().ifPresent(r -> game.requests.remove(Asker.of(r)));
      outbox(Partition.of(id)).values().removeIf(e -> e.head().equals(last.head()));
    }
  }

  @Override
  public synchronized InstallResult install(NewGame game) {
    var partition = Partition.of(game.id());
    if (!trusted(partition)) return new InstallResult.Uncertified();
    if (outbox(partition).size() >= outboxBound / 2) return new InstallResult.Full();
    var installed =
        games.computeIfAbsent(
            game.id(),
            id ->
                new Game(
                    id,
                    game.header(),
                    game.head(),
                    game.checkpoint().snapshot(),
                    game.checkpoint().indexEntry().players(),
                    GameClock.NONE.after(game.clock(), now()),
                    now()));
    return new InstallResult.Installed(installed.head(), installed.clock);
  }

  @Override
  public synchronized List<Commit> commitAll(List<Intent> intents) {
    var _ = Intent.partition(intents);
    return intents.stream().map(i -> one(i.game(), i.expected(), i.entry())).toList();
  }

  private Commit one(GameId id, Head expected, Entry entry) {
    var partition = Partition.of(id);
    if (!trusted(partition)) return new Commit.Uncertified();
    var game = games.get(id);
    if (game == null) return new Commit.Missing();
    var before = entry.cause().asked().flatMap(game::reply);
    if (before.isPresent()) return before.get();
    if (game.ending().isPresent()) return new Commit.Ended(game.head());
    if (!game.head().equals(expected)) return new Commit.Conflict(game.head());
    if (entry.cause() instanceof Cause.ClockRanOut) {
      var runsOut = game.clock.deadline().map(d -> d.plus(unseen(partition, d)));
      if (runsOut.map(d -> now().isBefore(d)).orElse(true)) {
        return new Commit.TooEarly(runsOut, now());
      }
    }
    if (entry.cause().asked().isPresent()
        && entry.ending().isEmpty()
        && game.requests.size() >= MAX_REQUESTS) {
      return new Commit.Exhausted();
    }
    if (outbox(partition).size() >= outboxBound) return new Commit.Full();
    if (expected.version() - game.snapshotVersion() >= RECENT_RECORDS
        && entry.checkpoint().isEmpty()) {
      throw new IllegalStateException("a checkpoint of " + id + " is overdue");
    }
    var at = now().isBefore(game.at()) ? game.at() : now();
    var committed =
        new JournalEntry(
            id, expected.after(entry.record()), at, entry, game.clock.after(entry.clock(), at));
    game.add(committed);
    outbox(partition).put(++tickets, committed);
    nodes.forEach(node -> node.committed(expected.epoch(), committed));
    return new Commit.Committed(committed.head(), at, committed.clock());
  }

  private Duration unseen(Partition partition, Instant deadline) {
    var seen = swept.get(partition);
    if (seen == null || !deadline.isAfter(seen)) return Duration.ZERO;
    var gap = Duration.between(seen, now());
    return gap.compareTo(OUTAGE) > 0 ? gap : Duration.ZERO;
  }

  @Override
  public synchronized Optional<StoredGame> load(GameId id) {
    requireTrusted(id);
    return Optional.ofNullable(games.get(id)).map(game -> game.loaded(now()));
  }

  @Override
  public synchronized Optional<Head> head(GameId id) {
    requireTrusted(id);
    return observed(id);
  }

  @Override
  public synchronized Optional<ClockReading> clock(GameId id) {
    requireTrusted(id);
    return Optional.ofNullable(games.get(id)).map(game -> new ClockReading(game.clock, now()));
  }

  @Override
  public synchronized Optional<List<StoredRecord>> recordsAfter(
      GameId id, int epoch, long version) {
    requireTrusted(id);
    return Optional.ofNullable(games.get(id)).flatMap(game -> game.recordsAfter(epoch, version));
  }

  @Override
  public synchronized Optional<Commit> reply(GameId id, Request request) {
    requireTrusted(id);
    var game = games.get(id);
    return game == null ? Optional.of(new Commit.Missing()) : game.reply(request);
  }

  @Override
  public synchronized List<GameId> activeGamesOf(UserId user) {
    return games.values().stream()
        .filter(game -> game.ending().isEmpty() && game.players.contains(user))
        .sorted(Comparator.comparing(Game::at).reversed())
        .map(game -> game.id)
        .toList();
  }

  @Override
  public synchronized void retire(GameId id) {
    games.remove(id);
  }

  @Override
  public synchronized Waiting oldest(Set<Partition> partitions, int each) {
    var pending =
        partitions.stream()
            .flatMap(partition -> outbox(partition).entrySet().stream().limit(each))
            .map(e -> new Pending(String.format(Locale.ROOT, "%020d", e.getKey()), e.getValue()))
            .toList();
    return new Waiting(now(), pending);
  }

  @Override
  public synchronized void journaled(Collection<Pending> taken) {
    taken.forEach(gone -> outbox(gone.partition()).remove(Long.parseLong(gone.ticket())));
  }

  @Override
  public synchronized Map<Partition, Backlog> backlogs(Collection<Partition> partitions) {
    return partitions.stream()
        .filter(this::trusted)
        .collect(Collectors.toMap(partition -> partition, this::backlogOf));
  }

  private Backlog backlogOf(Partition partition) {
    var waiting = outbox(partition);
    var oldest = Optional.ofNullable(waiting.firstEntry()).map(e -> e.getValue().at());
    return new Backlog(waiting.size(), oldest, now(), name());
  }

  @Override
  public synchronized Optional<Sweep> sweep(Partition partition, Duration horizon) {
    if (!trusted(partition)) return Optional.empty();
    var last = swept.put(partition, now());
    var lost = last == null ? Duration.ZERO : Duration.between(last, now());
    var givenBack = lost.compareTo(OUTAGE) > 0 ? lost : Duration.ZERO;
    var running =
        games.values().stream()
            .filter(game -> Partition.of(game.id).equals(partition))
            .filter(game -> game.ending().isEmpty())
            .toList();
    var moved = new ArrayList<GameId>();
    if (givenBack.isPositive() && last != null) {
      running.stream()
          .filter(game -> game.giveBack(givenBack, last))
          .forEach(game -> moved.add(game.id));
      tell(new Hints.Hint.TimeGivenBack(partition));
    }
    var due =
        running.stream()
            .flatMap(game -> game.clock.deadline().map(d -> new Due(game.id, d)).stream())
            .filter(d -> !d.deadline().isAfter(now().plus(horizon)))
            .sorted(Comparator.comparing(Due::deadline))
            .limit(MAX_REPORTED)
            .toList();
    return Optional.of(new Sweep(now(), due, givenBack, moved));
  }

  @Override
  public synchronized void putOff(GameId game, Instant deadline, Duration by) {
    if (!trusted(Partition.of(game))) return;
    var found = games.get(game);
    if (found == null || !found.clock.deadline().equals(Optional.of(deadline))) return;
    found.giveBack(by, deadline.minusMillis(1));
    tell(new Hints.Hint.TimeGivenBack(Partition.of(game)));
  }

  /**
   * The hints of one more node. Commits are not by nodes here: it receives those of its own, too.
   */
  public Hints hints() {
    var node = new NodeHints();
    nodes.add(node);
    return node;
  }

  private final class NodeHints implements Hints {
    private final List<Consumer<Hint>> listeners = new CopyOnWriteArrayList<>();
    private final Set<GameId> followed = ConcurrentHashMap.newKeySet();

    @Override
    public Subscription subscribe(Consumer<Hint> listener) {
      listeners.add(listener);
      return () -> listeners.remove(listener);
    }

    @Override
    public Map<GameId, Head> follow(Collection<GameId> wanted) {
      synchronized (InMemoryGameStore.this) {
        var heads = new HashMap<GameId, Head>();
        for (var id : wanted) {
          var game = games.get(id);
          if (game != null && trusted(Partition.of(id))) heads.put(id, game.head());
        }
        followed.addAll(heads.keySet());
        return heads;
      }
    }

    @Override
    public void unfollow(Collection<GameId> left) {
      followed.removeAll(left);
    }

    private void committed(int epoch, JournalEntry entry) {
      tell(new Hint.OutboxFilled(Partition.of(entry.game())));
      if (!followed.contains(entry.game())) return;
      long version = entry.head().version();
      var record = new StoredRecord(version, entry.at(), entry.entry().record());
      tell(new Hint.Moved(entry.game(), epoch, version, Optional.of(record)));
    }

    private void tell(Hint hint) {
      listeners.forEach(listener -> listener.accept(hint));
    }
  }

  @Override
  public synchronized boolean acquire(String chore, NodeId node, Duration duration) {
    var held = leases.get(chore);
    if (held != null && !held.node.equals(node) && now().isBefore(held.until)) return false;
    leases.put(chore, new Lease(node, now().plus(duration)));
    return true;
  }

  @Override
  public synchronized void release(String chore, NodeId node) {
    var held = leases.get(chore);
    if (held != null && held.node.equals(node)) leases.remove(chore);
  }

  @Override
  public synchronized StoreRun run() {
    return StoreRun.of(name());
  }

  private String name() {
    return "run" + run + "-" + flushes;
  }

  @Override
  public synchronized String run(Partition partition) {
    return name();
  }

  @Override
  public void onReconnect(Runnable listener) {
    reconnected.add(listener);
  }

  @Override
  public synchronized Optional<String> certified(Partition partition) {
    return Optional.ofNullable(certificates.get(partition));
  }

  @Override
  public synchronized boolean certify(Partition partition, StoreRun certifiedRun) {
    if (!run().equals(certifiedRun)) return false;
    certificates.put(partition, certifiedRun.of(partition));
    return true;
  }

  @Override
  public synchronized Map<GameId, Head> observed(List<GameId> ids) {
    return games.entrySet().stream()
        .filter(game -> ids.contains(game.getKey()))
        .collect(Collectors.toMap(Map.Entry::getKey, game -> game.getValue().head()));
  }

  @Override
  public synchronized Optional<Head> observed(GameId id) {
    return Optional.ofNullable(games.get(id)).map(Game::head);
  }

  @Override
  public synchronized Set<Partition> certified(StoreRun certifiedRun) {
    return certificates.entrySet().stream()
        .filter(known -> known.getValue().equals(certifiedRun.of(known.getKey())))
        .map(Map.Entry::getKey)
        .collect(Collectors.toUnmodifiableSet());
  }

  @Override
  public synchronized void prefer(Partition partition) {
    preferred.add(partition);
  }

  @Override
  public synchronized Set<Partition> preferred() {
    return Set.copyOf(preferred);
  }

  @Override
  public synchronized boolean restore(List<RestorableGame> back, Map<GameId, Head> observed) {
    boolean all = true;
    for (var game : back) {
      all &= restore(game, Optional.ofNullable(observed.get(game.game())));
    }
    return all;
  }

  private boolean restore(RestorableGame back, Optional<Head> observed) {
    if (!observed(back.game()).equals(observed)) return false;
    var clock =
        new GameClock(
            back.clock().number(), back.clock().left().map(now()::plus), back.clock().paused());
    var base = back.at();
    var game =
        new Game(
            back.game(), back.header(), back.head(), back.snapshot(), back.players(), clock, base);
    game.remember(back);
    games.put(back.game(), game);
    tell(new Hints.Hint.Moved(back.game(), back.head().epoch(), back.head().version()));
    return true;
  }

  @Override
  public synchronized List<GameId> running(Partition partition) {
    return games.values().stream()
        .filter(game -> Partition.of(game.id).equals(partition) && game.ending().isEmpty())
        .map(game -> game.id)
        .toList();
  }

  @Override
  public synchronized void forget(List<GameId> finished) {
    finished.forEach(games::remove);
  }

  private void tell(Hints.Hint hint) {
    nodes.forEach(node -> node.tell(hint));
  }

  private boolean trusted(Partition partition) {
    return run().of(partition).equals(certificates.get(partition));
  }

  private void requireTrusted(GameId id) {
    if (!trusted(Partition.of(id))) throw new NotCertified(Partition.of(id));
  }

  private NavigableMap<Long, JournalEntry> outbox(Partition partition) {
    return outboxes.computeIfAbsent(partition, _ -> new TreeMap<>());
  }

  private Game game(GameId id) {
    return Optional.ofNullable(games.get(id)).orElseThrow();
  }

  private Instant now() {
    return time.instant();
  }

  private record Lease(NodeId node, Instant until) {}

  private record Asker(int seat, MessageId id) {
    static Asker of(Request request) {
      return new Asker(request.seat(), request.id());
    }
  }

  private record Answer(int epoch, long version, String payloadHash, Optional<String> reply) {}

  private static final class Game {
    final GameId id;
    final String header;
    final Head base;
    final List<UserId> players;
    final Instant created;
    final List<JournalEntry> commits = new ArrayList<>();
    final List<StoredRecord> restored = new ArrayList<>();
    final Map<Asker, Answer> requests = new HashMap<>();
    String snapshot;
    long snapshotVersion;
    GameClock clock;

    Game(
        GameId id,
        String header,
        Head base,
        String snapshot,
        List<UserId> players,
        GameClock clock,
        Instant created) {
      this.id = id;
      this.header = header;
      this.base = base;
      this.snapshot = snapshot;
      this.players = new ArrayList<>(players);
      this.clock = clock;
      this.created = created;
    }

    Game copy() {
      var copy = new Game(id, header, base, snapshot, players, clock, created);
      copy.commits.addAll(commits);
      copy.restored.addAll(restored);
      copy.requests.putAll(requests);
      copy.snapshotVersion = snapshotVersion;
      return copy;
    }

    void remember(RestorableGame back) {
      snapshotVersion = back.snapshotVersion();
      restored.addAll(back.records());
      for (var old : back.requests()) {
        var reply = Optional.ofNullable(back.replies().get(old.version()));
        requests.put(
            Asker.of(old.request()),
            new Answer(old.epoch(), old.version(), old.request().payloadHash(), reply));
      }
    }

    void add(JournalEntry commit) {
      commits.add(commit);
      clock = commit.clock();
      var entry = commit.entry();
      entry
          .checkpoint()
          .ifPresent(checkpoint -> {
            snapshot = checkpoint.snapshot();
            snapshotVersion = commit.head().version();
            players.clear();
            players.addAll(checkpoint.indexEntry().players());
          });
      entry
          .cause()
          .asked()
          .ifPresent(r ->
              requests.put(
                  Asker.of(r),
                  new Answer(
                      commit.head().epoch(),
                      commit.head().version(),
                      r.payloadHash(),
                      Optional.of(entry.reply()))));
    }

    Head head() {
      return commits.isEmpty() ? base : commits.getLast().head();
    }

    Instant at() {
      return commits.isEmpty() ? created : commits.getLast().at();
    }

    long snapshotVersion() {
      return snapshotVersion;
    }

    Optional<Ending> ending() {
      return commits.isEmpty() ? Optional.empty() : commits.getLast().ending();
    }

    boolean giveBack(Duration lost, Instant since) {
      boolean ran = clock.deadline().map(since::isBefore).orElse(false);
      if (ran) clock = clock.givenBack(lost);
      return ran;
    }

    Optional<Commit> reply(Request request) {
      var answer = requests.get(Asker.of(request));
      if (answer == null) return Optional.empty();
      if (!answer.payloadHash.equals(request.payloadHash())) {
        return Optional.of(new Commit.Reused(answer.epoch, answer.version));
      }
      var whole = head().version() - answer.version < WHOLE_REPLIES;
      return Optional.of(
          new Commit.Duplicate(
              answer.epoch, answer.version, whole ? answer.reply : Optional.empty()));
    }

    Optional<List<StoredRecord>> recordsAfter(int epoch, long version) {
      if (epoch != head().epoch() || version > head().version()) return Optional.empty();
      if (version < head().version() - RECENT_RECORDS) return Optional.empty();
      var found = records().stream().filter(r -> r.version() > version).toList();
      return version + found.size() == head().version() ? Optional.of(found) : Optional.empty();
    }

    List<StoredRecord> records() {
      var all = new ArrayList<>(restored);
      commits.forEach(
          c -> all.add(new StoredRecord(c.head().version(), c.at(), c.entry().record())));
      return all;
    }

    StoredGame loaded(Instant now) {
      var since = records().stream().filter(r -> r.version() > snapshotVersion).toList();
      return new StoredGame(
          id, header, head(), snapshotVersion, snapshot, since, clock, ending(), now);
    }
  }
}
