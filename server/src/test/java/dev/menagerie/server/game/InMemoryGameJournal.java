package dev.menagerie.server.game;

import dev.menagerie.server.archive.ActiveGame;
import dev.menagerie.server.archive.ArchivePage;
import dev.menagerie.server.archive.FinishedGame;
import dev.menagerie.server.archive.FinishedSummary;
import dev.menagerie.server.archive.GameArchive;
import dev.menagerie.server.archive.HistoryComposer;
import dev.menagerie.server.archive.HistoryRow;
import dev.menagerie.server.archive.InvalidCursor;
import dev.menagerie.server.recovery.RecoveryLedger;
import dev.menagerie.server.recovery.RestorableGame;
import dev.menagerie.server.recovery.RestoredClock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The journal's promises in the simplest form. */
public class InMemoryGameJournal implements GameJournal, GameArchive, RecoveryLedger {
  private static final Duration JUST_BACK = Duration.ofSeconds(10);

  private final InstantSource time;
  private final HistoryComposer composer;
  private final Map<GameId, Kept> games = new LinkedHashMap<>();
  private final Map<CreationKey, GameId> keys = new HashMap<>();
  private final Map<NodeId, Instant> nodes = new HashMap<>();
  private final AtomicBoolean recovering = new AtomicBoolean();
  private final List<JournalEntry> handedInEntries = new ArrayList<>();
  private final Map<NodeId, String> handedIn = new HashMap<>();
  private final Map<Partition, String> certificates = new HashMap<>();
  private Instant startedAt = Instant.EPOCH;

  public InMemoryGameJournal(InstantSource time, HistoryComposer composer) {
    this.time = time;
    this.composer = composer;
  }

  @Override
  public synchronized Creation create(
      NewGame game, Optional<CreationKey> key, CreationLimits limits) {
    var first = key.map(keys::get);
    if (first.isPresent()) return new Creation.Repeated(first.get());
    var reached = reached(game.checkpoint().indexEntry(), limits);
    if (reached.isPresent()) return reached.get();
    key.ifPresent(k -> keys.put(k, game.id()));
    games.computeIfAbsent(game.id(), _ -> new Kept(game, time.instant()));
    return new Creation.Created();
  }

  private Optional<Creation.LimitReached> reached(GameIndexEntry wanted, CreationLimits limits) {
    var creator = wanted.players().getFirst();
    var mine =
        games.values().stream()
            .filter(Kept::running)
            .map(kept -> kept.indexEntry)
            .filter(indexEntry -> indexEntry.players().contains(creator))
            .toList();
    long listed =
        mine.stream()
            .filter(indexEntry -> indexEntry.listing() == LobbyListing.LISTED)
            .filter(indexEntry -> indexEntry.status() == LifecycleStatus.WAITING)
            .filter(indexEntry -> indexEntry.players().getFirst().equals(creator))
            .count();
    return limits.reached(mine.size(), listed, wanted.listing());
  }

  @Override
  public synchronized List<GameId> untouched(Duration age, int limit) {
    var before = time.instant().minus(age);
    return games.entrySet().stream()
        .filter(e -> e.getValue().rows.isEmpty() && !e.getValue().createdAt.isAfter(before))
        .map(Map.Entry::getKey)
        .limit(limit)
        .toList();
  }

  @Override
  public synchronized void discard(GameId game) {
    var kept = games.get(game);
    if (kept == null || !kept.rows.isEmpty() || kept.bases.size() > 1) return;
    games.remove(game);
    keys.values().remove(game);
  }

  @Override
  public synchronized Appended append(List<JournalEntry> entries) {
    int written = 0;
    var contradictions = new ArrayList<JournalEntry>();
    for (var entry : entries.stream().sorted(JournalEntry::inOrder).toList()) {
      var kept = games.get(entry.game());
      if (kept == null) continue;
      var there = kept.row(entry.head().epoch(), entry.head().version());
      if (there.isEmpty()) {
        kept.add(entry, composer);
        written++;
      } else if (!there.get().head().equals(entry.head())) {
        contradictions.add(entry);
      }
    }
    return new Appended(written, contradictions);
  }

  @Override
  public synchronized Optional<Head> head(GameId game) {
    return Optional.ofNullable(games.get(game)).map(Kept::head);
  }

  @Override
  public synchronized List<JournalRow> rows(GameId game) {
    return Optional.ofNullable(games.get(game)).map(Kept::live).orElse(List.of());
  }

  @Override
  public synchronized List<StoredRecord> recordsAfter(
      GameId game, int epoch, long version, int limit) {
    return rows(game).stream()
        .filter(row -> row.head().epoch() == epoch && row.head().version() > version)
        .limit(limit)
        .map(JournalRow::recorded)
        .toList();
  }

  @Override
  public synchronized Optional<Commit> reply(GameId game, Request request) {
    return rows(game).stream()
        .filter(row ->
            row.request()
                .filter(r -> r.seat() == request.seat() && r.id().equals(request.id()))
                .isPresent())
        .findFirst()
        .map(row -> row.replyTo(request));
  }

  @Override
  public synchronized Optional<ActiveGame> active(GameId game) {
    return Optional.ofNullable(games.get(game)).filter(Kept::running).map(Kept::active);
  }

  @Override
  public synchronized ArchivePage<ActiveGame> activeOf(
      UserId user, Optional<String> cursor, int limit) {
    return page(latestFirst(kept -> kept.indexEntry.players().contains(user)), cursor, limit);
  }

  @Override
  public synchronized ArchivePage<ActiveGame> live(Optional<String> cursor, int limit) {
    return page(
        youngestFirst(kept ->
            kept.indexEntry.audience() == Audience.PUBLIC
                && kept.indexEntry.status() != LifecycleStatus.WAITING),
        cursor,
        limit);
  }

  @Override
  public synchronized ArchivePage<ActiveGame> open(Optional<String> cursor, int limit) {
    return page(
        youngestFirst(kept ->
            kept.indexEntry.listing() == LobbyListing.LISTED
                && kept.indexEntry.status() == LifecycleStatus.WAITING),
        cursor,
        limit);
  }

  @Override
  public Optional<FinishedGame> ended(GameId game) {
    return finished(game);
  }

  @Override
  public synchronized Optional<FinishedGame> finished(GameId game) {
    return Optional.ofNullable(games.get(game)).flatMap(kept -> kept.finished);
  }

  @Override
  public synchronized ArchivePage<FinishedSummary> historyOf(
      UserId user, Optional<String> cursor, int limit) {
    var all =
        games.values().stream()
            .flatMap(kept -> kept.finished.stream())
            .filter(game -> game.indexEntry().players().contains(user))
            .sorted(Comparator.comparing(FinishedGame::endedAt).reversed())
            .map(FinishedGame::summary)
            .toList();
    return page(all, cursor, limit);
  }

  @Override
  public synchronized void alive(NodeId node) {
    nodes.put(node, time.instant());
  }

  @Override
  public synchronized void discardOtherNodes(NodeId node) {
    nodes.keySet().retainAll(Set.of(node));
  }

  @Override
  public synchronized void handIn(NodeId node, String run, List<JournalEntry> remembered) {
    handedInEntries.addAll(remembered);
    handedIn.put(node, run);
    alive(node);
  }

  @Override
  public synchronized Set<Partition> handedIn() {
    return handedInEntries.stream()
        .map(entry -> Partition.of(entry.game()))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @Override
  public synchronized Adopted adopt(String run, Duration seenWithin) {
    int adopted = 0;
    var orphaned = new ArrayList<JournalEntry>();
    for (var entry : handedInEntries.stream().sorted(JournalEntry::inOrder).toList()) {
      var kept = games.get(entry.game());
      if (kept == null || kept.has(entry.head())) continue;
      if (kept.head().after(entry.entry().record()).equals(entry.head())) {
        adopted += append(List.of(entry)).written();
      } else {
        orphaned.add(entry);
      }
    }
    handedInEntries.clear();
    handedInEntries.addAll(orphaned);
    return new Adopted(adopted, setAside(run, seenWithin));
  }

  @Override
  public synchronized int setAside(String run, Duration seenWithin) {
    if (!awaited(run, seenWithin).isEmpty()) return 0;
    int lost = 0;
    for (var entry : handedInEntries) {
      var kept = games.get(entry.game());
      if (kept != null && !kept.has(entry.head())) lost++;
    }
    handedInEntries.clear();
    return lost;
  }

  @Override
  public synchronized Set<NodeId> awaited(String run, Duration seenWithin) {
    var since = time.instant().minus(seenWithin);
    var lastBefore =
        nodes.values().stream().filter(startedAt::isAfter).max(Comparator.naturalOrder());
    boolean isJustBack = startedAt.plus(JUST_BACK).isAfter(time.instant());
    var alsoSince =
        isJustBack ? lastBefore.map(last -> last.minus(seenWithin)).orElse(since) : since;
    return nodes.entrySet().stream()
        .filter(e -> !run.equals(handedIn.get(e.getKey())))
        .filter(e -> e.getValue().isAfter(since) || e.getValue().isAfter(alsoSince))
        .map(Map.Entry::getKey)
        .collect(Collectors.toUnmodifiableSet());
  }

  /** As if its process had been started again. */
  public synchronized void restarted() {
    startedAt = time.instant();
  }

  @Override
  public synchronized void gone(NodeId node) {
    nodes.remove(node);
  }

  @Override
  public boolean exclusively(Runnable work) {
    if (!recovering.compareAndSet(false, true)) return false;
    try {
      work.run();
    } finally {
      recovering.set(false);
    }
    return true;
  }

  @Override
  public synchronized Optional<String> certified(Partition partition) {
    return Optional.ofNullable(certificates.get(partition));
  }

  @Override
  public synchronized void certified(Set<Partition> partitions, StoreRun run, NodeId by) {
    partitions.forEach(partition -> certificates.put(partition, run.of(partition)));
  }

  @Override
  public synchronized List<Known> unfinished(Set<Partition> partitions) {
    return games.values().stream()
        .filter(kept -> kept.running() && partitions.contains(Partition.of(kept.created.id())))
        .map(kept -> new Known(kept.created.id(), kept.head()))
        .toList();
  }

  @Override
  public synchronized Optional<Known> unfinished(GameId game) {
    return Optional.ofNullable(games.get(game))
        .filter(Kept::running)
        .map(kept -> new Known(game, kept.head()));
  }

  @Override
  public synchronized Set<GameId> finishedOf(Set<GameId> asked) {
    var finished = new HashSet<>(asked);
    finished.removeIf(id -> !games.containsKey(id) || games.get(id).running());
    return finished;
  }

  @Override
  public synchronized List<RestorableGame> raise(List<Known> known) {
    return known.stream().flatMap(one -> raise(one.game(), one.head()).stream()).toList();
  }

  private Optional<RestorableGame> raise(GameId game, Head journaled) {
    return Optional.ofNullable(games.get(game))
        .filter(kept -> kept.running() && kept.head().equals(journaled))
        .map(Kept::raise);
  }

  @Override
  public synchronized Map<Partition, Integer> gamesIn(Set<Partition> partitions) {
    return unfinished(partitions).stream()
        .collect(
            Collectors.groupingBy(
                known -> Partition.of(known.game()), Collectors.summingInt(_ -> 1)));
  }

  @Override
  public synchronized Set<GameId> unfinishedOf(UserId user) {
    return games.values().stream()
        .filter(kept -> kept.running() && kept.indexEntry.players().contains(user))
        .map(kept -> kept.created.id())
        .collect(Collectors.toUnmodifiableSet());
  }

  private List<ActiveGame> latestFirst(Predicate<Kept> chosen) {
    return running(chosen, ActiveGame::updatedAt);
  }

  private List<ActiveGame> youngestFirst(Predicate<Kept> chosen) {
    return running(chosen, ActiveGame::createdAt);
  }

  /** Of the same moment, the one added last is first. */
  private List<ActiveGame> running(Predicate<Kept> chosen, Function<ActiveGame, Instant> by) {
    return new ArrayList<>(games.values())
        .reversed().stream()
            .filter(kept -> kept.running() && chosen.test(kept))
            .map(Kept::active)
            .sorted(Comparator.comparing(by).reversed())
            .toList();
  }

  private static <T> ArchivePage<T> page(List<T> all, Optional<String> cursor, int limit) {
    int from = cursor.map(InMemoryGameJournal::offset).orElse(0);
    int to = Math.min(all.size(), from + limit);
    if (from > to) throw new InvalidCursor();
    return new ArchivePage<>(
        all.subList(from, to),
        to < all.size() ? Optional.of(Integer.toString(to)) : Optional.empty());
  }

  private static int offset(String cursor) {
    try {
      return Integer.parseUnsignedInt(cursor);
    } catch (NumberFormatException _) {
      throw new InvalidCursor();
    }
  }

  private static final class Kept {
    final NewGame created;
    final Instant createdAt;
    final List<JournalRow> rows = new ArrayList<>();
    final List<Head> bases = new ArrayList<>();
    GameIndexEntry indexEntry;
    Checkpoint checkpoint;
    Head checkpointAt;
    Instant updatedAt;
    Optional<Instant> startedAt;
    Optional<Instant> deadline = Optional.empty();
    Optional<FinishedGame> finished = Optional.empty();

    Kept(NewGame created, Instant at) {
      this.created = created;
      this.createdAt = at;
      this.updatedAt = at;
      this.indexEntry = created.checkpoint().indexEntry();
      this.checkpoint = created.checkpoint();
      this.checkpointAt = created.head();
      this.startedAt =
          indexEntry.status() == LifecycleStatus.WAITING ? Optional.empty() : Optional.of(at);
      bases.add(created.head());
    }

    boolean running() {
      return finished.isEmpty();
    }

    Head head() {
      var live = live();
      var base = bases.getLast();
      return live.isEmpty() || live.getLast().head().version() <= base.version()
          ? base
          : live.getLast().head();
    }

    Optional<JournalRow> row(int epoch, long version) {
      return rows.stream()
          .filter(r -> r.head().epoch() == epoch && r.head().version() == version)
          .findFirst();
    }

    boolean has(Head head) {
      return rows.stream().anyMatch(row -> row.head().equals(head));
    }

    /** Each epoch's rows up to where the next one begins. */
    List<JournalRow> live() {
      return rows.stream()
          .filter(row ->
              bases.stream()
                  .allMatch(base ->
                      base.epoch() <= row.head().epoch() || base.version() >= row.head().version()))
          .sorted(Comparator.comparingLong(row -> row.head().version()))
          .toList();
    }

    void add(JournalEntry entry, HistoryComposer composer) {
      rows.add(JournalRow.of(entry));
      if (entry.head().epoch() != bases.getLast().epoch() || !running()) return;
      deadline = entry.clock().deadline();
      entry.entry().turn().ifPresent(turn -> begin(turn, entry));
      entry.entry().checkpoint().ifPresent(reached -> reach(reached, entry));
      entry.ending().ifPresent(ending -> finish(entry, ending, composer));
    }

    void begin(int turn, JournalEntry entry) {
      updatedAt = entry.at();
      indexEntry =
          new GameIndexEntry(
              indexEntry.status(),
              indexEntry.gameType(),
              indexEntry.players(),
              indexEntry.audience(),
              indexEntry.listing(),
              turn,
              indexEntry.summary());
    }

    void reach(Checkpoint reached, JournalEntry entry) {
      if (entry.head().version() < checkpointAt.version()) return;
      updatedAt = entry.at();
      checkpoint = reached;
      checkpointAt = entry.head();
      indexEntry = reached.indexEntry();
      if (startedAt.isEmpty() && indexEntry.status() != LifecycleStatus.WAITING) {
        startedAt = Optional.of(entry.at());
      }
    }

    void finish(JournalEntry entry, Ending ending, HistoryComposer composer) {
      var started = startedAt.orElse(createdAt);
      var rows = live().stream().map(HistoryRow::of).toList();
      var history = composer.compose(created.id(), created.header(), rows, checkpoint, ending);
      finished =
          Optional.of(
              new FinishedGame(
                  created.id(),
                  indexEntry,
                  entry.head(),
                  ending,
                  started,
                  entry.at(),
                  Duration.between(started, entry.at()),
                  history.replay(),
                  checkpoint.snapshot()));
    }

    ActiveGame active() {
      return new ActiveGame(
          created.id(),
          indexEntry,
          head().epoch(),
          checkpointAt.version(),
          createdAt,
          startedAt,
          updatedAt,
          deadline);
    }

    RestorableGame raise() {
      var live = live();
      var head = head().inEpoch(head().epoch() + 1);
      bases.add(head);
      var replies = new HashMap<Long, String>();
      live.stream()
          .skip(Math.max(0, live.size() - RESTORED_REPLIES))
          .filter(row -> row.request().isPresent())
          .forEach(row -> replies.put(row.head().version(), row.reply()));
      return new RestorableGame(
          created.id(),
          created.header(),
          head,
          live.isEmpty() ? Instant.EPOCH : live.getLast().at(),
          checkpointAt.version(),
          checkpoint.snapshot(),
          live.stream()
              .map(JournalRow::recorded)
              .filter(record -> record.version() > checkpointAt.version())
              .toList(),
          live.stream().flatMap(row -> row.committedRequest().stream()).toList(),
          replies,
          clock(live),
          indexEntry.players());
    }

    RestoredClock clock(List<JournalRow> live) {
      if (live.isEmpty()) return RestoredClock.of(created.clock());
      var last = live.getLast();
      return RestoredClock.of(last.clock(), last.at());
    }
  }
}
