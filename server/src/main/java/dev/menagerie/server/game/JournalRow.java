package dev.menagerie.server.game;

import java.time.Instant;
import java.util.Optional;

/** One commit as the journal keeps it. */
public record JournalRow(
    Head head,
    Instant at,
    Optional<Request> request,
    String record,
    String reply,
    GameClock clock) {

  /** The row of an entry. */
  public static JournalRow of(JournalEntry entry) {
    return new JournalRow(
        entry.head(),
        entry.at(),
        entry.entry().cause().asked(),
        entry.entry().record(),
        entry.entry().reply(),
        entry.clock());
  }

  /** The row without what only a repeated request needs. */
  public StoredRecord recorded() {
    return new StoredRecord(head.version(), at, record);
  }

  /** The request it carried out, if a player asked. */
  public Optional<CommittedRequest> committedRequest() {
    return request.map(r -> new CommittedRequest(r, head.epoch(), head.version()));
  }

  /**
   * The reply to a request with this row's id: the original reply, or a refusal if the request
   * differs.
   */
  public Commit replyTo(Request again) {
    boolean same = request.map(r -> r.payloadHash().equals(again.payloadHash())).orElse(false);
    return same
        ? new Commit.Duplicate(head.epoch(), head.version(), Optional.of(reply))
        : new Commit.Reused(head.epoch(), head.version());
  }
}
