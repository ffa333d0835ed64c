package dev.menagerie.cards.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.menagerie.cards.set.CardSets;
import org.junit.jupiter.api.Test;

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
  void coinsThatNobodyWroteDownAreAFailure() {
    ScenarioResult result =
        run("\"coins\":[\"heads\"],\"steps\":[{\"do\":{\"type\":\"attack\",\"attack_index\":0}}]");

    assertThat(result.toString()).contains("a coin is tossed that was not written down");
  }

  @Test
  void aSeedStandsInsteadOfCoins() {
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
             "coins":["edge"],"steps":[{"player":2,"do":{}},{}]}\
            """);

    assertThat(result.toString())
        .contains("file.json: colour: is not known here")
        .contains("file.json: rules.preset: must be one of standard, pocket, house")
        .contains("file.json: players[1].hands: is not known here")
        .contains("file.json: coins[0]: must be heads or tails")
        .contains("file.json: steps[0].player: must be 0 or 1")
        .contains("file.json: steps[1]: does nothing and expects nothing");
    assertThat(run("\"steps\":[{\"do\":{\"type\":\"dance\"}}]").toString())
        .contains("type must be one of play_pokemon");
  }

  private static ScenarioResult run(String rest) {
    return SCENARIOS.run("file.json", "{\"name\":\"test\"," + BOARD + "," + rest + "}");
  }
}
