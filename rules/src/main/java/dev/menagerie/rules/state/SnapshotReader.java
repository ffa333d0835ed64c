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
  private final int[] numbers;
  private final List<String> words;
  private int next;
  private int nextWord;

  private SnapshotReader(Snapshot snapshot) {
    this.numbers = Ints.array(snapshot.numbers());
    this.words = snapshot.words();
  }

  static Table table(Snapshot snapshot, Catalog catalog) {
    if (snapshot.format() != Snapshot.FORMAT) {
      throw new SnapshotMismatch("format " + snapshot.format() + ", not " + Snapshot.FORMAT);
    }
    GameCards cards = GameCards.of(catalog, snapshot.begunWith());
    SnapshotReader reader = new SnapshotReader(snapshot);
    int[] definition = reader.row();
    Table t = Table.fresh(reader.setting(snapshot, cards, definition));
    t.definition = definition;
    reader.table(t);
    return t;
  }

  private int number() {
    return numbers[next++];
  }

  private boolean flag() {
    return number() == 1;
  }

  private int[] row() {
    int[] row = new int[number()];
    for (int i = 0; i < row.length; i++) {
      row[i] = number();
    }
    return row;
  }

  private List<Integer> list() {
    return Ints.list(row());
  }

  private String word() {
    return words.get(nextWord++);
  }

  private List<String> words(int count) {
    List<String> taken = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      taken.add(word());
    }
    return List.copyOf(taken);
  }

  /** What the players brought comes before what was made during the game. */
  private Setting setting(Snapshot snapshot, GameCards cards, int[] definition) {
    List<Integer> ends = list();
    int brought = ends.getLast();
    List<List<EnergyType>> types = new ArrayList<>();
    for (int seat = 0; seat < 2; seat++) {
      List<EnergyType> ofSeat = new ArrayList<>();
      for (int index : row()) {
        ofSeat.add(EnergyType.of(index));
      }
      types.add(List.copyOf(ofSeat));
    }
    String key = snapshot.idKey();
    int dash = key.indexOf('-');
    return new Setting(
        snapshot.rules(),
        cards,
        Ints.list(Arrays.copyOf(definition, brought)),
        ends,
        types,
        snapshot.seedCommitment(),
        new Setting.IdKey(
            Long.parseUnsignedLong(key.substring(0, dash), 16),
            Long.parseUnsignedLong(key.substring(dash + 1), 16)));
  }

  private void table(Table t) {
    t.owner = row();
    t.generation = row();
    for (Side side : t.sides) {
      for (int i = 0; i < side.piles.length; i++) {
        side.piles[i] = row();
      }
    }
    for (int seat = 0; seat < 2; seat++) {
      t.sides[seat].active = pokemon(seat);
      Pokemon[] bench = new Pokemon[number()];
      for (int i = 0; i < bench.length; i++) {
        Pokemon benched = pokemon(seat);
        if (benched == null) {
          throw new SnapshotMismatch("a hole on the bench");
        }
        bench[i] = benched;
      }
      t.sides[seat].bench = bench;
    }
    course(t);
    counters(t);
    t.lasting = new Lasting[number()];
    for (int i = 0; i < t.lasting.length; i++) {
      t.lasting[i] = lasting();
    }
    t.delayed = new Delayed[number()];
    for (int i = 0; i < t.delayed.length; i++) {
      t.delayed[i] = delayed();
    }
    List<Frame> frames = new ArrayList<>();
    for (int left = number(); left > 0; left--) {
      frames.add(frame());
    }
    t.frames = List.copyOf(frames);
    t.pending = pending();
    t.result = result();
  }

  private void course(Table t) {
    t.stadium = number();
    t.stadiumStamp = number();
    t.status = Codes.word(number(), GameStatus.class);
    t.phase = Codes.word(number(), Phase.class);
    t.turn = number();
    t.turnSeat = number();
    t.first = number();
    t.placing = number();
    t.round = number();
    t.revealed = flag();
    t.nextSerial = number();
    t.stamps = number();
    t.choices = number();
    t.clock = number();
    t.clockKind = Codes.word(number(), Event.ClockKind.class);
    t.clockTurnStarted = flag();
    t.expired = flag();
    t.graceUsed = number();
  }

  private void counters(Table t) {
    t.energyAttached = number();
    t.supporters = number();
    t.stadiums = number();
    t.items = number();
    t.retreats = number();
    t.extraEnergy = number();
    t.extraSupporters = number();
    pair(t, (side, value) -> side.points = value);
    pair(t, (side, value) -> side.mulligans = value);
    pair(t, (side, value) -> side.timeouts = value);
    pair(t, (side, value) -> side.thisTurn = value);
    pair(t, (side, value) -> side.lastTurn = value);
    pair(t, (side, value) -> side.zoneNow = value);
    pair(t, (side, value) -> side.zoneNext = value);
    t.usedNames = words(number());
  }

  private void pair(Table t, ObjIntConsumer<Side> into) {
    int[] row = row();
    into.accept(t.sides[0], row[0]);
    into.accept(t.sides[1], row[1]);
  }

  private @Nullable Pokemon pokemon(int seat) {
    if (!flag()) {
      return null;
    }
    Pokemon pokemon = new Pokemon(number(), seat);
    pokemon.cards = row();
    pokemon.energy = row();
    pokemon.tools = row();
    pokemon.damage = number();
    pokemon.conditions = number();
    pokemon.poison = number();
    pokemon.entered = number();
    pokemon.changed = number();
    pokemon.stamp = number();
    pokemon.used = number();
    pokemon.usedTurn = number();
    pokemon.doomed = flag();
    return pokemon;
  }

  private Lasting lasting() {
    return new Lasting(
        number(), number(), number(), number(), number(), number(), number(), number(), number(),
        flag());
  }

  private Delayed delayed() {
    return new Delayed(
        number(),
        number(),
        number(),
        number(),
        number(),
        number(),
        Codes.word(number(), Effect.Moment.class),
        number(),
        vars());
  }

  private List<Var> vars() {
    List<Var> vars = new ArrayList<>();
    for (int left = number(); left > 0; left--) {
      vars.add(new Var(word(), list()));
    }
    return List.copyOf(vars);
  }

  private Frame frame() {
    return new Frame(
        Codes.word(number(), Frame.Kind.class),
        number(),
        number(),
        number(),
        number(),
        number(),
        number(),
        number(),
        number(),
        vars(),
        answers());
  }

  private List<List<Integer>> answers() {
    List<List<Integer>> answers = new ArrayList<>();
    for (int left = number(); left > 0; left--) {
      answers.add(list());
    }
    return List.copyOf(answers);
  }

  private @Nullable Pending pending() {
    if (!flag()) {
      return null;
    }
    int number = number();
    Seat seat = Seat.of(number());
    ChoiceKind kind = Codes.word(number(), ChoiceKind.class);
    int min = number();
    int max = number();
    List<Integer> options = list();
    List<String> labels = words(number());
    String prompt = word();
    return new Pending(number, seat, kind, min, max, options, labels, prompt, number());
  }

  private @Nullable Result result() {
    if (!flag()) {
      return null;
    }
    int winner = number();
    Optional<Seat> seat = winner < 0 ? Optional.empty() : Optional.of(Seat.of(winner));
    return new Result(seat, Codes.word(number(), EndReason.class));
  }
}
