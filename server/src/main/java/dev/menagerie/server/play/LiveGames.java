package dev.menagerie.server.play;

import dev.menagerie.codec.Json;
import dev.menagerie.protocol.ErrorCode;
import dev.menagerie.protocol.Refusal;
import dev.menagerie.rules.card.CatalogSource;
import dev.menagerie.server.StoreUnavailable;
import dev.menagerie.server.StoreUnavailable.Store;
import dev.menagerie.server.archive.GameArchive;
import dev.menagerie.server.game.Commit;
import dev.menagerie.server.game.GameClock;
import dev.menagerie.server.game.GameId;
import dev.menagerie.server.game.GameJournal;
import dev.menagerie.server.game.GameStore;
import dev.menagerie.server.game.Head;
import dev.menagerie.server.game.Hints;
import dev.menagerie.server.game.Loaded;
import dev.menagerie.server.game.Partition;
import dev.menagerie.server.game.Request;
import java.time.InstantSource;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/**
 * The games this node knows, and the only way it changes them: decide on what it believes, let the
 * store check, tell. All methods may be called from any thread and may wait for the store.
 */
public final class LiveGames {
  /** Upper bound on retries after an optimistic-concurrency conflict; more means a fault. */
  private static final int MAX_ATTEMPTS = 16;

  /** Games remembered; a game of two 60-card decks takes some 60 KB. */
  private static final int MAX_GAMES = 10_000;

  /** How many more come in before somebody looks again which may go. */
  private static final int EVICTION_BATCH = MAX_GAMES / 10;

  private final GameStore store;
  private final GameArchive archive;
  private final GameJournal journal;
  private final Moments moments;
  private final ArchivedGames archived;
  private final Proposals proposals;
  private final CommitPublisher settling;
  private final BatchCommit wave;
  private final CatchUp catchingUp;
  private final PlayedCards cards = new PlayedCards();
  private final ConcurrentHashMap<GameId, LiveGame> games = new ConcurrentHashMap<>();
  private final List<GameListener> listeners = new CopyOnWriteArrayList<>();

  /** As many as this and room is made. Two at once that see it make room twice, nothing worse. */
  private volatile int evictionThreshold = MAX_GAMES;

  public LiveGames(
      GameStore store,
      GameArchive archive,
      GameJournal journal,
      CatalogSource cards,
      Journaled journaled,
      InstantSource clock) {
    this.store = store;
    this.archive = archive;
    this.journal = journal;
    this.moments = new Moments(cards);
    this.archived = new ArchivedGames(cards);
    this.proposals = new Proposals(clock);
    this.settling = new CommitPublisher(journaled, listeners);
    this.wave = new BatchCommit(store, proposals, settling);
    this.catchingUp = new CatchUp(store, archive, cards, listeners);
  }

  /** From now on the listener hears of every commit this node makes or learns of. */
  public void listen(GameListener listener) {
    listeners.add(listener);
  }

  /**
   * A game, as this node last knew it or as the store has it.
   *
   * @throws dev.menagerie.server.CardsUnavailable if its cards are not there as they were
   */
  public Optional<LiveGame> find(GameId game) {
    var known = games.get(game);
    if (known != null) {
      if (known.isBehind()) catchUpIfBehind(known);
      return Optional.of(known);
    }
    return cards.withCards(
        game,
        () -> store.load(game).map(this::remember).or(() -> archive.ended(game).map(archived::of)));
  }

  /** News of what others did; what it is about is looked up when somebody needs it. */
  public void hinted(Hints.Hint hint) {
    switch (hint) {
      case Hints.Hint.Moved moved -> {
        var live = games.get(moved.game());
        if (live != null) live.seenAt(moved.epoch(), moved.version());
      }
      case Hints.Hint.MaybeLost _ -> games.values().forEach(LiveGame::doubt);
      case Hints.Hint.TimeGivenBack given ->
          games.values().stream()
              .filter(live -> Partition.of(live.id()).equals(given.partition()))
              .forEach(LiveGame::doubt);
    }
  }

  /** Does something at a moment that nobody can change meanwhile. */
  public <T> T hold(LiveGame live, Function<Moment, T> work) {
    live.lock().lock();
    try {
      return work.apply(live.moment());
    } finally {
      live.lock().unlock();
    }
  }

  /** Learns what others did to a game, if this node follows it, and tells its listeners. */
  public void catchUp(GameId game, Head seen) {
    var live = games.get(game);
    if (live == null || !isBehind(live.moment().head(), seen)) return;
    live.lock().lock();
    try {
      if (isBehind(live.moment().head(), seen)) catchUp(live);
    } finally {
      live.lock().unlock();
    }
  }

  /** Whether a hint tells something new, as far as can be said without waiting. */
  public boolean isBehind(Hints.Hint.Moved hint) {
    var live = games.get(hint.game());
    if (live == null) return false;
    live.seenAt(hint.epoch(), hint.version());
    return live.isBehind();
  }

  /**
   * Learns what a hint is about. What this node is just committing itself is known once its lock is
   * free, so that the store is asked for what others did only.
   */
  public void catchUp(Hints.Hint.Moved hint) {
    var live = games.get(hint.game());
    if (live != null) catchUpIfBehind(live);
  }

  private void catchUpIfBehind(LiveGame live) {
    hold(live, _ -> !live.isBehind() || catchUp(live));
  }

  private static boolean isBehind(Head mine, Head seen) {
    return mine.epoch() != seen.epoch() || mine.version() < seen.version();
  }

  /** Moves a game on; listeners hear of it before this returns. */
  Outcome extend(GameId game, Step step) {
    var live = find(game).orElse(null);
    if (live == null) return refused(ErrorCode.GAME_NOT_FOUND, "There is no such game.");
    live.lock().lock();
    try {
      return cards.withCards(game, () -> attempts(live, step));
    } finally {
      live.lock().unlock();
    }
  }

  /**
   * Moves several games of one partition on, in one round trip; listeners hear of each before this
   * returns.
   *
   * @return those for which {@link #extend} is the way
   */
  List<GameId> extendTogether(List<GameId> wanted, Step step) {
    var known =
        wanted.stream()
            .map(games::get)
            .filter(Objects::nonNull)
            .filter(live -> !live.isBehind())
            .toList();
    var left = new LinkedHashSet<>(wanted);
    for (var live : wave.take(known, step)) left.remove(live.id());
    return List.copyOf(left);
  }

  /** Decides a step ahead; who takes it later is spared that, if nothing happens in between. */
  void prepare(GameId game, Step step) {
    find(game).ifPresent(live -> hold(live, _ -> prepare(live, step)));
  }

  private boolean prepare(LiveGame live, Step step) {
    var draft = proposals.decided(live, step);
    draft.ifPresent(live::prepare);
    return draft.isPresent();
  }

  private Outcome attempts(LiveGame live, Step step) {
    for (int i = 0; i < MAX_ATTEMPTS; i++) {
      var settled = attempt(live, step);
      if (settled.isPresent()) return settled.get();
    }
    return refused(ErrorCode.BUSY, "Too many changes at once; try again.");
  }

  /** Empty: another attempt is due, at what the game has become. */
  private Optional<Outcome> attempt(LiveGame live, Step step) {
    var prepared = live.prepared(step);
    if (prepared.isPresent()) return commit(live, prepared.get());
    var now = live.moment();
    return switch (step.attempt(live.header(), now)) {
      case Step.Attempt.Refuse refuse ->
          isBehindStore(live) && catchUp(live)
              ? Optional.empty()
              : Optional.of(repeatedOr(live, step, new Outcome.Refused(refuse.refusal())));
      case Step.Attempt.Propose proposal ->
          commit(live, proposals.draft(live.header(), step, now, proposal));
    };
  }

  /** A refusal may only mean that this node has not heard of the game for a while. */
  private boolean isBehindStore(LiveGame live) {
    if (live.moment().isOver()) return false;
    return store.head(live.id()).map(head -> isBehind(live.moment().head(), head)).orElse(true);
  }

  /** A refusal may only mean that the very same request has already happened. */
  private Outcome repeatedOr(LiveGame live, Step step, Outcome otherwise) {
    return step.cause()
        .asked()
        .flatMap(request -> answered(live, request))
        .flatMap(commit -> known(live, commit))
        .orElse(otherwise);
  }

  /** What is over the store lets go of; the journal answers for good. */
  private Optional<Commit> answered(LiveGame live, Request request) {
    var reply = store.reply(live.id(), request);
    return reply.isPresent() || !live.moment().isOver() ? reply : journal.reply(live.id(), request);
  }

  private static Optional<Outcome> known(LiveGame live, Commit commit) {
    return switch (commit) {
      case Commit.Duplicate d ->
          Optional.of(new Outcome.Repeated(d.epoch(), d.version(), d.reply()));
      case Commit.Reused _ ->
          Optional.of(
              refused(ErrorCode.MESSAGE_ID_REUSED, "This message_id was used for something else."));
      case Commit.Committed _,
          Commit.Conflict _,
          Commit.TooEarly _,
          Commit.Ended _,
          Commit.Uncertified _,
          Commit.Full _,
          Commit.Exhausted _,
          Commit.Missing _,
          Commit.Unknown _ ->
          throw new IllegalStateException("not an answer of " + live.id() + " to a request");
    };
  }

  private Optional<Outcome> commit(LiveGame live, Draft draft) {
    var commit = store.commit(live.id(), draft.before().head(), draft.entry());
    return switch (commit) {
      case Commit.Committed done -> Optional.of(settling.settle(live, draft, done));
      case Commit.Duplicate _, Commit.Reused _ -> known(live, commit);
      case Commit.Conflict _, Commit.Ended _, Commit.Missing _ ->
          catchUp(live)
              ? Optional.empty()
              : Optional.of(refused(ErrorCode.GAME_NOT_FOUND, "There is no such game."));
      case Commit.TooEarly early -> Optional.of(new Outcome.NotYet(early.deadline(), early.now()));
      case Commit.Full _ ->
          Optional.of(refused(ErrorCode.BUSY, "The journal is behind; try again."));
      case Commit.Exhausted _ ->
          Optional.of(
              refused(
                  ErrorCode.RATE_LIMITED,
                  "This game has had too many actions: resign, or wait for its clock."));
      case Commit.Uncertified _ -> throw unavailable(live, "is being recovered");
      case Commit.Unknown _ -> throw unavailable(live, "did not answer");
    };
  }

  /** It may have happened all the same: whoever asks next looks first. */
  private static StoreUnavailable unavailable(LiveGame live, String why) {
    live.doubt();
    return new StoreUnavailable(Store.REDIS, new IllegalStateException(why));
  }

  private LiveGame remember(Loaded loaded) {
    var header = Json.read(loaded.header(), GameHeader.class);
    if (games.size() >= evictionThreshold) makeRoom();
    var live = new LiveGame(header, moments.of(loaded));
    var raced = games.putIfAbsent(loaded.game(), live);
    if (raced != null) return raced;
    for (var listener : listeners) listener.resynced(live);
    return live;
  }

  /**
   * Any that nobody listens to will do: what is in use comes back with its next action. Where all
   * are listened to there is no room to make, and not every newcomer may look through all of them.
   */
  private void makeRoom() {
    games.keySet().stream()
        .filter(game -> listeners.stream().noneMatch(listener -> listener.isFollowing(game)))
        .limit(Math.max(0, games.size() - MAX_GAMES) + EVICTION_BATCH)
        .forEach(games::remove);
    evictionThreshold = Math.max(MAX_GAMES, games.size() + EVICTION_BATCH);
  }

  /** Under the lock: false if there is no such game any more. */
  private boolean catchUp(LiveGame live) {
    if (catchingUp.follow(live)) return true;
    games.remove(live.id());
    return false;
  }

  /** A game's clock as the store has it. */
  Optional<GameClock> clock(GameId game) {
    return store.clock(game).map(reading -> reading.clock());
  }

  private static Outcome refused(ErrorCode code, String message) {
    return new Outcome.Refused(Refusal.of(code, message));
  }
}
