package dev.menagerie.cards.scenario;

import dev.menagerie.codec.Json;
import dev.menagerie.codec.SnakeCase;
import dev.menagerie.rules.card.SpecialCondition;
import dev.menagerie.rules.game.ClockChange;
import dev.menagerie.rules.query.StateQueries;
import dev.menagerie.rules.state.GameState;
import dev.menagerie.rules.state.PendingChoice;
import dev.menagerie.rules.state.Pile;
import dev.menagerie.rules.state.Pokemon;
import dev.menagerie.rules.state.Seat;
import dev.menagerie.rules.state.Table;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The whole state as JSON, nothing hidden, cards by definition id: the object that {@code expect}
 * reads.
 */
final class FullState {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private final GameState state;
  private final Table t;

  private FullState(GameState state) {
    this.state = state;
    this.t = state.table();
  }

  /**
   * @param clock the last command's change of the clock
   */
  static ObjectNode of(GameState state, ClockChange clock) {
    ObjectNode whole = new FullState(state).whole();
    whole.set("clock", clock(clock));
    return whole;
  }

  private static ObjectNode clock(ClockChange change) {
    if (change instanceof ClockChange.Capped(ClockChange inner, var most)) {
      return clock(inner).put("most_ms", most.toMillis());
    }
    ObjectNode json = NODES.objectNode();
    json.put("change", SnakeCase.of(change.getClass().getSimpleName()));
    switch (change) {
      case ClockChange.Start(var time) -> json.put("ms", time.toMillis());
      case ClockChange.PauseAndStart(var time) -> json.put("ms", time.toMillis());
      case ClockChange.Extend(var time) -> json.put("ms", time.toMillis());
      case ClockChange.Keep _,
          ClockChange.Resume _,
          ClockChange.Uncap _,
          ClockChange.Capped _,
          ClockChange.Stop _ -> {}
    }
    return json;
  }

  private ObjectNode whole() {
    ObjectNode json = NODES.objectNode();
    json.put("status", word(state.status()));
    json.set("winner", seat(state.result().flatMap(result -> result.winner())));
    json.set("winner_id", json.get("winner"));
    json.set("end_reason", orNull(state.result().map(result -> word(result.reason()))));
    json.set("to_act", seat(state.toAct()));
    json.set("first", seat(t.first()));
    json.put("round", t.round());
    json.set("turn", state.turnSeat().<JsonNode>map(this::turn).orElse(NODES.nullNode()));
    ArrayNode players = json.putArray("players");
    for (Seat seat : Seat.values()) {
      players.add(side(seat));
    }
    json.set("stadium", t.stadium() < 0 ? NODES.nullNode() : NODES.stringNode(card(t.stadium())));
    json.set("pending", state.pending().<JsonNode>map(this::pending).orElse(NODES.nullNode()));
    json.set("rules", Json.toTree(state.rules()));
    return json;
  }

  private ObjectNode turn(Seat player) {
    ObjectNode turn = NODES.objectNode();
    turn.put("number", t.turn());
    turn.put("player", player.index());
    turn.put("player_id", player.index());
    turn.put("phase", word(t.phase()));
    turn.put("energy_attached", t.counters().energyAttached());
    turn.put("supporters_played", t.counters().supporters());
    turn.put("stadiums_played", t.counters().stadiums());
    turn.put("items_played", t.counters().items());
    turn.put("retreats", t.counters().retreats());
    return turn;
  }

  private ObjectNode side(Seat seat) {
    ObjectNode side = NODES.objectNode();
    side.put("seat", seat.index());
    side.put("points", t.points(seat));
    side.put("prizes_remaining", state.prizesRemaining(seat));
    side.put("timeouts_used", t.timeouts(seat));
    side.put("away", t.isAway(seat));
    side.put("gone", t.isGone(seat));
    side.put("mulligans", t.mulligans(seat));
    zone(side, "hand", seat, Pile.HAND);
    topFirst(side, "deck", seat, Pile.DECK);
    zone(side, "discard", seat, Pile.DISCARD);
    zone(side, "prizes", seat, Pile.PRIZES);
    topFirst(side, "energy_deck", seat, Pile.ENERGY_DECK);
    side.set("flipped_energy", flipped(seat));
    side.put("hand_count", t.count(seat, Pile.HAND));
    side.put("deck_count", t.count(seat, Pile.DECK));
    side.put("discard_count", t.count(seat, Pile.DISCARD));
    side.put("energy_deck_count", t.count(seat, Pile.ENERGY_DECK));
    ObjectNode zone = side.putObject("energy_zone");
    zone.set("current", orNull(t.zoneNow(seat).map(FullState::word)));
    zone.set("next", orNull(t.zoneNext(seat).map(FullState::word)));
    side.set("active", inPlay(t.active(seat)));
    ArrayNode bench = side.putArray("bench");
    for (int i = 0; i < t.benchCount(seat); i++) {
      bench.add(inPlay(t.benched(seat, i)));
    }
    side.put("bench_count", t.benchCount(seat));
    return side;
  }

  private JsonNode flipped(Seat seat) {
    return t.count(seat, Pile.FLIPPED) == 0
        ? NODES.nullNode()
        : NODES.stringNode(card(t.card(seat, Pile.FLIPPED, 0)));
  }

  private void zone(ObjectNode side, String name, Seat seat, Pile pile) {
    ArrayNode cards = side.putArray(name);
    for (int instance : t.cards(seat, pile)) {
      cards.add(card(instance));
    }
  }

  private void topFirst(ObjectNode side, String name, Seat seat, Pile pile) {
    ArrayNode cards = side.putArray(name);
    int[] instances = t.cards(seat, pile);
    for (int i = instances.length - 1; i >= 0; i--) {
      cards.add(card(instances[i]));
    }
  }

  private JsonNode inPlay(@Nullable Pokemon pokemon) {
    if (pokemon == null) {
      return NODES.nullNode();
    }
    ObjectNode json = NODES.objectNode();
    json.put("card", card(pokemon.top()));
    json.put("damage", pokemon.damage());
    int hp = StateQueries.maxHp(state, pokemon);
    json.put("hp", hp);
    json.put("remaining_hp", Math.max(0, hp - pokemon.damage()));
    json.put("retreat_cost", StateQueries.retreatCost(state, pokemon));
    ArrayNode energy = json.putArray("energy");
    for (int i = 0; i < pokemon.energyCount(); i++) {
      energy.add(card(pokemon.energy(i)));
    }
    ArrayNode tools = json.putArray("tools");
    for (int i = 0; i < pokemon.toolCount(); i++) {
      tools.add(card(pokemon.tool(i)));
    }
    ArrayNode below = json.putArray("evolved_from");
    for (int i = 0; i < pokemon.cardCount() - 1; i++) {
      below.add(card(pokemon.card(i)));
    }
    ArrayNode conditions = json.putArray("conditions");
    for (SpecialCondition condition : SpecialCondition.values()) {
      if (pokemon.has(condition)) {
        conditions.add(word(condition));
      }
    }
    json.put("can_evolve", StateQueries.mayEvolve(state, pokemon));
    json.put("turns_in_play", t.turn() - pokemon.changed());
    return json;
  }

  private ObjectNode pending(PendingChoice pending) {
    ObjectNode json = NODES.objectNode();
    json.put("kind", word(pending.kind()));
    json.put("player", pending.seat().index());
    json.put("player_id", pending.seat().index());
    json.put("min", pending.min());
    json.put("max", pending.max());
    ArrayNode options = json.putArray("options");
    for (int i = 0; i < pending.options().size(); i++) {
      options.add(option(pending, i));
    }
    json.put("prompt", pending.prompt());
    return json;
  }

  private String option(PendingChoice pending, int place) {
    if (place < pending.labels().size()) {
      return pending.labels().get(place);
    }
    int value = pending.options().get(place);
    return switch (pending.kind()) {
      case CARDS, ENERGY -> card(value);
      case POKEMON, SELECT_ACTIVE -> {
        Pokemon pokemon = t.find(value);
        yield pokemon == null ? String.valueOf(value) : card(pokemon.top());
      }
      case GO_FIRST, EXTRA_CARDS, SELECT_PRIZE, YES_NO, OPTION, ATTACK, TRIGGER ->
          String.valueOf(value);
    };
  }

  private String card(int instance) {
    return t.face(instance).definition.id();
  }

  private static JsonNode seat(Optional<Seat> seat) {
    return seat.<JsonNode>map(s -> NODES.numberNode(s.index())).orElse(NODES.nullNode());
  }

  private static JsonNode orNull(Optional<String> text) {
    return text.<JsonNode>map(NODES::stringNode).orElse(NODES.nullNode());
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
