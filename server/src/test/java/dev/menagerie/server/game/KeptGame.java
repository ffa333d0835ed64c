package dev.menagerie.server.game;

import dev.menagerie.server.archive.ActiveGame;
import dev.menagerie.server.archive.FinishedGame;
import dev.menagerie.server.archive.HistoryComposer;
import dev.menagerie.server.recovery.RecoveryLedger;
import dev.menagerie.server.recovery.RestorableGame;
import dev.menagerie.server.recovery.RestoredClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;

/** What an {@link InMemoryGameJournal} keeps of one game. Guarded by its journal. */
final class KeptGame {
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

  KeptGame(NewGame created, Instant at) {
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
    var rows = live().stream().map(History::row).toList();
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
        .skip(Math.max(0, live.size() - RecoveryLedger.RESTORED_REPLIES))
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
