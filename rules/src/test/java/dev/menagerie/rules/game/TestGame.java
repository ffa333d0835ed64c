package dev.menagerie.rules.game;

import static org.assertj.core.api.Assertions.assertThat;

import dev.menagerie.rules.TestCards;
import dev.menagerie.rules.card.CardDefinition;
import dev.menagerie.rules.card.Catalog;
import dev.menagerie.rules.card.EnergyType;
import dev.menagerie.rules.card.SpecialCondition;
import dev.menagerie.rules.command.Command;
import dev.menagerie.rules.command.Moves;
import dev.menagerie.rules.command.Rejection;
import dev.menagerie.rules.config.Presets;
import dev.menagerie.rules.config.RulesConfig;
import dev.menagerie.rules.query.StateQueries;
import dev.menagerie.rules.state.Board;
import dev.menagerie.rules.state.BoardPokemon;
import dev.menagerie.rules.state.BoardSide;
import dev.menagerie.rules.state.EndReason;
import dev.menagerie.rules.state.Event;
import dev.menagerie.rules.state.Frame;
import dev.menagerie.rules.state.GameState;
import dev.menagerie.rules.state.PendingChoice;
import dev.menagerie.rules.state.Pile;
import dev.menagerie.rules.state.Pokemon;
import dev.menagerie.rules.state.Result;
import dev.menagerie.rules.state.Seat;
import dev.menagerie.rules.state.StateDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** A board to play on: set up, play, look. The coins are scripted and the test says if all fell. */
final class TestGame {
  private RulesConfig rules = Presets.STANDARD;
  private final List<CardDefinition> cards = new ArrayList<>(TestCards.definitions());
  private final Side first = new Side();
  private final Side second = new Side();
  private int turn = 3;
  private Seat turnOf = Seat.FIRST;
  private Optional<Board.Stadium> stadium = Optional.empty();
  private List<Boolean> coins = List.of();

  private GameState state;
  private ScriptedChance chance;
  private int commands;
  List<Event> events = List.of();
  ClockChange clock = new ClockChange.Keep();

  @SuppressWarnings("NullAway.Init")
  TestGame() {}

  /** What one player has. */
  static final class Side {
    private Optional<BoardPokemon> active = Optional.of(mon("plain"));
    private List<BoardPokemon> bench = List.of();
    private List<String> hand = List.of();
    private List<String> deck = List.of("plain", "plain", "plain", "plain", "plain", "plain");
    private List<String> discard = List.of();
    private List<String> prizes = List.of("plain", "plain", "plain", "plain", "plain", "plain");
    private int points;
    private List<String> energyDeck = List.of();
    private Optional<String> flipped = Optional.empty();
    private List<EnergyType> types = List.of();

    Side active(BoardPokemon pokemon) {
      active = Optional.of(pokemon);
      return this;
    }

    Side bench(BoardPokemon... pokemon) {
      bench = List.of(pokemon);
      return this;
    }

    Side hand(String... ids) {
      hand = List.of(ids);
      return this;
    }

    Side deck(String... ids) {
      deck = List.of(ids);
      return this;
    }

    Side discard(String... ids) {
      discard = List.of(ids);
      return this;
    }

    Side prizes(String... ids) {
      prizes = List.of(ids);
      return this;
    }

    Side points(int number) {
      points = number;
      return this;
    }

    Side energyDeck(String... ids) {
      energyDeck = List.of(ids);
      return this;
    }

    Side flipped(String id) {
      flipped = Optional.of(id);
      return this;
    }

    Side types(EnergyType... energy) {
      types = List.of(energy);
      return this;
    }

    private BoardSide side() {
      return new BoardSide(
          active,
          bench,
          hand,
          deck,
          discard,
          prizes,
          Optional.of(points),
          energyDeck,
          flipped,
          types,
          Optional.empty(),
          Optional.empty());
    }
  }

  static BoardPokemon mon(String card, String... energy) {
    return BoardPokemon.of(card, energy);
  }

  static BoardPokemon hurt(int damage, BoardPokemon of) {
    return new BoardPokemon(
        of.card(),
        Optional.of(damage),
        of.energy(),
        of.tools(),
        of.conditions(),
        of.turnsInPlay(),
        of.evolvedFrom());
  }

  static BoardPokemon ill(BoardPokemon of, SpecialCondition... conditions) {
    return new BoardPokemon(
        of.card(),
        of.damage(),
        of.energy(),
        of.tools(),
        List.of(conditions),
        of.turnsInPlay(),
        of.evolvedFrom());
  }

  static BoardPokemon fresh(BoardPokemon of) {
    return new BoardPokemon(
        of.card(),
        of.damage(),
        of.energy(),
        of.tools(),
        of.conditions(),
        Optional.of(0),
        of.evolvedFrom());
  }

  static BoardPokemon over(BoardPokemon of, String... under) {
    return new BoardPokemon(
        of.card(),
        of.damage(),
        of.energy(),
        of.tools(),
        of.conditions(),
        of.turnsInPlay(),
        List.of(under));
  }

  static BoardPokemon holding(BoardPokemon of, String... tools) {
    return new BoardPokemon(
        of.card(),
        of.damage(),
        of.energy(),
        List.of(tools),
        of.conditions(),
        of.turnsInPlay(),
        of.evolvedFrom());
  }

  // GameDefinition up

  static TestGame of(RulesConfig rules) {
    TestGame game = new TestGame();
    game.rules = rules;
    return game;
  }

  static TestGame standard() {
    return of(Presets.STANDARD);
  }

  TestGame cards(CardDefinition... more) {
    cards.addAll(List.of(more));
    return this;
  }

  Side first() {
    return first;
  }

  Side second() {
    return second;
  }

  TestGame turn(int number, Seat of) {
    turn = number;
    turnOf = of;
    return this;
  }

  TestGame stadium(String card, Seat of) {
    stadium = Optional.of(new Board.Stadium(card, of));
    return this;
  }

  /** h and t in the order they fall. */
  TestGame coins(String script) {
    List<Boolean> flips = new ArrayList<>();
    for (int i = 0; i < script.length(); i++) {
      flips.add(script.charAt(i) == 'h');
    }
    coins = flips;
    return this;
  }

  TestGame start() {
    Seed seed = Playout.seed(7);
    Board board = new Board(first.side(), second.side(), turn, turnOf, stadium);
    state = Boards.open(board, rules, Catalog.of("test", cards), seed);
    chance = Chance.scripted(coins, Chance.keyed(seed, 0, 0));
    return this;
  }

  // Playing

  GameState state() {
    return state;
  }

  TestGame does(Command command) {
    Decision decision = Game.decide(state, command, chance);
    assertThat(decision).as("%s", command).isInstanceOf(Decision.Accepted.class);
    Decision.Accepted accepted = (Decision.Accepted) decision;
    assertThat(StateDigest.of(Game.evolve(state, accepted.events())))
        .as("the fold of the events of %s", command)
        .isEqualTo(StateDigest.of(accepted.next()));
    GameState restored = GameState.restore(accepted.next().snapshot(), state.catalog());
    state = restored;
    events = accepted.events();
    clock = accepted.clock();
    commands++;
    chance = chance.with(Chance.keyed(Playout.seed(7), 0, commands));
    return this;
  }

  Rejection refusal(Command command) {
    Decision decision = Game.decide(state, command, chance);
    assertThat(decision).as("%s", command).isInstanceOf(Decision.Rejected.class);
    assertThat(Moves.of(state)).doesNotContain(command);
    return ((Decision.Rejected) decision).reason();
  }

  TestGame refuses(Command command, Class<? extends Rejection> why) {
    assertThat(refusal(command)).isInstanceOf(why);
    return this;
  }

  Seat actor() {
    return state.toAct().orElseThrow();
  }

  TestGame attack(int index) {
    return does(new Command.Attack(actor(), index));
  }

  TestGame pass() {
    return does(new Command.Pass(actor()));
  }

  TestGame play(String card) {
    return does(new Command.PlayTrainer(actor(), inHand(actor(), card)));
  }

  TestGame bench(String card) {
    return does(new Command.PlayPokemon(actor(), inHand(actor(), card)));
  }

  TestGame attach(String card, Pokemon target) {
    return does(new Command.AttachEnergy(actor(), inHand(actor(), card), target.serial()));
  }

  TestGame tool(String card, Pokemon target) {
    return does(new Command.PlayTool(actor(), inHand(actor(), card), target.serial()));
  }

  TestGame evolve(String card, Pokemon target) {
    return does(new Command.Evolve(actor(), inHand(actor(), card), target.serial()));
  }

  TestGame retreat(int bench) {
    return does(new Command.Retreat(actor(), bench(actor(), bench).serial()));
  }

  TestGame ability(Pokemon user, int index) {
    return does(new Command.UseAbility(actor(), user.serial(), index));
  }

  PendingChoice pending() {
    return state.pending().orElseThrow();
  }

  /** Answers the pending choice by the places of options. */
  TestGame chooses(Integer... places) {
    return does(new Command.Select(actor(), pending().number(), List.of(places)));
  }

  // Looking

  int inHand(Seat seat, String card) {
    return in(Pile.HAND, seat, card);
  }

  int in(Pile pile, Seat seat, String card) {
    for (int instance : state.table().cards(seat, pile)) {
      if (id(instance).equals(card)) {
        return instance;
      }
    }
    throw new AssertionError("no " + card + " in the " + pile + " of " + seat);
  }

  String id(int instance) {
    return state.table().face(instance).definition.id();
  }

  List<String> pile(Pile pile, Seat seat) {
    List<String> ids = new ArrayList<>();
    for (int instance : state.table().cards(seat, pile)) {
      ids.add(id(instance));
    }
    return ids;
  }

  int count(Pile pile, Seat seat) {
    return state.table().count(seat, pile);
  }

  Pokemon active(Seat seat) {
    return Objects.requireNonNull(state.table().active(seat), "no active");
  }

  Pokemon bench(Seat seat, int index) {
    return state.table().benched(seat, index);
  }

  String top(Pokemon pokemon) {
    return id(pokemon.top());
  }

  int hp(Pokemon pokemon) {
    return StateQueries.maxHp(state, pokemon);
  }

  TestGame damage(Seat seat, int wanted) {
    assertThat(active(seat).damage()).isEqualTo(wanted);
    return this;
  }

  TestGame ended(Optional<Seat> winner, EndReason reason) {
    assertThat(state.result()).contains(new Result(winner, reason));
    return this;
  }

  TestGame allCoinsFell() {
    assertThat(chance.left()).as("coins left").isZero();
    return this;
  }

  /** A frame that questions are asked for and that can keep values. */
  static RunningFrame asking(Seat seat, int self, int source) {
    return new RunningFrame(Frame.Kind.PROGRAM, -1, -1, seat, self, source, -1);
  }
}
