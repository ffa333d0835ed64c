package dev.menagerie.server.play;

import dev.menagerie.rules.card.CatalogSource;
import dev.menagerie.server.archive.GameArchive;
import dev.menagerie.server.game.GameStore;
import dev.menagerie.server.game.Hints;
import dev.menagerie.server.game.StoredRecord;
import java.util.List;
import java.util.Optional;

/**
 * Brings this node's copy of a game up to the store's head and publishes the missed commits to the
 * listeners. Called under the game's lock.
 */
final class CatchUp {
  private final GameStore store;
  private final GameArchive archive;
  private final MomentReader moments;
  private final ArchivedGames archived;
  private final List<GameListener> listeners;

  CatchUp(GameStore store, GameArchive archive, CatalogSource cards, List<GameListener> listeners) {
    this.store = store;
    this.archive = archive;
    this.moments = new MomentReader(cards);
    this.archived = new ArchivedGames(cards);
    this.listeners = listeners;
  }

  /**
   * Brings the game up to the store's head; false if the game is gone. After a failure the moment
   * stays in doubt, so that the store is read again before it is used.
   */
  boolean follow(LiveGame live) {
    live.believe();
    try {
      return read(live);
    } catch (RuntimeException | Error failure) {
      live.doubt();
      throw failure;
    }
  }

  /**
   * Publishes another node's commit from its hint. If it is not the commit after this node's
   * moment, nothing happens: the game stays behind, and the store has to be read.
   */
  void follow(LiveGame live, Hints.Hint.Moved hint) {
    var moment = live.moment();
    boolean isNext =
        moment.head().epoch() == hint.epoch()
            && moment.version() + 1 == hint.version()
            && moment.state().isPresent();
    if (!isNext || hint.record().isEmpty()) return;
    var record = StoredGameReader.record(hint.record().get());
    if (MomentReader.isPublishable(record)) advance(live, hint.record().get(), record);
  }

  private boolean read(LiveGame live) {
    var moment = live.moment();
    var missed =
        moment.state().isEmpty()
            ? Optional.<List<StoredRecord>>empty() // the deal is in the checkpoint, not in a record
            : store.recordsAfter(live.id(), moment.head().epoch(), moment.version());
    if (missed.isEmpty()) return resync(live);
    var records = missed.get().stream().map(StoredGameReader::record).toList();
    if (!records.stream().allMatch(MomentReader::isPublishable)) return resync(live);
    for (int i = 0; i < records.size(); i++) advance(live, missed.get().get(i), records.get(i));
    if (records.isEmpty()) readClockAgain(live);
    return true;
  }

  private void advance(LiveGame live, StoredRecord recorded, GameRecord record) {
    var before = live.moment();
    live.advance(MomentReader.after(before, recorded, record));
    var committed =
        new GameCommitted(live, before, record, live.moment(), Optional.empty(), Optional.empty());
    for (var listener : listeners) listener.committed(committed);
  }

  private boolean resync(LiveGame live) {
    var moment =
        store
            .load(live.id())
            .map(moments::of)
            .or(() -> archive.ended(live.id()).map(over -> archived.of(over).moment()));
    if (moment.isEmpty()) return false;
    live.advance(moment.get());
    for (var listener : listeners) listener.resynced(live);
    return true;
  }

  /** Reads the clock again: the store may have given back time before the commit that notes it. */
  private void readClockAgain(LiveGame live) {
    var moment = live.moment();
    store
        .clock(live.id())
        .map(reading -> reading.clock())
        .filter(clock -> !clock.equals(moment.clock()))
        .ifPresent(
            clock -> live.advance(moment.committed(moment.head(), clock, moment.checkpointed())));
  }
}
