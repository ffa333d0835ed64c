package dev.menagerie.server.rest;

import static dev.menagerie.server.http.ProblemKind.BUSY;
import static dev.menagerie.server.http.ProblemKind.GAME_NOT_FOUND;
import static dev.menagerie.server.http.ProblemKind.INVALID_MESSAGE;
import static dev.menagerie.server.http.ProblemKind.RATE_LIMITED;

import dev.menagerie.server.http.Call;
import dev.menagerie.server.http.HttpRefusal;
import dev.menagerie.server.http.Page;
import dev.menagerie.server.http.RateLimit;
import dev.menagerie.server.http.Route;
import dev.menagerie.server.http.RouteResponse;
import dev.menagerie.server.replay.ReplayDocument;
import dev.menagerie.server.replay.ReplayFrames;
import dev.menagerie.server.replay.Replayer;
import dev.menagerie.server.rest.ReplayResponses.Wanted;
import java.util.List;

/** Replays of finished games: the document, its proof, its frames. */
public final class ReplayRoutes {
  /** A viewer fetches some ten pages of a game; a verdict is one call. */
  private static final RateLimit REPLAYED = RateLimit.perMinute("replay", 60);

  /** Guest accounts are free, so all accounts of an address share this limit. */
  private static final RateLimit REPLAYED_BY_ADDRESS = RateLimit.perMinute("replay address", 240);

  private static final int PAGE = 100;

  /** Longer than any game. */
  private static final int MAX_FROM = 1_000_000;

  private final ReplayResponses responses;

  /** Routes that answer from these responses. */
  public ReplayRoutes(ReplayResponses responses) {
    this.responses = responses;
  }

  /** The routes under {@code /games/{id}/replay}. */
  public List<Route<?, ?>> routes() {
    return List.of(
        Route.get("/games/{id}/replay", "replay", "A finished game, whole")
            .responds(200, ReplayDocument.class)
            .refuses(GAME_NOT_FOUND, RATE_LIMITED, BUSY)
            .limitedTo(REPLAYED)
            .limitedByAddressTo(REPLAYED_BY_ADDRESS)
            .by(call -> respond(call, new Wanted.Whole(GameRoutes.id(call)))),
        Route.get("/games/{id}/replay/frames", "replayFrames", "A finished game, state by state")
            .query("from", "the number of the first frame, from 0")
            .query("limit", "how many frames, 100 at most")
            .respondsPageOf(ReplayFrames.Frame.class)
            .refuses(GAME_NOT_FOUND, RATE_LIMITED, BUSY)
            .limitedTo(REPLAYED)
            .limitedByAddressTo(REPLAYED_BY_ADDRESS)
            .by(this::frames),
        Route.post(
                "/games/{id}/replay/verify",
                "verifyReplay",
                "Play a finished game again and compare commitment and digests")
            .responds(200, Replayer.Verdict.class)
            .refuses(GAME_NOT_FOUND, RATE_LIMITED, BUSY)
            .limitedTo(REPLAYED)
            .limitedByAddressTo(REPLAYED_BY_ADDRESS)
            .by(call -> respond(call, new Wanted.Verdict(GameRoutes.id(call)))));
  }

  private <T> RouteResponse<T> respond(Call<Void> call, Wanted wanted) {
    return RouteResponse.written(responses.get(wanted, GameRoutes.userId(call.user())));
  }

  private RouteResponse<Page<ReplayFrames.Frame>> frames(Call<Void> call) {
    int from = number(call, "from", 0, MAX_FROM, 0);
    int limit = number(call, "limit", 1, PAGE, PAGE);
    return respond(call, new Wanted.FramePage(GameRoutes.id(call), from, limit));
  }

  private static int number(Call<Void> call, String name, int min, int max, int otherwise) {
    var text = call.query(name);
    if (text.isEmpty()) return otherwise;
    try {
      int number = Integer.parseInt(text.get());
      if (number >= min && number <= max) return number;
    } catch (NumberFormatException notANumber) {
      // said below, as for a number out of bounds
    }
    throw HttpRefusal.of(INVALID_MESSAGE, name + " must be from " + min + " to " + max);
  }
}
