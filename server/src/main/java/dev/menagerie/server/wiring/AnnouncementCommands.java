package dev.menagerie.server.wiring;

import dev.menagerie.codec.InvalidJson;
import dev.menagerie.codec.Json;
import dev.menagerie.codec.Limits;
import dev.menagerie.server.game.UserId;
import dev.menagerie.server.http.ManagementServer.Response;
import dev.menagerie.server.live.Announcements;
import dev.menagerie.server.live.Announcements.Announcement;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;

/**
 * The operator's announcements, on the management port: {@code POST /announcements} with {@code
 * {text, minutes?, at?, in_minutes?, close_new_games?}}, and {@code POST /announcements/clear}.
 */
record AnnouncementCommands(Announcements announcements, InstantSource clock) {
  private static final int DEFAULT_MINUTES = 60;

  /** For how long a maintenance is shown after its beginning, unless the operator says. */
  private static final int DEFAULT_MINUTES_AFTER = 5;

  private static final int MAX_MINUTES = 7 * 24 * 60;

  /**
   * The body of {@code POST /announcements}.
   *
   * @param minutes for how long it is shown, counted from its moment if it has one
   * @param at the moment that players see a countdown to
   * @param inMinutes the same, counted from now
   * @param closeNewGames whether new games are refused from that moment on
   */
  record NewAnnouncement(
      String text,
      Optional<Integer> minutes,
      Optional<Instant> at,
      Optional<Integer> inMinutes,
      Optional<Boolean> closeNewGames) {
    NewAnnouncement {
      minutes.ifPresent(given -> requireWithin("minutes", given));
      inMinutes.ifPresent(given -> requireWithin("in_minutes", given));
      if (at.isPresent() && inMinutes.isPresent()) {
        throw new IllegalArgumentException("give at or in_minutes, not both");
      }
    }

    private static void requireWithin(String name, int given) {
      if (given < 1 || given > MAX_MINUTES) {
        throw new IllegalArgumentException(name + " must be from 1 to " + MAX_MINUTES);
      }
    }

    /** The announcement as it is kept. */
    Announcement madeAt(Instant now) {
      var moment = at.or(() -> inMinutes.map(in -> now.plus(Duration.ofMinutes(in))));
      if (moment.isPresent() && !moment.get().isAfter(now)) {
        throw new IllegalArgumentException("at must be in the future");
      }
      if (moment.isPresent() && moment.get().isAfter(now.plus(Duration.ofMinutes(MAX_MINUTES)))) {
        throw new IllegalArgumentException("at must be within " + MAX_MINUTES + " minutes");
      }
      int shown = minutes.orElse(moment.isPresent() ? DEFAULT_MINUTES_AFTER : DEFAULT_MINUTES);
      return new Announcement(
          UserId.fresh().value(),
          text,
          now,
          moment.orElse(now).plus(Duration.ofMinutes(shown)),
          moment,
          closeNewGames.orElse(false));
    }
  }

  Response add(byte[] body) {
    try {
      var wanted = Json.bind(Json.tree(body, Limits.DOCUMENT), NewAnnouncement.class);
      var announcement = wanted.madeAt(clock.instant());
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
