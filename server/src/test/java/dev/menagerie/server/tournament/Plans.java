package dev.menagerie.server.tournament;

import dev.menagerie.server.game.UserId;
import dev.menagerie.server.tournament.Tournament.Phase;
import dev.menagerie.server.tournament.TournamentPlan.Format;
import java.time.Duration;
import java.time.Instant;

/** Tournaments as tests need them. */
public final class Plans {
  private Plans() {}

  /** A Swiss tournament that starts in a day. */
  public static Tournament announced(String preset, int players, Instant checkIn) {
    var start = Instant.now().plus(Duration.ofDays(1));
    var plan =
        new TournamentPlan("Planned", Format.SWISS, preset, 1, 0, players, checkIn, start, 50, 5);
    return Tournament.announced(TournamentId.fresh(), plan, 1);
  }

  /** One that is over, in which this user played. */
  public static Tournament over(String user) {
    var announced = announced("pocket", 8, Instant.now());
    return Registration.register(announced, new UserId(user)).ended(Phase.CANCELLED, Instant.now());
  }
}
