package dev.menagerie.cards.scenario;

import dev.menagerie.rules.command.Command;
import dev.menagerie.rules.state.GameState;
import dev.menagerie.rules.state.PendingChoice;
import dev.menagerie.rules.state.Pile;
import dev.menagerie.rules.state.Pokemon;
import dev.menagerie.rules.state.Seat;
import dev.menagerie.rules.state.Table;
import java.util.List;
import java.util.function.IntPredicate;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Writes players' commands as scenarios do: {@link ActionReader} reads what this writes. */
final class ActionWriter {
  private final Table t;
  private final Seat seat;
  private final ObjectNode action = JsonNodeFactory.instance.objectNode();

  private ActionWriter(GameState state, Seat seat) {
    this.t = state.table();
    this.seat = seat;
  }

  /**
   * The action of a player's command. Commands that differ only in which copy of a card they use
   * are written alike.
   *
   * @throws IllegalArgumentException if no player's turn has such a command
   */
  static ObjectNode write(GameState state, Command command) {
    return new ActionWriter(state, command.seat()).written(command);
  }

  private ObjectNode written(Command command) {
    return switch (command) {
      case Command.PlayPokemon(_, var card) -> type("play_pokemon").put("card_id", card(card));
      case Command.Evolve(_, var card, var target) ->
          type("evolve").put("card_id", card(card)).put("target_id", pokemon(target));
      case Command.AttachEnergy(_, var card, var target) ->
          type("attach_energy").put("card_id", card(card)).put("target_id", pokemon(target));
      case Command.AttachFromZone(_, var target) ->
          type("attach_energy").put("source", "energy_zone").put("target_id", pokemon(target));
      case Command.PlayTrainer(_, var card) -> type("play_trainer").put("card_id", card(card));
      case Command.PlayTool(_, var card, var target) ->
          type("play_trainer").put("card_id", card(card)).put("target_id", pokemon(target));
      case Command.UseAbility(_, var user, var ability) ->
          type("use_ability")
              .put("pokemon_id", user == Command.STADIUM ? "stadium" : pokemon(user))
              .put("ability_index", ability);
      case Command.UseCardAbility(_, var card, var ability) ->
          type("use_ability")
              .put(
                  "pokemon_id",
                  (t.holds(seat, Pile.HAND, card) ? "hand:" : "discard:") + card(card))
              .put("ability_index", ability);
      case Command.Retreat(_, var bench) -> type("retreat").put("bench_id", pokemon(bench));
      case Command.Attack(_, var attack) -> type("attack").put("attack_index", attack);
      case Command.Pass _ -> type("pass");
      case Command.Select(_, _, var places) -> select(places);
      case Command.RetreatPaying _,
          Command.Resign _,
          Command.ClaimWin _,
          Command.ClaimDraw _,
          Command.NoteLeft _,
          Command.NoteReturned _,
          Command.ExpireClock _,
          Command.GrantGrace _,
          Command.GrantTime _,
          Command.VoidGame _ ->
          throw new IllegalArgumentException("is not written: " + command);
    };
  }

  private ObjectNode type(String type) {
    return action.put("type", type);
  }

  private ObjectNode select(List<Integer> places) {
    PendingChoice pending = t.pending();
    if (pending == null) {
      throw new IllegalArgumentException("no choice is pending");
    }
    switch (pending.kind()) {
      case SELECT_ACTIVE ->
          type("select_active").put("pokemon_id", option(pending, places.getFirst()));
      case SELECT_PRIZE -> type("select_prize").put("index", places.getFirst());
      case GO_FIRST, EXTRA_CARDS, POKEMON, CARDS, ENERGY, YES_NO, OPTION, ATTACK, TRIGGER -> {
        var selected = type("select").putArray("selected");
        places.stream().map(place -> option(pending, place)).sorted().forEach(selected::add);
      }
    }
    return action;
  }

  private String option(PendingChoice pending, int place) {
    if (place < pending.labels().size()) {
      return pending.labels().get(place);
    }
    int value = pending.options().get(place);
    return switch (pending.kind()) {
      case CARDS -> card(value);
      case ENERGY -> energy(value);
      case POKEMON, SELECT_ACTIVE -> pokemon(value);
      case GO_FIRST, EXTRA_CARDS, SELECT_PRIZE, YES_NO, OPTION, ATTACK, TRIGGER ->
          String.valueOf(place);
    };
  }

  /** Energy by its holder, since it matters from which one it goes. */
  private String energy(int card) {
    String place = placeOf(pokemon -> holds(pokemon, card));
    return place.isEmpty() ? card(card) : place + ".energy:" + card(card);
  }

  private boolean holds(int serial, int card) {
    Pokemon pokemon = t.find(serial);
    for (int i = 0; pokemon != null && i < pokemon.energyCount(); i++) {
      if (pokemon.energy(i) == card) {
        return true;
      }
    }
    return false;
  }

  private String pokemon(int serial) {
    String place = placeOf(one -> one == serial);
    if (place.isEmpty()) {
      throw new IllegalArgumentException("no Pokémon in play has the serial " + serial);
    }
    return place;
  }

  /** Where a Pokémon is; empty: there is none. */
  private String placeOf(IntPredicate wanted) {
    for (Seat owner : List.of(seat, seat.other())) {
      String before = owner == seat ? "" : "opponent.";
      Pokemon active = t.active(owner);
      if (active != null && wanted.test(active.serial())) {
        return before + "active";
      }
      for (int i = 0; i < t.benchCount(owner); i++) {
        if (wanted.test(t.benched(owner, i).serial())) {
          return before + "bench:" + i;
        }
      }
    }
    return "";
  }

  private String card(int instance) {
    return t.face(instance).definition.id();
  }
}
