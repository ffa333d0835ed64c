package dev.menagerie.server.live;

import dev.menagerie.protocol.ServerMessage;
import dev.menagerie.server.chat.Chat;
import dev.menagerie.server.game.Connections;
import dev.menagerie.server.game.GameJournal;
import dev.menagerie.server.game.GameStore;
import dev.menagerie.server.game.Hints;
import dev.menagerie.server.game.MissedRecords;
import dev.menagerie.server.game.NodeId;
import dev.menagerie.server.play.Games;
import dev.menagerie.server.players.FriendChanges;
import dev.menagerie.server.players.Mutes;
import dev.menagerie.socketio.SocketIoServer;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Wires live play: the {@code /game} namespace and everything behind it. */
public final class LivePlay {
  /** The namespace of users without an open game. */
  private static final String LOBBY = "/lobby";

  private final MatchMessages matches;
  private final FriendMessages friends;
  private final GameRooms rooms;
  private final ClientSessions sessions;
  private final ConnectionRegistry registry;

  private LivePlay(
      GameRooms rooms,
      ClientSessions sessions,
      ConnectionRegistry registry,
      MatchMessages matches,
      FriendMessages friends) {
    this.registry = registry;
    this.matches = matches;
    this.friends = friends;
    this.rooms = rooms;
    this.sessions = sessions;
  }

  /** The parts that live play uses. */
  public record Base(
      Games games,
      GameStore store,
      GameJournal journal,
      Hints hints,
      Connections connections,
      NodeId node,
      SignIn signIn,
      TokenAdmission admission,
      Envelopes envelopes,
      Allowance allowance,
      Mutes mutes,
      Optional<Chat> chat,
      AnnouncementFeed announcements,
      Scheduler scheduler,
      MessageObserver observer,
      MessageTracer tracer) {}

  /** Sets up the namespace of a server that has not started yet. */
  public static LivePlay on(SocketIoServer server, Base base, LiveSettings settings) {
    var namespace = server.namespace(GameNamespace.NAME);
    var envelopes = base.envelopes();
    var warnings = new TurnWarnings(base.games(), base.scheduler(), base.store());
    var rooms = new GameRooms(base.games(), warnings, envelopes, base.scheduler());
    var followed =
        new FollowedGames(base.hints(), base.store(), base.games(), rooms, base.scheduler());
    var registry = new ConnectionRegistry(base.connections(), base.node(), base.scheduler());
    var sessions =
        new ClientSessions(
            namespace, base.signIn(), base.scheduler(), envelopes, registry, base.observer());
    var lookup = new GameLookup(base.games());
    var presence = new Presence(namespace, base.games(), registry, base.scheduler(), envelopes);
    var missed = new MissedEvents(new MissedRecords(base.store(), base.journal()));
    var membership = new Membership(rooms, followed, registry, presence);
    var rates = new MessageRates(base.allowance());
    var voice = new Voice(rates, base.mutes());
    var chat = new ChatMessages(namespace, lookup, voice, base.chat(), envelopes);
    var subscriptions =
        new GameSubscriptions(
            base.store(),
            membership,
            lookup,
            missed,
            envelopes,
            base.chat().isPresent(),
            base.announcements());
    var actions =
        new ActionHandler(base.games(), lookup, rates, settings.actionsAtOnce(), base.tracer());
    new GameNamespace(
            base.admission(),
            sessions,
            subscriptions,
            membership,
            actions,
            new Emotes(namespace, lookup, voice, envelopes),
            chat,
            rates,
            envelopes,
            base.observer())
        .on(namespace);
    rooms.onSeatTaken(membership::stopWatching);
    registry.onDeparture(presence::departed);
    registry.onDisplacement(sessions::closeReplaced);
    registry.onReplacement(sessions::closeReplaced);
    registry.onReturn(presence::returned);
    base.games().listen(rooms);
    base.announcements().sendTo(namespace, GameSubscriptions.GREETED, envelopes);
    var users = new UserMessages(List.of(namespace, server.namespace(LOBBY)), envelopes);
    base.games().listen(new InvitationMessages(users));
    base.games().listen(new TurnMessages(users, rooms));
    followed.start();
    return new LivePlay(
        rooms, sessions, registry, new MatchMessages(users), new FriendMessages(users));
  }

  /** Signed-in connections of this node. */
  public int connected() {
    return registry.count();
  }

  /** Games that a connection of this node follows. */
  public int followed() {
    return rooms.followed().size();
  }

  /**
   * Closes all sockets because this node stops, spread over time, so that the clients do not
   * reconnect to another node in one moment.
   *
   * @param atMost the longest time that the closing takes
   */
  public void leave(Duration atMost) {
    sessions.closeAll(atMost);
  }

  /** Tells players of games that were started for them. */
  public MatchMessages matches() {
    return matches;
  }

  /** Tells users of changes between them. */
  public FriendChanges.Listener friends() {
    return friends;
  }

  /** A sign-in has ended: closes its connections, on every node. */
  public void sessionEnded(String session, ServerMessage.SessionClosed why) {
    sessions.signInEnded(session, why);
  }
}
