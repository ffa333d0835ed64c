package dev.menagerie.server.game;

import dev.menagerie.server.archive.HistoryComposer;
import dev.menagerie.server.recovery.RecoveryLedger;
import dev.menagerie.server.recovery.RestorableGame;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;

/** The journal's promises in the simplest form. */
public class InMemoryGameJournal extends InMemoryGameArchive
    implements GameJournal, RecoveryLedger {
  private static final Duration JUST_BACK = Duration.ofSeconds(10);

  private final InstantSource time;
  private final HistoryComposer composer;
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
    games.computeIfAbsent(game.id(), _ -> new KeptGame(game, time.instant()));
    return new Creation.Created();
  }

  private Optional<Creation.LimitReached> reached(GameIndexEntry wanted, CreationLimits limits) {
    var creator = wanted.players().getFirst();
    var mine =
        games.values().stream()
            .filter(KeptGame::running)
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
    return Optional.ofNullable(games.get(game)).map(KeptGame::head);
  }

  @Override
  public synchronized List<JournalRow> rows(GameId game) {
    return Optional.ofNullable(games.get(game)).map(KeptGame::live).orElse(List.of());
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
        .filter(KeptGame::running)
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
        .map(KeptGame::raise);
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
}
