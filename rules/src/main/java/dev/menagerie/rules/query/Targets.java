package dev.menagerie.rules.query;

import dev.menagerie.rules.card.Filter;
import dev.menagerie.rules.card.Place;
import dev.menagerie.rules.card.Player;
import dev.menagerie.rules.card.Target;
import dev.menagerie.rules.state.Ints;
import dev.menagerie.rules.state.Pokemon;
import dev.menagerie.rules.state.Seat;
import dev.menagerie.rules.state.Table;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Resolves the players and Pokémon that a text names, where no choice is needed. */
public final class Targets {
  private Targets() {}

  /** The player's own Pokémon in play of that serial, or null. */
  public static @Nullable Pokemon own(Table table, Seat seat, int serial) {
    Pokemon pokemon = table.find(serial);
    return pokemon != null && pokemon.seat() == seat ? pokemon : null;
  }

  private static final List<Seat> FIRST = List.of(Seat.FIRST);
  private static final List<Seat> SECOND = List.of(Seat.SECOND);
  private static final List<Seat> FIRST_THEN = List.of(Seat.FIRST, Seat.SECOND);
  private static final List<Seat> SECOND_THEN = List.of(Seat.SECOND, Seat.FIRST);

  /** The seats a card's text names, its controller's first. */
  public static List<Seat> seats(Context context, Player player) {
    return switch (player) {
      case YOU -> context.seat() == Seat.FIRST ? FIRST : SECOND;
      case OPPONENT -> context.seat() == Seat.FIRST ? SECOND : FIRST;
      case BOTH -> context.seat() == Seat.FIRST ? FIRST_THEN : SECOND_THEN;
    };
  }

  /** One seat, where a text cannot mean both. */
  public static Seat seat(Context context, Player player) {
    return player == Player.OPPONENT ? context.seat().other() : context.seat();
  }

  /** Targets as far as they are known without asking; of a choice all that could be chosen. */
  public static int[] of(Table table, Context context, Target target) {
    return switch (target) {
      case Target.Self _ -> context.self() < 0 ? Ints.NONE : new int[] {context.self()};
      case Target.Other _ -> context.other() < 0 ? Ints.NONE : new int[] {context.other()};
      case Target.Active active ->
          pokemon(table, context, active.of(), Optional.of(Place.ACTIVE), Optional.empty());
      case Target.Every every -> pokemon(table, context, every.of(), every.at(), every.where());
      case Target.Choose choose ->
          pokemon(table, context, choose.of(), choose.at(), choose.where());
      case Target.Chosen chosen -> Ints.array(context.kept(chosen.name()));
    };
  }

  /** Serials of matching Pokémon in play: Active before bench, own side first. */
  public static int[] pokemon(
      Table table, Context context, Player of, Optional<Place> at, Optional<Filter> where) {
    int[] found = new int[2 + table.benchCount(Seat.FIRST) + table.benchCount(Seat.SECOND)];
    int count = 0;
    Place place = at.orElse(Place.ANYWHERE);
    for (Seat seat : seats(context, of)) {
      Pokemon active = table.active(seat);
      if (place != Place.BENCH && active != null && passes(table, context, where, active)) {
        found[count++] = active.serial();
      }
      if (place == Place.ACTIVE) {
        continue;
      }
      for (int i = 0; i < table.benchCount(seat); i++) {
        if (passes(table, context, where, table.benched(seat, i))) {
          found[count++] = table.benched(seat, i).serial();
        }
      }
    }
    return Arrays.copyOf(found, count);
  }

  private static boolean passes(
      Table table, Context context, Optional<Filter> where, Pokemon pokemon) {
    return where.isEmpty() || Filters.matches(table, context, where.get(), pokemon);
  }
}
