package dev.menagerie.server.live;

import dev.menagerie.codec.RawJson;
import dev.menagerie.protocol.ClientMessage.Sync;
import dev.menagerie.protocol.ServerMessage;
import dev.menagerie.protocol.ServerMessage.GameState;
import dev.menagerie.protocol.ServerMessage.Update;
import dev.menagerie.rules.view.Views.WithActions;
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

  void add(ClientSession session, ClientSession.Subscription subscription) {
    (subscription.seat().isPresent() ? players : spectators).add(session);
  }

  boolean remove(ClientSession session) {
    boolean played = players.remove(session);
    boolean watched = spectators.remove(session);
    return played || watched;
  }

  /** Sends the current state to a session that has just joined. */
  void welcome(
      ClientSession session,
      ClientSession.Subscription subscription,
      Moment moment,
      Optional<List<ServerMessage.MissedEvent>> missed,
      Optional<Boolean> resync) {
    Runnable message = () -> sendState(session, subscription, moment, missed, resync);
    if (subscription.seat().isPresent()) message.run();
    else delay.welcome(message);
  }

  private void sendState(
      ClientSession session,
      ClientSession.Subscription subscription,
      Moment moment,
      Optional<List<ServerMessage.MissedEvent>> missed,
      Optional<Boolean> resync) {
    if (!session.subscription().equals(Optional.of(subscription))
        || session.closeIfTooSlow(envelopes)) return;
    var state = state(game, subscription, moment, Optional.empty());
    remember(session, subscription, state);
    session.send(
        envelopes.of(game, moment),
        new GameState("full", RawJson.of(state.wire()), missed, resync));
    GameMessages.gameOver(game, moment)
        .ifPresent(over -> session.send(envelopes.of(game, moment), over));
  }

  /** Sends a commit to every session; the requester gets its reply first, or only the reply. */
  void broadcast(GameCommitted commit, Optional<SocketRequester> requester) {
    var broadcast = new CommitBroadcast(game, commit, envelopes);
    for (var session : players) {
      session
          .subscription()
          .ifPresent(subscription -> broadcast.to(session, subscription, requester));
    }
    if (spectators.isEmpty()) return;
    toSpectators((session, subscription) -> broadcast.to(session, subscription, Optional.empty()));
  }

  /** Sends to the current spectators, after the delay; one that leaves before gets nothing. */
  private void toSpectators(BiConsumer<ClientSession, ClientSession.Subscription> message) {
    var receivers = new LinkedHashMap<ClientSession, ClientSession.Subscription>();
    for (var session : spectators) {
      session.subscription().ifPresent(subscription -> receivers.put(session, subscription));
    }
    delay.broadcast(() ->
        receivers.forEach((session, subscription) -> {
          if (session.subscription().equals(Optional.of(subscription)))
            message.accept(session, subscription);
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
        .subscription()
        .ifPresent(subscription ->
            sendState(session, subscription, moment, Optional.empty(), Optional.of(true)));
  }

  static SeenState state(
      LiveGame game,
      ClientSession.Subscription subscription,
      Moment moment,
      Optional<SeenState> before) {
    var actions = subscription.legalActions() ? WithActions.YES : WithActions.NO;
    return GameMessages.seen(game, moment, subscription.viewer(), actions, before);
  }

  private static void remember(
      ClientSession session, ClientSession.Subscription subscription, SeenState state) {
    if (subscription.sync() == Sync.DELTA) session.lastState(state);
  }

  /** The requester of a commit, with its way to reply. */
  interface SocketRequester extends Requester {
    ClientSession session();

    /** Sends the reply; in delta mode together with the update. */
    void reply(GameCommitted commit, Optional<Update> update);
  }
}
