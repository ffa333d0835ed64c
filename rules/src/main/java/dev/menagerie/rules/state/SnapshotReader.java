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
  private final boolean isFormer;
  private int next;
  private int nextWord;

  private SnapshotReader(Snapshot snapshot) {
    this.numbers = Ints.array(snapshot.numbers());
    this.words = snapshot.words();
    this.isFormer = snapshot.format() == Snapshot.FORMER_FORMAT;
  }

  static Table table(Snapshot snapshot, Catalog catalog) {
    if (snapshot.format() != Snapshot.FORMAT && snapshot.format() != Snapshot.FORMER_FORMAT) {
      throw new SnapshotMismatch("format " + snapshot.format() + ", not " + Snapshot.FORMAT);
    }
    GameCards cards = GameCards.of(catalog, snapshot.begunWith());
    SnapshotReader reader = new SnapshotReader(snapshot);
    int[] definition = reader.row();
    Table table = Table.fresh(reader.setting(snapshot, cards, definition));
    table.definition = definition;
    reader.table(table);
    return table;
  }

  private int number() {
    return numbers[next++];
  }

  /** A number that the former format does not have; there it is 0. */
  private int newNumber() {
    return isFormer ? 0 : number();
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
  private GameDefinition setting(Snapshot snapshot, GameCards cards, int[] definition) {
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
    return new GameDefinition(
        snapshot.rules(),
        cards,
        Ints.list(Arrays.copyOf(definition, brought)),
        ends,
        types,
        snapshot.seedCommitment(),
        new GameDefinition.IdKey(
            Long.parseUnsignedLong(key.substring(0, dash), 16),
            Long.parseUnsignedLong(key.substring(dash + 1), 16)));
  }

  private void table(Table table) {
    table.owner = row();
    table.generation = row();
    for (Side side : table.sides) {
      for (int i = 0; i < side.piles.length; i++) {
        side.piles[i] = row();
      }
    }
    for (int seat = 0; seat < 2; seat++) {
      table.sides[seat].active = pokemon(seat);
      Pokemon[] bench = new Pokemon[number()];
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
    table.lasting = new LastingEffect[number()];
    for (int i = 0; i < table.lasting.length; i++) {
      table.lasting[i] = lasting();
    }
    table.delayed = new DelayedEffect[number()];
    for (int i = 0; i < table.delayed.length; i++) {
      table.delayed[i] = delayed();
    }
    List<Frame> frames = new ArrayList<>();
    for (int left = number(); left > 0; left--) {
      frames.add(frame());
    }
    table.frames = List.copyOf(frames);
    table.pending = pending();
    table.result = result();
  }

  private void course(Table table) {
    table.stadium = number();
    table.stadiumStamp = number();
    table.status = Codes.word(number(), GameStatus.class);
    table.phase = Codes.word(number(), Phase.class);
    table.turn = number();
    table.turnSeat = number();
    table.first = number();
    table.placing = number();
    table.round = number();
    table.revealed = flag();
    table.nextSerial = number();
    table.stamps = number();
    table.choices = number();
    table.clock =
        new Clock(number(), Codes.word(number(), Event.ClockKind.class), flag(), flag(), number());
    table.activity = new Activity(newNumber(), newNumber() == 1, newNumber());
  }

  private void counters(Table table) {
    table.counters.energyAttached = number();
    table.counters.supporters = number();
    table.counters.stadiums = number();
    table.counters.items = number();
    table.counters.retreats = number();
    table.counters.extraEnergy = number();
    table.counters.extraSupporters = number();
    pair(table, (side, value) -> side.points = value);
    pair(table, (side, value) -> side.mulligans = value);
    pair(table, (side, value) -> side.timeouts = value);
    pair(table, (side, value) -> side.thisTurn = value);
    pair(table, (side, value) -> side.lastTurn = value);
    pair(table, (side, value) -> side.zoneNow = value);
    pair(table, (side, value) -> side.zoneNext = value);
    table.counters.usedNames = words(number());
  }

  private void pair(Table table, ObjIntConsumer<Side> into) {
    int[] row = row();
    into.accept(table.sides[0], row[0]);
    into.accept(table.sides[1], row[1]);
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
    pokemon.burn = newNumber();
    pokemon.confusion = newNumber();
    pokemon.paralyzedIn = newNumber();
    pokemon.entered = number();
    pokemon.changed = number();
    pokemon.stamp = number();
    pokemon.used = number();
    pokemon.usedTurn = number();
    pokemon.movedUpIn = newNumber();
    pokemon.doomed = flag();
    return pokemon;
  }

  private LastingEffect lasting() {
    return new LastingEffect(
        number(), number(), number(), number(), number(), number(), number(), number(), number(),
        flag());
  }

  private DelayedEffect delayed() {
    return new DelayedEffect(
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

  private @Nullable PendingChoice pending() {
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
    int worth = number();
    if (isFormer) {
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
    List<Integer> worths = list();
    int card = number();
    int program = number();
    Optional<PendingSource> source =
        card < 0 ? Optional.empty() : Optional.of(new PendingSource(card, program));
    return new PendingChoice(
        number, seat, kind, min, max, options, labels, prompt, worth, worths, source, word());
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
