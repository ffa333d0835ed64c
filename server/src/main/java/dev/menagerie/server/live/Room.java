package dev.menagerie.server.live;

import dev.menagerie.codec.Json;
import dev.menagerie.codec.Limits;
import dev.menagerie.codec.RawJson;
import dev.menagerie.protocol.ClientMessage.Sync;
import dev.menagerie.protocol.Envelope;
import dev.menagerie.protocol.JsonPatch;
import dev.menagerie.protocol.ServerMessage;
import dev.menagerie.protocol.ServerMessage.GameState;
import dev.menagerie.protocol.ServerMessage.OpponentAction;
import dev.menagerie.protocol.ServerMessage.Update;
import dev.menagerie.protocol.StateJson.LegalActions;
import dev.menagerie.rules.state.Seat;
import dev.menagerie.rules.view.Viewer;
import dev.menagerie.server.play.Happened;
import dev.menagerie.server.play.LiveGame;
import dev.menagerie.server.play.Moment;
import dev.menagerie.socketio.packet.EncodedJson;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import tools.jackson.databind.JsonNode;

/**
 * Those on this node who follow one game, and what they are told. Every method is called under the
 * game's lock: that is what keeps the tellings in order.
 */
final class Room {
  private final LiveGame game;
  private final Envelopes envelopes;
  private final Set<Session> players = new LinkedHashSet<>();
  private final Set<Session> spectators = new LinkedHashSet<>();
  private final SpectatorDelay delay;

  Room(LiveGame game, Envelopes envelopes, Scheduler scheduler) {
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

  Set<Session> players() {
    return Set.copyOf(players);
  }

  int spectatorCount() {
    return spectators.size();
  }

  void add(Session session, Session.Place place) {
    (place.seat().isPresent() ? players : spectators).add(session);
  }

  boolean remove(Session session) {
    boolean played = players.remove(session);
    boolean watched = spectators.remove(session);
    return played || watched;
  }

  /** Tells one who has just come how the game stands. */
  void welcome(
      Session session,
      Session.Place place,
      Moment moment,
      Optional<List<ServerMessage.MissedEvent>> missed,
      Optional<Boolean> resync) {
    Runnable telling = () -> tellState(session, place, moment, missed, resync);
    if (place.seat().isPresent()) telling.run();
    else delay.welcome(telling);
  }

  private void tellState(
      Session session,
      Session.Place place,
      Moment moment,
      Optional<List<ServerMessage.MissedEvent>> missed,
      Optional<Boolean> resync) {
    if (!session.place().equals(Optional.of(place))) return;
    var state = stateFor(place, moment);
    remember(session, place, state);
    session.send(envelopes.of(game, moment), new GameState("full", state, missed, resync));
    Tellings.gameOver(game, moment)
        .ifPresent(over -> session.send(envelopes.of(game, moment), over));
  }

  /** Tells everyone but those whose acknowledgement has told them already. */
  void tell(Happened what, Optional<Asker> asker) {
    var telling = new Telling(what);
    for (var session : players) {
      session.place().ifPresent(place -> telling.to(session, place, asker));
    }
    if (spectators.isEmpty()) return;
    later((session, place) -> telling.to(session, place, Optional.empty()));
  }

  /** Tells those who watch now, unless they do something else by the time they are told. */
  private void later(BiConsumer<Session, Session.Place> telling) {
    var watchers = new LinkedHashMap<Session, Session.Place>();
    for (var session : spectators) {
      session.place().ifPresent(place -> watchers.put(session, place));
    }
    delay.tell(() ->
        watchers.forEach((session, place) -> {
          if (session.place().equals(Optional.of(place))) telling.accept(session, place);
        }));
  }

  /** Everyone gets the whole state: what lies between cannot be told. */
  void resync() {
    var moment = game.moment();
    for (var session : players) resync(session, moment);
    later((session, _) -> resync(session, moment));
  }

  private void resync(Session session, Moment moment) {
    session
        .place()
        .ifPresent(place -> tellState(session, place, moment, Optional.empty(), Optional.of(true)));
  }

  /** The new deadline, to everyone; the state carries it with the next commit. */
  void clockMoved() {
    var moment = game.moment();
    moment
        .state()
        .flatMap(state -> state.toAct())
        .ifPresent(seat ->
            announce(
                Tellings.clock(
                    moment,
                    seat,
                    ServerMessage.TurnTimeout.Kind.EXTENDED,
                    envelopes.now(),
                    Optional.empty(),
                    Optional.of("outage")),
                Optional.empty()));
  }

  /** Tells the players, and those who watch, something that is not a version of the game. */
  void announce(ServerMessage message, Optional<Session> except) {
    var envelope = envelopes.of(game, game.moment());
    var encoded = new EncodedJson(envelope.encode(message));
    for (var session : players) {
      if (!Optional.of(session).equals(except)) session.socket().emit(message.event(), encoded);
    }
    later((session, _) -> session.socket().emit(message.event(), encoded));
  }

  private RawJson stateFor(Session.Place place, Moment moment) {
    var actions = place.legalActions() ? LegalActions.LISTED : LegalActions.LEFT_OUT;
    return Tellings.state(game, moment, place.viewer(), actions);
  }

  private static void remember(Session session, Session.Place place, RawJson state) {
    if (place.sync() == Sync.DELTA) session.lastState(tree(state));
  }

  private static JsonNode tree(RawJson state) {
    return Json.tree(state.utf8(), Limits.DOCUMENT);
  }

  /** One commit, told to many: what two viewers share is made once. */
  private final class Telling {
    private final Happened what;
    private final Map<Viewer, RawJson> events = new HashMap<>();
    private final Map<Session.Place, RawJson> states = new HashMap<>();
    private final Map<String, EncodedJson> encoded = new HashMap<>();

    Telling(Happened what) {
      this.what = what;
    }

    void to(Session session, Session.Place place, Optional<Asker> asker) {
      var asking = asker.filter(a -> a.session() == session);
      var base = session.lastState();
      if (place.sync() == Sync.DELTA && base != null) {
        delta(session, place, base, asking);
      } else {
        full(session, place, asking);
      }
    }

    private void full(Session session, Session.Place place, Optional<Asker> asking) {
      var batch = session.socket().batch();
      asking.ifPresentOrElse(
          asker -> asker.reply(what, Optional.empty()),
          () -> batch.emit("game:opponent_action", opponentAction(place.viewer())));
      Tellings.timeout(what).ifPresent(t -> batch.emit(t.event(), shared(t)));
      batch.emit("game:state", state(place));
      Tellings.turnStart(what).ifPresent(t -> batch.emit(t.event(), shared(t)));
      Tellings.gameOver(game, what.after()).ifPresent(o -> batch.emit(o.event(), shared(o)));
      batch.send();
    }

    private void delta(
        Session session, Session.Place place, JsonNode base, Optional<Asker> asking) {
      var state = tree(stateOf(place));
      var patch = RawJson.of(JsonPatch.between(base, state));
      session.lastState(state);
      var update =
          new Update(
              Tellings.playerId(what.after(), what.record().move().seat()),
              what.record().move().actionType(),
              eventsFor(place.viewer()),
              patch,
              Tellings.turnStart(what),
              Tellings.gameOver(game, what.after()));
      asking.ifPresentOrElse(
          asker -> asker.reply(what, Optional.of(update)), () -> session.send(envelope(), update));
      Tellings.timeout(what).ifPresent(t -> session.socket().emit(t.event(), shared(t)));
    }

    private EncodedJson opponentAction(Viewer viewer) {
      return encoded.computeIfAbsent(
          "action " + viewer,
          _ ->
              encode(
                  new OpponentAction(
                      Tellings.playerId(what.after(), what.record().move().seat()),
                      what.record().move().actionType(),
                      eventsFor(viewer))));
    }

    private EncodedJson state(Session.Place place) {
      return encoded.computeIfAbsent(
          "state " + place.viewer() + place.legalActions(),
          _ -> encode(new GameState("full", stateOf(place), Optional.empty(), Optional.empty())));
    }

    private EncodedJson shared(ServerMessage message) {
      return encoded.computeIfAbsent(message.event(), _ -> encode(message));
    }

    private EncodedJson encode(ServerMessage message) {
      return new EncodedJson(envelope().encode(message));
    }

    private Envelope envelope() {
      return envelopes.of(game, what.after());
    }

    private RawJson eventsFor(Viewer viewer) {
      return events.computeIfAbsent(
          viewer, v -> Tellings.events(what.record().events(), what.after(), v));
    }

    private RawJson stateOf(Session.Place place) {
      return states.computeIfAbsent(place, p -> stateFor(p, what.after()));
    }
  }

  /** Who asked for a commit, and how they are told. */
  interface Asker {
    Session session();

    /** Sends the reply; in delta mode with what else the commit brought. */
    void reply(Happened what, Optional<Update> update);
  }

  /** The seats of players who are here now. */
  List<Seat> seatsHere() {
    var seats = new ArrayList<Seat>();
    for (var session : players) session.place().flatMap(Session.Place::seat).ifPresent(seats::add);
    return seats;
  }
}
