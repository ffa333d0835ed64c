package dev.menagerie.server.live;

import dev.menagerie.protocol.ServerMessage;
import dev.menagerie.protocol.ServerMessage.OpponentConnected;
import dev.menagerie.protocol.ServerMessage.OpponentConnected.Status;
import dev.menagerie.protocol.ServerMessage.Spectators;
import dev.menagerie.rules.state.Seat;
import dev.menagerie.server.CardsUnavailable;
import dev.menagerie.server.game.Connections.Announced;
import dev.menagerie.server.game.Connections.Connection;
import dev.menagerie.server.game.GameId;
import dev.menagerie.server.game.UserId;
import dev.menagerie.server.play.Games;
import dev.menagerie.server.play.LiveGame;
import dev.menagerie.server.play.PlayerEntry;
import dev.menagerie.socketio.Namespace;
import dev.menagerie.socketio.packet.EncodedJson;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Who is there: what a player hears of the other one, and of how many watch, on all nodes. Absences
 * shorter than {@link LiveSettings#FLAP} are not told; spectators are counted in batches.
 */
final class Presence {
  private static final Duration COUNT_BATCH = Duration.ofMillis(500);

  private final Namespace namespace;
  private final Games games;
  private final Registry registry;
  private final Scheduler scheduler;
  private final Envelopes envelopes;
  private final ConcurrentHashMap<GameId, Boolean> counting = new ConcurrentHashMap<>();

  /** Those who left a moment ago; whoever comes back and leaves again starts another. */
  private final ConcurrentHashMap<Chair, Absence> absences = new ConcurrentHashMap<>();

  /** One going away; equal to itself only. */
  private static final class Absence {}

  private record Chair(GameId game, Seat seat) {}

  Presence(
      Namespace namespace,
      Games games,
      Registry registry,
      Scheduler scheduler,
      Envelopes envelopes) {
    this.namespace = namespace;
    this.games = games;
    this.registry = registry;
    this.scheduler = scheduler;
    this.envelopes = envelopes;
  }

  /** Somebody who was away is about to be back: if it is for them to act, they get more time. */
  void arriving(
      Session session, LiveGame game, Session.Place place, GameSubscriptions.Resume resume) {
    if (place.seat().isEmpty()) return;
    boolean isHere = session.place().filter(here -> isSameChair(here, place)).isPresent();
    boolean toAct = game.moment().state().flatMap(state -> state.toAct()).equals(place.seat());
    if (isHere || !toAct || game.moment().isOver()) return;
    boolean wasHereBefore =
        resume.lastEventId().isPresent()
            || registry.lastAnnounced(game.id(), session.user()).isPresent();
    if (wasHereBefore) games.grace(game.id(), place.seat().get());
  }

  /** Another way to follow is no absence. */
  private static boolean isSameChair(Session.Place here, Session.Place there) {
    return here.game().equals(there.game()) && here.seat().equals(there.seat());
  }

  /** Somebody is here. */
  void arrived(Session session, LiveGame game, Session.Place place) {
    if (place.seat().isPresent()) playerArrived(session, game, place.seat().get());
    else countSoon(game);
    session.send(envelopes.of(game, game.moment()), new Spectators(registry.watchers(game.id())));
  }

  private void playerArrived(Session session, LiveGame game, Seat seat) {
    absences.remove(new Chair(game.id(), seat));
    announceArrival(game, session.user(), session.socket().id());
    tellOfOpponent(session, game, seat.other());
  }

  private void announceArrival(LiveGame game, UserId user, String exceptSocket) {
    var before = registry.announce(game.id(), user, Announced.HERE);
    if (before.equals(Optional.of(Announced.HERE))) return;
    var status = before.isEmpty() ? Status.CONNECTED : Status.RECONNECTED;
    tellEveryone(game, new OpponentConnected(user.value(), status), exceptSocket);
  }

  private void tellOfOpponent(Session session, LiveGame game, Seat other) {
    game.moment()
        .player(other)
        .ifPresent(opponent ->
            session.send(
                envelopes.of(game, game.moment()),
                new OpponentConnected(opponent.user().value(), statusOf(game, opponent))));
  }

  /** What all have been told: who has left a moment ago counts as here. */
  private Status statusOf(LiveGame game, PlayerEntry player) {
    boolean here =
        player.bot().isPresent()
            || registry.lastAnnounced(game.id(), player.user()).equals(Optional.of(Announced.HERE));
    return here ? Status.CONNECTED : Status.DISCONNECTED;
  }

  /** Somebody left; if they are not back soon, wherever, the other player hears of it. */
  void left(Session session, LiveGame game, Session.Place place) {
    place
        .seat()
        .ifPresentOrElse(seat -> playerLeft(session.user(), game, seat), () -> countSoon(game));
  }

  private void playerLeft(UserId user, LiveGame game, Seat seat) {
    var chair = new Chair(game.id(), seat);
    var absence = new Absence();
    absences.put(chair, absence);
    scheduler.after(
        LiveSettings.FLAP,
        () -> {
          if (absences.remove(chair, absence)) stillAway(game, user);
        });
  }

  /** A connection fell silent: that of a client that hung, or of a node that died. */
  void departed(Connection gone) {
    playedBy(gone.user(), gone.game()).ifPresent(game -> stillAway(game, gone.user()));
  }

  /** A session was thought gone, as after a time without the store, and is not. */
  void returned(Session session) {
    playedBy(session.user(), session.place().map(Session.Place::game))
        .ifPresent(game -> announceArrival(game, session.user(), session.socket().id()));
  }

  private Optional<LiveGame> playedBy(UserId user, Optional<GameId> game) {
    try {
      return game.flatMap(id -> games.find(id, user))
          .filter(place -> place.seat().isPresent())
          .map(Games.Place::game);
    } catch (CardsUnavailable told) {
      return Optional.empty(); // nobody follows the game here: there is nobody to be told
    }
  }

  private void stillAway(LiveGame game, UserId user) {
    if (game.moment().isOver() || registry.isHere(game.id(), user)) return;
    if (!registry.announce(game.id(), user, Announced.AWAY).equals(Optional.of(Announced.HERE)))
      return;
    tellEveryone(game, new OpponentConnected(user.value(), Status.DISCONNECTED), "");
    // Back on another node meanwhile, which could not know what was about to be told here.
    if (registry.isHere(game.id(), user)) announceArrival(game, user, "");
  }

  private void countSoon(LiveGame game) {
    if (counting.putIfAbsent(game.id(), true) != null) return;
    scheduler.after(
        COUNT_BATCH,
        () -> {
          counting.remove(game.id());
          tellEveryone(game, new Spectators(registry.watchers(game.id())), "");
        });
  }

  private void tellEveryone(LiveGame game, ServerMessage message, String exceptSocket) {
    var envelope = envelopes.of(game, game.moment());
    namespace
        .to(Membership.playersOf(game.id()), Membership.spectatorsOf(game.id()))
        .except(exceptSocket)
        .emit(message.event(), new EncodedJson(envelope.encode(message)));
  }
}
