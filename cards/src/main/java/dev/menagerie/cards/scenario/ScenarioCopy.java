package dev.menagerie.cards.scenario;

import dev.menagerie.codec.Json;
import dev.menagerie.rules.game.ClockChange;
import dev.menagerie.rules.state.GameState;
import dev.menagerie.rules.state.GameStatus;
import dev.menagerie.rules.state.Seat;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A running game as a scenario file: its board with everything in it, and an expectation that says
 * the same. Notes list the facts that a file cannot hold.
 *
 * @param file the scenario
 * @param notes what the file leaves out, one sentence each
 */
public record ScenarioCopy(ObjectNode file, List<String> notes) {
  private static final List<String> ZONES = List.of("hand", "deck", "discard", "prizes");

  public ScenarioCopy {
    notes = List.copyOf(notes);
  }

  /**
   * Copies a state.
   *
   * @return empty: the game is not within a turn, or waits for a choice; no board can hold that
   */
  public static Optional<ScenarioCopy> of(String name, GameState state) {
    var turn = state.turnSeat();
    if (state.status() != GameStatus.ACTIVE || turn.isEmpty() || state.pending().isPresent()) {
      return Optional.empty();
    }
    var whole = FullState.of(state, new ClockChange.Keep());
    var file = JsonNodeFactory.instance.objectNode();
    file.put("name", name);
    file.set("rules", Json.toTree(state.rules()));
    var players = file.putArray("players");
    for (var seat : Seat.values()) players.add(side(state, whole, seat));
    file.putObject("turn").put("number", state.turn()).put("player", turn.get().index());
    if (whole.path("stadium").isString()) file.set("stadium", whole.path("stadium"));
    file.putArray("steps").addObject().set("expect", expectations(whole));
    return Optional.of(new ScenarioCopy(file, notes(state)));
  }

  private static ObjectNode side(GameState state, ObjectNode whole, Seat seat) {
    var from = whole.path("players").path(seat.index());
    var side = JsonNodeFactory.instance.objectNode();
    if (from.path("active").isObject()) side.set("active", inPlay(from.path("active")));
    var bench = side.putArray("bench");
    from.path("bench").forEach(pokemon -> bench.add(inPlay(pokemon)));
    ZONES.forEach(zone -> side.set(zone, from.path(zone)));
    side.set("points", from.path("points"));
    switch (state.rules().energy().source()) {
      case ZONE -> {
        side.set("energy_types", Json.toTree(state.setting().energyTypes().get(seat.index())));
        side.set("energy_zone", withoutNulls(from.path("energy_zone")));
      }
      case ENERGY_DECK -> {
        side.set("energy_deck", from.path("energy_deck"));
        if (from.path("flipped_energy").isString()) {
          side.set("flipped_energy", from.path("flipped_energy"));
        }
      }
      case HAND -> {}
    }
    return side;
  }

  private static ObjectNode withoutNulls(JsonNode object) {
    var kept = JsonNodeFactory.instance.objectNode();
    object.forEachEntry((name, value) -> {
      if (!value.isNull()) kept.set(name, value);
    });
    return kept;
  }

  private static ObjectNode inPlay(JsonNode from) {
    var pokemon = JsonNodeFactory.instance.objectNode();
    for (var member :
        List.of(
            "card", "damage", "energy", "tools", "conditions", "turns_in_play", "evolved_from")) {
      pokemon.set(member, from.path(member));
    }
    return pokemon;
  }

  /** What the copy holds, said once more: a file that was changed by hand shows where. */
  private static ObjectNode expectations(ObjectNode whole) {
    var expect = JsonNodeFactory.instance.objectNode();
    for (int seat = 0; seat < Seat.values().length; seat++) {
      var side = whole.path("players").path(seat);
      for (var zone : ZONES) expect.set("players." + seat + "." + zone, side.path(zone));
      expect.set("players." + seat + ".bench_count", side.path("bench_count"));
      expect.set("players." + seat + ".points", side.path("points"));
    }
    expect.set("to_act", whole.path("to_act"));
    expect.set("stadium", whole.path("stadium"));
    return expect;
  }

  private static List<String> notes(GameState state) {
    var table = state.table();
    var notes = new ArrayList<String>();
    notes.add("Chance is not the game's: give the results of coins, or a seed.");
    if (table.lastingCount() + table.delayedCount() > 0) {
      notes.add("Effects that last or wait are left out.");
    }
    var counters = table.counters();
    int used =
        counters.energyAttached()
            + counters.supporters()
            + counters.stadiums()
            + counters.items()
            + counters.retreats();
    if (used > 0) notes.add("What was used up in this turn can be used again.");
    if (state.timeoutsUsed(Seat.FIRST) + state.timeoutsUsed(Seat.SECOND) > 0) {
      notes.add("Timeouts are left out.");
    }
    return notes;
  }
}
