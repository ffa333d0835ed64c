package dev.menagerie.cards.scenario;

import dev.menagerie.rules.card.CompiledCard;
import dev.menagerie.rules.command.Command;
import dev.menagerie.rules.state.ChoiceKind;
import dev.menagerie.rules.state.GameState;
import dev.menagerie.rules.state.PendingChoice;
import dev.menagerie.rules.state.Pile;
import dev.menagerie.rules.state.Pokemon;
import dev.menagerie.rules.state.Seat;
import dev.menagerie.rules.state.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Makes commands of a scenario's actions, which name places where the protocol has ids. */
final class ActionReader {
  /** No card and no Pokémon in play: the rules refuse it as they refuse an unknown id. */
  private static final int NOTHING = -7;

  private static final int NO_CHOICE = -1;

  private final GameState state;
  private final Table t;
  private final Seat seat;
  private final Places places;
  private final JsonNode action;

  private ActionReader(GameState state, Seat seat, JsonNode action) {
    this.state = state;
    this.t = state.table();
    this.seat = seat;
    this.places = new Places(t, seat);
    this.action = action;
  }

  /**
   * The command that an action means now.
   *
   * @throws BadStep if it names no action, or a place that there is not
   */
  static Command read(GameState state, Seat seat, JsonNode action) {
    return new ActionReader(state, seat, action).command();
  }

  private Command command() {
    String type = action.path("type").asString("");
    return switch (type) {
      case "play_pokemon" -> new Command.PlayPokemon(seat, card("card_id"));
      case "evolve" -> new Command.Evolve(seat, card("card_id"), pokemon("target_id"));
      case "attach_energy" -> attach();
      case "play_trainer" -> playTrainer();
      case "use_ability" -> useAbility();
      case "retreat" -> retreat();
      case "attack" -> new Command.Attack(seat, index("attack_index"));
      case "pass" -> new Command.Pass(seat);
      case "select_active" -> selectActive();
      case "select_prize" ->
          new Command.Select(seat, choice(ChoiceKind.SELECT_PRIZE), List.of(index("index")));
      case "select" -> select();
      case "resign" -> new Command.Resign(seat);
      case "expire_clock" -> new Command.ExpireClock(seat, state.clock());
      case "note_left" -> new Command.NoteLeft(seat);
      case "note_returned" -> new Command.NoteReturned(seat);
      case "claim_win" -> new Command.ClaimWin(seat);
      case "claim_draw" -> new Command.ClaimDraw(seat);
      case "grant_grace" -> new Command.GrantGrace(seat);
      default -> throw new IllegalStateException("an action of type " + type + " was not refused");
    };
  }

  private Command attach() {
    if (action.has("source")) {
      return new Command.AttachFromZone(seat, pokemon("target_id"));
    }
    int card = card("card_id");
    return card >= 0 && t.holds(seat, Pile.FLIPPED, card)
        ? new Command.AttachFromZone(seat, pokemon("target_id"))
        : new Command.AttachEnergy(seat, card, pokemon("target_id"));
  }

  private Command playTrainer() {
    int card = card("card_id");
    boolean tool = card >= 0 && t.face(card).sort == CompiledCard.Sort.TOOL;
    return tool
        ? new Command.PlayTool(seat, card, action.has("target_id") ? pokemon("target_id") : NOTHING)
        : new Command.PlayTrainer(seat, card);
  }

  private Command useAbility() {
    int ability = action.has("ability_index") ? index("ability_index") : 0;
    boolean stadium = action.path("pokemon_id").asString("").equals("stadium");
    if (stadium) {
      return new Command.UseAbility(seat, Command.STADIUM, ability);
    }
    Optional<Integer> outside =
        places
            .instance(text("pokemon_id"))
            .filter(card -> t.holds(seat, Pile.HAND, card) || t.holds(seat, Pile.DISCARD, card));
    return outside.isPresent()
        ? new Command.UseCardAbility(seat, outside.get(), ability)
        : new Command.UseAbility(seat, pokemon("pokemon_id"), ability);
  }

  private Command retreat() {
    int bench = pokemon("bench_id");
    if (!action.has("energy_ids")) {
      return new Command.Retreat(seat, bench);
    }
    List<Integer> energy = new ArrayList<>();
    for (JsonNode place : action.get("energy_ids")) {
      energy.add(instance(place.asString()));
    }
    return new Command.RetreatPaying(seat, bench, energy);
  }

  private Command selectActive() {
    int number = choice(ChoiceKind.SELECT_ACTIVE);
    Optional<PendingChoice> pending = state.pending();
    int place = pending.map(p -> p.options().indexOf(pokemon("pokemon_id"))).orElse(NOTHING);
    return new Command.Select(seat, number, List.of(place));
  }

  /** The number of the pending choice if it is of that kind. */
  private int choice(ChoiceKind kind) {
    return state
        .pending()
        .filter(pending -> pending.kind() == kind)
        .map(PendingChoice::number)
        .orElse(NO_CHOICE);
  }

  private Command select() {
    Optional<PendingChoice> pending = state.pending();
    if (pending.isEmpty()) {
      return new Command.Select(seat, NO_CHOICE, List.of());
    }
    List<Integer> chosen = new ArrayList<>();
    JsonNode selected = action.get("selected");
    for (JsonNode one : selected.isArray() ? selected : List.of(selected)) {
      chosen.add(option(pending.get(), one.asString(), chosen));
    }
    return new Command.Select(seat, pending.get().number(), chosen);
  }

  /** By label, then by place on the table, then by number; of equal cards one not yet chosen. */
  private int option(PendingChoice pending, String selected, List<Integer> chosen) {
    int label = pending.labels().indexOf(selected);
    if (label >= 0) {
      return label;
    }
    Seat owner = seat;
    for (Places from : List.of(new Places(t, owner), new Places(t, owner.other()))) {
      int found = optionAt(pending, from, selected);
      if (found >= 0 && !chosen.contains(found)) {
        return found;
      }
    }
    int alike = optionOfCard(pending, selected, chosen);
    if (alike >= 0) {
      return alike;
    }
    if (selected.matches("\\d{1,6}")) {
      int number = Integer.parseInt(selected);
      int byValue = isCards(pending) ? -1 : pending.options().indexOf(number);
      return byValue >= 0 ? byValue : number;
    }
    return NOTHING;
  }

  private int optionAt(PendingChoice pending, Places from, String selected) {
    if (isCards(pending)) {
      return from.instance(selected).map(pending.options()::indexOf).orElse(-1);
    }
    return from.pokemon(selected).map(p -> pending.options().indexOf(p.serial())).orElse(-1);
  }

  /** {@code hand:CARD} or a bare card id, if the first such card has been chosen already. */
  private int optionOfCard(PendingChoice pending, String selected, List<Integer> chosen) {
    String card = selected.substring(selected.lastIndexOf(':') + 1);
    for (int i = 0; i < pending.options().size(); i++) {
      int value = pending.options().get(i);
      if (!chosen.contains(i) && card.equals(cardOf(pending, value))) {
        return i;
      }
    }
    return -1;
  }

  private String cardOf(PendingChoice pending, int value) {
    return switch (pending.kind()) {
      case CARDS, ENERGY -> places.card(value);
      case POKEMON, SELECT_ACTIVE -> {
        Pokemon pokemon = t.find(value);
        yield pokemon == null ? "" : places.card(pokemon.top());
      }
      case GO_FIRST, EXTRA_CARDS, SELECT_PRIZE, YES_NO, OPTION, ATTACK, TRIGGER -> "";
    };
  }

  private static boolean isCards(PendingChoice pending) {
    return pending.kind() == ChoiceKind.CARDS || pending.kind() == ChoiceKind.ENERGY;
  }

  /** A card without a place is looked up in the hand first. */
  private int card(String member) {
    String place = text(member);
    return places.instance("hand:" + place).orElseGet(() -> instance(place));
  }

  private int instance(String place) {
    return places.instance(place).orElse(NOTHING);
  }

  private int pokemon(String member) {
    return places.pokemon(text(member)).map(Pokemon::serial).orElse(NOTHING);
  }

  private String text(String member) {
    JsonNode node = action.get(member);
    if (node == null || !node.isString()) {
      throw new BadStep(member + " must name a place");
    }
    return node.stringValue();
  }

  private int index(String member) {
    JsonNode node = action.get(member);
    if (node == null || !node.isIntegralNumber()) {
      throw new BadStep(member + " must be a whole number");
    }
    return node.asInt();
  }
}
