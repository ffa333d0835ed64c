package dev.menagerie.server.replay;

import dev.menagerie.codec.Json;
import dev.menagerie.rules.game.ChanceFormat;
import dev.menagerie.rules.state.Seat;
import dev.menagerie.server.archive.GameHistory;
import dev.menagerie.server.archive.HistoryComposer;
import dev.menagerie.server.archive.HistoryRow;
import dev.menagerie.server.archive.ReplayData;
import dev.menagerie.server.game.Checkpoint;
import dev.menagerie.server.game.Ending;
import dev.menagerie.server.game.GameId;
import dev.menagerie.server.play.Move;
import dev.menagerie.server.play.PlayerEntry;
import dev.menagerie.server.play.StoredGameReader;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes the archive's history from the journal of a finished game. */
public final class ReplayComposer implements HistoryComposer {
  private final String engineVersion;

  /**
   * @param engineVersion recorded in every replay; informative
   */
  public ReplayComposer(String engineVersion) {
    this.engineVersion = engineVersion;
  }

  @Override
  public GameHistory compose(
      GameId game, String header, List<HistoryRow> rows, Checkpoint last, Ending ending) {
    var head = StoredGameReader.header(header);
    var players = new ArrayList<PlayerEntry>();
    players.add(head.creator());
    var steps = new ArrayList<Step>(rows.size());
    var digests = new ArrayList<String>(rows.size());
    for (var row : rows) {
      var record = StoredGameReader.outline(row.record());
      if (record.move() instanceof Move.Opened opened) players.add(opened.second());
      steps.add(step(row, record.move(), players));
      digests.add(record.digest());
    }
    var winner = ending.winner().map(user -> user.value()).orElse(null);
    var replay =
        new ReplayData(
            Json.text(head.rules()),
            Json.text(players.stream().map(PlayerEntry::deck).toList()),
            head.seedHex(),
            Json.text(steps),
            Json.text(digests),
            Json.text(new ReplayDocument.Result(winner, ending.reason())),
            ChanceFormat.mark(engineVersion),
            head.cardsVersion());
    return new GameHistory(replay, players.stream().map(PlayerEntry::deckName).toList());
  }

  private static Step step(HistoryRow row, Move move, List<PlayerEntry> players) {
    var player = move.seat().map(Seat::index).map(players::get);
    return new Step(
        row.version(),
        row.epoch(),
        player.map(entry -> entry.user().value()).orElse(null),
        action(move),
        row.at());
  }

  private static Object action(Move move) {
    return switch (move) {
      case Move.Acted acted -> acted.action();
      case Move.TimeGivenBack given -> new TimeGivenBack(given.actionType(), given.lostMs());
      case Move.TimeGranted granted -> new TimeGranted(granted.actionType(), granted.grantedMs());
      case Move.Opened _,
          Move.Resigned _,
          Move.TimedOut _,
          Move.GraceGranted _,
          Move.PlayerLeft _,
          Move.PlayerReturned _,
          Move.Warned _,
          Move.Voided _,
          Move.Closed _ ->
          new TypeAlone(move.actionType());
    };
  }

  /** Written as a {@link ReplayDocument.Step}, without a tree of its action. */
  private record Step(
      long eventId, int epoch, @Nullable String playerId, Object action, Instant at) {}

  private record TypeAlone(String type) {}

  private record TimeGivenBack(String type, long lostMs) {}

  private record TimeGranted(String type, long grantedMs) {}
}
