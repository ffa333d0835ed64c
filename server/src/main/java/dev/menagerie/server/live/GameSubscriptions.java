package dev.menagerie.server.live;

import dev.menagerie.codec.Json;
import dev.menagerie.protocol.ClientMessage;
import dev.menagerie.protocol.ClientMessage.Sync;
import dev.menagerie.protocol.ErrorCode;
import dev.menagerie.protocol.Reply;
import dev.menagerie.protocol.ServerMessage;
import dev.menagerie.server.CardsUnavailable;
import dev.menagerie.server.game.Audience;
import dev.menagerie.server.game.Connections.Announced;
import dev.menagerie.server.game.GameId;
import dev.menagerie.server.game.GameStatus;
import dev.menagerie.server.game.GameStore;
import dev.menagerie.server.play.Games;
import dev.menagerie.server.play.LiveGame;
import dev.menagerie.server.play.Moment;
import dev.menagerie.socketio.engineio.CloseReason;
import java.util.Optional;

/** Who follows which game: joining, watching, leaving, coming back. */
final class GameSubscriptions {
  private static final String OWN_GAME = "You cannot watch your own game.";

  private final GameStore store;
  private final Rooms rooms;
  private final GameLookup finding;
  private final MissedEvents missed;
  private final Presence presence;
  private final Registry registry;
  private final Envelopes envelopes;

  GameSubscriptions(
      GameStore store,
      Rooms rooms,
      GameLookup finding,
      MissedEvents missed,
      Presence presence,
      Registry registry,
      Envelopes envelopes) {
    this.store = store;
    this.rooms = rooms;
    this.finding = finding;
    this.missed = missed;
    this.presence = presence;
    this.registry = registry;
    this.envelopes = envelopes;
  }

  /**
   * From where somebody wants to go on.
   *
   * @param lastEventId the last version they saw
   */
  record Resume(Optional<Long> lastEventId, Optional<Integer> epoch) {
    static final Resume NOTHING = new Resume(Optional.empty(), Optional.empty());
  }

  /** A connection is up: greets it, and takes its user back to their unfinished game. */
  void rejoin(Session session) {
    var active = store.activeGamesOf(session.user());
    session.send(
        envelopes.plain(),
        new ServerMessage.SessionReady(
            session.user().value(),
            envelopes.now(),
            LiveSettings.PROTOCOL_VERSION,
            active.stream().map(GameId::value).toList()));
    var wish = RejoinRequest.of(session.socket().attribute(Sessions.CONNECT));
    var wished = wish.gameId().flatMap(id -> ownSeat(session, id));
    var resume = wished.isPresent() ? wish.resume() : Resume.NOTHING;
    wished
        .or(() -> active.stream().flatMap(id -> ownSeat(session, id.value()).stream()).findFirst())
        .ifPresent(seated -> rejoin(session, seated, wish, resume));
  }

  /**
   * A client may still name a game that is gone, or never was its own; and one that cannot be taken
   * up here keeps nobody from the others. Asking for it tells why.
   */
  private Optional<GameLookup.Found.Seated> ownSeat(Session session, String gameId) {
    try {
      return finding.seat(gameId, session.user()) instanceof GameLookup.Found.Seated seated
          ? Optional.of(seated)
          : Optional.empty();
    } catch (CardsUnavailable told) {
      return Optional.empty();
    }
  }

  private void rejoin(
      Session session, GameLookup.Found.Seated seated, RejoinRequest wish, Resume resume) {
    var at =
        new Session.Place(
            seated.game().id(),
            Optional.of(seated.seat()),
            wish.sync(),
            wish.legalActions(),
            wish.events());
    enter(session, seated.game(), at, resume, _ -> {});
  }

  void join(Session session, ClientMessage.Join message, Answer answer) {
    switch (finding.seat(message.gameId(), session.user())) {
      case GameLookup.Found.Refused refused -> answer.refuse(refused.refusal());
      case GameLookup.Found.Seated seated -> {
        var place =
            new Session.Place(
                seated.game().id(),
                Optional.of(seated.seat()),
                message.sync().orElse(Sync.FULL),
                message.legalActions().orElse(true),
                message.events().orElse(true));
        var resume = new Resume(message.lastEventId(), message.epoch());
        enter(
            session, seated.game(), place, resume, moment -> joined(answer, seated.game(), moment));
      }
    }
  }

  void spectate(Session session, ClientMessage.Spectate message, Answer answer) {
    var found = finding.find(message.gameId(), session.user());
    if (found.isEmpty() || isClosedTo(found.get())) {
      answer.refuse(ErrorCode.GAME_NOT_FOUND, "There is no such game.");
    } else if (found.get().seat().isPresent()) {
      answer.refuse(ErrorCode.FORBIDDEN, OWN_GAME);
    } else {
      var game = found.get().game();
      var place =
          new Session.Place(
              game.id(),
              Optional.empty(),
              message.sync().orElse(Sync.FULL),
              false,
              message.events().orElse(true));
      var resume = new Resume(message.lastEventId(), message.epoch());
      boolean entered =
          enter(session, game, place, resume, moment -> watching(answer, game, moment));
      if (!entered) answer.refuse(ErrorCode.FORBIDDEN, OWN_GAME);
    }
  }

  /** A private game is nobody's to watch; its players hear that it is their own. */
  private static boolean isClosedTo(Games.Place place) {
    return place.seat().isEmpty() && place.game().header().audience() == Audience.PRIVATE;
  }

  /** With a delay the reply says nothing of where the game is: the state comes later, too. */
  private static void watching(Answer answer, LiveGame game, Moment moment) {
    if (game.header().spectatorDelayMs() == 0) {
      joined(answer, game, moment);
      return;
    }
    var status = moment.isOver() ? GameStatus.ACTIVE : moment.status();
    answer.give(
        new Reply.Joined(
            true,
            game.id().value(),
            Json.toTree(status).asString(),
            Envelopes.HIDDEN_VERSION,
            moment.head().epoch()));
  }

  private static void joined(Answer answer, LiveGame game, Moment moment) {
    answer.give(
        new Reply.Joined(
            true,
            game.id().value(),
            Json.toTree(moment.status()).asString(),
            moment.version(),
            moment.head().epoch()));
  }

  /** Asked for and told under the game's lock: no commit comes between the state and the room. */
  private boolean enter(
      Session session,
      LiveGame game,
      Session.Place place,
      Resume resume,
      java.util.function.Consumer<Moment> acknowledge) {
    session
        .place()
        .filter(
            former -> !former.game().equals(place.game()) || !former.seat().equals(place.seat()))
        .ifPresent(_ -> depart(session, Announced.LEFT));
    presence.arriving(session, game, place);
    boolean entered =
        rooms.enter(
        game,
        room -> {
          var moment = game.moment();
          if (place.seat().isEmpty() && moment.seatOf(session.user()).isPresent()) return false;
          session.place(Optional.of(place));
          room.add(session, place);
          session.socket().join(roomName(place));
          acknowledge.accept(moment);
          var told = missed.since(game, moment, place.viewer(), resume);
          room.welcome(session, place, moment, told.events(), told.resync());
          return true;
        });
    if (!entered) return false;
    registry.enter(session, place);
    presence.arrived(session, game, place);
    return true;
  }

  void leave(Session session, ClientMessage.Leave message, Answer answer) {
    boolean here =
        session.place().map(place -> place.game().value().equals(message.gameId())).orElse(false);
    if (here) {
      depart(session, Announced.LEFT);
      registry.leave(session);
    }
    answer.give(new Reply.Done(true));
  }

  /** The session's user has taken a seat in the game it watches. */
  void stopWatching(Session session) {
    if (session.place().filter(place -> place.seat().isEmpty()).isEmpty()) return;
    depart(session, Announced.LEFT);
    registry.leave(session);
  }

  /** A connection is closed, for this reason. */
  void gone(Session session, CloseReason reason) {
    var how =
        switch (reason) {
          case CLIENT_LEFT, SERVER_DISCONNECTED -> Announced.LEFT;
          default -> Announced.AWAY;
        };
    depart(session, how);
  }

  private void depart(Session session, Announced how) {
    session.place().ifPresent(place -> depart(session, place, how));
  }

  private void depart(Session session, Session.Place place, Announced how) {
    var game = rooms.find(place.game()).map(Room::game);
    session.place(Optional.empty());
    session.socket().leave(roomName(place));
    rooms.inRoom(place.game(), room -> room.remove(session));
    game.ifPresent(left -> presence.left(session, left, place, how));
  }

  /** The Socket.IO room of a game's players. */
  static String playersOf(GameId game) {
    return "game:" + game.value();
  }

  /** The Socket.IO room of those who watch a game. */
  static String spectatorsOf(GameId game) {
    return "spectators:" + game.value();
  }

  private static String roomName(Session.Place place) {
    return place.seat().isPresent() ? playersOf(place.game()) : spectatorsOf(place.game());
  }
}
