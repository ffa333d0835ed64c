package dev.menagerie.rules.state;

import dev.menagerie.rules.card.Condition.Happening;
import dev.menagerie.rules.card.EnergyType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Applies events to the course of the game: turns, limits of a turn, lasting and delayed effects.
 */
final class TurnEvents {
  private TurnEvents() {}

  static void happened(Table table, Seat seat, Happening what) {
    table.side(seat).thisTurn |= TurnEventBits.bit(what);
  }

  static void mulligan(Table table, Event.MulliganTaken event) {
    if (event.alone()) {
      table.side(event.seat()).mulligans++;
    }
    CardChanges.moveAll(table, event.seat(), Pile.HAND, Pile.DECK, event.cards());
  }

  static void gameBegan(Table table, Event.GameBegan event) {
    table.status = GameStatus.ACTIVE;
    table.first = event.first().index();
    table.placing = -1;
  }

  static void suddenDeath(Table table, Event.SuddenDeathBegan event) {
    table.round = event.number();
    table.status = GameStatus.SETUP;
    table.phase = Phase.START;
    table.turn = 0;
    table.first = -1;
    table.placing = -1;
    table.revealed = false;
    int brought = table.setting.definitions().size();
    table.definition = Arrays.copyOf(table.definition, brought);
    table.owner = Arrays.copyOf(table.owner, brought);
    table.generation = Arrays.copyOf(table.generation, brought);
    table.namesShared = false;
    table.stadium = -1;
    table.gatherDecks();
    for (int instance = 0; instance < brought; instance++) {
      table.generation[instance]++;
    }
    table.lasting = Table.NO_LASTING;
    table.delayed = Table.NO_DELAYED;
    table.sides[0].startAnew();
    table.sides[1].startAnew();
    table.counters = new TurnCounters();
  }

  static void turnBegan(Table table, Event.TurnBegan event) {
    table.turn = event.number();
    table.turnSeat = event.seat().index();
    table.phase = Phase.START;
    table.clock = table.clock.inNewTurn();
    table.counters = new TurnCounters();
    for (Side side : table.sides) {
      side.lastTurn = side.thisTurn;
      side.thisTurn = 0;
    }
  }

  static void turnEnded(Table table, Event.TurnEnded event) {
    keepLasting(table, lasting -> lasting.until() > event.number());
    table.activity = table.activity.turnEnded();
  }

  static void zoneTurned(Table table, Event.ZoneTurned event) {
    table.side(event.seat()).zoneNow = order(event.current());
    table.side(event.seat()).zoneNext = order(event.next());
  }

  private static int order(Optional<EnergyType> type) {
    return type.map(EnergyType::order).orElse(-1);
  }

  static void gameEnded(Table table, Event.GameEnded event) {
    table.status = GameStatus.FINISHED;
    table.result = new Result(event.winner(), event.reason());
    table.frames = List.of();
    table.pending = null;
    table.placing = -1;
  }

  // Limits of a turn

  static void retreated(Table table, Event.Retreated event) {
    table.counters.retreats++;
    happened(table, event.seat(), Happening.RETREATED);
  }

  static void allowed(Table table, Event.Allowed event) {
    table.counters.extraEnergy += event.energy();
    table.counters.extraSupporters += event.supporters();
  }

  static void prizeTaken(Table table, Event.PrizeTaken event) {
    CardChanges.move(table, event.seat(), Pile.PRIZES, Pile.HAND, event.card());
    happened(table, event.seat(), Happening.TOOK_PRIZE);
  }

  static void trainerPlayed(Table table, Event.TrainerPlayed event) {
    CardChanges.move(table, event.seat(), Pile.HAND, Pile.PLAYING, event.card());
    switch (table.face(Ref.instance(event.card())).sort) {
      case SUPPORTER -> {
        table.counters.supporters++;
        happened(table, event.seat(), Happening.PLAYED_SUPPORTER);
      }
      case ITEM -> {
        table.counters.items++;
        happened(table, event.seat(), Happening.PLAYED_ITEM);
      }
      case POKEMON, STADIUM, TOOL, ENERGY -> {}
    }
  }

  static void stadiumPlayed(Table table, Event.StadiumPlayed event) {
    int instance = Ref.instance(event.card());
    CardChanges.take(table, event.seat(), Pile.HAND, instance);
    table.stadium = instance;
    table.stadiumStamp = table.stamps++;
    table.counters.stadiums++;
    happened(table, event.seat(), Happening.PLAYED_STADIUM);
  }

  static void stadiumLeft(Table table, Event.StadiumLeft event) {
    CardChanges.put(table, Pile.DISCARD, Ref.instance(event.card()));
    table.stadium = -1;
  }

  static void nameUsed(Table table, String ability) {
    List<String> names = new ArrayList<>(table.counters.usedNames);
    names.add(ability);
    table.counters.usedNames = List.copyOf(names);
  }

  // Lasting and delayed effects

  interface Keep {
    boolean keeps(LastingEffect lasting);
  }

  static void keepLasting(Table table, Keep keep) {
    if (table.lasting.length == 0) {
      return;
    }
    List<LastingEffect> kept = new ArrayList<>();
    for (LastingEffect lasting : table.lasting) {
      if (keep.keeps(lasting)) {
        kept.add(lasting);
      }
    }
    if (kept.size() < table.lasting.length) {
      table.lasting = kept.toArray(Table.NO_LASTING);
    }
  }

  static void effectBegan(Table table, Event.EffectBegan event) {
    table.lasting = Arrays.copyOf(table.lasting, table.lasting.length + 1);
    table.lasting[table.lasting.length - 1] = event.lasting();
  }

  static void effectDelayed(Table table, Event.EffectDelayed event) {
    table.delayed = Arrays.copyOf(table.delayed, table.delayed.length + 1);
    table.delayed[table.delayed.length - 1] = event.delayed();
  }

  static void delayedCame(Table table, Event.DelayedCame event) {
    List<DelayedEffect> rest = new ArrayList<>(Arrays.asList(table.delayed));
    rest.remove(event.index());
    table.delayed = rest.toArray(Table.NO_DELAYED);
  }

  static void controlChanged(Table table, Event.ControlChanged event) {
    table.frames = event.frames();
    table.pending = event.pending().orElse(null);
    table.choices = event.choices();
  }

  static void clockChanged(Table table, Event.ClockChanged event) {
    table.clock = table.clock.replaced(event.number(), event.kind(), event.turnStarted());
  }
}
