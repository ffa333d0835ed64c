package dev.menagerie.server.play;

import dev.menagerie.protocol.ErrorCode;
import dev.menagerie.protocol.Refusal;
import dev.menagerie.server.StoreUnavailable;
import dev.menagerie.server.StoreUnavailable.Store;
import dev.menagerie.server.game.Commit;
import dev.menagerie.server.game.GameJournal;
import dev.menagerie.server.game.GameStore;
import dev.menagerie.server.game.Intent;
import dev.menagerie.server.loop.GameLoop;
import dev.menagerie.server.loop.GameLoops;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Runs steps: decides on the cached moment, lets the store compare and commit, publishes, and
 * decides again if another node was first. A step runs on its game's loop and holds the game's lock
 * from its first decision to the end of its broadcast. Blocking work leaves the loop and keeps the
 * lock.
 */
final class StepRunner {
  /** Upper bound on retries after an optimistic-concurrency conflict; more means a fault. */
  private static final int MAX_ATTEMPTS = 16;

  /** Steps that may wait for one game; further ones are refused as busy. */
  private static final int MAX_WAITING = 1_024;

  private final GameStore store;
  private final EarlierReplies replies;
  private final GameCache games;
  private final EntryBuilder entries;
  private final CommitPublisher publisher;
  private final CatchUp catchUp;
  private final UnavailableGames unavailable;
  private final GameLoops loops;
  private final Map<GameLoop, GroupCommit> commits;
  private final StepMonitor monitor = new StepMonitor();

  StepRunner(
      GameStore store,
      GameJournal journal,
      GameCache games,
      EntryBuilder entries,
      CommitPublisher publisher,
      CatchUp catchUp,
      UnavailableGames unavailable,
      GameLoops loops) {
    this.loops = loops;
    this.store = store;
    this.replies = new EarlierReplies(store, journal);
    this.games = games;
    this.entries = entries;
    this.publisher = publisher;
    this.catchUp = catchUp;
    this.unavailable = unavailable;
    this.commits =
        loops.all().stream()
            .collect(Collectors.toUnmodifiableMap(loop -> loop, l -> new GroupCommit(l, store)));
  }

  /** Counts and times the steps of this node. */
  StepMonitor monitor() {
    return monitor;
  }

  /** Runs the step after those that came before it for this game. Any thread. */
  CompletionStage<Outcome> run(LiveGame live, GameStep step) {
    var run = new Run(live, step);
    var _ = run.outcome.whenComplete((_, _) -> run.timer.ended());
    run.loop.execute(run::start);
    return run.outcome;
  }

  /** The outcome for a game that does not exist. */
  static Outcome noSuchGame() {
    return new Outcome.Refused(Refusals.GAME_NOT_FOUND);
  }

  /** One step while it runs. */
  private final class Run {
    private final LiveGame live;
    private final GameStep step;
    private final GameLoop loop;
    private final CompletableFuture<Outcome> outcome = new CompletableFuture<>();
    private final StepMonitor.Timer timer = monitor.arrived();
    private int attempts;

    Run(LiveGame live, GameStep step) {
      this.live = live;
      this.step = step;
      this.loop = loops.owner(live.id());
    }

    void start() {
      if (live.lock().waiting() >= MAX_WAITING) {
        outcome.complete(refused(ErrorCode.BUSY, "Too many requests for this game; try again."));
      } else {
        live.lock().acquire(loop, this::attempt);
      }
    }

    private void attempt() {
      try {
        if (++attempts > MAX_ATTEMPTS) {
          finish(refused(ErrorCode.BUSY, "Too many changes at once; try again."));
        } else if (live.isBehind()) {
          blocking(this::catchUpOrGone);
        } else {
          decide();
        }
      } catch (Throwable failure) {
        fail(failure);
      }
    }

    private void decide() {
      timer.deciding();
      var prepared = live.prepared(step);
      if (prepared.isPresent()) {
        commit(prepared.get());
        return;
      }
      var now = live.moment();
      switch (unavailable.watched(live.id(), () -> step.attempt(live.header(), now))) {
        case GameStep.Attempt.Refuse refuse ->
            blocking(() -> refusedUnlessBehind(refuse.refusal()));
        case GameStep.Attempt.Propose proposal ->
            commit(entries.draft(live.header(), step, now, proposal));
      }
    }

    private void commit(Draft draft) {
      timer.committing();
      var intent = new Intent(live.id(), draft.before().head(), draft.entry());
      Objects.requireNonNull(commits.get(loop))
          .commit(
              intent,
              (commit, failure) -> {
                try {
                  if (commit == null) failCommit(failure);
                  else committed(draft, commit);
                } catch (Throwable broken) {
                  fail(broken);
                }
              });
    }

    private void committed(Draft draft, Commit commit) {
      switch (commit) {
        case Commit.Committed done -> publish(draft, done);
        case Commit.Duplicate repeated -> replied(repeated);
        case Commit.Reused _ -> finish(known(commit));
        case Commit.Conflict _, Commit.Ended _, Commit.Missing _ -> blocking(this::catchUpOrGone);
        case Commit.TooEarly early -> finish(new Outcome.NotYet(early.deadline(), early.now()));
        case Commit.Full _ -> finish(refused(ErrorCode.BUSY, "The journal is behind; try again."));
        case Commit.Exhausted _ ->
            finish(
                refused(
                    ErrorCode.RATE_LIMITED,
                    "This game has had too many actions: resign, or wait for its clock."));
        case Commit.Uncertified _ -> failCommit(unavailable("is being recovered"));
        case Commit.Unknown _ -> failCommit(unavailable("did not answer"));
      }
    }

    /** The store keeps the latest replies, the journal all of them. */
    private void replied(Commit.Duplicate repeated) {
      var request = step.cause().asked();
      if (repeated.reply().isPresent() || request.isEmpty()) finish(known(repeated));
      else blocking(() -> Optional.of(known(replies.whole(live.id(), repeated, request.get()))));
    }

    private void publish(Draft draft, Commit.Committed done) {
      timer.publishing();
      if (draft.entry().ending().isEmpty()) {
        publishNow(draft, done);
        return;
      }
      var _ =
          publisher
              .whenArchived(live, done)
              .whenComplete((_, _) -> loop.execute(() -> publishEnd(draft, done)));
    }

    private void publishEnd(Draft draft, Commit.Committed done) {
      try {
        publishNow(draft, done);
      } catch (Throwable failure) {
        fail(failure);
      }
    }

    private void publishNow(Draft draft, Commit.Committed done) {
      var result = publisher.publish(live, draft, done);
      timer.published(draft.record());
      finish(result);
    }

    /** Leaves the loop for work that may block; empty means another attempt. */
    private void blocking(Supplier<Optional<Outcome>> work) {
      Thread.startVirtualThread(() -> {
        try {
          unavailable
              .watched(live.id(), work)
              .ifPresentOrElse(this::finish, () -> loop.execute(this::attempt));
        } catch (Throwable failure) {
          fail(failure);
        }
      });
    }

    private Optional<Outcome> catchUpOrGone() {
      return catchUp() ? Optional.empty() : Optional.of(noSuchGame());
    }

    private boolean catchUp() {
      return StepRunner.this.catchUp(live);
    }

    /** The refusal, unless the moment was outdated: then the step is decided again. */
    private Optional<Outcome> refusedUnlessBehind(Refusal refusal) {
      if (isBehindStore() && catchUp()) return Optional.empty();
      return Optional.of(repeatedOr(new Outcome.Refused(refusal)));
    }

    private boolean isBehindStore() {
      if (live.moment().isOver()) return false;
      return store.head(live.id()).map(live::isBefore).orElse(true);
    }

    /** The first outcome if the request is a repeated one, else {@code otherwise}. */
    private Outcome repeatedOr(Outcome otherwise) {
      return step.cause()
          .asked()
          .flatMap(request -> replies.find(live, request))
          .map(this::known)
          .orElse(otherwise);
    }

    private Outcome known(Commit commit) {
      return switch (commit) {
        case Commit.Duplicate d ->
            new Outcome.Repeated(d.epoch(), d.version(), d.reply().map(ActionReply::read));
        case Commit.Reused _ ->
            refused(ErrorCode.MESSAGE_ID_REUSED, "This message_id was used for something else.");
        case Commit.Committed _,
            Commit.Conflict _,
            Commit.TooEarly _,
            Commit.Ended _,
            Commit.Uncertified _,
            Commit.Full _,
            Commit.Exhausted _,
            Commit.Missing _,
            Commit.Unknown _ ->
            throw new IllegalStateException("unexpected reply of " + live.id() + " to a request");
      };
    }

    private StoreUnavailable unavailable(String reason) {
      return new StoreUnavailable(Store.REDIS, new IllegalStateException(reason));
    }

    /** The commit may have taken effect: the next step reads the store first. */
    private void failCommit(@Nullable Throwable failure) {
      live.doubt();
      fail(failure);
    }

    private void finish(Outcome result) {
      live.lock().release();
      outcome.complete(result);
    }

    private void fail(@Nullable Throwable failure) {
      var cause = failure instanceof CompletionException wrapped ? wrapped.getCause() : failure;
      live.lock().release();
      outcome.completeExceptionally(
          cause == null ? new IllegalStateException("no outcome") : cause);
    }
  }

  /** Reads the game from the store; false if it is gone. Under the game's lock; blocks. */
  boolean catchUp(LiveGame live) {
    if (catchUp.follow(live)) return true;
    games.forget(live.id());
    return false;
  }

  private static Outcome refused(ErrorCode code, String message) {
    return new Outcome.Refused(Refusal.of(code, message));
  }
}
