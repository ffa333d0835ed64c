package dev.menagerie.bots;

import static org.assertj.core.api.Assertions.assertThat;

import dev.menagerie.cards.deck.StarterDecks;
import dev.menagerie.cards.house.Presets;
import dev.menagerie.cards.set.CardSets;
import dev.menagerie.rules.command.Command;
import dev.menagerie.rules.command.Moves;
import dev.menagerie.rules.game.Chance;
import dev.menagerie.rules.game.Decision;
import dev.menagerie.rules.game.Game;
import dev.menagerie.rules.game.GameSetup;
import dev.menagerie.rules.game.Seed;
import dev.menagerie.rules.state.GameState;
import dev.menagerie.rules.state.Pokemon;
import dev.menagerie.rules.state.Seat;
import dev.menagerie.rules.state.Table;
import dev.menagerie.rules.view.Action;
import dev.menagerie.rules.view.Actions;
import dev.menagerie.rules.view.Legal;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Random games of the shipped cards: exactly the listed actions are accepted. */
class ShippedCardsTest {
  private static final CardSets SETS = CardSets.load();
  private static final StarterDecks DECKS = StarterDecks.load();
  private static final int GAMES = 3;

  /** Trying everything in every state would take minutes. */
  private static final int EVERY = 7;

  @ParameterizedTest
  @ValueSource(strings = {"standard", "pocket", "house"})
  void listedActionsAreTheLegalOnes(String preset) {
    for (long seed = 0; seed < GAMES; seed++) {
      play(setup(preset, seed), new SplittableRandom(seed), preset + " seed " + seed);
    }
  }

  private static void play(GameSetup setup, SplittableRandom random, String game) {
    GameState state = Game.open(setup, Chance.keyed(setup.seed(), 0, 0)).next();
    for (int number = 1; state.result().isEmpty(); number++) {
      String where = game + ", command " + number;
      List<Command> listed = Moves.of(state);
      everyActionMeansItsCommand(state, listed, where);
      if (number % EVERY == 0) {
        everyListedOneIsAccepted(state, listed, setup.seed(), number, where);
        nothingElseIsAccepted(state, listed, where);
      }
      Command move = listed.get(random.nextInt(listed.size()));
      state = accepted(state, move, setup.seed(), number, where);
    }
  }

  private static GameState accepted(
      GameState state, Command command, Seed seed, int number, String where) {
    Decision decision = Game.decide(state, command, Chance.keyed(seed, 0, number));
    assertThat(decision).as("%s: %s", where, command).isInstanceOf(Decision.Accepted.class);
    return ((Decision.Accepted) decision).next();
  }

  private static void everyActionMeansItsCommand(
      GameState state, List<Command> listed, String where) {
    Seat seat = state.toAct().orElseThrow();
    List<Command> meant = new ArrayList<>();
    for (Action action : Legal.actions(state, seat)) {
      if (Actions.resolve(state, seat, action)
          instanceof Actions.Resolution.Resolved(Command command)) {
        meant.add(command);
      }
    }
    assertThat(meant).as(where).isEqualTo(listed);
    assertThat(Legal.actions(state, seat.other())).as(where).isEmpty();
  }

  private static void everyListedOneIsAccepted(
      GameState state, List<Command> listed, Seed seed, int number, String where) {
    for (Command command : listed) {
      accepted(state, command, seed, number, where);
    }
  }

  private static void nothingElseIsAccepted(GameState state, List<Command> listed, String where) {
    for (Command command : everything(state)) {
      if (Moves.refusal(state, command) == null) {
        assertThat(listed).as(where).contains(command);
      }
    }
  }

  /** Every command that names a card or a Pokémon of the table, for either seat. */
  private static List<Command> everything(GameState state) {
    Table t = state.table();
    List<Integer> serials = new ArrayList<>();
    for (Seat seat : Seat.values()) {
      Pokemon active = t.active(seat);
      if (active != null) {
        serials.add(active.serial());
      }
      for (int i = 0; i < t.benchCount(seat); i++) {
        serials.add(t.benched(seat, i).serial());
      }
    }
    List<Command> all = new ArrayList<>();
    for (Seat seat : Seat.values()) {
      all.add(new Command.Pass(seat));
      for (int i = 0; i < 6; i++) {
        all.add(new Command.Attack(seat, i));
        all.add(new Command.UseAbility(seat, Command.STADIUM, i));
      }
      for (int card = 0; card < t.instances(); card++) {
        all.add(new Command.PlayPokemon(seat, card));
        all.add(new Command.PlayTrainer(seat, card));
      }
      for (int serial : serials) {
        about(seat, serial, t.instances(), all);
      }
    }
    return all;
  }

  private static void about(Seat seat, int serial, int cards, List<Command> all) {
    all.add(new Command.AttachFromZone(seat, serial));
    all.add(new Command.Retreat(seat, serial));
    all.add(new Command.UseAbility(seat, serial, 0));
    all.add(new Command.UseAbility(seat, serial, 1));
    for (int card = 0; card < cards; card++) {
      all.add(new Command.Evolve(seat, card, serial));
      all.add(new Command.AttachEnergy(seat, card, serial));
      all.add(new Command.PlayTool(seat, card, serial));
    }
  }

  private static GameSetup setup(String preset, long seed) {
    var decks = DECKS.forRules(preset);
    byte[] bytes = ByteBuffer.allocate(Seed.BYTES).putLong(seed + 1).array();
    return new GameSetup(
        Presets.named(preset).orElseThrow(),
        SETS.catalog(),
        decks.get((int) (2 * seed) % decks.size()).list(),
        decks.get((int) (2 * seed + 1) % decks.size()).list(),
        Seed.of(bytes));
  }
}
