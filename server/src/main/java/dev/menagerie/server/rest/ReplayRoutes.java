package dev.menagerie.server.rest;

import static dev.menagerie.server.http.ProblemKind.GAME_NOT_FOUND;
import static dev.menagerie.server.http.ProblemKind.INVALID_MESSAGE;

import dev.menagerie.server.archive.FinishedGame;
import dev.menagerie.server.archive.GameArchive;
import dev.menagerie.server.http.Answer;
import dev.menagerie.server.http.Call;
import dev.menagerie.server.http.HttpRefusal;
import dev.menagerie.server.http.Page;
import dev.menagerie.server.http.RateLimit;
import dev.menagerie.server.http.Route;
import dev.menagerie.server.play.Endings;
import dev.menagerie.server.replay.Frames;
import dev.menagerie.server.replay.ReplayDocument;
import dev.menagerie.server.replay.Replayer;
import dev.menagerie.server.replay.Replays;
import java.time.InstantSource;
import java.util.List;

/** Replays of finished games: the document, its proof, its frames. */
public final class ReplayRoutes {
  /** Playing a game again costs a hundred times what reading it does. */
  private static final RateLimit REPLAYED = RateLimit.perMinute("replay", 60);

  private static final int PAGE = 100;

  private final InstantSource clock = InstantSource.system();
  private final GameArchive archive;
  private final Replayer replayer;
  private final Frames frames;

  public ReplayRoutes(GameArchive archive, Replayer replayer) {
    this.archive = archive;
    this.replayer = replayer;
    this.frames = new Frames(replayer);
  }

  public List<Route<?, ?>> routes() {
    return List.of(
        Route.get("/games/{id}/replay", "replay", "A finished game, whole")
            .answers(200, ReplayDocument.class)
            .refuses(GAME_NOT_FOUND)
            .by(call -> Answer.of(document(call))),
        Route.get("/games/{id}/replay/frames", "replayFrames", "A finished game, state by state")
            .query("from", "the number of the first frame, from 0")
            .query("limit", "how many frames, 100 at most")
            .answersPageOf(Frames.Frame.class)
            .refuses(GAME_NOT_FOUND)
            .limitedTo(REPLAYED)
            .by(this::frames),
        Route.post(
                "/games/{id}/replay/verify",
                "verifyReplay",
                "Play a finished game again and compare commitment and digests")
            .answers(200, Replayer.Verdict.class)
            .refuses(GAME_NOT_FOUND)
            .limitedTo(REPLAYED)
            .by(call -> Answer.of(replayer.verify(document(call)))));
  }

  private ReplayDocument document(Call<Void> call) {
    var user = GameRoutes.userId(call.user());
    return archive
        .finished(GameRoutes.id(call))
        .filter(game -> Visibility.maySee(game.standing(), user))
        .filter(game -> !Visibility.hidesEnd(game, user, clock.instant()))
        .filter(ReplayRoutes::wasPlayed)
        .map(Replays::of)
        .orElseThrow(HttpRefusal.because(GAME_NOT_FOUND));
  }

  private static boolean wasPlayed(FinishedGame game) {
    return !Endings.isUnplayed(game.ending().reason());
  }

  private Answer<Page<Frames.Frame>> frames(Call<Void> call) {
    int from = number(call, "from", 0, Integer.MAX_VALUE, 0);
    int limit = number(call, "limit", 1, PAGE, PAGE);
    var page = frames.of(document(call), from, limit);
    return Answer.of(new Page<>(page.items(), page.next()));
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
