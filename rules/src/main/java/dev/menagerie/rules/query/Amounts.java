package dev.menagerie.rules.query;

import dev.menagerie.rules.card.Amount;
import dev.menagerie.rules.card.CompiledCard;
import dev.menagerie.rules.card.Player;
import dev.menagerie.rules.card.Target;
import dev.menagerie.rules.config.RulesConfig.PrizeMode;
import dev.menagerie.rules.state.Pile;
import dev.menagerie.rules.state.Pokemon;
import dev.menagerie.rules.state.Seat;
import dev.menagerie.rules.state.Table;
import java.util.List;

/** Works out the numbers that programs name. */
public final class Amounts {
  /** Kept by an attack's frame for {@link Amount.DamageDone}. */
  public static final String DAMAGE_DONE = "#damage";

  /** Suffix of the name under which the number of heads is kept. */
  public static final String HEADS = "#heads";

  /** Suffix of the name under which the number of tails is kept. */
  public static final String TAILS = "#tails";

  private Amounts() {}

  /** The value of an amount expression now. */
  public static int of(Table table, Context context, Amount amount) {
    return switch (amount) {
      case Amount.Fixed fixed -> fixed.value();
      case Amount.Sum sum -> sum(table, context, sum.of());
      case Amount.Times times -> of(table, context, times.each()) * of(table, context, times.of());
      case Amount.Difference difference ->
          Math.max(
              0, of(table, context, difference.from()) - of(table, context, difference.take()));
      case Amount.Smaller smaller ->
          Math.min(of(table, context, smaller.left()), of(table, context, smaller.right()));
      case Amount.Larger larger ->
          Math.max(of(table, context, larger.left()), of(table, context, larger.right()));
      case Amount.Heads heads -> context.number(heads.of().orElse("") + HEADS);
      case Amount.Tails tails -> context.number(tails.of().orElse("") + TAILS);
      case Amount.EnergyOn on -> energyOn(table, context, on);
      case Amount.CountersOn on -> counters(table, context, on.on());
      case Amount.PokemonInPlay in ->
          Targets.pokemon(table, context, in.of(), in.at(), in.where()).length;
      case Amount.CardsIn in -> cardsIn(table, context, in);
      case Amount.PrizesTaken taken -> prizes(table, context, taken.of(), true);
      case Amount.PrizesLeft left -> prizes(table, context, left.of(), false);
      case Amount.Chosen chosen -> context.kept(chosen.name()).size();
      case Amount.RetreatCost cost -> retreatCosts(table, context, cost.of());
      case Amount.HpOf hp -> hp(table, context, hp.of());
      case Amount.HpLeft left -> hpLeft(table, context, left.of());
      case Amount.HalfOf half -> of(table, context, half.whole()) / 2 / 10 * 10;
      case Amount.ChosenThat chosen -> chosen(table, context, chosen);
      case Amount.DamageDone _ -> context.number(DAMAGE_DONE);
      case Amount.Kept kept -> context.number(kept.name());
      case Amount.Either either ->
          Conditions.holds(table, context, either.when())
              ? of(table, context, either.then())
              : either.otherwise().map(other -> of(table, context, other)).orElse(0);
    };
  }

  private static int sum(Table table, Context context, List<Amount> amounts) {
    int sum = 0;
    for (Amount amount : amounts) {
      sum += of(table, context, amount);
    }
    return sum;
  }

  private static int energyOn(Table table, Context context, Amount.EnergyOn on) {
    int sum = 0;
    for (int serial : Targets.of(table, context, on.on())) {
      Pokemon pokemon = table.find(serial);
      sum += pokemon == null ? 0 : Traits.energyOn(table, pokemon, on.energy().orElse(null));
    }
    return sum;
  }

  private static int counters(Table table, Context context, Target on) {
    int sum = 0;
    for (int serial : Targets.of(table, context, on)) {
      Pokemon pokemon = table.find(serial);
      sum += pokemon == null ? 0 : pokemon.damage() / 10;
    }
    return sum;
  }

  private static int cardsIn(Table table, Context context, Amount.CardsIn in) {
    int count = 0;
    for (Seat seat : Targets.seats(context, in.of().orElse(Player.YOU))) {
      Pile pile = Pile.of(in.zone());
      if (in.where().isEmpty()) {
        count += table.count(seat, pile);
        continue;
      }
      for (int i = 0; i < table.count(seat, pile); i++) {
        CompiledCard face = table.face(table.card(seat, pile, i));
        count += Filters.matches(table, context, in.where().get(), face) ? 1 : 0;
      }
    }
    return count;
  }

  private static int prizes(Table table, Context context, Player of, boolean taken) {
    int sum = 0;
    for (Seat seat : Targets.seats(context, of)) {
      int have =
          table.rules().prizes().mode() == PrizeMode.CARDS
              ? table.goal() - table.count(seat, Pile.PRIZES)
              : table.points(seat);
      sum += taken ? have : Math.max(0, table.goal() - have);
    }
    return sum;
  }

  private static int retreatCosts(Table table, Context context, Target of) {
    int sum = 0;
    for (int serial : Targets.of(table, context, of)) {
      Pokemon pokemon = table.find(serial);
      sum += pokemon == null ? 0 : Traits.retreatCost(table, pokemon);
    }
    return sum;
  }

  private static int hp(Table table, Context context, Target of) {
    int sum = 0;
    for (int serial : Targets.of(table, context, of)) {
      Pokemon pokemon = table.find(serial);
      sum += pokemon == null ? 0 : Traits.maxHp(table, pokemon);
    }
    return sum;
  }

  private static int hpLeft(Table table, Context context, Target of) {
    int sum = 0;
    for (int serial : Targets.of(table, context, of)) {
      Pokemon pokemon = table.find(serial);
      sum += pokemon == null ? 0 : Math.max(0, Traits.maxHp(table, pokemon) - pokemon.damage());
    }
    return sum;
  }

  private static int chosen(Table table, Context context, Amount.ChosenThat chosen) {
    int count = 0;
    for (int card : context.kept(chosen.name())) {
      boolean known = card < table.instances();
      count += known && Filters.matches(table, context, chosen.where(), table.face(card)) ? 1 : 0;
    }
    return count;
  }
}
