package dev.menagerie.server.stores;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.menagerie.bots.BotKind;
import dev.menagerie.cards.house.Presets;
import dev.menagerie.cards.house.RulesJson;
import dev.menagerie.cards.set.CardFiles;
import dev.menagerie.cards.set.CardSets;
import dev.menagerie.codec.Json;
import dev.menagerie.rules.card.Catalog;
import dev.menagerie.rules.config.RulesConfig;
import dev.menagerie.rules.state.Seat;
import dev.menagerie.rules.state.StateDigest;
import dev.menagerie.server.GameUnavailable;
import dev.menagerie.server.Stores;
import dev.menagerie.server.archive.FinishedGame;
import dev.menagerie.server.embedded.DataDirectory;
import dev.menagerie.server.game.GameId;
import dev.menagerie.server.game.MessageId;
import dev.menagerie.server.postgres.Database;
import dev.menagerie.server.replay.Replayer;
import dev.menagerie.server.replay.Replays;
import dev.menagerie.server.timer.Timekeeper;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Running games, real stores, and servers whose card sets are not the same. */
class OtherCardsTest {
  private static final Duration SOON = Duration.ofSeconds(30);
  private static final int MAX_VERSIONS = 3_000;

  private static final Catalog TODAY = PlayingNode.SETS.catalog();

  /** Every card has another number, and a zone that made fire would make another card of it. */
  private static final Catalog RICHER = sets(UnaryOperator.identity(), moreCards()).catalog();

  /** Of a card that pocket-embers plays, one is gone and one says something else. */
  private static final Catalog CHANGED = sets(OtherCardsTest::changed, List.of()).catalog();

  private static List<CardFiles.Source> moreCards() {
    var set =
        """
        {"set": {"id": "another", "name": "Another set", "version": "1"}, "cards": [
          {"type": "energy", "id": "a-fire", "name": "Ash", "basic": true, "provides": [["fire"]]},
          {"type": "energy", "id": "a-water", "name": "Dew", "basic": true,
            "provides": [["water"]]},
          {"type": "pokemon", "id": "aardling", "name": "Aardling", "stage": "basic", "hp": 60,
            "types": ["fire"], "retreat": 1,
            "attacks": [{"name": "Dig", "cost": [], "damage": 10}]},
          {"type": "pokemon", "id": "lark-of-dawn", "name": "Lark of Dawn", "stage": "basic",
            "hp": 50, "types": ["water"], "retreat": 0,
            "attacks": [{"name": "Sing", "cost": [], "damage": 10}]}
        ]}
        """;
    return List.of(new CardFiles.Source("another.json", set));
  }

  private static CardSets sets(UnaryOperator<String> change, List<CardFiles.Source> before) {
    var sources = new ArrayList<>(before);
    for (var source : CardSets.builtIn()) {
      sources.add(new CardFiles.Source(source.file(), change.apply(source.json())));
    }
    return CardSets.of(sources);
  }

  private static String changed(String set) {
    return set.replace("\"id\": \"energy-fire\"", "\"id\": \"energy-of-fire\"")
        .replace(
            "\"name\": \"Kindlemole\", \"stage\": \"basic\", \"hp\": 70",
            "\"name\": \"Kindlemole\", \"stage\": \"basic\", \"hp\": 80");
  }

  @ParameterizedTest
  @ValueSource(strings = {"pocket", "standard"})
  void gameGoesOnWhereCardsWereAddedAndProvesItselfOnBoth(String preset) {
    long dice = System.nanoTime();
    System.out.println("dice " + dice);
    var rules = Presets.named(preset).orElseThrow();
    var decks =
        preset.equals("pocket")
            ? List.of("pocket-embers", "pocket-shallows")
            : List.of("standard-quarry", "standard-stormline");
    try (var before = PlayingNode.start(Stores.redisUrl(), Stores.database());
        var after = PlayingNode.start(Stores.redisUrl(), Stores.database(), RICHER)) {
      var game = before.begin(rules, decks.getFirst(), decks.getLast());
      for (int i = 0; i < MAX_VERSIONS && !before.moment(game).isOver(); i++) {
        // Each step on the other node: the one that has not heard of it folds the other's events.
        var node = i % 2 == 0 ? after : before;
        if (!node.moment(game).isOver()) node.step(game, BotKind.RANDOM, dice);
        if (i % 40 == 0) bothAreAtTheSameState(before, game);
      }
      var finished = finished(before, game);
      var document = Replays.of(finished);
      for (var catalog : List.of(TODAY, RICHER)) {
        var verdict = new Replayer(catalog).verify(document);
        assertThat(verdict.ok()).as("dice %d: %s", dice, verdict).isTrue();
      }
    }
  }

  /** Read from the store again with each catalog. */
  private static void bothAreAtTheSameState(PlayingNode node, GameId game) {
    var digests = new ArrayList<String>();
    var version = node.stores.games.head(game).orElseThrow().version();
    for (var catalog : List.of(TODAY, RICHER)) {
      try (var fresh = PlayingNode.start(Stores.redisUrl(), Stores.database(), catalog)) {
        var moment = fresh.moment(game);
        assertThat(moment.version()).isEqualTo(version);
        moment.state().ifPresent(state -> digests.add(StateDigest.of(state)));
      }
    }
    assertThat(digests).hasSize(2);
    assertThat(digests.getFirst()).isEqualTo(digests.getLast());
  }

  private static FinishedGame finished(PlayingNode node, GameId game) {
    Awaitility.await().atMost(SOON).until(() -> node.stores.archive.finished(game).isPresent());
    return node.stores.archive.finished(game).orElseThrow();
  }

  @Test
  void aGameWithMissingCardsStaysAndGoesOnWhereTheyExist() {
    try (var right = PlayingNode.start(Stores.redisUrl(), Stores.database());
        var wrong = PlayingNode.start(Stores.redisUrl(), Stores.database(), CHANGED)) {
      var game = right.begin(Presets.POCKET, "pocket-embers", "pocket-shallows");
      for (int i = 0; i < 6; i++) right.step(game, BotKind.GREEDY, 3);
      var head = right.stores.games.head(game).orElseThrow();

      assertThatThrownBy(() -> wrong.moment(game))
          .isInstanceOf(GameUnavailable.class)
          .hasMessage("cards missing: energy-fire; changed: kindlemole");
      assertThatThrownBy(() -> wrong.games.resign(game, Seat.FIRST, new MessageId("give-up")))
          .isInstanceOf(GameUnavailable.class);
      assertThatThrownBy(() -> wrong.games.expire(game)).isInstanceOf(GameUnavailable.class);

      assertThat(right.stores.games.head(game)).contains(head);
      while (!right.moment(game).isOver()) right.step(game, BotKind.GREEDY, 3);
      var document = Replays.of(finished(right, game));
      assertThat(new Replayer(TODAY).verify(document).ok()).isTrue();
      assertThatThrownBy(() -> new Replayer(CHANGED).verify(document))
          .isInstanceOf(GameUnavailable.class);
    }
  }

  /**
   * No node can act for the player to act: that must not lose the game. A sweep records a
   * heartbeat, which would disturb others that share a Redis.
   */
  @Test
  void clockOfAGameWithMissingCardsDoesNotExpire(@TempDir Path directory) {
    try (var data = DataDirectory.lock(directory);
        var own = Stores.own(data);
        var database = Database.open(own.postgres());
        var right = PlayingNode.start(own.redisUrl(), database);
        var wrong = PlayingNode.start(own.redisUrl(), database, CHANGED)) {
      var game = right.begin(hasty(), "pocket-embers", "pocket-shallows");
      var head = right.stores.games.head(game).orElseThrow();
      var deadline = deadline(right, game);
      try (var timekeeper = timekeeper(wrong)) {
        timekeeper.start();
        Awaitility.await().atMost(SOON).until(() -> deadline(right, game).isAfter(deadline));
      }
      assertThat(deadline(right, game)).isEqualTo(deadline.plus(Duration.ofMinutes(1)));
      assertThat(right.stores.games.head(game)).contains(head);
      right.step(game, BotKind.GREEDY, 1);
    }
  }

  /** Pocket rules with turns and choices of a second. */
  private static RulesConfig hasty() {
    var timer = Map.of("turn_ms", 1_000, "warning_ms", 500, "choice_ms", 1_000);
    return RulesJson.read(Json.toTree(Map.of("preset", "pocket", "timer", timer)));
  }

  private static Timekeeper timekeeper(PlayingNode node) {
    return new Timekeeper(
        node.stores.ports.deadlines(), node.stores.ports.leases(), node.stores.id, node.games);
  }

  private static Instant deadline(PlayingNode node, GameId game) {
    return node.stores.games.clock(game).orElseThrow().clock().deadline().orElseThrow();
  }
}
