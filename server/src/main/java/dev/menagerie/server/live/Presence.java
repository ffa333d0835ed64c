package dev.menagerie.server.live;

import dev.menagerie.protocol.Envelope;
import dev.menagerie.protocol.ServerMessage;
import dev.menagerie.protocol.ServerMessage.OpponentConnected;
import dev.menagerie.protocol.ServerMessage.OpponentConnected.Status;
import dev.menagerie.protocol.ServerMessage.Spectators;
import dev.menagerie.rules.state.Seat;
import dev.menagerie.server.GameUnavailable;
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
 * Announces the presence of players and the number of spectators, across nodes. Absences shorter
 * than {@link LiveSettings#FLAP} are not announced; spectators are counted in batches.
 */
final class Presence {
  private static final Duration COUNT_BATCH = Duration.ofMillis(500);

  private final Namespace namespace;
  private final Games games;
  private final ConnectionRegistry registry;
  private final Scheduler scheduler;
  private final Envelopes envelopes;
  private final ConcurrentHashMap<GameId, Boolean> counting = new ConcurrentHashMap<>();

  /** Pending departures; each new one replaces the one before. */
  private final ConcurrentHashMap<GameSeat, Absence> absences = new ConcurrentHashMap<>();

  /** A pending departure; equal to itself only. */
  private static final class Absence {}

  private record GameSeat(GameId game, Seat seat) {}

  Presence(
      Namespace namespace,
      Games games,
      ConnectionRegistry registry,
      Scheduler scheduler,
      Envelopes envelopes) {
    this.namespace = namespace;
    this.games = games;
    this.registry = registry;
    this.scheduler = scheduler;
    this.envelopes = envelopes;
  }

  /**
   * Ends the absence of a player, and gives more time if the connection was lost and it is for the
   * player to act. Leaving the game, disconnecting or opening another connection earns none: only
   * an absence that was announced as {@link Announced#AWAY} does.
   */
  void arriving(ClientSession session, LiveGame game, ClientSession.Subscription subscription) {
    if (subscription.seat().isEmpty() || game.moment().isOver()) return;
    noteReturn(game, subscription.seat().get());
    boolean isToAct =
        game.moment().state().flatMap(state -> state.toAct()).equals(subscription.seat());
    if (!isToAct) return;
    boolean wasLost =
        registry.lastAnnounced(game.id(), session.user()).equals(Optional.of(Announced.AWAY));
    if (wasLost) games.grace(game.id(), subscription.seat().get());
  }

  /** A session has entered a game. */
  void arrived(ClientSession session, LiveGame game, ClientSession.Subscription subscription) {
    if (subscription.seat().isPresent()) playerArrived(session, game, subscription.seat().get());
    else countSoon(game);
    var envelope =
        subscription.seat().isPresent() ? envelopes.of(game, game.moment()) : forSpectators(game);
    session.send(envelope, new Spectators(registry.spectators(game.id())));
  }

  private void playerArrived(ClientSession session, LiveGame game, Seat seat) {
    absences.remove(new GameSeat(game.id(), seat));
    announceArrival(game, session.user(), session.socket().id());
    noteReturn(game, seat); // the absence may have been noted while the player arrived
    sendOpponentPresence(session, game, seat.other());
  }

  private void announceArrival(LiveGame game, UserId user, String exceptSocket) {
    var before = registry.announce(game.id(), user, Announced.HERE);
    if (before.equals(Optional.of(Announced.HERE))) return;
    var status = before.isEmpty() ? Status.CONNECTED : Status.RECONNECTED;
    sendToAll(game, new OpponentConnected(user.value(), status), exceptSocket);
  }

  private void sendOpponentPresence(ClientSession session, LiveGame game, Seat other) {
    game.moment()
        .player(other)
        .ifPresent(opponent ->
            session.send(
                envelopes.of(game, game.moment()),
                new OpponentConnected(opponent.user().value(), statusOf(game, opponent))));
  }

  /** The announced presence. A player who left a moment ago still counts as present. */
  private Status statusOf(LiveGame game, PlayerEntry player) {
    boolean here =
        player.bot().isPresent()
            || registry.lastAnnounced(game.id(), player.user()).equals(Optional.of(Announced.HERE));
    return here ? Status.CONNECTED : Status.DISCONNECTED;
  }

  /**
   * A session has left a game. If its player does not return soon, on any node, the other player is
   * notified.
   *
   * @param how {@link Announced#AWAY} for a lost connection, else {@link Announced#LEFT}
   */
  void left(
      ClientSession session,
      LiveGame game,
      ClientSession.Subscription subscription,
      Announced how) {
    subscription
        .seat()
        .ifPresentOrElse(
            seat -> playerLeft(session.user(), game, seat, how), () -> countSoon(game));
  }

  private void playerLeft(UserId user, LiveGame game, Seat seat, Announced how) {
    var key = new GameSeat(game.id(), seat);
    var absence = new Absence();
    absences.put(key, absence);
    scheduler.after(
        LiveSettings.FLAP,
        () -> {
          if (absences.remove(key, absence)) stillAway(game, user, seat, how);
        });
  }

  /** A connection fell silent: that of a client that hung, or of a node that died. */
  void departed(Connection gone) {
    playedBy(gone.user(), gone.game())
        .ifPresent(found ->
            stillAway(found.game(), gone.user(), found.seat().orElseThrow(), Announced.AWAY));
  }

  /** A session was thought gone, as after a time without the store, and is not. */
  void returned(ClientSession session) {
    playedBy(session.user(), session.subscription().map(ClientSession.Subscription::game))
        .ifPresent(found -> {
          announceArrival(found.game(), session.user(), session.socket().id());
          found.seat().ifPresent(seat -> noteReturn(found.game(), seat));
        });
  }

  private Optional<Games.KnownGame> playedBy(UserId user, Optional<GameId> game) {
    try {
      return game.flatMap(id -> games.find(id, user)).filter(found -> found.seat().isPresent());
    } catch (GameUnavailable unavailable) {
      return Optional.empty(); // no session on this node follows the game
    }
  }

  private void stillAway(LiveGame game, UserId user, Seat seat, Announced how) {
    if (game.moment().isOver() || registry.isHere(game.id(), user)) return;
    if (!registry.announce(game.id(), user, how).equals(Optional.of(Announced.HERE))) return;
    sendToAll(game, new OpponentConnected(user.value(), Status.DISCONNECTED), "");
    games.left(game.id(), seat);
    // The player is back on another node, which did not know of this pending announcement.
    if (!registry.isHere(game.id(), user)) return;
    announceArrival(game, user, "");
    games.returned(game.id(), seat);
  }

  /** The game's own note of the absence ends; it is asked for, as another node may have made it. */
  private void noteReturn(LiveGame game, Seat seat) {
    boolean isAway = game.moment().state().filter(state -> state.table().isAway(seat)).isPresent();
    if (isAway) games.returned(game.id(), seat);
  }

  private void countSoon(LiveGame game) {
    if (counting.putIfAbsent(game.id(), true) != null) return;
    scheduler.after(
        COUNT_BATCH,
        () -> {
          counting.remove(game.id());
          sendToAll(game, new Spectators(registry.spectators(game.id())), "");
        });
  }

  private void sendToAll(LiveGame game, ServerMessage message, String exceptSocket) {
    var players = Membership.playersOf(game.id());
    emit(players, envelopes.of(game, game.moment()), message, exceptSocket);
    emit(Membership.spectatorsOf(game.id()), forSpectators(game), message, exceptSocket);
  }

  private void emit(String room, Envelope envelope, ServerMessage message, String exceptSocket) {
    namespace
        .to(room)
        .except(exceptSocket)
        .emit(message.event(), new EncodedJson(envelope.encode(message)));
  }

  /** With a spectator delay, the version would reveal that a commit has happened. */
  private Envelope forSpectators(LiveGame game) {
    return game.header().spectatorDelayMs() == 0
        ? envelopes.of(game, game.moment())
        : envelopes.withoutVersion(game, game.moment());
  }
}
