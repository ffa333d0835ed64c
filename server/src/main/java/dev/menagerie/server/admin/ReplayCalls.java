package dev.menagerie.server.admin;

import static dev.menagerie.server.admin.AdminCalls.gameId;
import static dev.menagerie.server.admin.AdminCalls.noSuchGame;
import static dev.menagerie.server.admin.AdminCalls.number;

import dev.menagerie.rules.view.Viewer;
import dev.menagerie.server.GameUnavailable;
import dev.menagerie.server.archive.GameArchive;
import dev.menagerie.server.http.ManagementServer.Call;
import dev.menagerie.server.http.ManagementServer.Response;
import dev.menagerie.server.http.Page;
import dev.menagerie.server.live.WireTap;
import dev.menagerie.server.replay.ReplayDocument;
import dev.menagerie.server.replay.ReplayFrames;
import dev.menagerie.server.replay.Replays;
import java.util.function.Function;

/**
 * What operators see of finished games, of private ones, too. It is what each player has from the
 * end on, and may publish. Of a game that runs it would show hidden cards and the seed, so there is
 * none.
 */
public record ReplayCalls(GameSearch search, GameArchive archive, ReplayFrames frames) {
  /** Frames of one answer: each has a whole state. */
  private static final int MAX_FRAMES = 100;

  /** Adds the calls. */
  public void addTo(AdminCalls calls) {
    calls.disclose("/admin/games/{id}/replay", "replay", this::whole);
    calls.disclose("/admin/games/{id}/replay/frames", "replay-frames", this::seen);
  }

  private Response whole(Call call) {
    return of(call, document -> Response.json(200, document));
  }

  /** The game step by step, as one viewer saw it. */
  private Response seen(Call call) {
    var viewer = WireTap.viewer(call.query().getOrDefault("viewer", ""));
    if (viewer.isEmpty()) return Response.error(422, "viewer is 0, 1 or spectator");
    int from = Math.clamp(number(call, "from", 0), 0, Integer.MAX_VALUE);
    int limit = Math.clamp(number(call, "limit", MAX_FRAMES), 1, MAX_FRAMES);
    return of(call, document -> seen(document, viewer.get(), from, limit));
  }

  private Response seen(ReplayDocument document, Viewer viewer, int from, int limit) {
    try {
      var page = frames.seenBy(viewer, document, from, limit);
      return Response.json(200, new Page<>(page.items(), page.next()));
    } catch (GameUnavailable gone) {
      return Response.error(409, gone.reason().message());
    }
  }

  private Response of(Call call, Function<ReplayDocument, Response> answer) {
    var document = archive.finished(gameId(call)).flatMap(Replays::ofPlayed);
    if (document.isPresent()) return answer.apply(document.get());
    return search.game(gameId(call)).isEmpty()
        ? noSuchGame()
        : Response.error(409, "only a game that was played to an end has a replay");
  }
}
