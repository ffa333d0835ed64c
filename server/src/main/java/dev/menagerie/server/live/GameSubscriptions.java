package dev.menagerie.server.live;

import dev.menagerie.codec.Json;
import dev.menagerie.protocol.ClientMessage;
import dev.menagerie.protocol.ClientMessage.Sync;
import dev.menagerie.protocol.ErrorCode;
import dev.menagerie.protocol.Reply;
import dev.menagerie.protocol.ServerMessage;
import dev.menagerie.server.GameUnavailable;
import dev.menagerie.server.game.Audience;
import dev.menagerie.server.game.GameId;
import dev.menagerie.server.game.GameStore;
import dev.menagerie.server.game.LifecycleStatus;
import dev.menagerie.server.play.Games;
import dev.menagerie.server.play.LiveGame;
import dev.menagerie.server.play.Moment;
import dev.menagerie.server.play.Refusals;
import java.util.Optional;
import java.util.function.Consumer;

/** Joins, watches, leaves and resumes games for sessions. */
final class GameSubscriptions {
  private static final String OWN_GAME = "You cannot watch your own game.";

  /** The Socket.IO room of the connections that have had their first message. */
  static final String GREETED = "greeted";

  private final GameStore store;
  private final Membership membership;
  private final GameLookup lookup;
  private final MissedEvents missed;
  private final Envelopes envelopes;
  private final boolean hasChat;
  private final AnnouncementFeed announcements;

  GameSubscriptions(
      GameStore store,
      Membership membership,
      GameLookup lookup,
      MissedEvents missed,
      Envelopes envelopes,
      boolean hasChat,
      AnnouncementFeed announcements) {
    this.store = store;
    this.membership = membership;
    this.lookup = lookup;
    this.missed = missed;
    this.envelopes = envelopes;
    this.hasChat = hasChat;
    this.announcements = announcements;
  }

  /**
   * The point from which a client resumes.
   *
   * @param lastEventId the last version that the client has seen
   */
  record Resume(Optional<Long> lastEventId, Optional<Integer> epoch) {
    static final Resume NOTHING = new Resume(Optional.empty(), Optional.empty());
  }

  /** Greets a new connection and resumes the game that it asks for, or the user's latest one. */
  void rejoin(ClientSession session) {
    var active = store.activeGamesOf(session.user());
    announcements.greet(inForce -> {
      session.send(
          envelopes.plain(),
          new ServerMessage.SessionReady(
              session.user().value(),
              envelopes.now(),
              LiveSettings.PROTOCOL_VERSION,
              active.stream().map(GameId::value).toList(),
              hasChat,
              inForce));
      session.socket().join(GREETED);
    });
    var request = RejoinRequest.of(session.socket().attribute(TokenAdmission.CONNECT));
    var requested = request.gameId().flatMap(id -> ownSeat(session, id));
    var resume = requested.isPresent() ? request.resume() : Resume.NOTHING;
    requested
        .or(() -> active.stream().flatMap(id -> ownSeat(session, id.value()).stream()).findFirst())
        .ifPresent(seated -> rejoin(session, seated, request, resume));
  }

  /**
   * The user's seat in a game to resume; empty if the game is unknown or cannot be loaded. Joining
   * such a game explicitly returns the reason.
   */
  private Optional<GameLookup.Found.Seated> ownSeat(ClientSession session, String gameId) {
    try {
      return lookup.seat(gameId, session.user()) instanceof GameLookup.Found.Seated seated
          ? Optional.of(seated)
          : Optional.empty();
    } catch (GameUnavailable unavailable) {
      return Optional.empty();
    }
  }

  private void rejoin(
      ClientSession session, GameLookup.Found.Seated seated, RejoinRequest request, Resume resume) {
    var subscription =
        new ClientSession.Subscription(
            seated.game().id(),
            Optional.of(seated.seat()),
            request.sync(),
            request.legalActions(),
            request.events());
    enter(session, seated.game(), subscription, resume, _ -> {});
  }

  void join(ClientSession session, ClientMessage.Join message, MessageResponder responder) {
    switch (lookup.seat(message.gameId(), session.user())) {
      case GameLookup.Found.Refused refused -> responder.refuse(refused.refusal());
      case GameLookup.Found.Seated seated -> {
        var subscription =
            new ClientSession.Subscription(
                seated.game().id(),
                Optional.of(seated.seat()),
                message.sync().orElse(Sync.FULL),
                message.legalActions().orElse(true),
                message.events().orElse(true));
        var resume = new Resume(message.lastEventId(), message.epoch());
        enter(
            session,
            seated.game(),
            subscription,
            resume,
            moment -> joined(responder, seated.game(), moment));
      }
    }
  }

  void spectate(ClientSession session, ClientMessage.Spectate message, MessageResponder responder) {
    var found = lookup.find(message.gameId(), session.user());
    if (found.isEmpty() || isClosedTo(found.get())) {
      responder.refuse(Refusals.GAME_NOT_FOUND);
    } else if (found.get().seat().isPresent()) {
      responder.refuse(ErrorCode.FORBIDDEN, OWN_GAME);
    } else {
      var game = found.get().game();
      var subscription =
          new ClientSession.Subscription(
              game.id(),
              Optional.empty(),
              message.sync().orElse(Sync.FULL),
              false,
              message.events().orElse(true));
      var resume = new Resume(message.lastEventId(), message.epoch());
      boolean entered =
          enter(session, game, subscription, resume, moment -> watching(responder, game, moment));
      if (!entered) responder.refuse(ErrorCode.FORBIDDEN, OWN_GAME);
    }
  }

  /** Whether the game is private and the user has no seat: it does not exist for this user. */
  private static boolean isClosedTo(Games.KnownGame found) {
    return found.seat().isEmpty() && found.game().header().audience() == Audience.PRIVATE;
  }

  /** Replies to a new spectator. With a delay, version and end of the game are not revealed. */
  private static void watching(MessageResponder responder, LiveGame game, Moment moment) {
    if (game.header().spectatorDelayMs() == 0) {
      joined(responder, game, moment);
      return;
    }
    var status = moment.isOver() ? LifecycleStatus.ACTIVE : moment.status();
    responder.reply(
        new Reply.Joined(
            true,
            game.id().value(),
            Json.toTree(status).asString(),
            Envelopes.HIDDEN_VERSION,
            moment.head().epoch()));
  }

  private static void joined(MessageResponder responder, LiveGame game, Moment moment) {
    responder.reply(
        new Reply.Joined(
            true,
            game.id().value(),
            Json.toTree(moment.status()).asString(),
            moment.version(),
            moment.head().epoch()));
  }

  private boolean enter(
      ClientSession session,
      LiveGame game,
      ClientSession.Subscription subscription,
      Resume resume,
      Consumer<Moment> acknowledge) {
    return membership.enter(
        session,
        game,
        subscription,
        room -> {
          var moment = game.moment();
          acknowledge.accept(moment);
          var sinceThen = missed.since(game, moment, subscription.viewer(), resume);
          room.welcome(session, subscription, moment, sinceThen.events(), sinceThen.resync());
        });
  }

  void leave(ClientSession session, ClientMessage.Leave message, MessageResponder responder) {
    membership.leave(session, message.gameId());
    responder.reply(new Reply.Done(true));
  }
}
