package dev.menagerie.server.play;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.menagerie.bots.BotKind;
import dev.menagerie.cards.house.Presets;
import dev.menagerie.codec.Json;
import dev.menagerie.codec.Limits;
import dev.menagerie.rules.config.RulesConfig;
import dev.menagerie.rules.state.Seat;
import dev.menagerie.rules.state.StateDigest;
import dev.menagerie.server.game.GameId;
import dev.menagerie.server.game.Partition;
import dev.menagerie.server.replay.ReplayDocument;
import dev.menagerie.server.replay.ReplayFrames;
import dev.menagerie.server.replay.Replayer;
import dev.menagerie.server.replay.Replays;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whole games with the real cards: the stores contain the game at every version. */
class WholeGamesTest {
  private static final int MAX_VERSIONS = 3_000;

  private final Venue venue = Venue.withRealCards();
  private final Node node = venue.node();

  private static RulesConfig rules(String preset) {
    return Presets.named(preset).orElseThrow();
  }

  /** The next action of a bot-like player, for the seat to act. */
  private void step(Node at, GameId game, BotKind kind, long seed) {
    var moment = at.moment(game);
    Seat seat = moment.state().orElseThrow().toAct().orElseThrow();
    var player = new Player(at, game, seat);
    var bot =
        kind.bot(venue.catalog, at.game(game).header().rules(), seed * 7919 + moment.version());
    Player.done(player.tries(bot.choose(player.view())));
  }

  private void finish(Node at, GameId game, BotKind kind, long seed) {
    for (int i = 0; i < MAX_VERSIONS && !at.moment(game).isOver(); i++) step(at, game, kind, seed);
    assertThat(at.moment(game).isOver()).as("seed %d", seed).isTrue();
  }

  /** A game after some steps; one that chance has ended before is left. */
  private GameId underWay() {
    for (int tries = 0; tries < 20; tries++) {
      var game = node.begin(Presets.POCKET, "pocket-embers", "pocket-shallows").id();
      for (int i = 0; i < 25 && !node.moment(game).isOver(); i++) {
        step(node, game, BotKind.RANDOM, 13);
      }
      if (!node.moment(game).isOver()) return game;
    }
    throw new AssertionError("twenty games ended within 25 steps");
  }

  private static String digest(Moment moment) {
    return StateDigest.of(moment.state().orElseThrow());
  }

  private ReplayDocument document(GameId game) {
    return Replays.of(venue.journal.finished(game).orElseThrow());
  }

  @ParameterizedTest
  @CsvSource({
    "standard, standard-quarry, standard-stormline",
    "pocket, pocket-embers, pocket-shallows",
    "house, house-quarry, house-aurora"
  })
  void snapshotAndRecordsAreTheGameAtEveryVersion(String preset, String first, String second) {
    var game = node.begin(rules(preset), first, second).id();
    var digests = new ArrayList<String>();
    while (!node.moment(game).isOver() && digests.size() < MAX_VERSIONS) {
      var loaded = venue.node().moment(game);
      assertThat(loaded.head()).isEqualTo(node.moment(game).head());
      assertThat(digest(loaded)).as("version %d", loaded.version()).isEqualTo(live(game));
      assertThat(loaded.clock()).isEqualTo(node.moment(game).clock());
      assertThat(loaded.players()).isEqualTo(node.moment(game).players());
      digests.add(digest(loaded));
      step(node, game, BotKind.GREEDY, 1);
    }

    var recorded = node.heard.stream().map(what -> what.record().digest()).toList();
    assertThat(recorded.subList(0, digests.size())).isEqualTo(digests);
    assertThat(digest(venue.node().moment(game))).as("from the archive").isEqualTo(live(game));
  }

  private String live(GameId game) {
    return digest(node.moment(game));
  }

  @ParameterizedTest
  @CsvSource({
    "standard, standard-quarry, standard-dreamglade, 1",
    "standard, standard-hearthfire, standard-ironkeep, 2",
    "pocket, pocket-bramble, pocket-moonthread, 3",
    "pocket, pocket-embers, pocket-nightfall, 4",
    "house, house-twinbreath, house-hearthfire, 5"
  })
  void theArchiveProvesTheWholeGame(String preset, String first, String second, long seed) {
    var game = node.begin(rules(preset), first, second).id();
    finish(node, game, BotKind.RANDOM, seed);

    var document = document(game);
    var verdict = new Replayer(venue.catalog).verify(document);

    assertThat(verdict.ok()).as("seed %d: %s", seed, verdict).isTrue();
    assertThat(verdict.digestsChecked()).isEqualTo(document.actions().size());
    assertThat(document.actions().getLast().eventId()).isEqualTo(node.moment(game).version());
    assertThat(document.result().endReason())
        .isEqualTo(node.moment(game).ending().orElseThrow().reason());
    assertThat(document.rngSeed()).isEqualTo(node.game(game).header().seedHex());
  }

  @Test
  void aReplayThatWasTamperedWithIsFoundOut() {
    var game = node.begin(Presets.POCKET, "pocket-embers", "pocket-shallows").id();
    finish(node, game, BotKind.RANDOM, 11);
    var truth = document(game);
    var replayer = new Replayer(venue.catalog);

    var digests = new ArrayList<>(truth.digests());
    digests.set(5, digests.get(4));
    var other = with(truth, truth.rngSeed(), digests);
    var seed = with(truth, "00".repeat(32), truth.digests());

    assertThat(replayer.verify(other).ok()).isFalse();
    assertThat(replayer.verify(other).firstDifference()).contains(truth.actions().get(5).eventId());
    assertThat(replayer.verify(seed).commitmentOk()).isFalse();
    assertThat(replayer.verify(seed).ok()).isFalse();
  }

  private static ReplayDocument with(ReplayDocument d, String seed, List<String> digests) {
    return new ReplayDocument(
        d.gameId(),
        d.rules(),
        d.players(),
        d.decks(),
        seed,
        d.seedCommitment(),
        d.actions(),
        digests,
        d.result(),
        d.engineVersion(),
        d.cardsVersion(),
        d.cards());
  }

  @Test
  void framesArePagesOfTheSameGame() {
    var game = node.begin(Presets.POCKET, "pocket-embers", "pocket-shallows").id();
    finish(node, game, BotKind.GREEDY, 12);
    var document = document(game);
    var frames = new ReplayFrames(new Replayer(venue.catalog));

    int seen = 0;
    var page = frames.of(document, 0, 20);
    while (true) {
      assertThat(page.items().getFirst().state()).isPresent();
      assertThat(page.items().stream().skip(1)).allMatch(frame -> frame.patch().isPresent());
      seen += page.items().size();
      if (page.next().isEmpty()) break;
      page = frames.of(document, Integer.parseInt(page.next().get()), 20);
    }

    assertThat(seen).isEqualTo(document.actions().size());
    var last = frames.of(document, seen - 1, 20).items().getFirst();
    var state = Json.tree(last.state().orElseThrow().utf8(), Limits.DOCUMENT);
    assertThat(state.get("status").asString()).isEqualTo("finished");
  }

  /** The store lost everything: the journal's game goes on in another epoch, and is one game. */
  @Test
  void aRestoredGameGoesOnAndItsReplayIsComplete() {
    var game = underWay();
    var before = live(game);
    venue.drain();

    venue.store.restartEmpty();
    Partition.all().forEach(partition -> venue.store.certify(partition, venue.store.run()));
    for (var known : venue.journal.unfinished(Set.copyOf(Partition.all()))) {
      assertThat(venue.store.restore(venue.journal.raise(List.of(known)), Map.of())).isTrue();
    }
    var restored = venue.node();
    assertThat(digest(restored.moment(game))).isEqualTo(before);
    assertThat(restored.moment(game).head().epoch()).isEqualTo(2);
    finish(restored, game, BotKind.RANDOM, 14);

    var verdict = new Replayer(venue.catalog).verify(document(game));
    assertThat(verdict.ok()).as("%s", verdict).isTrue();
    node.games.catchUp(game, restored.moment(game).head());
    assertThat(node.moment(game).head()).isEqualTo(restored.moment(game).head());
  }

  @Test
  void aBotAnswersForItself() {
    node.games.listen(node.bots);
    var bot = new CreateGame.Against.Bot("random", Optional.empty());
    var game = node.create(Venue.ADA, "pocket-embers", Presets.POCKET, bot).id();
    while (!node.moment(game).isOver()) {
      await()
          .atMost(Duration.ofSeconds(30))
          .pollInterval(Duration.ofMillis(2))
          .until(() -> isAdasOrOver(game));
      if (!node.moment(game).isOver()) step(node, game, BotKind.RANDOM, 15);
    }

    assertThat(node.moment(game).isOver()).isTrue();
    assertThat(new Replayer(venue.catalog).verify(document(game)).ok()).isTrue();
  }

  /** Whether Ada is to act or the game is over. */
  private boolean isAdasOrOver(GameId game) {
    var moment = node.moment(game);
    return moment.isOver()
        || moment.state().orElseThrow().toAct().filter(Seat.FIRST::equals).isPresent();
  }
}
