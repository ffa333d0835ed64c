package dev.menagerie.server.wiring;

import dev.menagerie.protocol.ServerMessage.SessionClosed;
import dev.menagerie.server.auth.SessionStore.EndReason;
import dev.menagerie.server.live.AnnouncementFeed;
import dev.menagerie.server.live.Envelopes;
import dev.menagerie.server.live.LivePlay;
import dev.menagerie.server.live.LiveSettings;
import dev.menagerie.server.live.MessageObserver;
import dev.menagerie.server.live.Scheduler;
import dev.menagerie.server.live.TokenAdmission;
import dev.menagerie.server.lobby.AbandonedListings;
import dev.menagerie.server.lobby.LiveLobby;
import dev.menagerie.server.logging.RequestLog;
import dev.menagerie.server.metrics.ServerMetrics;
import dev.menagerie.server.play.Games;
import dev.menagerie.server.play.Lobby;
import dev.menagerie.server.postgres.PostgresAnnouncements;
import dev.menagerie.server.postgres.PostgresMutes;
import dev.menagerie.server.settings.ServeOptions;
import dev.menagerie.socketio.SocketIoServer;
import java.time.Duration;
import java.time.InstantSource;

/** The namespaces of the sockets, wired. */
record LiveWiring(LivePlay play, LiveLobby lobby, AnnouncementFeed announcements) {
  /** Sets up the namespaces of a server that has not started yet. */
  static LiveWiring on(
      SocketIoServer server,
      ServeOptions options,
      StoreWiring stores,
      IdentityWiring people,
      TournamentWiring tournaments,
      Games games,
      Scheduler scheduler,
      InstantSource clock,
      ServerMetrics metrics,
      CloseStack closing) {
    var signIn = people.signIn();
    var admission = new TokenAdmission(signIn, options.queryTokens);
    var envelopes = new Envelopes(clock);
    var limits = new MessageLimits(options.messagesPerSecond);
    var tracing = TracingWiring.of(options.trace, stores, clock, closing);
    var announcements =
        new AnnouncementFeed(new PostgresAnnouncements(stores.database()), scheduler, clock);
    var play =
        LivePlay.on(
            server,
            new LivePlay.Base(
                games,
                stores.store(),
                stores.journal(),
                stores.hints(),
                stores.connections(),
                stores.node(),
                signIn,
                admission,
                envelopes,
                limits,
                new PostgresMutes(stores.database(), options.bounds.blocksPerUser),
                ChatWiring.chat(options.chat, stores, closing),
                announcements,
                scheduler,
                observer(options, metrics),
                tracing.messages()),
            new LiveSettings(options.actionsAtOnce));
    var lobby =
        LiveLobby.on(
            server,
            new LiveLobby.Base(
                games,
                stores.waiting(),
                stores.connections(),
                stores.lobbyMembers(),
                announcements,
                tournaments::current,
                stores.relations()::hiddenFrom,
                signIn,
                admission,
                envelopes,
                limits,
                scheduler,
                clock));
    tracing.follow(games, stores.drainer());
    return new LiveWiring(play, lobby, announcements);
  }

  /** Closes open games whose creator has gone. */
  static AbandonedListings abandonedListings(StoreWiring stores, Lobby lobby, InstantSource clock) {
    return new AbandonedListings(
        stores.waiting(),
        stores.connections(),
        stores.lobbyMembers(),
        stores.leases(),
        stores.node(),
        clock,
        lobby::closeAbandoned);
  }

  private static MessageObserver observer(ServeOptions options, ServerMetrics metrics) {
    return options.log.requests
        ? MessageObserver.both(metrics.play(), new RequestLog())
        : metrics.play();
  }

  /** A sign-in has ended: closes its connections, on every node. */
  void sessionEnded(String session, EndReason reason) {
    var closed =
        switch (reason) {
          case BANNED -> new SessionClosed("banned", "An operator has banned you.");
          case LOGGED_OUT, TOKEN_REUSED -> new SessionClosed("logged_out", "You signed out.");
        };
    play.sessionEnded(session, closed);
    lobby.sessionEnded(session, closed);
  }

  /** This node goes away: closes its sockets one after the other, over so much time at most. */
  void leave(Duration atMost) {
    lobby.leave();
    play.leave(atMost);
  }
}
