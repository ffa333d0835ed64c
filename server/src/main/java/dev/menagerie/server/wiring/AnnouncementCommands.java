package dev.menagerie.server.wiring;

import dev.menagerie.codec.InvalidJson;
import dev.menagerie.codec.Json;
import dev.menagerie.codec.Limits;
import dev.menagerie.server.game.UserId;
import dev.menagerie.server.http.ManagementServer.Response;
import dev.menagerie.server.lobby.Announcements;
import dev.menagerie.server.lobby.Announcements.Announcement;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;

/**
 * The operator's announcements, on the management port: {@code POST /announcements} with {@code
 * {text, minutes?}}, and {@code POST /announcements/clear}.
 */
record AnnouncementCommands(Announcements announcements, InstantSource clock) {
  private static final int DEFAULT_MINUTES = 60;

  private static final int MAX_MINUTES = 7 * 24 * 60;

  /** The body of {@code POST /announcements}. */
  record NewAnnouncement(String text, Optional<Integer> minutes) {
    NewAnnouncement {
      int given = minutes.orElse(DEFAULT_MINUTES);
      if (given < 1 || given > MAX_MINUTES) {
        throw new IllegalArgumentException("minutes must be from 1 to " + MAX_MINUTES);
      }
    }
  }

  Response add(byte[] body) {
    try {
      var wanted = Json.bind(Json.tree(body, Limits.DOCUMENT), NewAnnouncement.class);
      var now = clock.instant();
      var end = now.plus(Duration.ofMinutes(wanted.minutes().orElse(DEFAULT_MINUTES)));
      var announcement = new Announcement(UserId.fresh().value(), wanted.text(), now, end);
      announcements.add(announcement);
      return Response.json(201, announcement);
    } catch (InvalidJson | IllegalArgumentException invalid) {
      return Response.error(400, String.valueOf(invalid.getMessage()));
    }
  }

  Response clear() {
    announcements.clear();
    return Response.json(200, Map.of("ok", true));
  }
}
