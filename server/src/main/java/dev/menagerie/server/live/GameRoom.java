package dev.menagerie.server.live;

import dev.menagerie.codec.RawJson;
import dev.menagerie.protocol.ClientMessage.Sync;
import dev.menagerie.protocol.ServerMessage;
import dev.menagerie.protocol.ServerMessage.GameState;
import dev.menagerie.protocol.ServerMessage.Update;
import dev.menagerie.protocol.WireState;
import dev.menagerie.protocol.WireStates.LegalActions;
import dev.menagerie.server.game.UserId;
import dev.menagerie.server.play.GameCommitted;
import dev.menagerie.server.play.LiveGame;
import dev.menagerie.server.play.Moment;
import dev.menagerie.server.play.Requester;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;

/**
 * The sessions on this node that follow one game. Every method is called under the game's lock,
 * which keeps the messages in order.
 */
final class GameRoom {
  private final LiveGame game;
  private final Envelopes envelopes;
  private final Set<ClientSession> players = new LinkedHashSet<>();
  private final Set<ClientSession> spectators = new LinkedHashSet<>();
  private final SpectatorDelay delay;

  GameRoom(LiveGame game, Envelopes envelopes, Scheduler scheduler) {
    this.game = game;
    this.envelopes = envelopes;
    this.delay = new SpectatorDelay(game.header().spectatorDelayMs(), scheduler);
  }

  LiveGame game() {
    return game;
  }

  boolean isEmpty() {
    return players.isEmpty() && spectators.isEmpty();
  }

  /** Whether a connection of this user on this node plays here. */
  boolean isFollowedBy(UserId user) {
    return players.stream().anyMatch(session -> session.user().equals(user));
  }

  void add(ClientSession session, ClientSession.Place place) {
    (place.seat().isPresent() ? players : spectators).add(session);
  }

  boolean remove(ClientSession session) {
    boolean played = players.remove(session);
    boolean watched = spectators.remove(session);
    return played || watched;
  }

  /** Sends the current state to a session that has just joined. */
  void welcome(
      ClientSession session,
      ClientSession.Place place,
      Moment moment,
      Optional<List<ServerMessage.MissedEvent>> missed,
      Optional<Boolean> resync) {
    Runnable message = () -> sendState(session, place, moment, missed, resync);
    if (place.seat().isPresent()) message.run();
    else delay.welcome(message);
  }

  private void sendState(
      ClientSession session,
      ClientSession.Place place,
      Moment moment,
      Optional<List<ServerMessage.MissedEvent>> missed,
      Optional<Boolean> resync) {
    if (!session.place().equals(Optional.of(place)) || session.closeIfTooSlow(envelopes)) return;
    var state = state(game, place, moment);
    remember(session, place, state);
    session.send(
        envelopes.of(game, moment), new GameState("full", RawJson.of(state), missed, resync));
    GameMessages.gameOver(game, moment)
        .ifPresent(over -> session.send(envelopes.of(game, moment), over));
  }

  /** Sends a commit to every session; the requester gets its reply first, or only the reply. */
  void broadcast(GameCommitted commit, Optional<SocketRequester> requester) {
    var broadcast = new CommitBroadcast(game, commit, envelopes);
    for (var session : players) {
      session.place().ifPresent(place -> broadcast.to(session, place, requester));
    }
    if (spectators.isEmpty()) return;
    toSpectators((session, place) -> broadcast.to(session, place, Optional.empty()));
  }

  /** Sends to the current spectators, after the delay; one that leaves before gets nothing. */
  private void toSpectators(BiConsumer<ClientSession, ClientSession.Place> message) {
    var watchers = new LinkedHashMap<ClientSession, ClientSession.Place>();
    for (var session : spectators) {
      session.place().ifPresent(place -> watchers.put(session, place));
    }
    delay.broadcast(() ->
        watchers.forEach((session, place) -> {
          if (session.place().equals(Optional.of(place))) message.accept(session, place);
        }));
  }

  /** The spectators whose user has taken a seat since. */
  List<ClientSession> seatedSpectators() {
    var moment = game.moment();
    return spectators.stream().filter(s -> moment.seatOf(s.user()).isPresent()).toList();
  }

  /** Sends the whole state to every session, because the events since their last are unknown. */
  void resync() {
    var moment = game.moment();
    for (var session : players) resync(session, moment);
    toSpectators((session, _) -> resync(session, moment));
  }

  private void resync(ClientSession session, Moment moment) {
    session
        .place()
        .ifPresent(place -> sendState(session, place, moment, Optional.empty(), Optional.of(true)));
  }

  static WireState state(LiveGame game, ClientSession.Place place, Moment moment) {
    var actions = place.legalActions() ? LegalActions.LISTED : LegalActions.LEFT_OUT;
    return GameMessages.state(game, moment, place.viewer(), actions);
  }

  private static void remember(ClientSession session, ClientSession.Place place, WireState state) {
    if (place.sync() == Sync.DELTA) session.lastState(state);
  }

  /** The requester of a commit, with its way to reply. */
  interface SocketRequester extends Requester {
    ClientSession session();

    /** Sends the reply; in delta mode together with the update. */
    void reply(GameCommitted commit, Optional<Update> update);
  }
}
