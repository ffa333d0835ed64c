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

  static SnapshotWriter of(Table table) {
    SnapshotWriter writer = new SnapshotWriter();
    writer.table(table);
    return writer;
  }

  static Snapshot snapshot(Table table) {
    SnapshotWriter writer = of(table);
    GameDefinition setting = table.setting;
    List<GameCards.Printed> cards = table.cards.printed();
    return new Snapshot(
        Snapshot.FORMAT,
        table.catalog().version(),
        cards.stream().map(GameCards.Printed::card).toList(),
        cards.stream().map(GameCards.Printed::print).toList(),
        setting.rules(),
        setting.commitment(),
        setting.ids().key(),
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

  private void table(Table table) {
    put(table.definition);
    setting(table.setting);
    put(table.owner);
    put(table.generation);
    for (Side side : table.sides) {
      for (int[] pile : side.piles) {
        put(pile);
      }
    }
    for (Side side : table.sides) {
      pokemon(side.active);
      put(side.bench.length);
      for (Pokemon benched : side.bench) {
        pokemon(benched);
      }
    }
    course(table);
    counters(table);
    put(table.lasting.length);
    for (LastingEffect lasting : table.lasting) {
      lasting(lasting);
    }
    put(table.delayed.length);
    for (DelayedEffect delayed : table.delayed) {
      delayed(delayed);
    }
    put(table.frames.size());
    table.frames.forEach(this::frame);
    pending(table.pending);
    result(table.result);
  }

  private void setting(GameDefinition setting) {
    put(setting.ends());
    for (List<EnergyType> types : setting.energyTypes()) {
      put(types.size());
      types.forEach(type -> put(type.order()));
    }
  }

  private void course(Table table) {
    put(table.stadium);
    put(table.stadiumStamp);
    put(Codes.of(table.status));
    put(Codes.of(table.phase));
    put(table.turn);
    put(table.turnSeat);
    put(table.first);
    put(table.placing);
    put(table.round);
    put(table.revealed);
    put(table.nextSerial);
    put(table.stamps);
    put(table.choices);
    put(table.clock.number());
    put(Codes.of(table.clock.kind()));
    put(table.clock.turnStarted());
    put(table.clock.expired());
    put(table.clock.marks());
    put(table.activity.commands());
    put(table.activity.acted());
    put(table.activity.idleTurns());
  }

  private void counters(Table table) {
    put(table.counters.energyAttached);
    put(table.counters.supporters);
    put(table.counters.stadiums);
    put(table.counters.items);
    put(table.counters.retreats);
    put(table.counters.extraEnergy);
    put(table.counters.extraSupporters);
    pair(table.sides[0].points, table.sides[1].points);
    pair(table.sides[0].mulligans, table.sides[1].mulligans);
    pair(table.sides[0].timeouts, table.sides[1].timeouts);
    pair(table.sides[0].thisTurn, table.sides[1].thisTurn);
    pair(table.sides[0].lastTurn, table.sides[1].lastTurn);
    pair(table.sides[0].zoneNow, table.sides[1].zoneNow);
    pair(table.sides[0].zoneNext, table.sides[1].zoneNext);
    put(table.counters.usedNames.size());
    words.addAll(table.counters.usedNames);
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
    put(pokemon.burn);
    put(pokemon.confusion);
    put(pokemon.paralyzedIn);
    put(pokemon.entered);
    put(pokemon.changed);
    put(pokemon.stamp);
    put(pokemon.used);
    put(pokemon.usedTurn);
    put(pokemon.movedUpIn);
    put(pokemon.doomed);
  }

  private void lasting(LastingEffect lasting) {
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

  private void delayed(DelayedEffect delayed) {
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

  private void pending(@Nullable PendingChoice pending) {
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
    put(pending.worths());
    put(pending.source().map(PendingSource::card).orElse(-1));
    put(pending.source().map(PendingSource::program).orElse(-1));
    words.add(pending.purpose());
  }

  private void result(@Nullable Result result) {
    put(result != null);
    if (result != null) {
      put(result.winner().map(Seat::index).orElse(-1));
      put(Codes.of(result.reason()));
    }
  }
}
