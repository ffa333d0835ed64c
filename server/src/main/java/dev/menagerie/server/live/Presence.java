package dev.menagerie.server.live;

import dev.menagerie.protocol.ServerMessage.OpponentConnected;
import dev.menagerie.protocol.ServerMessage.OpponentConnected.Status;
import dev.menagerie.protocol.ServerMessage.Spectators;
import dev.menagerie.rules.state.Seat;
import dev.menagerie.server.game.GameId;
import dev.menagerie.server.game.UserId;
import dev.menagerie.server.play.Games;
import dev.menagerie.server.play.LiveGame;
import dev.menagerie.server.play.PlayerEntry;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Who is there: what a player hears of the other one, and of how many watch. Absences shorter than
 * {@link LiveSettings#FLAP} are not told; spectators are counted in batches.
 */
final class Presence {
  private static final Duration COUNT_BATCH = Duration.ofMillis(500);

  private final Games games;
  private final Rooms rooms;
  private final Scheduler scheduler;
  private final Envelopes envelopes;
  private final ConcurrentHashMap<Chair, Status> told = new ConcurrentHashMap<>();
  private final ConcurrentHashMap<GameId, Boolean> counting = new ConcurrentHashMap<>();

  private record Chair(GameId game, Seat seat) {}

  Presence(Games games, Rooms rooms, Scheduler scheduler, Envelopes envelopes) {
    this.games = games;
    this.rooms = rooms;
    this.scheduler = scheduler;
    this.envelopes = envelopes;
  }

  /** Somebody who was away is about to be back: if it is for them to act, they get more time. */
  void arriving(Session session, LiveGame game, Session.Place place, Following.Resume resume) {
    if (place.seat().isEmpty()) return;
    var seat = place.seat().get();
    boolean wasAway =
        resume.lastEventId().isPresent() || told.containsKey(new Chair(game.id(), seat));
    boolean isHere = session.place().equals(Optional.of(place));
    boolean toAct = game.moment().state().flatMap(state -> state.toAct()).equals(place.seat());
    if (wasAway && !isHere && toAct && !game.moment().isOver()) games.grace(game.id(), seat);
  }

  /** Somebody is here. */
  void arrived(Session session, LiveGame game, Session.Place place) {
    if (place.seat().isPresent()) playerArrived(session, game, place.seat().get());
    else countSoon(game);
    rooms.inRoom(
        game.id(),
        room ->
            session.send(envelopes.of(game, game.moment()), new Spectators(room.spectatorCount())));
  }

  private void playerArrived(Session session, LiveGame game, Seat seat) {
    var chair = new Chair(game.id(), seat);
    var before = told.put(chair, Status.CONNECTED);
    if (before == null) announce(game, seat, Status.CONNECTED, Optional.of(session));
    if (before == Status.DISCONNECTED) {
      announce(game, seat, Status.RECONNECTED, Optional.of(session));
    }
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

  private Status statusOf(LiveGame game, Seat seat, PlayerEntry player) {
    if (player.bot().isPresent()) return Status.CONNECTED;
    boolean here = rooms.find(game.id()).map(room -> room.seatsHere().contains(seat)).orElse(false);
    return here ? Status.CONNECTED : Status.DISCONNECTED;
  }

  /** Somebody left; if they are not back soon, the other player hears of it. */
  void left(Session session, Session.Place place) {
    place
        .seat()
        .ifPresentOrElse(
            seat ->
                scheduler.after(
                    LiveSettings.FLAP, () -> stillAway(place.game(), seat, session.user())),
            () -> rooms.find(place.game()).ifPresent(room -> countSoon(room.game())));
  }

  private void stillAway(GameId id, Seat seat, UserId user) {
    boolean back = rooms.find(id).map(room -> room.seatsHere().contains(seat)).orElse(false);
    if (back) return;
    var chair = new Chair(id, seat);
    var room = rooms.find(id);
    if (room.isEmpty() || room.get().game().moment().isOver()) {
      told.remove(chair);
      return;
    }
    if (told.replace(chair, Status.CONNECTED, Status.DISCONNECTED)) {
      announce(room.get().game(), seat, Status.DISCONNECTED, Optional.empty());
    }
  }

  private void announce(LiveGame game, Seat seat, Status status, Optional<Session> except) {
    game.moment()
        .player(seat)
        .ifPresent(player ->
            rooms.inRoom(
                game.id(),
                room ->
                    room.announce(new OpponentConnected(player.user().value(), status), except)));
  }

  private void countSoon(LiveGame game) {
    if (counting.putIfAbsent(game.id(), true) != null) return;
    scheduler.after(
        COUNT_BATCH,
        () -> {
          counting.remove(game.id());
          rooms.inRoom(
              game.id(),
              room -> room.announce(new Spectators(room.spectatorCount()), Optional.empty()));
        });
  }
}
