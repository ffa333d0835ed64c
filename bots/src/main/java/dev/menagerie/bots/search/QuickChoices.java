package dev.menagerie.bots.search;

import dev.menagerie.rules.card.CompiledCard;
import dev.menagerie.rules.card.Stage;
import dev.menagerie.rules.command.Command;
import dev.menagerie.rules.command.Defaults;
import dev.menagerie.rules.query.Traits;
import dev.menagerie.rules.state.PendingChoice;
import dev.menagerie.rules.state.Pokemon;
import dev.menagerie.rules.state.Seat;
import dev.menagerie.rules.state.Table;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.random.RandomGenerator;

/** Answers the choices of sampled games. */
final class QuickChoices {
  private static final double SOON = 0.5;
  private static final double HIT_POINT = 0.404;
  private static final double AT_STAKE = 20.0;
  private static final double PRIZE = 62.0;
  private static final double THEIR_HIT_POINT = 0.0383;
  private static final double DAMAGE = 0.134;
  private static final double BASIC_ENERGY = 20.0;
  private static final double BASIC = 36.2;
  private static final double FITTING = 37.9;
  private static final double EVOLUTION = 18.0;

  private final RandomGenerator random;

  QuickChoices(RandomGenerator random) {
    this.random = random;
  }

  Command answer(Table table, PendingChoice pending) {
    List<Integer> places =
        switch (pending.kind()) {
          case ENERGY -> Defaults.places(pending);
          case SELECT_ACTIVE, POKEMON, CARDS -> best(table, pending);
          case YES_NO -> List.of(Math.max(0, pending.labels().indexOf("yes")));
          case EXTRA_CARDS -> List.of(pending.options().size() - 1);
          case GO_FIRST ->
              List.of(
                  Math.max(
                      0,
                      pending
                          .labels()
                          .indexOf(table.rules().firstTurn().energy() ? "go_first" : "go_second")));
          case SELECT_PRIZE, TRIGGER, OPTION, ATTACK -> any(pending);
        };
    return new Command.Select(pending.seat(), pending.number(), places);
  }

  private List<Integer> any(PendingChoice pending) {
    return pending.max() == 1 && pending.worth() == 0
        ? List.of(random.nextInt(pending.options().size()))
        : Defaults.places(pending);
  }

  private List<Integer> best(Table table, PendingChoice pending) {
    if (pending.worth() > 0) {
      return Defaults.places(pending);
    }
    boolean losing = isLoss(pending);
    int options = pending.options().size();
    double[] worth = new double[options];
    List<Integer> places = new ArrayList<>(options);
    for (int i = 0; i < options; i++) {
      worth[i] = worth(table, pending, pending.options().get(i)) + random.nextDouble();
      places.add(i);
    }
    Comparator<Integer> order = Comparator.comparingDouble(place -> worth[place]);
    places.sort(losing ? order : order.reversed());
    return List.copyOf(places.subList(0, losing ? pending.min() : pending.max()));
  }

  private static boolean isLoss(PendingChoice pending) {
    String purpose = pending.purpose();
    return purpose.contains("discard")
        || purpose.contains("return")
        || pending.prompt().contains("iscard");
  }

  private static double worth(Table table, PendingChoice pending, int option) {
    return switch (pending.kind()) {
      case CARDS -> card(table, pending.seat(), table.face(option));
      case SELECT_ACTIVE, POKEMON -> {
        Pokemon pokemon = table.find(option);
        yield pokemon == null ? 0 : pokemon(table, pending.seat(), pokemon);
      }
      case GO_FIRST, EXTRA_CARDS, SELECT_PRIZE, ENERGY, YES_NO, OPTION, ATTACK, TRIGGER -> 0;
    };
  }

  private static double card(Table table, Seat seat, CompiledCard face) {
    return switch (face.sort) {
      case POKEMON -> pokemonCard(table, seat, face);
      case ENERGY -> face.basicEnergy ? BASIC_ENERGY : 24;
      case SUPPORTER -> 11.1;
      case ITEM -> 5.45;
      case TOOL -> 12.0;
      case STADIUM -> 8;
    };
  }

  private static double pokemonCard(Table table, Seat seat, CompiledCard face) {
    if (face.stage == Stage.BASIC) {
      return table.benchCount(seat) < 2 ? BASIC + face.hp / 50.0 : 12;
    }
    boolean fits = false;
    Pokemon active = table.active(seat);
    fits |= active != null && face.evolves(table.face(active.top()));
    for (int i = 0; i < table.benchCount(seat); i++) {
      fits |= face.evolves(table.face(table.benched(seat, i).top()));
    }
    return (fits ? FITTING : EVOLUTION) + face.hp / 50.0;
  }

  private static double pokemon(Table table, Seat seat, Pokemon pokemon) {
    if (pokemon.seat() == seat) {
      return standing(table, pokemon) + pokemon.damage() * DAMAGE;
    }
    Pokemon active = table.active(seat);
    double reach = active == null ? 0 : Forecast.best(table, active, pokemon, 0);
    return reach
        + PRIZE * Traits.worth(table, pokemon)
        - Forecast.left(table, pokemon) * THEIR_HIT_POINT;
  }

  /** How good a Pokémon would be in the active spot. */
  private static double standing(Table table, Pokemon pokemon) {
    Pokemon facing = table.active(pokemon.seat().other());
    double attack = facing == null ? 0 : Forecast.best(table, pokemon, facing, 0);
    double soon = facing == null ? 0 : Forecast.best(table, pokemon, facing, 1);
    return attack
        + SOON * soon
        + Forecast.left(table, pokemon) * HIT_POINT
        - AT_STAKE * (Traits.worth(table, pokemon) - 1);
  }
}
