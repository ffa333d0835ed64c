package dev.menagerie.server.lobby;

import dev.menagerie.protocol.ServerMessage;
import dev.menagerie.server.archive.WaitingGames;
import dev.menagerie.server.game.Connections;
import dev.menagerie.server.live.Allowance;
import dev.menagerie.server.live.AnnouncementFeed;
import dev.menagerie.server.live.Envelopes;
import dev.menagerie.server.live.Scheduler;
import dev.menagerie.server.live.SignIn;
import dev.menagerie.server.live.TokenAdmission;
import dev.menagerie.server.play.Games;
import dev.menagerie.socketio.SocketIoServer;
import java.time.InstantSource;

/** The lobby put together: the {@code /lobby} namespace and everything behind it. */
public final class LiveLobby {
  private final LobbySessions sessions;

  private LiveLobby(LobbySessions sessions) {
    this.sessions = sessions;
  }

  /** The parts that the lobby uses. */
  public record Base(
      Games games,
      WaitingGames waiting,
      Connections connections,
      LobbyMembers members,
      AnnouncementFeed announcements,
      LiveTournaments tournaments,
      HiddenUsers hidden,
      SignIn signIn,
      TokenAdmission admission,
      Envelopes envelopes,
      Allowance allowance,
      Scheduler scheduler,
      InstantSource clock) {}

  /** Sets up the namespace of a server that has not started yet. */
  public static LiveLobby on(SocketIoServer server, Base base) {
    var namespace = server.namespace(LobbyNamespace.NAME);
    var sessions =
        new LobbySessions(
            namespace, base.signIn(), base.admission(), base.envelopes(), base.scheduler());
    var reader =
        new LobbyReader(
            base.waiting(),
            base.connections(),
            base.members(),
            base.announcements()::current,
            base.tournaments(),
            base.clock());
    var feed =
        new LobbyFeed(
            namespace, reader, base.members(), base.hidden(), base.envelopes(), base.scheduler());
    new LobbyNamespace(sessions, feed, base.allowance()).on(namespace);
    base.games().listen(feed);
    return new LiveLobby(sessions);
  }

  /** A sign-in has ended: closes its connections, on every node. */
  public void sessionEnded(String session, ServerMessage.SessionClosed why) {
    sessions.signInEnded(session, why);
  }

  /** This node goes away: it tells its clients so and closes their sockets. */
  public void leave() {
    sessions.closeAll();
  }
}
