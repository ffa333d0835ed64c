package dev.menagerie.server.live;

import dev.menagerie.protocol.ServerMessage.MissedEvent;
import dev.menagerie.rules.view.Viewer;
import dev.menagerie.server.game.MissedRecords;
import dev.menagerie.server.game.StoredRecord;
import dev.menagerie.server.play.LiveGame;
import dev.menagerie.server.play.Moment;
import dev.menagerie.server.play.StoredGameReader;
import java.util.List;
import java.util.Optional;

/** Builds the events that a client missed while it was away. */
final class MissedEvents {
  private final MissedRecords records;

  MissedEvents(MissedRecords records) {
    this.records = records;
  }

  /** Missed events, a resync marker, or empty when the client did not ask to resume. */
  record MissedReplay(Optional<List<MissedEvent>> events, Optional<Boolean> resync) {
    static final MissedReplay NOTHING = new MissedReplay(Optional.empty(), Optional.empty());
    static final MissedReplay RESYNC = new MissedReplay(Optional.empty(), Optional.of(true));
  }

  MissedReplay since(LiveGame game, Moment now, Viewer viewer, GameSubscriptions.Resume resume) {
    if (resume.lastEventId().isEmpty()) return MissedReplay.NOTHING;
    long last = resume.lastEventId().get();
    int epoch = now.head().epoch();
    boolean resumable = resume.epoch().orElse(epoch) == epoch && last >= 0 && last <= now.version();
    if (!resumable) return MissedReplay.RESYNC;
    if (last == now.version()) return new MissedReplay(Optional.of(List.of()), Optional.empty());
    return records
        .since(game.id(), epoch, last)
        .map(missed -> missed.stream().filter(r -> r.version() <= now.version()).toList())
        .filter(missed -> missed.size() == now.version() - last)
        .map(missed ->
            new MissedReplay(
                Optional.of(missed.stream().map(r -> missedEvent(r, now, viewer)).toList()),
                Optional.empty()))
        .orElse(MissedReplay.RESYNC);
  }

  private static MissedEvent missedEvent(StoredRecord recorded, Moment now, Viewer viewer) {
    var record = StoredGameReader.record(recorded);
    return new MissedEvent(
        recorded.version(),
        GameMessages.playerId(now, record.move().seat()),
        record.move().actionType(),
        GameMessages.events(record.events(), now, viewer));
  }
}
