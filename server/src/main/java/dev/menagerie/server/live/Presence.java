package dev.menagerie.server.live;

import dev.menagerie.protocol.ServerMessage;
import dev.menagerie.protocol.ServerMessage.OpponentConnected;
import dev.menagerie.protocol.ServerMessage.OpponentConnected.Status;
import dev.menagerie.protocol.ServerMessage.Spectators;
import dev.menagerie.rules.state.Seat;
import dev.menagerie.server.game.Connections.Connection;
import dev.menagerie.server.game.GameId;
import dev.menagerie.server.game.UserId;
import dev.menagerie.server.play.Games;
import dev.menagerie.server.play.LiveGame;
import dev.menagerie.server.play.PlayerEntry;
import dev.menagerie.socketio.Namespace;
import dev.menagerie.socketio.packet.EncodedJson;
import java.time.Duration;
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
  private final ConcurrentHashMap<Chair, Status> told = new ConcurrentHashMap<>();
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
  void arriving(Session session, LiveGame game, Session.Place place, Following.Resume resume) {
    if (place.seat().isEmpty()) return;
    var seat = place.seat().get();
    boolean wasAway =
        resume.lastEventId().isPresent() || told.containsKey(new Chair(game.id(), seat));
    boolean isHere = session.place().filter(here -> isSameChair(here, place)).isPresent();
    boolean toAct = game.moment().state().flatMap(state -> state.toAct()).equals(place.seat());
    if (wasAway && !isHere && toAct && !game.moment().isOver()) games.grace(game.id(), seat);
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
    var chair = new Chair(game.id(), seat);
    absences.remove(chair);
    var before = told.put(chair, Status.CONNECTED);
    if (before == null) announce(game, seat, Status.CONNECTED, session);
    if (before == Status.DISCONNECTED) announce(game, seat, Status.RECONNECTED, session);
    tellOfOpponent(session, game, seat.other());
  }

  private void tellOfOpponent(Session session, LiveGame game, Seat other) {
    game.moment()
        .player(other)
        .ifPresent(opponent ->
            session.send(
                envelopes.of(game, game.moment()),
                new OpponentConnected(opponent.user().value(), statusOf(game, other, opponent))));
  }

  /** Who has left a moment ago counts as here: nobody would tell of their return. */
  private Status statusOf(LiveGame game, Seat seat, PlayerEntry player) {
    boolean here =
        player.bot().isPresent()
            || absences.containsKey(new Chair(game.id(), seat))
            || registry.isHere(game.id(), player.user());
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
          if (absences.remove(chair, absence)) stillAway(game, seat, user);
        });
  }

  /** A connection fell silent: that of a client that hung, or of a node that died. */
  void departed(Connection gone) {
    gone.game()
        .flatMap(id -> games.find(id, gone.user()))
        .ifPresent(place ->
            place
                .seat()
                .ifPresent(seat -> {
                  told.putIfAbsent(new Chair(place.game().id(), seat), Status.CONNECTED);
                  stillAway(place.game(), seat, gone.user());
                }));
  }

  private void stillAway(LiveGame game, Seat seat, UserId user) {
    if (registry.isHere(game.id(), user)) return;
    var chair = new Chair(game.id(), seat);
    if (game.moment().isOver()) {
      told.remove(chair);
    } else if (told.replace(chair, Status.CONNECTED, Status.DISCONNECTED)) {
      tellEveryone(game, new OpponentConnected(user.value(), Status.DISCONNECTED), "");
    }
  }

  private void announce(LiveGame game, Seat seat, Status status, Session except) {
    game.moment()
        .player(seat)
        .ifPresent(player ->
            tellEveryone(
                game, new OpponentConnected(player.user().value(), status), except.socket().id()));
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
        .to(Following.playersOf(game.id()), Following.spectatorsOf(game.id()))
        .except(exceptSocket)
        .emit(message.event(), new EncodedJson(envelope.encode(message)));
  }
}
