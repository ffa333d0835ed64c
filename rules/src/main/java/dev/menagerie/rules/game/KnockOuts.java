package dev.menagerie.rules.game;

import dev.menagerie.rules.card.Destination;
import dev.menagerie.rules.card.Filter;
import dev.menagerie.rules.card.Place;
import dev.menagerie.rules.card.Player;
import dev.menagerie.rules.card.SpecialCondition;
import dev.menagerie.rules.card.Trigger;
import dev.menagerie.rules.config.RulesConfig.PrizeMode;
import dev.menagerie.rules.state.ChoiceKind;
import dev.menagerie.rules.state.Event;
import dev.menagerie.rules.state.Frame;
import dev.menagerie.rules.state.Ints;
import dev.menagerie.rules.state.Pile;
import dev.menagerie.rules.state.Pokemon;
import dev.menagerie.rules.state.Seat;
import dev.menagerie.rules.state.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What follows when an effect has resolved: knock-outs, prizes, new Actives. */
final class KnockOuts {
  private static final String FALLEN = "fallen";
  static final List<String> OWED = List.of("owed_first", "owed_second");

  private KnockOuts() {}

  /** Whether anything of the kind is due. */
  static boolean due(Engine e) {
    for (Seat seat : Seat.values()) {
      Pokemon active = e.t.active(seat);
      if (active == null || isDown(e.t, active) || isWronglyIll(e.t, active)) {
        return true;
      }
      for (int i = 0; i < e.t.benchCount(seat); i++) {
        if (isDown(e.t, e.t.benched(seat, i))) {
          return true;
        }
      }
    }
    return false;
  }

  static void ifDue(Engine e) {
    if (due(e)) {
      e.push(Fr.procedure(Frame.Kind.KNOCK_OUTS, e.t.turnSeat()));
    }
  }

  static boolean isDown(Table t, Pokemon pokemon) {
    return pokemon.doomed()
        || (pokemon.damage() > 0 && pokemon.damage() >= Traits.maxHp(t, pokemon));
  }

  /** Has a condition that something in play does not let it have. */
  private static boolean isWronglyIll(Table t, Pokemon active) {
    if (active.conditions() == 0 || Statics.of(t).length == 0) {
      return false;
    }
    for (SpecialCondition condition : SpecialCondition.values()) {
      if (active.has(condition) && Conditions.isImmune(t, active, condition)) {
        return true;
      }
    }
    return false;
  }

  static boolean step(Engine e, Fr f) {
    return switch (f.at) {
      case 0 -> find(e, f);
      case 1 -> discard(e, f);
      case 2 -> prizes(e, f, e.t.turnSeat().other(), 3);
      case 3 -> prizes(e, f, e.t.turnSeat(), 4);
      case 4 -> promote(e, f, e.t.turnSeat().other(), 5);
      case 5 -> promote(e, f, e.t.turnSeat(), 6);
      default -> again(e, f);
    };
  }

  private static boolean find(Engine e, Fr f) {
    for (Seat seat : Seat.values()) {
      Pokemon active = e.t.active(seat);
      if (active != null) {
        cure(e, active);
      }
    }
    List<Integer> fallen = new ArrayList<>(f.get(FALLEN));
    List<Fr> fired = new ArrayList<>();
    for (Pokemon pokemon : down(e.t)) {
      if (!fallen.contains(pokemon.serial())) {
        fallen.add(pokemon.serial());
        triggers(e, pokemon, fired);
      }
    }
    f.set(FALLEN, fallen);
    f.next(1);
    Triggers.push(e, fired);
    return true;
  }

  private static void cure(Engine e, Pokemon active) {
    for (SpecialCondition condition : SpecialCondition.values()) {
      if (active.has(condition) && Conditions.isImmune(e.t, active, condition)) {
        Conditions.end(e, active, condition);
      }
    }
  }

  private static List<Pokemon> down(Table t) {
    List<Pokemon> down = new ArrayList<>();
    for (Seat seat : List.of(t.turnSeat(), t.turnSeat().other())) {
      Pokemon active = t.active(seat);
      if (active != null) {
        addIfDown(t, active, down);
      }
      for (int i = 0; i < t.benchCount(seat); i++) {
        addIfDown(t, t.benched(seat, i), down);
      }
    }
    return down;
  }

  private static void addIfDown(Table t, Pokemon pokemon, List<Pokemon> down) {
    if (isDown(t, pokemon)) {
      down.add(pokemon);
    }
  }

  private static void triggers(Engine e, Pokemon fallen, List<Fr> fired) {
    int attacker = attackerOf(e, fallen);
    if (attacker >= 0) {
      Triggers.Match match =
          trigger ->
              trigger instanceof Trigger.KnockedOut(Optional<Place> at)
                  && Statics.stands(e.t, fallen, at.orElse(Place.ANYWHERE));
      Triggers.collect(e.t, fallen, match, attacker, fired);
    }
    for (Seat side : Seat.values()) {
      Pokemon active = e.t.active(side);
      if (active != null) {
        others(e, active, fallen, fired);
      }
      for (int i = 0; i < e.t.benchCount(side); i++) {
        others(e, e.t.benched(side, i), fallen, fired);
      }
    }
  }

  private static void others(Engine e, Pokemon holder, Pokemon fallen, List<Fr> fired) {
    Fr asking = Fr.asking(holder.seat(), holder.serial(), -1);
    Triggers.Match match =
        trigger ->
            trigger instanceof Trigger.SomeKnockedOut(Player of, Optional<Filter> where)
                && Questions.seats(asking, of).contains(fallen.seat())
                && (where.isEmpty() || Filters.matches(e.t, asking, where.get(), fallen));
    Triggers.collect(e.t, holder, match, fallen.serial(), fired);
  }

  /** The Pokémon of the other player whose attack has just hit this one, or -1. */
  private static int attackerOf(Engine e, Pokemon fallen) {
    Fr end = e.nearest(Frame.Kind.TURN_END);
    if (end == null || end.at > 1 || fallen.seat() == end.seat) {
      return -1;
    }
    return end.get(Attacks.HIT).contains(fallen.serial()) ? end.number(Attacks.BY) : -1;
  }

  /**
   * All that are down leave play together, then prizes and the end are worked out. Whom a trigger
   * has brought down meanwhile falls with them, after its own triggers.
   */
  private static boolean discard(Engine e, Fr f) {
    int[] owed = new int[2];
    List<Pokemon> down = down(e.t);
    for (Pokemon pokemon : down) {
      if (!f.get(FALLEN).contains(pokemon.serial())) {
        f.next(0);
        return true;
      }
      owed[pokemon.seat().other().index()] += Traits.worth(e.t, pokemon);
    }
    boolean[] byAttack = new boolean[down.size()];
    for (int i = 0; i < byAttack.length; i++) {
      byAttack[i] = attackerOf(e, down.get(i)) >= 0;
    }
    for (int i = 0; i < byAttack.length; i++) {
      Pokemon pokemon = down.get(i);
      e.emit(
          new Event.LeftPlay(
              pokemon.seat(),
              pokemon.serial(),
              e.topRef(pokemon),
              Destination.DISCARD,
              Destination.DISCARD,
              true,
              byAttack[i]));
    }
    score(e, f, owed);
    f.next(2);
    Winning.end(e, f);
    return true;
  }

  private static void score(Engine e, Fr f, int[] owed) {
    for (Seat seat : List.of(e.t.turnSeat().other(), e.t.turnSeat())) {
      int count = owed[seat.index()];
      if (e.rules().prizes().mode() == PrizeMode.POINTS) {
        if (count > 0) {
          e.emit(new Event.PointsScored(seat, count));
        }
        count = 0;
      }
      f.set(OWED.get(seat.index()), Math.min(count, e.t.count(seat, Pile.PRIZES)));
    }
  }

  // Prizes and promotion

  private static boolean prizes(Engine e, Fr f, Seat seat, int next) {
    String name = OWED.get(seat.index());
    int owed = f.number(name);
    int left = e.t.count(seat, Pile.PRIZES);
    if (owed == 0 || left == 0) {
      f.next(next);
      return true;
    }
    List<Integer> answer = askPrize(e, f, seat, left);
    if (answer == null) {
      return false;
    }
    f.set(name, owed - 1);
    f.next(f.at);
    takePrize(e, seat, answer.getFirst());
    return true;
  }

  static @Nullable List<Integer> askPrize(Engine e, Fr f, Seat seat, int left) {
    int[] places = new int[left];
    for (int i = 0; i < left; i++) {
      places[i] = i;
    }
    return e.ask(
        f,
        seat,
        ChoiceKind.SELECT_PRIZE,
        1,
        1,
        Ints.list(places),
        List.of(),
        "Choose a prize card.");
  }

  static void takePrize(Engine e, Seat seat, int index) {
    int card = e.t.card(seat, Pile.PRIZES, index);
    e.emit(new Event.PrizeTaken(seat, index, e.t.refIn(card, Pile.HAND)));
  }

  private static boolean promote(Engine e, Fr f, Seat seat, int next) {
    if (e.t.active(seat) != null || e.t.benchCount(seat) == 0) {
      f.next(next);
      return true;
    }
    int[] bench = new int[e.t.benchCount(seat)];
    for (int i = 0; i < bench.length; i++) {
      bench[i] = e.t.benched(seat, i).serial();
    }
    List<Integer> answer =
        e.ask(
            f,
            seat,
            ChoiceKind.SELECT_ACTIVE,
            1,
            1,
            Ints.list(bench),
            List.of(),
            "Choose your new Active.");
    if (answer == null) {
      return false;
    }
    f.next(next);
    Pokemon up = e.t.find(answer.getFirst());
    if (up != null) {
      Operations.change(e, up);
    }
    return true;
  }

  private static boolean again(Engine e, Fr f) {
    if (due(e)) {
      f.set(FALLEN, List.of());
      f.next(0);
      return true;
    }
    e.pop();
    return true;
  }
}
