package dev.menagerie.server.live;

import dev.menagerie.codec.RawJson;
import dev.menagerie.protocol.ClientMessage.Sync;
import dev.menagerie.protocol.Envelope;
import dev.menagerie.protocol.ServerMessage;
import dev.menagerie.protocol.ServerMessage.GameState;
import dev.menagerie.protocol.ServerMessage.OpponentAction;
import dev.menagerie.protocol.ServerMessage.Update;
import dev.menagerie.protocol.WireState;
import dev.menagerie.rules.view.Viewer;
import dev.menagerie.server.play.GameCommitted;
import dev.menagerie.server.play.LiveGame;
import dev.menagerie.socketio.packet.EncodedJson;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Broadcasts one commit to many viewers; what two viewers share is encoded once. Called under the
 * game's lock.
 */
final class CommitBroadcast {
  private static final RawJson NO_EVENTS = RawJson.of(List.of());

  private final LiveGame game;
  private final GameCommitted commit;
  private final Envelopes envelopes;
  private final Map<Viewer, RawJson> events = new HashMap<>();
  private final Map<ClientSession.Subscription, SeenState> states = new HashMap<>();
  private final Map<ClientSession.Subscription, Delta> deltas = new HashMap<>();
  private final Map<String, EncodedJson> encoded = new HashMap<>();

  /** The update that all viewers with the same base state get. */
  private record Delta(WireState base, SeenState next, Update update) {}

  CommitBroadcast(LiveGame game, GameCommitted commit, Envelopes envelopes) {
    this.game = game;
    this.commit = commit;
    this.envelopes = envelopes;
  }

  /** Sends the commit to one session: as an update in delta mode, else as single messages. */
  void to(
      ClientSession session,
      ClientSession.Subscription subscription,
      Optional<GameRoom.SocketRequester> requester) {
    if (session.closeIfTooSlow(envelopes)) return;
    var own = requester.filter(r -> r.session() == session);
    var base = session.lastState();
    if (subscription.sync() == Sync.DELTA && base != null) {
      delta(session, subscription, base, own);
    } else {
      full(session, subscription, own);
    }
  }

  private void full(
      ClientSession session,
      ClientSession.Subscription subscription,
      Optional<GameRoom.SocketRequester> requester) {
    var batch = session.socket().batch();
    requester.ifPresentOrElse(
        socket -> socket.reply(commit, Optional.empty()),
        () -> batch.emit("game:opponent_action", opponentAction(subscription.viewer())));
    GameMessages.timeout(commit).ifPresent(t -> batch.emit(t.event(), shared(t)));
    batch.emit("game:state", state(subscription));
    GameMessages.turnStart(commit).ifPresent(t -> batch.emit(t.event(), shared(t)));
    GameMessages.gameOver(game, commit.after()).ifPresent(o -> batch.emit(o.event(), shared(o)));
    batch.send();
  }

  private void delta(
      ClientSession session,
      ClientSession.Subscription subscription,
      SeenState base,
      Optional<GameRoom.SocketRequester> requester) {
    var delta = deltas.get(subscription);
    if (delta == null || !delta.base().equals(base.wire())) {
      delta = deltaFrom(base, subscription);
      deltas.put(subscription, delta);
    }
    session.lastState(delta.next());
    var update = delta.update();
    requester.ifPresentOrElse(
        socket -> socket.reply(commit, Optional.of(update)),
        () -> session.send(envelope(), update));
    GameMessages.timeout(commit).ifPresent(t -> session.socket().emit(t.event(), shared(t)));
  }

  private Delta deltaFrom(SeenState base, ClientSession.Subscription subscription) {
    var visible = subscription.events() ? eventsFor(subscription.viewer()) : NO_EVENTS;
    var next = stateOf(subscription, Optional.of(base));
    var update = GameMessages.update(commit, visible, base.wire(), next.wire());
    return new Delta(base.wire(), next, update);
  }

  private EncodedJson opponentAction(Viewer viewer) {
    return encoded.computeIfAbsent(
        "action " + viewer,
        _ ->
            encode(
                new OpponentAction(
                    GameMessages.playerId(commit.after(), commit.record().move().seat()),
                    commit.record().move().actionType(),
                    eventsFor(viewer))));
  }

  private EncodedJson state(ClientSession.Subscription subscription) {
    return encoded.computeIfAbsent(
        "state " + subscription.viewer() + subscription.legalActions(),
        _ ->
            encode(
                new GameState(
                    "full",
                    RawJson.of(stateOf(subscription, Optional.empty()).wire()),
                    Optional.empty(),
                    Optional.empty())));
  }

  private EncodedJson shared(ServerMessage message) {
    return encoded.computeIfAbsent(message.event(), _ -> encode(message));
  }

  private EncodedJson encode(ServerMessage message) {
    return new EncodedJson(envelope().encode(message));
  }

  private Envelope envelope() {
    return envelopes.of(game, commit.after());
  }

  private RawJson eventsFor(Viewer viewer) {
    return events.computeIfAbsent(
        viewer,
        v ->
            repliedTo(v)
                .orElseGet(() -> GameMessages.events(commit.record().events(), commit.after(), v)));
  }

  /** The actor's events as the reply has them already; empty for other viewers. */
  private Optional<RawJson> repliedTo(Viewer viewer) {
    boolean isActor =
        commit.record().move().seat().map(Viewer::seat).filter(viewer::equals).isPresent();
    return commit.requester().isPresent() && isActor
        ? commit.reply().map(reply -> reply.content().events())
        : Optional.empty();
  }

  /** The state after the commit; reuses the state that its viewer has. */
  private SeenState stateOf(ClientSession.Subscription subscription, Optional<SeenState> before) {
    return states.computeIfAbsent(
        subscription, s -> GameRoom.state(game, s, commit.after(), before));
  }
}
