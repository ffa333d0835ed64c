package dev.menagerie.server.replay;

import dev.menagerie.codec.Json;
import dev.menagerie.rules.game.ChanceFormat;
import dev.menagerie.rules.state.Seat;
import dev.menagerie.server.archive.HistoryComposer;
import dev.menagerie.server.archive.ReplayData;
import dev.menagerie.server.game.Checkpoint;
import dev.menagerie.server.game.Ending;
import dev.menagerie.server.game.GameId;
import dev.menagerie.server.game.JournalRow;
import dev.menagerie.server.play.GameRecord;
import dev.menagerie.server.play.Move;
import dev.menagerie.server.play.PlayerEntry;
import dev.menagerie.server.play.StoredGameReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Makes the archive's replay data from the journal of a finished game. */
public final class ReplayComposer implements HistoryComposer {
  private final String engineVersion;

  /**
   * @param engineVersion recorded in every replay; informative
   */
  public ReplayComposer(String engineVersion) {
    this.engineVersion = engineVersion;
  }

  @Override
  public ReplayData compose(
      GameId game, String header, List<JournalRow> rows, Checkpoint last, Ending ending) {
    var head = StoredGameReader.header(header);
    var players = new ArrayList<PlayerEntry>();
    players.add(head.creator());
    var steps = new ArrayList<ReplayDocument.Step>();
    var digests = new ArrayList<String>();
    for (var row : rows) {
      var record = GameRecord.Outline.read(row.record());
      if (record.move() instanceof Move.Opened opened) players.add(opened.second());
      steps.add(step(row, record.move(), players));
      digests.add(record.digest());
    }
    var winner = ending.winner().map(user -> user.value()).orElse(null);
    return new ReplayData(
        Json.text(head.rules()),
        Json.text(players.stream().map(PlayerEntry::deck).toList()),
        head.seedHex(),
        Json.text(steps),
        Json.text(digests),
        Json.text(new ReplayDocument.Result(winner, ending.reason())),
        ChanceFormat.mark(engineVersion),
        head.cardsVersion());
  }

  @Override
  public List<String> deckNames(String header, List<JournalRow> rows) {
    var names = new ArrayList<String>();
    names.add(StoredGameReader.header(header).creator().deckName());
    for (var row : rows) {
      var record = StoredGameReader.record(row.record());
      if (record.move() instanceof Move.Opened opened) {
        names.add(opened.second().deckName());
        break;
      }
    }
    return names;
  }

  private static ReplayDocument.Step step(JournalRow row, Move move, List<PlayerEntry> players) {
    var player = move.seat().map(Seat::index).map(players::get);
    return new ReplayDocument.Step(
        row.head().version(),
        row.head().epoch(),
        player.map(entry -> entry.user().value()).orElse(null),
        action(move),
        row.at());
  }

  private static JsonNode action(Move move) {
    return switch (move) {
      case Move.Acted acted -> Json.toTree(acted.action());
      case Move.TimeGivenBack given ->
          Json.toTree(Map.of("type", given.actionType(), "lost_ms", given.lostMs()));
      case Move.TimeGranted granted ->
          Json.toTree(Map.of("type", granted.actionType(), "granted_ms", granted.grantedMs()));
      case Move.Opened _,
          Move.Resigned _,
          Move.TimedOut _,
          Move.GraceGranted _,
          Move.PlayerLeft _,
          Move.PlayerReturned _,
          Move.Warned _,
          Move.Voided _,
          Move.Closed _ ->
          Json.toTree(Map.of("type", move.actionType()));
    };
  }
}
