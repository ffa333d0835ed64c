package dev.menagerie.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import dev.menagerie.codec.Json;
import dev.menagerie.rules.state.Seat;
import dev.menagerie.rules.view.View;
import dev.menagerie.rules.view.View.Card;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

class CardMovesTest {
  @Test
  void aRetreatMovesBothAndThePaidEnergy() {
    var from = side(List.of(), List.of(), creature("a", "e", "f"), creature("b"), creature("c"));
    var to = side(List.of(), List.of("f"), creature("c"), creature("b"), creature("a", "e"));

    assertThat(told(from, to))
        .containsExactly(
            "move /active /bench/1", "move /bench/2 /active", "move /bench/1/energy/1 /discard/0");
  }

  @Test
  void whoeverComesForwardLeavesTheirPlaceToTheOther() {
    var from = side(List.of(), List.of(), creature("a"), creature("b"), creature("c"));
    var to = side(List.of(), List.of(), creature("b"), creature("a"), creature("c"));

    assertThat(told(from, to)).containsExactly("move /active /bench/0", "move /bench/1 /active");
  }

  @Test
  void aKnockedOutCreatureIsSteppedOver() {
    var from = side(List.of(), List.of("x"), creature("a", "e"), creature("b"));
    var to = side(List.of(), List.of("x", "a"), creature("b"));

    assertThat(told(from, to)).containsExactly("move /bench/0 /active", "add /discard/1");
  }

  @Test
  void energyGoesFromTheHandToACreature() {
    var from = side(List.of("x", "e", "y"), List.of(), creature("a"), creature("b", "d"));
    var to = side(List.of("x", "y"), List.of(), creature("a"), creature("b", "d", "e"));

    assertThat(told(from, to)).containsExactly("move /hand/1 /bench/0/energy/1");
  }

  @Test
  void aPlayedCardGoesFromTheHandToTheDiscardPile() {
    var from = side(List.of("x", "y"), List.of("p"), creature("a"));
    var to = side(List.of("x"), List.of("p", "y"), creature("a"));

    assertThat(told(from, to)).containsExactly("move /hand/1 /discard/1");
  }

  @Test
  void whatCameOutOfAHiddenHandIsAdded() {
    var from = side(null, List.of("p"), creature("a"));
    var to = side(null, List.of("p", "y"), creature("a"));

    assertThat(told(from, to)).containsExactly("add /discard/1");
  }

  @Test
  void aPileThatWasLaidAnewIsComparedAsItIs() {
    var from = side(List.of("x", "y"), List.of("p", "q"), creature("a"));
    var to = side(List.of("y"), List.of("x", "q"), creature("a"));

    assertThat(told(from, to)).containsExactly("remove /hand/0", "replace /discard/0");
  }

  /** The operations, which are also seen to lead from one to the other. */
  private static List<String> told(WireState.Player from, WireState.Player to) {
    var patch = new JsonPatch();
    var path = "/players/0";
    var moved = CardMoves.made(patch, path, from, to);
    patch.compare(path, Json.toTree(moved), Json.toTree(to));

    assertThat(JsonPatchTest.applied(atTable(from), patch.operations())).isEqualTo(atTable(to));
    return patch
        .operations()
        .valueStream()
        .map(operation ->
            Stream.of("op", "from", "path")
                .filter(operation::has)
                .map(name -> operation.get(name).stringValue().replace(path, ""))
                .reduce((left, right) -> left + " " + right)
                .orElseThrow())
        .toList();
  }

  private static JsonNode atTable(WireState.Player side) {
    var table = JsonNodeFactory.instance.objectNode();
    table.putArray("players").add(Json.toTree(side));
    return table;
  }

  private static WireState.Player side(
      @Nullable List<String> hand, List<String> discard, View.InPlay active, View.InPlay... bench) {
    return new WireState.Player(
        "ada",
        "Ada",
        Seat.FIRST,
        0,
        0,
        3,
        hand == null ? null : cards(hand),
        4,
        20,
        cards(discard),
        List.of(),
        Optional.empty(),
        active,
        List.of(bench));
  }

  private static View.InPlay creature(String id, String... energy) {
    return new View.InPlay(
        id, "kindlemole", 0, 70, cards(List.of(energy)), List.of(), List.of(), List.of(), false);
  }

  private static List<Card> cards(List<String> ids) {
    return ids.stream().map(id -> new Card(id, "card-" + id)).toList();
  }
}
