package dev.menagerie.cards.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.menagerie.cards.set.CardSets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScenarioRunTest {
  private static final Scenarios SCENARIOS = new Scenarios(CardSets.load());

  private static final String BOARD =
      """
      "players":[{"active":{"card":"glaciotter-ex","energy":["energy-water"]},"bench":[{"card":"crumbmouse"}]},
                 {"active":{"card":"oakantler-ex"},"hand":["crumbmouse"],"deck":["patchbear"]}]\
      """;

  @Test
  void aFailurePrintsTheStepAndBothSides() {
    ScenarioResult result =
        run(
            "\"coins\":[\"heads\",\"tails\",\"heads\"],\"steps\":[{\"player\":0,\"do\":{\"type\":\"attack\","
                + "\"attack_index\":0}},{\"expect\":{\"players.1.active.damage\":90}}]");

    assertThat(result.passed()).isFalse();
    assertThat(result.toString())
        .isEqualTo(
            "FAILED file.json (test)\n  step 1: players.1.active.damage\n  expected: 90\n  actual:  "
                + " 60");
  }

  @Test
  void coinsLeftOverAreAFailure() {
    ScenarioResult result =
        run("\"coins\":[\"heads\"],\"steps\":[{\"player\":0,\"do\":{\"type\":\"pass\"}}]");

    assertThat(result.toString()).contains("coins are left").contains("1 were never tossed");
  }

  @Test
  void unscriptedCoinsFailTheScenario() {
    ScenarioResult result =
        run("\"coins\":[\"heads\"],\"steps\":[{\"do\":{\"type\":\"attack\",\"attack_index\":0}}]");

    assertThat(result.toString()).contains("a coin is tossed that was not written down");
  }

  @Test
  void aSeedReplacesScriptedCoins() {
    ScenarioResult result =
        run(
            "\"seed\":\"any text\",\"steps\":[{\"player\":0,\"do\":{\"type\":\"attack\","
                + "\"attack_index\":0}},{\"expect\":{\"turn.player\":1}}]");

    assertThat(result.toString()).startsWith("passed");
  }

  @Test
  void anAcceptedStepThatMustBeRefusedIsAFailure() {
    assertThat(
            run("\"steps\":[{\"player\":0,\"do\":{\"type\":\"pass\"},\"rejected\":true}]")
                .toString())
        .contains("the rules accept it");
    assertThat(
            run("\"steps\":[{\"player\":1,\"do\":{\"type\":\"pass\"},\"rejected\":\"game_over\"}]")
                .toString())
        .contains("for another reason")
        .contains("not_your_turn");
  }

  @Test
  void legalAndNotLegalAreAskedOfTheRules() {
    String steps =
        """
        "steps":[{"expect":{"legal":[{"type":"pass"}],"not_legal":[{"type":"attack","attack_index":1}]}},
                 {"player":1,"not_legal":["pass",{"player":1,"do":{"type":"pass"}}]},
                 {"legal":[{"type":"attack","attack_index":1}]}]\
        """;

    assertThat(run(steps).toString()).contains("step 2").contains("cost_not_paid");
  }

  @Test
  void pathsMayBeWrittenInSeveralWays() {
    String steps =
        """
        "steps":[{"expect":{"players.0.bench.0.card":"crumbmouse","players.0.bench[0].card":"crumbmouse",
                  "players[0].bench:0.card":"crumbmouse","players.0.bench":["crumbmouse"],
                  "players.0.bench.count":1,"players.0.hand":0,"players.1.hand.0.card":"crumbmouse","players.1.hand":[{"card":"crumbmouse"}],"players.1.hand_count":1,
                  "players.1.deck":["patchbear"],"players.0.active":{"damage":0,"conditions":[]},
                  "stadium":null,"winner":null,"pending":null,"turn.number":3,"turn.phase":"main"}}]\
        """;

    assertThat(run(steps).toString()).startsWith("passed");
  }

  @Test
  void everyProblemOfAFileIsNamed() {
    ScenarioResult result =
        SCENARIOS.run(
            "file.json",
            """
            {"name":"x","rules":"nowhere","colour":1,"players":[{"active":{"card":"nobody"}},{"hands":[]}],
             "coins":["edge"],"steps":[{"player":2,"do":{}},{},{"expect":[1]},
             {"do":{"type":"attack","atack_index":0},"legal":[{"type":"dance"}]}]}\
            """);

    assertThat(result.toString())
        .contains("file.json: colour: is not known here")
        .contains("file.json: rules.preset: must be one of standard, pocket, house")
        .contains("file.json: players[1].hands: is not known here")
        .contains("file.json: coins[0]: must be heads or tails")
        .contains("file.json: steps[0].player: must be 0 or 1")
        .contains("file.json: steps[1]: does nothing and expects nothing")
        .contains("file.json: steps[2].expect: must be an object of paths")
        .contains("file.json: steps[3].do.attack_index: is missing")
        .contains("file.json: steps[3].do.atack_index: is not known here")
        .contains("file.json: steps[3].legal[0].type: must be one of attach_energy, attack, ");
  }

  @Test
  void aBoardThatNoTableCouldHoldIsRefused() {
    ScenarioResult result =
        SCENARIOS.run(
            "file.json",
            """
            {"name":"x","turn":{"number":0},"stadium":"crumbmouse",
             "players":[{"active":{"card":"energy-water","damage":15,"energy":["crumbmouse"],"tools":["energy-water"],
                                   "conditions":["asleep","confused"],"turns_in_play":-1}},
                        {"bench":[{"card":"crumbmouse","conditions":["poisoned"]}],"points":-1}],
             "steps":[{"expect":{"winner":null}}]}\
            """);

    assertThat(result.toString().lines().skip(1).map(String::strip))
        .containsExactlyInAnyOrder(
            "file.json: turn.number: must be at least 1",
            "file.json: stadium: must be a Stadium: crumbmouse",
            "file.json: players[0].active.card: must be a Pokémon: energy-water",
            "file.json: players[0].active.damage: must be a multiple of 10",
            "file.json: players[0].active.energy[0]: must be an energy: crumbmouse",
            "file.json: players[0].active.tools[0]: must be a tool: energy-water",
            "file.json: players[0].active.conditions: must hold at most one of asleep, confused and"
                + " paralyzed",
            "file.json: players[0].active.turns_in_play: must be at least 0",
            "file.json: players[1].active: is missing",
            "file.json: players[1].bench[0].conditions: must be empty: only the Active has special"
                + " conditions",
            "file.json: players[1].points: must be at least 0");
  }

  @Test
  void aFileThatIsNoTextIsAFailure(@TempDir Path folder) throws IOException {
    Path file = Files.write(folder.resolve("binary.json"), new byte[] {(byte) 0xff, 0x7b});

    assertThat(SCENARIOS.runFile(file).toString()).contains("binary.json: $: is not UTF-8 text");
  }

  @Test
  void aMisspeltPathIsNotTakenForNull() {
    assertThat(run("\"steps\":[{\"expect\":{\"players.0.activ\":null}}]").toString())
        .contains("no such path");
    assertThat(run("\"steps\":[{\"expect\":{\"players.0.bench.99999999999\":null}}]").toString())
        .contains("no such path");
    assertThat(run("\"steps\":[{\"expect\":{\"players.0.bench.4\":null}}]").toString())
        .startsWith("passed");
  }

  @Test
  void choicesWithoutAnAlternativeNeedNoStep() {
    ScenarioResult result =
        SCENARIOS.run(
            "file.json",
            """
            {"name":"x","coins":["heads"],
             "cards":[{"type":"pokemon","id":"a","name":"A","stage":"basic","hp":60,"types":["fire"],"retreat":0,
                       "attacks":[{"name":"Nuke","cost":[],"damage":100}]}],
             "players":[{"active":{"card":"a","conditions":["asleep"]},"prizes":["a","a"]},{"active":"a","bench":["a"]}],
             "turn":{"number":4,"player":1},
             "steps":[{"player":1,"do":{"type":"pass"},"expect":{"players.0.active.conditions":[]}},
                      {"player":0,"do":{"type":"attack","attack_index":0},
                       "expect":{"players.0.prizes_remaining":1,"players.1.bench":[],"turn.player":1}}]}\
            """);

    assertThat(result.toString()).startsWith("passed");
  }

  @Test
  void legalChecksThePlayerToActUnlessASeatIsNamed() {
    assertThat(
            run("\"steps\":[{\"player\":0,\"do\":{\"type\":\"pass\"},\"legal\":[{\"type\":\"pass\"}],"
                    + "\"not_legal\":[{\"player\":0,\"type\":\"pass\"}]}]")
                .toString())
        .startsWith("passed");
  }

  private static ScenarioResult run(String rest) {
    return SCENARIOS.run("file.json", "{\"name\":\"test\"," + BOARD + "," + rest + "}");
  }
}
