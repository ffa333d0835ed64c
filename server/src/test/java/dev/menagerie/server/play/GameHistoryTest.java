package dev.menagerie.server.play;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.menagerie.bots.BotKind;
import dev.menagerie.cards.house.Presets;
import dev.menagerie.codec.Json;
import dev.menagerie.rules.state.Seat;
import dev.menagerie.server.GameUnavailable;
import dev.menagerie.server.archive.GameHistory;
import dev.menagerie.server.game.ClockOp;
import dev.menagerie.server.game.Ending;
import dev.menagerie.server.game.GameClock;
import dev.menagerie.server.game.GameId;
import dev.menagerie.server.game.Head;
import dev.menagerie.server.game.History;
import dev.menagerie.server.game.JournalRow;
import dev.menagerie.server.replay.ReplayComposer;
import dev.menagerie.server.replay.ReplayDocument;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** The history that is made of the journal of a finished game. */
class GameHistoryTest {
  private static final Ending ENDING = new Ending("resigned", Optional.of(Venue.ADA.id()));
  private static final Optional<TraceContext> TRACE =
      TraceContext.read("00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01");

  private final Venue venue = Venue.withRealCards();
  private final Node node = venue.node();

  private GameId finished(String preset, String first, String second) {
    var game = node.begin(Presets.named(preset).orElseThrow(), first, second).id();
    for (int i = 0; i < 3_000 && !node.moment(game).isOver(); i++) {
      var moment = node.moment(game);
      var player = new Player(node, game, moment.state().orElseThrow().toAct().orElseThrow());
      var rules = node.game(game).header().rules();
      var bot = BotKind.RANDOM.bot(venue.catalog, rules, moment.version());
      Player.done(player.tries(bot.choose(player.view())));
    }
    venue.drain();
    return game;
  }

  private GameHistory history(GameId game, List<JournalRow> rows, Ending ending) {
    var header = Json.text(node.game(game).header());
    var last = EntryBuilder.checkpoint(node.game(game).header(), node.moment(game));
    var parts = rows.stream().map(History::row).toList();
    return new ReplayComposer("test").compose(game, header, parts, last, ending);
  }

  @ParameterizedTest
  @CsvSource({
    "standard, standard-quarry, standard-dreamglade",
    "pocket, pocket-bramble, pocket-moonthread",
    "house, house-twinbreath, house-hearthfire"
  })
  void itsTextIsThatOfTheWholeRecords(String preset, String first, String second) {
    var game = finished(preset, first, second);
    var rows = venue.journal.rows(game);

    var history = history(game, rows, node.moment(game).ending().orElseThrow());

    assertThat(rows).hasSizeGreaterThan(10);
    assertSameAsWholeRecords(history, game, rows);
    assertThat(history.replay())
        .usingRecursiveComparison()
        .isEqualTo(venue.journal.finished(game).orElseThrow().chronicle());
    assertThat(history.deckNames())
        .isEqualTo(node.moment(game).players().stream().map(PlayerEntry::deckName).toList());
  }

  @Test
  void movesThatAreNoActionsAreAmongItsSteps() {
    var game = node.begin(Presets.POCKET, "pocket-embers", "pocket-shallows").id();
    venue.drain();
    var rows = new ArrayList<>(venue.journal.rows(game));
    var seat = Seat.SECOND;
    for (var move :
        List.of(
            new Move.Warned(seat),
            new Move.TimeGivenBack(seat, 1_234, Instant.EPOCH),
            new Move.TimeGranted(Seat.FIRST, 5_678),
            new Move.GraceGranted(seat),
            new Move.PlayerLeft(seat),
            new Move.PlayerReturned(seat),
            new Move.TimedOut(seat),
            new Move.Resigned(seat),
            new Move.Voided())) {
      var trace = rows.size() % 2 == 0 ? TRACE : Optional.<TraceContext>empty();
      rows.add(row(rows, new GameRecord(move, List.of(), new ClockOp.Keep(), "ab12", trace)));
    }

    assertSameAsWholeRecords(history(game, rows, ENDING), game, rows);
  }

  @Test
  void aClosedGameHasTheDeckOfItsCreatorAlone() {
    var game = node.open("pocket-embers", Presets.POCKET).id();
    var move = new Move.Closed(Move.Closed.Why.CANCELLED);
    var record = new GameRecord(move, List.of(), new ClockOp.Stop(), "", Optional.empty());
    var rows = List.of(row(List.of(), record));

    var history = history(game, rows, new Ending("cancelled", Optional.empty()));

    assertSameAsWholeRecords(history, game, rows);
    assertThat(history.deckNames()).containsExactly(node.game(game).header().creator().deckName());
  }

  /** A member that is not known is no reason to stop where it is not needed; a move is one. */
  @Test
  void whatANewerVersionStoredIsReadOrTheGameIsUnavailable() {
    var game = node.open("pocket-embers", Presets.POCKET).id();
    var resigned = new Move.Resigned(Seat.FIRST);
    var record = new GameRecord(resigned, List.of(), new ClockOp.Keep(), "ab12", TRACE);
    var text = Json.text(record);
    var more = text.substring(0, text.length() - 1) + ",\"digest_of_hands\":\"cd34\"}";
    assertThat(StoredGameReader.outline(more)).isEqualTo(StoredGameReader.outline(text));

    var other = text.replace("\"type\":\"resigned\"", "\"type\":\"something_new\"");
    var rows = List.of(row(List.of(), other));
    var refused = catchThrowableOfType(GameUnavailable.class, () -> history(game, rows, ENDING));
    assertThat(refused.reason()).isEqualTo(GameUnavailable.Reason.VERSION);
  }

  private static JournalRow row(List<JournalRow> before, GameRecord record) {
    return row(before, Json.text(record));
  }

  private static JournalRow row(List<JournalRow> before, String record) {
    var head = before.isEmpty() ? Head.initial("{}") : before.getLast().head();
    return new JournalRow(
        head.after(record), Instant.EPOCH, Optional.empty(), record, "{}", GameClock.NONE);
  }

  /** Reads each record as a whole, and writes the steps as the document's own type. */
  private void assertSameAsWholeRecords(GameHistory history, GameId game, List<JournalRow> rows) {
    var players = new ArrayList<>(List.of(node.game(game).header().creator()));
    var steps = new ArrayList<ReplayDocument.Step>();
    var digests = new ArrayList<String>();
    for (var row : rows) {
      var record = Json.read(row.record(), GameRecord.class);
      if (record.move() instanceof Move.Opened opened) players.add(opened.second());
      var player = record.move().seat().map(seat -> players.get(seat.index()).user().value());
      steps.add(
          new ReplayDocument.Step(
              row.head().version(),
              row.head().epoch(),
              player.orElse(null),
              action(record.move()),
              row.at()));
      digests.add(record.digest());
    }
    assertThat(history.replay().actions()).isEqualTo(Json.text(steps));
    assertThat(history.replay().digests()).isEqualTo(Json.text(digests));
    assertThat(history.replay().decks())
        .isEqualTo(Json.text(players.stream().map(PlayerEntry::deck).toList()));
  }

  private static JsonNode action(Move move) {
    if (move instanceof Move.Acted acted) return Json.toTree(acted.action());
    var action = new LinkedHashMap<String, Object>(Map.of("type", move.actionType()));
    if (move instanceof Move.TimeGivenBack given) action.put("lost_ms", given.lostMs());
    if (move instanceof Move.TimeGranted granted) action.put("granted_ms", granted.grantedMs());
    return Json.toTree(action);
  }
}
