package dev.menagerie.server.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.menagerie.cards.deck.StarterDecks;
import dev.menagerie.cards.house.Presets;
import dev.menagerie.codec.Json;
import dev.menagerie.rules.config.RulesConfig;
import dev.menagerie.rules.game.Seed;
import dev.menagerie.server.play.Planting;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.IntUnaryOperator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The same game, by its seed, is played twice: undisturbed, and by a player whose line is cut after
 * every message. In the end both know the same, of every step and of the table.
 */
class ReconnectTest {
  private static final String CODE = "planted-code-of-a-test";

  /** The end of a game has its own message or, in delta mode, is part of its update. */
  private static final List<String> ENVELOPE =
      List.of("type", "message_id", "timestamp", "event_id", "epoch");

  /** The step that the cut player or the other one takes. */
  private record Step(int seat, JsonNode action) {}

  /** How a game went, as the second player knows it. */
  private record Ended(
      NavigableMap<Long, JsonNode> told, JsonNode state, JsonNode over, int cuts, int mid) {}

  /**
   * A grace would be a step of its own at any reconnect; without it all games take the same steps.
   */
  private static RulesConfig rules() {
    var timer = Map.of("turn_ms", 600_000, "grace_ms", 0, "absence_ms", 0);
    var pocket = (ObjectNode) Json.toTree(Presets.POCKET);
    ((ObjectNode) pocket.path("timer")).setAll((ObjectNode) Json.toTree(timer));
    return Json.bind(pocket, RulesConfig.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"full", "delta"})
  void cutAfterOneTwoThreeAndFourMessagesInTurn(String sync) {
    assertThat(compare(sync, cuts -> 1 + cuts % 4, 7)).as("cuts in mid-effect").isPositive();
  }

  @Tag("long")
  @ParameterizedTest
  @CsvSource({
    "full,1", "full,2", "full,3", "full,4", "full,5", "delta,1", "delta,2", "delta,3", "delta,4"
  })
  void cutAfterEverySoManyMessages(String sync, int after) {
    int inMidEffect = 0;
    for (int seed = 1; seed <= 5; seed++) inMidEffect += compare(sync, _ -> after, seed);
    assertThat(inMidEffect).as("cuts in mid-effect, in five games").isPositive();
  }

  private static int never(int cuts) {
    assertThat(cuts).isZero();
    return 0;
  }

  /** How many of the cuts came while a choice was waited for. */
  private static int compare(String sync, IntUnaryOperator cutAfter, int seed) {
    var people = List.of(Person.guest(), Person.guest());
    var script = new ArrayList<Step>();
    var undisturbed = play(people, sync, ReconnectTest::never, seed, script, true);
    var cut = play(people, sync, cutAfter, seed, script, false);
    assertThat(undisturbed.cuts()).isZero();
    assertThat(cut.cuts()).as("seed %d", seed).isGreaterThan(script.size() / 8);
    assertThat(cut.over()).isEqualTo(undisturbed.over());
    assertThat(cut.state()).isEqualTo(undisturbed.state());
    var others = new TreeMap<>(undisturbed.told());
    others.keySet().retainAll(cut.told().keySet());
    assertThat(cut.told()).containsAllEntriesOf(others);
    assertThat(cut.told().keySet()).containsAll(undisturbed.told().keySet());
    return cut.mid();
  }

  private static Ended play(
      List<Person> people,
      String sync,
      IntUnaryOperator cutAfter,
      int seed,
      List<Step> script,
      boolean writes) {
    var game = game(people, seed);
    try (var there = Player.connect(people.getFirst());
        var away = new Traveller(people.getLast(), sync, cutAfter)) {
      there.join(game);
      JsonNode mine = there.next("game:state").path("state");
      var random = new SplittableRandom(seed);
      for (int i = 0; writes || i < script.size(); i++) {
        long version = mine.path("event_id").asLong();
        if (mine.path("status").asString().equals("finished")) break;
        if (writes) script.add(choose(mine, away.stateAt(version), random));
        var step = script.get(i);
        long reached =
            step.seat() == 0
                ? there.act(game, step.action()).path("event_id").asLong(-1)
                : away.act(game, "step-" + i, step.action());
        assertThat(reached).as("%s", step).isEqualTo(version + 1);
        mine = there.stateAt(reached);
      }
      var end = away.stateAt(mine.path("event_id").asLong());
      return new Ended(
          away.told(), masked(end), masked(away.gameOver()), away.cuts(), away.cutsInMidEffect());
    }
  }

  private static Step choose(JsonNode first, JsonNode second, SplittableRandom random) {
    int seat = first.path("legal_actions").isEmpty() ? 1 : 0;
    var legal = (seat == 0 ? first : second).path("legal_actions");
    return new Step(seat, legal.get(random.nextInt(legal.size())));
  }

  private static String game(List<Person> people, int number) {
    byte[] seed = new byte[Seed.BYTES];
    seed[0] = (byte) number;
    var chosen = StarterDecks.load().forRules("pocket").getFirst();
    var creator = new Planting.Sitting(people.getFirst().id(), "Stays", chosen.list());
    var game = Servers.planting().waiting(rules(), Seed.of(seed), creator, CODE);
    var join = new HashMap<String, String>(Map.of("deck_id", chosen.id(), "invite_code", CODE));
    people.getLast().api().post("/games/" + game + "/join", join).ok();
    return game;
  }

  /** Masks what differs in every game, whatever its seed. */
  private static JsonNode masked(JsonNode told) {
    var copy = told.deepCopy();
    ((ObjectNode) copy).remove(List.of("game_id", "replay_url", "duration_ms"));
    if (told.has("rng_seed")) ((ObjectNode) copy).remove(ENVELOPE);
    if (copy.path("turn") instanceof ObjectNode turn) turn.remove("deadline");
    return copy;
  }
}
