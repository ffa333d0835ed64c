package dev.menagerie.server.play;

import dev.menagerie.codec.Json;
import dev.menagerie.rules.state.GameState;
import dev.menagerie.rules.state.StateDigest;
import dev.menagerie.server.game.Checkpoint;
import dev.menagerie.server.game.Entry;
import dev.menagerie.server.game.GameStore;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/** Builds the entry that the store commits from what a step proposes. */
final class EntryBuilder {
  /** Fewest commits from one checkpoint to the next at a turn's boundary (ADR 0025). */
  private static final int CHECKPOINT_SPACING = 16;

  private final InstantSource clock;

  EntryBuilder(InstantSource clock) {
    this.clock = clock;
  }

  /** The draft of a step, decided now if there is none; empty if refused. Under the lock. */
  Optional<Draft> decide(LiveGame live, GameStep step) {
    var prepared = live.prepared(step);
    if (prepared.isPresent()) return prepared;
    var now = live.moment();
    return step.attempt(live.header(), now) instanceof GameStep.Attempt.Propose proposal
        ? Optional.of(draft(live.header(), step, now, proposal))
        : Optional.empty();
  }

  Draft draft(GameHeader header, GameStep step, Moment before, GameStep.Attempt.Propose proposal) {
    var record = recordOf(step, proposal);
    var reply = step.reply(proposal, before.version() + 1);
    var entry = entryOf(header, step, before, proposal, record, reply);
    return new Draft(step, before, proposal, record, reply, entry);
  }

  private static GameRecord recordOf(GameStep step, GameStep.Attempt.Propose proposal) {
    var digest = proposal.state().map(StateDigest::of).orElse("");
    return new GameRecord(
        proposal.move(),
        proposal.events(),
        ClockOps.of(proposal.clock()),
        digest,
        step.requester().flatMap(Requester::trace));
  }

  private Entry entryOf(
      GameHeader header,
      GameStep step,
      Moment before,
      GameStep.Attempt.Propose proposal,
      GameRecord record,
      ActionReply reply) {
    var after = afterwards(before, proposal, clock.instant());
    var entry = Entry.of(step.cause(), Json.text(record), reply.json()).with(record.clock());
    if (before.turnNumber() != after.turnNumber()) entry = entry.beginning(after.turnNumber());
    if (needsCheckpoint(step, before, after)) entry = entry.with(checkpoint(header, after));
    return proposal.ending().isPresent() ? entry.ending(proposal.ending().get()) : entry;
  }

  static long checkpointedBy(Moment before, Entry entry) {
    return entry.checkpoint().isPresent() ? before.version() + 1 : before.checkpointed();
  }

  static Moment afterwards(Moment before, GameStep.Attempt.Propose proposal, Instant at) {
    boolean opened = before.state().isEmpty() && proposal.state().isPresent();
    return new Moment(
        before.head(),
        proposal.players(),
        proposal.state(),
        before.clock(),
        opened ? Optional.of(at) : before.startedAt(),
        at,
        proposal.ending(),
        before.checkpointed());
  }

  private static boolean needsCheckpoint(GameStep step, Moment before, Moment after) {
    long commits = before.version() + 1 - before.checkpointed();
    return after.isOver()
        || before.status() != after.status()
        || (before.turnNumber() != after.turnNumber()
            && commits >= CHECKPOINT_SPACING
            && !step.defersCheckpoint())
        || commits >= GameStore.RECENT_RECORDS;
  }

  static Checkpoint checkpoint(GameHeader header, Moment moment) {
    var saved =
        new SavedState(
            moment.players(), moment.startedAt(), moment.state().map(GameState::snapshot));
    return new Checkpoint(Json.text(saved), IndexEntries.of(header, moment));
  }
}
