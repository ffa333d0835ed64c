package dev.menagerie.server.play;

import dev.menagerie.codec.Json;
import dev.menagerie.protocol.ErrorCode;
import dev.menagerie.protocol.Refusal;
import dev.menagerie.server.StoreUnavailable;
import dev.menagerie.server.StoreUnavailable.Store;
import dev.menagerie.server.game.ClockOp;
import dev.menagerie.server.game.GameClock;
import dev.menagerie.server.game.GameId;
import dev.menagerie.server.game.GameJournal;
import dev.menagerie.server.game.GameJournal.Creation;
import dev.menagerie.server.game.GameJournal.CreationKey;
import dev.menagerie.server.game.GameJournal.CreationLimits;
import dev.menagerie.server.game.GameStore;
import dev.menagerie.server.game.Head;
import dev.menagerie.server.game.InstallResult;
import dev.menagerie.server.game.NewGame;
import dev.menagerie.server.game.UserId;
import dev.menagerie.server.play.Lobby.Entrance;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/** Brings a new game into both stores, first the journal: it exists once both have it. */
record GameCreator(
    GameSteps games,
    GameStore store,
    GameJournal journal,
    CreationLimits limits,
    WaitingTime waitingTime) {
  /** Upper bound on checks for a creation in progress, which takes milliseconds if alive. */
  private static final int INSTALL_CHECKS = 20;

  private static final Duration INSTALL_PAUSE = Duration.ofMillis(50);

  Entrance create(GameHeader header, Optional<CreationKey> key) {
    var moment = waiting(header);
    var game =
        new NewGame(
            header.game(),
            Json.text(header),
            EntryBuilder.checkpoint(header, moment),
            new ClockOp.Start(waitingTime.of(header)),
            invited(header.invitation()));
    return switch (journal.create(game, key, limits)) {
      case Creation.Created _ -> installed(game);
      case Creation.Repeated repeated -> first(repeated.game());
      case Creation.LimitReached reached ->
          new Entrance.LimitReached(reached.limit(), reached.most());
    };
  }

  /**
   * The game of an earlier creation, which may be on its way into the store at this moment. If its
   * node has died on the way, looking for it brings it there.
   */
  private Entrance first(GameId game) {
    for (int i = 0; i < INSTALL_CHECKS && store.head(game).isEmpty(); i++) {
      LockSupport.parkNanos(INSTALL_PAUSE.toNanos());
    }
    return games
        .find(game)
        .<Entrance>map(Entrance.Entered::new)
        .orElseThrow(() -> unavailable("the same creation is not finished"));
  }

  private Entrance installed(NewGame game) {
    return switch (store.install(game)) {
      case InstallResult.Installed _ ->
          games
              .announce(game.id())
              .<Entrance>map(Entrance.Entered::new)
              .orElseThrow(() -> unavailable("a new game is not there"));
      case InstallResult.Full _ -> {
        journal.discard(game.id());
        yield new Entrance.Refused(
            Refusal.of(ErrorCode.BUSY, "No new games are taken now; try again."));
      }
      case InstallResult.Uncertified _ -> {
        journal.discard(game.id());
        throw unavailable("the store is being recovered");
      }
    };
  }

  private static Optional<UserId> invited(Invitation invitation) {
    return invitation instanceof Invitation.User user ? Optional.of(user.user()) : Optional.empty();
  }

  private static StoreUnavailable unavailable(String why) {
    return new StoreUnavailable(Store.REDIS, new IllegalStateException(why));
  }

  private static Moment waiting(GameHeader header) {
    return new Moment(
        Head.initial(""),
        List.of(header.creator()),
        Optional.empty(),
        GameClock.NONE,
        Optional.empty(),
        header.createdAt(),
        Optional.empty(),
        0);
  }
}
