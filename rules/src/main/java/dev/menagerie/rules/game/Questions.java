package dev.menagerie.rules.game;

import dev.menagerie.rules.card.Amount;
import dev.menagerie.rules.card.Condition;
import dev.menagerie.rules.card.Face;
import dev.menagerie.rules.card.Filter;
import dev.menagerie.rules.card.Place;
import dev.menagerie.rules.card.Player;
import dev.menagerie.rules.card.Target;
import dev.menagerie.rules.config.RulesConfig.PrizeMode;
import dev.menagerie.rules.state.Ints;
import dev.menagerie.rules.state.Pile;
import dev.menagerie.rules.state.Pokemon;
import dev.menagerie.rules.state.Seat;
import dev.menagerie.rules.state.Table;
import java.util.List;
import java.util.Optional;

/** Answers what programs ask about a table: amounts, conditions, targets that need no choice. */
final class Questions {
  /** Kept by an attack's frame for {@link Amount.DamageDone}. */
  static final String DAMAGE_DONE = "#damage";

  static final String HEADS = "#heads";
  static final String TAILS = "#tails";

  private Questions() {}

  // Amounts

  static int amount(Table t, Fr f, Amount amount) {
    return switch (amount) {
      case Amount.Fixed fixed -> fixed.value();
      case Amount.Sum sum -> sum(t, f, sum.of());
      case Amount.Times times -> amount(t, f, times.each()) * amount(t, f, times.of());
      case Amount.Difference difference ->
          Math.max(0, amount(t, f, difference.from()) - amount(t, f, difference.take()));
      case Amount.Smaller smaller ->
          Math.min(amount(t, f, smaller.left()), amount(t, f, smaller.right()));
      case Amount.Larger larger ->
          Math.max(amount(t, f, larger.left()), amount(t, f, larger.right()));
      case Amount.Heads heads -> f.number(heads.of().orElse("") + HEADS);
      case Amount.Tails tails -> f.number(tails.of().orElse("") + TAILS);
      case Amount.EnergyOn on -> energyOn(t, f, on);
      case Amount.CountersOn on -> counters(t, f, on.on());
      case Amount.PokemonInPlay in -> pokemon(t, f, in.of(), in.at(), in.where()).length;
      case Amount.CardsIn in -> cardsIn(t, f, in);
      case Amount.PrizesTaken taken -> prizes(t, f, taken.of(), true);
      case Amount.PrizesLeft left -> prizes(t, f, left.of(), false);
      case Amount.Chosen chosen -> f.get(chosen.name()).size();
      case Amount.RetreatCost cost -> retreatCosts(t, f, cost.of());
      case Amount.HpOf hp -> hp(t, f, hp.of());
      case Amount.DamageDone _ -> f.number(DAMAGE_DONE);
      case Amount.Kept kept -> f.number(kept.name());
      case Amount.Either either ->
          holds(t, f, either.when())
              ? amount(t, f, either.then())
              : either.otherwise().map(other -> amount(t, f, other)).orElse(0);
    };
  }

  private static int sum(Table t, Fr f, List<Amount> amounts) {
    int sum = 0;
    for (Amount amount : amounts) {
      sum += amount(t, f, amount);
    }
    return sum;
  }

  private static int energyOn(Table t, Fr f, Amount.EnergyOn on) {
    int sum = 0;
    for (int serial : targets(t, f, on.on())) {
      Pokemon pokemon = t.find(serial);
      sum += pokemon == null ? 0 : Traits.energyOn(t, pokemon, on.energy().orElse(null));
    }
    return sum;
  }

  private static int counters(Table t, Fr f, Target on) {
    int sum = 0;
    for (int serial : targets(t, f, on)) {
      Pokemon pokemon = t.find(serial);
      sum += pokemon == null ? 0 : pokemon.damage() / 10;
    }
    return sum;
  }

  private static int cardsIn(Table t, Fr f, Amount.CardsIn in) {
    int count = 0;
    for (Seat seat : seats(f, in.of().orElse(Player.YOU))) {
      Pile pile = Pile.of(in.zone());
      if (in.where().isEmpty()) {
        count += t.count(seat, pile);
        continue;
      }
      for (int i = 0; i < t.count(seat, pile); i++) {
        Face face = t.face(t.card(seat, pile, i));
        count += Filters.matches(t, f, in.where().get(), face) ? 1 : 0;
      }
    }
    return count;
  }

  private static int prizes(Table t, Fr f, Player of, boolean taken) {
    int sum = 0;
    for (Seat seat : seats(f, of)) {
      int have =
          t.rules().prizes().mode() == PrizeMode.CARDS
              ? t.goal() - t.count(seat, Pile.PRIZES)
              : t.points(seat);
      sum += taken ? have : Math.max(0, t.goal() - have);
    }
    return sum;
  }

  private static int retreatCosts(Table t, Fr f, Target of) {
    int sum = 0;
    for (int serial : targets(t, f, of)) {
      Pokemon pokemon = t.find(serial);
      sum += pokemon == null ? 0 : Traits.retreatCost(t, pokemon);
    }
    return sum;
  }

  private static int hp(Table t, Fr f, Target of) {
    int sum = 0;
    for (int serial : targets(t, f, of)) {
      Pokemon pokemon = t.find(serial);
      sum += pokemon == null ? 0 : Traits.maxHp(t, pokemon);
    }
    return sum;
  }

  // Conditions

  static boolean holds(Table t, Fr f, Condition condition) {
    return switch (condition) {
      case Condition.Heads heads ->
          f.number(heads.of().orElse("") + HEADS) > 0
              && f.number(heads.of().orElse("") + TAILS) == 0;
      case Condition.Tails tails ->
          f.number(tails.of().orElse("") + TAILS) > 0
              && f.number(tails.of().orElse("") + HEADS) == 0;
      case Condition.AtLeast least -> amount(t, f, least.left()) >= amount(t, f, least.right());
      case Condition.AtMost most -> amount(t, f, most.left()) <= amount(t, f, most.right());
      case Condition.Same same -> amount(t, f, same.left()) == amount(t, f, same.right());
      case Condition.InPlay in -> pokemon(t, f, in.of(), in.at(), in.where()).length > 0;
      case Condition.Is is -> is(t, f, is);
      case Condition.AnyChosen chosen -> !f.get(chosen.name()).isEmpty();
      case Condition.StadiumInPlay stadium ->
          t.stadium() >= 0
              && (stadium.named().isEmpty()
                  || t.face(t.stadium()).name.equals(stadium.named().get()));
      case Condition.TurnOf turn -> covers(f, turn.of(), t.turnSeat());
      case Condition.FirstTurn first -> isFirstTurn(t, f, first.of());
      case Condition.Happened happened -> happened(t, f, happened);
      case Condition.AllOf all -> all(t, f, all.value());
      case Condition.AnyOf any -> any(t, f, any.value());
      case Condition.Not not -> !holds(t, f, not.value());
    };
  }

  private static boolean all(Table t, Fr f, List<Condition> conditions) {
    for (Condition condition : conditions) {
      if (!holds(t, f, condition)) {
        return false;
      }
    }
    return true;
  }

  private static boolean any(Table t, Fr f, List<Condition> conditions) {
    for (Condition condition : conditions) {
      if (holds(t, f, condition)) {
        return true;
      }
    }
    return false;
  }

  private static boolean is(Table t, Fr f, Condition.Is is) {
    int[] targets = targets(t, f, is.target());
    for (int serial : targets) {
      Pokemon pokemon = t.find(serial);
      if (pokemon == null || !Filters.matches(t, f, is.where(), pokemon)) {
        return false;
      }
    }
    return targets.length > 0;
  }

  private static boolean isFirstTurn(Table t, Fr f, Player of) {
    for (Seat seat : seats(f, of)) {
      int first = t.first().equals(Optional.of(seat)) ? 1 : 2;
      if (t.turn() == first) {
        return true;
      }
    }
    return false;
  }

  private static boolean happened(Table t, Fr f, Condition.Happened happened) {
    for (Seat seat : seats(f, happened.to())) {
      boolean did =
          switch (happened.in().orElse(Condition.When.THIS_TURN)) {
            case THIS_TURN -> t.happenedThisTurn(seat, happened.what());
            case LAST_TURN -> t.happenedLastTurn(seat, happened.what());
          };
      if (did) {
        return true;
      }
    }
    return false;
  }

  // Players and targets

  private static final List<Seat> FIRST = List.of(Seat.FIRST);
  private static final List<Seat> SECOND = List.of(Seat.SECOND);
  private static final List<Seat> FIRST_THEN = List.of(Seat.FIRST, Seat.SECOND);
  private static final List<Seat> SECOND_THEN = List.of(Seat.SECOND, Seat.FIRST);

  /** The seats a card's text names, its controller's first. */
  static List<Seat> seats(Fr f, Player player) {
    return switch (player) {
      case YOU -> f.seat == Seat.FIRST ? FIRST : SECOND;
      case OPPONENT -> f.seat == Seat.FIRST ? SECOND : FIRST;
      case BOTH -> f.seat == Seat.FIRST ? FIRST_THEN : SECOND_THEN;
    };
  }

  /** One seat, where a text cannot mean both. */
  static Seat seat(Fr f, Player player) {
    return player == Player.OPPONENT ? f.seat.other() : f.seat;
  }

  private static boolean covers(Fr f, Player player, Seat seat) {
    return switch (player) {
      case YOU -> seat == f.seat;
      case OPPONENT -> seat != f.seat;
      case BOTH -> true;
    };
  }

  /** Targets as far as they are known without asking; of a choice all that could be chosen. */
  static int[] targets(Table t, Fr f, Target target) {
    return switch (target) {
      case Target.Self _ -> f.self < 0 ? Ints.NONE : new int[] {f.self};
      case Target.Other _ -> f.other < 0 ? Ints.NONE : new int[] {f.other};
      case Target.Active active ->
          pokemon(t, f, active.of(), Optional.of(Place.ACTIVE), Optional.empty());
      case Target.Every every -> pokemon(t, f, every.of(), every.at(), every.where());
      case Target.Choose choose -> pokemon(t, f, choose.of(), choose.at(), choose.where());
      case Target.Chosen chosen -> Ints.array(f.get(chosen.name()));
    };
  }

  /** Serials of matching Pokémon in play: Active before bench, own side first. */
  static int[] pokemon(Table t, Fr f, Player of, Optional<Place> at, Optional<Filter> where) {
    int[] found = new int[2 + t.benchCount(Seat.FIRST) + t.benchCount(Seat.SECOND)];
    int count = 0;
    Place place = at.orElse(Place.ANYWHERE);
    for (Seat seat : seats(f, of)) {
      Pokemon active = t.active(seat);
      if (place != Place.BENCH && active != null && passes(t, f, where, active)) {
        found[count++] = active.serial();
      }
      if (place == Place.ACTIVE) {
        continue;
      }
      for (int i = 0; i < t.benchCount(seat); i++) {
        if (passes(t, f, where, t.benched(seat, i))) {
          found[count++] = t.benched(seat, i).serial();
        }
      }
    }
    return java.util.Arrays.copyOf(found, count);
  }

  private static boolean passes(Table t, Fr f, Optional<Filter> where, Pokemon pokemon) {
    return where.isEmpty() || Filters.matches(t, f, where.get(), pokemon);
  }
}
