package dev.menagerie.rules.state;

import dev.menagerie.rules.card.Catalog;
import dev.menagerie.rules.card.Effect;
import dev.menagerie.rules.card.EnergyType;
import dev.menagerie.rules.card.GameCards;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.ObjIntConsumer;
import org.jspecify.annotations.Nullable;

/** Reads what {@link SnapshotWriter} wrote, in the same order. */
final class SnapshotReader {
  private final SnapshotCursor in;

  private SnapshotReader(Snapshot snapshot) {
    this.in = new SnapshotCursor(snapshot);
  }

  static Table table(Snapshot snapshot, Catalog catalog) {
    if (snapshot.format() != Snapshot.FORMAT && snapshot.format() != Snapshot.FORMER_FORMAT) {
      throw new SnapshotMismatch("format " + snapshot.format() + ", not " + Snapshot.FORMAT);
    }
    GameCards cards = GameCards.of(catalog, snapshot.begunWith());
    SnapshotReader reader = new SnapshotReader(snapshot);
    int[] definition = reader.in.row();
    Table table = Table.fresh(reader.setting(snapshot, cards, definition));
    table.definition = definition;
    reader.table(table);
    return table;
  }

  /** The cards that players brought come before those that were made during the game. */
  private GameDefinition setting(Snapshot snapshot, GameCards cards, int[] definition) {
    List<Integer> ends = in.list();
    int brought = ends.getLast();
    List<List<EnergyType>> types = new ArrayList<>();
    for (int seat = 0; seat < 2; seat++) {
      List<EnergyType> ofSeat = new ArrayList<>();
      for (int index : in.row()) {
        ofSeat.add(EnergyType.of(index));
      }
      types.add(List.copyOf(ofSeat));
    }
    return new GameDefinition(
        snapshot.rules(),
        cards,
        Ints.list(Arrays.copyOf(definition, brought)),
        ends,
        types,
        snapshot.seedCommitment(),
        CardIds.ofKey(snapshot.idKey()));
  }

  private void table(Table table) {
    table.owner = in.row();
    table.generation = in.row();
    for (Side side : table.sides) {
      for (int i = 0; i < side.piles.length; i++) {
        side.piles[i] = in.row();
      }
    }
    for (int seat = 0; seat < 2; seat++) {
      table.sides[seat].active = pokemon(seat);
      Pokemon[] bench = new Pokemon[in.number()];
      for (int i = 0; i < bench.length; i++) {
        Pokemon benched = pokemon(seat);
        if (benched == null) {
          throw new SnapshotMismatch("a hole on the bench");
        }
        bench[i] = benched;
      }
      table.sides[seat].bench = bench;
    }
    course(table);
    counters(table);
    table.lasting = new LastingEffect[in.number()];
    for (int i = 0; i < table.lasting.length; i++) {
      table.lasting[i] = lasting();
    }
    table.delayed = new DelayedEffect[in.number()];
    for (int i = 0; i < table.delayed.length; i++) {
      table.delayed[i] = delayed();
    }
    List<Frame> frames = new ArrayList<>();
    for (int left = in.number(); left > 0; left--) {
      frames.add(frame());
    }
    table.frames = List.copyOf(frames);
    table.pending = pending();
    table.result = result();
  }

  private void course(Table table) {
    table.stadium = in.number();
    table.stadiumStamp = in.number();
    table.status = Codes.word(in.number(), GameStatus.class);
    table.phase = Codes.word(in.number(), Phase.class);
    table.turn = in.number();
    table.turnSeat = in.number();
    table.first = in.number();
    table.placing = in.number();
    table.round = in.number();
    table.revealed = in.flag();
    table.nextSerial = in.number();
    table.stamps = in.number();
    table.choices = in.number();
    table.clock =
        new Clock(
            in.number(),
            Codes.word(in.number(), Event.ClockKind.class),
            in.flag(),
            in.flag(),
            in.number());
    table.activity = new Activity(in.newNumber(), in.newNumber() == 1, in.newNumber());
  }

  private void counters(Table table) {
    table.counters.energyAttached = in.number();
    table.counters.supporters = in.number();
    table.counters.stadiums = in.number();
    table.counters.items = in.number();
    table.counters.retreats = in.number();
    table.counters.extraEnergy = in.number();
    table.counters.extraSupporters = in.number();
    pair(table, (side, value) -> side.points = value);
    pair(table, (side, value) -> side.mulligans = value);
    pair(table, (side, value) -> side.timeouts = value);
    pair(table, (side, value) -> side.thisTurn = value);
    pair(table, (side, value) -> side.lastTurn = value);
    pair(table, (side, value) -> side.zoneNow = value);
    pair(table, (side, value) -> side.zoneNext = value);
    table.counters.usedNames = in.words(in.number());
  }

  private void pair(Table table, ObjIntConsumer<Side> into) {
    int[] row = in.row();
    into.accept(table.sides[0], row[0]);
    into.accept(table.sides[1], row[1]);
  }

  private @Nullable Pokemon pokemon(int seat) {
    if (!in.flag()) {
      return null;
    }
    Pokemon pokemon = new Pokemon(in.number(), seat);
    pokemon.cards = in.row();
    pokemon.energy = in.row();
    pokemon.tools = in.row();
    pokemon.damage = in.number();
    pokemon.conditions = in.number();
    pokemon.poison = in.number();
    pokemon.burn = in.newNumber();
    pokemon.confusion = in.newNumber();
    pokemon.paralyzedIn = in.newNumber();
    pokemon.entered = in.number();
    pokemon.changed = in.number();
    pokemon.stamp = in.number();
    pokemon.used = in.number();
    pokemon.usedTurn = in.number();
    pokemon.movedUpIn = in.newNumber();
    pokemon.doomed = in.flag();
    return pokemon;
  }

  private LastingEffect lasting() {
    return new LastingEffect(
        in.number(),
        in.number(),
        in.number(),
        in.number(),
        in.number(),
        in.number(),
        in.number(),
        in.number(),
        in.number(),
        in.flag());
  }

  private DelayedEffect delayed() {
    return new DelayedEffect(
        in.number(),
        in.number(),
        in.number(),
        in.number(),
        in.number(),
        in.number(),
        Codes.word(in.number(), Effect.Moment.class),
        in.number(),
        vars());
  }

  private List<Var> vars() {
    List<Var> vars = new ArrayList<>();
    for (int left = in.number(); left > 0; left--) {
      vars.add(new Var(in.word(), in.list()));
    }
    return List.copyOf(vars);
  }

  private Frame frame() {
    return new Frame(
        Codes.word(in.number(), Frame.Kind.class),
        in.number(),
        in.number(),
        in.number(),
        in.number(),
        in.number(),
        in.number(),
        in.number(),
        in.number(),
        vars(),
        answers());
  }

  private List<List<Integer>> answers() {
    List<List<Integer>> answers = new ArrayList<>();
    for (int left = in.number(); left > 0; left--) {
      answers.add(in.list());
    }
    return List.copyOf(answers);
  }

  private @Nullable PendingChoice pending() {
    if (!in.flag()) {
      return null;
    }
    int number = in.number();
    Seat seat = Seat.of(in.number());
    ChoiceKind kind = Codes.word(in.number(), ChoiceKind.class);
    int min = in.number();
    int max = in.number();
    List<Integer> options = in.list();
    List<String> labels = in.words(in.number());
    String prompt = in.word();
    int worth = in.number();
    if (in.isFormer()) {
      return new PendingChoice(
          number,
          seat,
          kind,
          min,
          max,
          options,
          labels,
          prompt,
          worth,
          List.of(),
          Optional.empty(),
          "");
    }
    List<Integer> worths = in.list();
    int card = in.number();
    int program = in.number();
    Optional<PendingSource> source =
        card < 0 ? Optional.empty() : Optional.of(new PendingSource(card, program));
    return new PendingChoice(
        number, seat, kind, min, max, options, labels, prompt, worth, worths, source, in.word());
  }

  private @Nullable Result result() {
    if (!in.flag()) {
      return null;
    }
    int winner = in.number();
    Optional<Seat> seat = winner < 0 ? Optional.empty() : Optional.of(Seat.of(winner));
    return new Result(seat, Codes.word(in.number(), EndReason.class));
  }
}
