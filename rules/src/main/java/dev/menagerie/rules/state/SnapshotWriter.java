package dev.menagerie.rules.state;

import dev.menagerie.rules.card.EnergyType;
import dev.menagerie.rules.card.GameCards;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes a table into rows of numbers and words, always in the same order. */
final class SnapshotWriter {
  private int[] numbers = new int[512];
  private int length;
  private final List<String> words = new ArrayList<>();

  static SnapshotWriter of(Table t) {
    SnapshotWriter writer = new SnapshotWriter();
    writer.table(t);
    return writer;
  }

  static Snapshot snapshot(Table t) {
    SnapshotWriter writer = of(t);
    Setting setting = t.setting;
    List<GameCards.Printed> cards = t.cards.printed();
    return new Snapshot(
        Snapshot.FORMAT,
        t.catalog().version(),
        cards.stream().map(GameCards.Printed::card).toList(),
        cards.stream().map(GameCards.Printed::print).toList(),
        setting.rules(),
        setting.commitment(),
        Long.toHexString(setting.idKey().high()) + "-" + Long.toHexString(setting.idKey().low()),
        Ints.list(writer.numbers()),
        List.copyOf(writer.words));
  }

  int[] numbers() {
    return Arrays.copyOf(numbers, length);
  }

  List<String> words() {
    return words;
  }

  private void put(int number) {
    if (length == numbers.length) {
      numbers = Arrays.copyOf(numbers, 2 * length);
    }
    numbers[length++] = number;
  }

  private void put(boolean flag) {
    put(flag ? 1 : 0);
  }

  private void put(int[] row) {
    put(row.length);
    for (int number : row) {
      put(number);
    }
  }

  private void put(List<Integer> row) {
    put(row.size());
    for (int number : row) {
      put(number);
    }
  }

  private void table(Table t) {
    put(t.definition);
    setting(t.setting);
    put(t.owner);
    put(t.generation);
    for (Side side : t.sides) {
      for (int[] pile : side.piles) {
        put(pile);
      }
    }
    for (Side side : t.sides) {
      pokemon(side.active);
      put(side.bench.length);
      for (Pokemon benched : side.bench) {
        pokemon(benched);
      }
    }
    course(t);
    counters(t);
    put(t.lasting.length);
    for (Lasting lasting : t.lasting) {
      lasting(lasting);
    }
    put(t.delayed.length);
    for (Delayed delayed : t.delayed) {
      delayed(delayed);
    }
    put(t.frames.size());
    t.frames.forEach(this::frame);
    pending(t.pending);
    result(t.result);
  }

  private void setting(Setting setting) {
    put(setting.ends());
    for (List<EnergyType> types : setting.energyTypes()) {
      put(types.size());
      types.forEach(type -> put(type.order()));
    }
  }

  private void course(Table t) {
    put(t.stadium);
    put(t.stadiumStamp);
    put(Codes.of(t.status));
    put(Codes.of(t.phase));
    put(t.turn);
    put(t.turnSeat);
    put(t.first);
    put(t.placing);
    put(t.round);
    put(t.revealed);
    put(t.nextSerial);
    put(t.stamps);
    put(t.choices);
    put(t.clock);
    put(Codes.of(t.clockKind));
    put(t.clockTurnStarted);
    put(t.expired);
    put(t.graceUsed);
  }

  private void counters(Table t) {
    put(t.energyAttached);
    put(t.supporters);
    put(t.stadiums);
    put(t.items);
    put(t.retreats);
    put(t.extraEnergy);
    put(t.extraSupporters);
    pair(t.sides[0].points, t.sides[1].points);
    pair(t.sides[0].mulligans, t.sides[1].mulligans);
    pair(t.sides[0].timeouts, t.sides[1].timeouts);
    pair(t.sides[0].thisTurn, t.sides[1].thisTurn);
    pair(t.sides[0].lastTurn, t.sides[1].lastTurn);
    pair(t.sides[0].zoneNow, t.sides[1].zoneNow);
    pair(t.sides[0].zoneNext, t.sides[1].zoneNext);
    put(t.usedNames.size());
    words.addAll(t.usedNames);
  }

  private void pair(int first, int second) {
    put(new int[] {first, second});
  }

  private void pokemon(@Nullable Pokemon pokemon) {
    put(pokemon != null);
    if (pokemon == null) {
      return;
    }
    put(pokemon.serial);
    put(pokemon.cards);
    put(pokemon.energy);
    put(pokemon.tools);
    put(pokemon.damage);
    put(pokemon.conditions);
    put(pokemon.poison);
    put(pokemon.entered);
    put(pokemon.changed);
    put(pokemon.stamp);
    put(pokemon.used);
    put(pokemon.usedTurn);
    put(pokemon.doomed);
  }

  private void lasting(Lasting lasting) {
    put(lasting.card());
    put(lasting.program());
    put(lasting.step());
    put(lasting.seat());
    put(lasting.self());
    put(lasting.target());
    put(lasting.amount());
    put(lasting.from());
    put(lasting.until());
    put(lasting.whileActive());
  }

  private void delayed(Delayed delayed) {
    put(delayed.card());
    put(delayed.program());
    put(delayed.step());
    put(delayed.seat());
    put(delayed.self());
    put(delayed.source());
    put(Codes.of(delayed.at()));
    put(delayed.turn());
    vars(delayed.vars());
  }

  private void vars(List<Var> vars) {
    put(vars.size());
    for (Var var : vars) {
      words.add(var.name());
      put(var.values());
    }
  }

  private void frame(Frame frame) {
    put(Codes.of(frame.kind()));
    put(frame.card());
    put(frame.program());
    put(frame.at());
    put(frame.seat());
    put(frame.self());
    put(frame.source());
    put(frame.other());
    put(frame.flags());
    vars(frame.vars());
    put(frame.answers().size());
    frame.answers().forEach(this::put);
  }

  private void pending(@Nullable Pending pending) {
    put(pending != null);
    if (pending == null) {
      return;
    }
    put(pending.number());
    put(pending.seat().index());
    put(Codes.of(pending.kind()));
    put(pending.min());
    put(pending.max());
    put(pending.options());
    put(pending.labels().size());
    words.addAll(pending.labels());
    words.add(pending.prompt());
    put(pending.worth());
  }

  private void result(@Nullable Result result) {
    put(result != null);
    if (result != null) {
      put(result.winner().map(Seat::index).orElse(-1));
      put(Codes.of(result.reason()));
    }
  }
}
