package dev.menagerie.rules.state;

import dev.menagerie.rules.card.Condition.Happening;
import dev.menagerie.rules.card.EnergyType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What events do to the course of the game: turns, what a turn allows, what lasts and what waits.
 */
final class CourseChanges {
  private CourseChanges() {}

  static void happened(Table t, Seat seat, Happening what) {
    t.side(seat).thisTurn |= Happenings.bit(what);
  }

  static void mulligan(Table t, Event.MulliganTaken e) {
    if (e.alone()) {
      t.side(e.seat()).mulligans++;
    }
    CardChanges.moveAll(t, e.seat(), Pile.HAND, Pile.DECK, e.cards());
  }

  static void gameBegan(Table t, Event.GameBegan e) {
    t.status = GameStatus.ACTIVE;
    t.first = e.first().index();
    t.placing = -1;
  }

  static void suddenDeath(Table t, Event.SuddenDeathBegan e) {
    t.round = e.number();
    t.status = GameStatus.SETUP;
    t.phase = Phase.START;
    t.turn = 0;
    t.first = -1;
    t.placing = -1;
    t.revealed = false;
    int brought = t.setting.definitions().size();
    t.definition = Arrays.copyOf(t.definition, brought);
    t.owner = Arrays.copyOf(t.owner, brought);
    t.generation = Arrays.copyOf(t.generation, brought);
    t.namesShared = false;
    t.stadium = -1;
    t.gatherDecks();
    for (int instance = 0; instance < brought; instance++) {
      t.generation[instance]++;
    }
    t.lasting = Table.NO_LASTING;
    t.delayed = Table.NO_DELAYED;
    t.sides[0].startAnew();
    t.sides[1].startAnew();
    clearCounters(t);
  }

  private static void clearCounters(Table t) {
    t.energyAttached = 0;
    t.supporters = 0;
    t.stadiums = 0;
    t.items = 0;
    t.retreats = 0;
    t.extraEnergy = 0;
    t.extraSupporters = 0;
    t.usedNames = List.of();
  }

  static void turnBegan(Table t, Event.TurnBegan e) {
    t.turn = e.number();
    t.turnSeat = e.seat().index();
    t.phase = Phase.START;
    t.graceUsed = 0;
    t.expired = false;
    clearCounters(t);
    for (Side side : t.sides) {
      side.lastTurn = side.thisTurn;
      side.thisTurn = 0;
    }
  }

  static void zoneTurned(Table t, Event.ZoneTurned e) {
    t.side(e.seat()).zoneNow = order(e.current());
    t.side(e.seat()).zoneNext = order(e.next());
  }

  private static int order(Optional<EnergyType> type) {
    return type.map(EnergyType::order).orElse(-1);
  }

  static void gameEnded(Table t, Event.GameEnded e) {
    t.status = GameStatus.FINISHED;
    t.result = new Result(e.winner(), e.reason());
    t.frames = List.of();
    t.pending = null;
    t.placing = -1;
  }

  // What a turn allows

  static void retreated(Table t, Event.Retreated e) {
    t.retreats++;
    happened(t, e.seat(), Happening.RETREATED);
  }

  static void allowed(Table t, Event.Allowed e) {
    t.extraEnergy += e.energy();
    t.extraSupporters += e.supporters();
  }

  static void prizeTaken(Table t, Event.PrizeTaken e) {
    CardChanges.move(t, e.seat(), Pile.PRIZES, Pile.HAND, e.card());
    happened(t, e.seat(), Happening.TOOK_PRIZE);
  }

  static void trainerPlayed(Table t, Event.TrainerPlayed e) {
    CardChanges.move(t, e.seat(), Pile.HAND, Pile.PLAYING, e.card());
    switch (t.face(Ref.instance(e.card())).sort) {
      case SUPPORTER -> {
        t.supporters++;
        happened(t, e.seat(), Happening.PLAYED_SUPPORTER);
      }
      case ITEM -> {
        t.items++;
        happened(t, e.seat(), Happening.PLAYED_ITEM);
      }
      case POKEMON, STADIUM, TOOL, ENERGY -> {}
    }
  }

  static void stadiumPlayed(Table t, Event.StadiumPlayed e) {
    int instance = Ref.instance(e.card());
    CardChanges.take(t, e.seat(), Pile.HAND, instance);
    t.stadium = instance;
    t.stadiumStamp = t.stamps++;
    t.stadiums++;
    happened(t, e.seat(), Happening.PLAYED_STADIUM);
  }

  static void stadiumLeft(Table t, Event.StadiumLeft e) {
    CardChanges.put(t, Pile.DISCARD, Ref.instance(e.card()));
    t.stadium = -1;
  }

  static void nameUsed(Table t, String ability) {
    List<String> names = new ArrayList<>(t.usedNames);
    names.add(ability);
    t.usedNames = List.copyOf(names);
  }

  // What lasts and what waits

  interface Keep {
    boolean keeps(Lasting lasting);
  }

  static void keepLasting(Table t, Keep keep) {
    if (t.lasting.length == 0) {
      return;
    }
    List<Lasting> kept = new ArrayList<>();
    for (Lasting lasting : t.lasting) {
      if (keep.keeps(lasting)) {
        kept.add(lasting);
      }
    }
    if (kept.size() < t.lasting.length) {
      t.lasting = kept.toArray(Table.NO_LASTING);
    }
  }

  static void effectBegan(Table t, Event.EffectBegan e) {
    t.lasting = Arrays.copyOf(t.lasting, t.lasting.length + 1);
    t.lasting[t.lasting.length - 1] = e.lasting();
  }

  static void effectDelayed(Table t, Event.EffectDelayed e) {
    t.delayed = Arrays.copyOf(t.delayed, t.delayed.length + 1);
    t.delayed[t.delayed.length - 1] = e.delayed();
  }

  static void delayedCame(Table t, Event.DelayedCame e) {
    List<Delayed> rest = new ArrayList<>(Arrays.asList(t.delayed));
    rest.remove(e.index());
    t.delayed = rest.toArray(Table.NO_DELAYED);
  }

  static void controlChanged(Table t, Event.ControlChanged e) {
    t.frames = e.frames();
    t.pending = e.pending().orElse(null);
    t.choices = e.choices();
  }

  static void clockChanged(Table t, Event.ClockChanged e) {
    t.clock = e.number();
    t.clockKind = e.kind();
    t.clockTurnStarted = e.turnStarted();
  }
}
