package dev.menagerie.server.wiring;

import dev.menagerie.cards.library.CardLibrary;
import dev.menagerie.server.admin.AdminApi;
import dev.menagerie.server.embedded.DataDirectory;
import dev.menagerie.server.http.ManagementAccess.Role;
import dev.menagerie.server.http.ManagementServer;
import dev.menagerie.server.http.ManagementServer.Reply;
import dev.menagerie.server.logging.Logs;
import dev.menagerie.server.metrics.ServerMetrics;
import dev.menagerie.server.postgres.Database;
import dev.menagerie.server.postgres.PostgresAnnouncements;
import dev.menagerie.server.settings.CommandFailure;
import dev.menagerie.server.settings.ManagementOptions;
import java.io.IOException;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The operator's address, wired. */
record Management(
    ManagementOptions options,
    DataDirectory data,
    ServerMetrics metrics,
    CardLibrary library,
    AdminApi admin,
    Database database) {
  private static final Logger LOG = LoggerFactory.getLogger(Management.class);

  private static Reply setLevel(ManagementServer.Call call) {
    try {
      Logs.setLevel(call.parameter("logger"), call.parameter("level"));
      LOG.info(
          "{} set the level of {} to {}",
          call.operator().name(),
          call.parameter("logger"),
          call.parameter("level"));
      return Reply.json(200, Logs.levels());
    } catch (IllegalArgumentException refused) {
      return Reply.error(422, "a logger of dev.menagerie, and error, warn, info, debug or trace");
    }
  }

  /** Starts it, if it is wanted. */
  void start(CloseStack closing) {
    if (options.port == null) return;
    try {
      var server =
          closing.register(
              new ManagementServer(options.address(), metrics.registry(), options.access(data)));
      // Open where metrics are: it reads the operator's own files, and pages of others cannot call.
      admin.addTo(server);
      server.on("GET", "/log/levels", Role.VIEWER, _ -> Reply.json(200, Logs.levels()));
      server.on("POST", "/log/levels/{logger}/{level}", Role.OPERATOR, Management::setLevel);
      var announcements =
          new AnnouncementCommands(new PostgresAnnouncements(database), InstantSource.system());
      server.on("POST", "/announcements/clear", Role.METRICS, _ -> announcements.clear());
      server.on("POST", "/announcements", Role.METRICS, call -> announcements.add(call.body()));
      server.on("POST", "/cards/reload", Role.METRICS, _ -> new CardReloads(library).reload());
    } catch (IOException e) {
      throw CommandFailure.failed("cannot listen on " + options.address() + ": " + e.getMessage());
    }
  }
}
