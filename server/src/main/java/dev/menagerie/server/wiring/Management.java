package dev.menagerie.server.wiring;

import dev.menagerie.cards.library.CardLibrary;
import dev.menagerie.server.admin.AdminCalls;
import dev.menagerie.server.admin.AuditLog;
import dev.menagerie.server.admin.Console;
import dev.menagerie.server.admin.DeveloperCalls;
import dev.menagerie.server.admin.FairPlayCalls;
import dev.menagerie.server.admin.GameCalls;
import dev.menagerie.server.admin.NodeCalls;
import dev.menagerie.server.admin.ReplayCalls;
import dev.menagerie.server.admin.TournamentCalls;
import dev.menagerie.server.admin.UserCalls;
import dev.menagerie.server.embedded.DataDirectory;
import dev.menagerie.server.http.ManagementServer;
import dev.menagerie.server.http.ManagementServer.Response;
import dev.menagerie.server.logging.Logs;
import dev.menagerie.server.metrics.ServerMetrics;
import dev.menagerie.server.postgres.Database;
import dev.menagerie.server.postgres.PostgresAnnouncements;
import dev.menagerie.server.postgres.PostgresArchive;
import dev.menagerie.server.postgres.PostgresChatLog;
import dev.menagerie.server.postgres.PostgresGameSearch;
import dev.menagerie.server.postgres.PostgresMutes;
import dev.menagerie.server.postgres.PostgresReports;
import dev.menagerie.server.replay.ReplayFrames;
import dev.menagerie.server.replay.Replayer;
import dev.menagerie.server.settings.CommandFailure;
import dev.menagerie.server.settings.ManagementOptions;
import java.io.IOException;
import java.time.InstantSource;

/** The operator's address, wired. */
record Management(
    ManagementOptions options,
    DataDirectory data,
    ServerMetrics metrics,
    CardLibrary library,
    GameCalls games,
    UserCalls users,
    TournamentCalls tournaments,
    NodeCalls node,
    Console console,
    DeveloperCalls developers,
    AuditLog audit,
    Database database) {
  private static Response setLevel(ManagementServer.Call call) {
    try {
      Logs.setLevel(call.parameter("id"), call.parameter("level"));
      return Response.json(200, Logs.levels());
    } catch (IllegalArgumentException refused) {
      return Response.error(
          422, "a logger of dev.menagerie, and error, warn, info, debug or trace");
    }
  }

  /** The bound is one of users' own mutes; operators mute for all. */
  private FairPlayCalls fairPlay() {
    return new FairPlayCalls(
        new PostgresReports(database),
        new PostgresMutes(database, 0),
        new PostgresChatLog(database));
  }

  private ReplayCalls replays() {
    return new ReplayCalls(
        new PostgresGameSearch(database),
        new PostgresArchive(database),
        new ReplayFrames(new Replayer(library)));
  }

  /** Starts it, if it is wanted. */
  void start(CloseStack closing) {
    if (options.port == null) return;
    try {
      var server =
          closing.register(
              new ManagementServer(options.address(), metrics.registry(), options.access(data)));
      var calls = new AdminCalls(server, audit);
      calls.addList();
      games.addTo(calls);
      replays().addTo(calls);
      users.addTo(calls);
      fairPlay().addTo(calls);
      tournaments.addTo(calls);
      node.addTo(calls);
      console.addTo(calls);
      developers.addTo(calls);
      calls.look("/log/levels", _ -> Response.json(200, Logs.levels()));
      calls.act("/log/levels/{id}/{level}", "log-level", Management::setLevel);
      var announcements =
          new AnnouncementCommands(new PostgresAnnouncements(database), InstantSource.system());
      calls.act("/announcements/clear", "clear-announcements", _ -> announcements.clear());
      calls.act("/announcements", "announce", call -> announcements.add(call.body()));
      calls.act("/cards/reload", "reload-cards", _ -> new CardReloads(library).reload());
    } catch (IOException e) {
      throw CommandFailure.failed("cannot listen on " + options.address() + ": " + e.getMessage());
    }
  }
}
