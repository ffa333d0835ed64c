package dev.menagerie.rules.game;

import dev.menagerie.rules.card.CompiledCard;
import dev.menagerie.rules.card.Destination;
import dev.menagerie.rules.card.Effect;
import dev.menagerie.rules.card.Static;
import dev.menagerie.rules.card.Trigger;
import dev.menagerie.rules.card.Zone;
import dev.menagerie.rules.query.Cards;
import dev.menagerie.rules.query.Evolutions;
import dev.menagerie.rules.query.PlayerLimits;
import dev.menagerie.rules.query.Targets;
import dev.menagerie.rules.query.Traits;
import dev.menagerie.rules.state.ChoiceKind;
import dev.menagerie.rules.state.Event;
import dev.menagerie.rules.state.Ints;
import dev.menagerie.rules.state.Pile;
import dev.menagerie.rules.state.Pokemon;
import dev.menagerie.rules.state.Seat;
import dev.menagerie.rules.state.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Operations that move, evolve or remove Pokémon in play. */
final class PokemonOperations {
  private PokemonOperations() {}

  /**
   * An effect on the Active, which has to leave its spot; where another player chooses who comes,
   * it drags, as a gust does.
   */
  static boolean change(Execution execution, RunningFrame frame, Effect.Switch change) {
    Seat of = change.of().map(player -> Targets.seat(frame, player)).orElse(frame.seat);
    Seat by = change.by().map(player -> Targets.seat(frame, player)).orElse(of);
    if (by != of) {
      return drag(execution, frame, by, of);
    }
    Pokemon active = execution.table.active(of);
    if (active == null || Attacks.isShielded(execution, frame, active)) {
      return true;
    }
    return bringUp(execution, frame, by, bench(execution.table, of));
  }

  static boolean gust(Execution execution, RunningFrame frame, Effect.Gust gust) {
    Seat by = gust.by().map(player -> Targets.seat(frame, player)).orElse(frame.seat);
    return drag(execution, frame, by, frame.seat.other());
  }

  /** An effect on the benched Pokémon that is dragged up, not on the Active. */
  private static boolean drag(Execution execution, RunningFrame frame, Seat by, Seat of) {
    int[] options = Ints.NONE;
    for (int serial : bench(execution.table, of)) {
      Pokemon benched = Objects.requireNonNull(execution.table.find(serial));
      if (!Attacks.isShielded(execution, frame, benched)) {
        options = Ints.with(options, serial);
      }
    }
    return bringUp(execution, frame, by, options);
  }

  /** Benched Pokémon that an effect makes Active, possibly its own user. */
  static boolean bringUp(Execution execution, RunningFrame frame, Effect.BringUp up) {
    int[] targets = Targeting.affected(execution, frame, up.target(), "Choose the new Active.");
    if (targets == null) {
      return false;
    }
    for (int serial : targets) {
      Pokemon benched = execution.table.find(serial);
      if (benched != null && !execution.table.isActive(benched)) {
        BoardChanges.change(execution, benched);
      }
    }
    return true;
  }

  private static int[] bench(Table table, Seat of) {
    int[] bench = new int[table.benchCount(of)];
    for (int i = 0; i < bench.length; i++) {
      bench[i] = table.benched(of, i).serial();
    }
    return bench;
  }

  private static boolean bringUp(Execution execution, RunningFrame frame, Seat by, int[] options) {
    List<Integer> chosen =
        execution.choose(frame, by, ChoiceKind.POKEMON, 1, 1, options, "Choose the new Active.");
    if (chosen == null) {
      return false;
    }
    Pokemon up = chosen.isEmpty() ? null : execution.table.find(chosen.getFirst());
    if (up != null) {
      BoardChanges.change(execution, up);
    }
    return true;
  }

  static boolean leave(Execution execution, RunningFrame frame, Effect.Return leave) {
    int[] targets = Targeting.affected(execution, frame, leave.target(), "Choose a Pokémon.");
    if (targets == null) {
      return false;
    }
    Destination attached = leave.attached().orElse(leave.to());
    boolean[] shuffle = new boolean[2];
    for (int serial : targets) {
      Pokemon pokemon = execution.table.find(serial);
      if (pokemon != null) {
        execution.emit(
            new Event.LeftPlay(
                pokemon.seat(),
                serial,
                execution.topRef(pokemon),
                leave.to(),
                attached,
                false,
                false));
        shuffle[pokemon.seat().index()] =
            leave.to() == Destination.DECK || attached == Destination.DECK;
      }
    }
    for (Seat seat : Seat.values()) {
      if (shuffle[seat.index()]) {
        execution.shuffle(seat);
      }
    }
    return true;
  }

  // Evolving

  static boolean evolve(Execution execution, RunningFrame frame, Effect.Evolve evolve) {
    int[] targets =
        Targeting.targets(execution, frame, evolve.target(), "Choose a Pokémon to evolve.");
    if (targets == null) {
      return false;
    }
    Pile pile = Pile.of(evolve.from());
    int[] all = execution.table.cards(frame.seat, pile);
    if (targets.length == 0 || all.length == 0) {
      return true;
    }
    Pokemon target = execution.table.find(targets[0]);
    if (target == null || Traits.has(execution.table, target, Static.CannotEvolve.class)) {
      return true;
    }
    int[] options = Ints.NONE;
    for (int card : Cards.matching(execution.table, frame, all, evolve.where())) {
      CompiledCard face = execution.table.face(card);
      boolean fits =
          Evolutions.fits(execution.table, face, target, evolve.skip().orElse(false))
              && (pile != Pile.HAND || !PlayerLimits.mayNotPlay(execution.table, frame.seat, face));
      options = fits ? Ints.with(options, card) : options;
    }
    options = Cards.sorted(execution.table, options);
    int min = evolve.from() == Zone.DECK ? 0 : Math.min(1, options.length);
    List<Integer> chosen =
        execution.ask(
            frame,
            frame.seat,
            ChoiceKind.CARDS,
            min,
            1,
            Ints.list(options),
            List.of(),
            "Choose the card to evolve with.");
    if (chosen == null) {
      return false;
    }
    if (!chosen.isEmpty()) {
      evolve(execution, frame.seat, pile, chosen.getFirst(), target);
    }
    if (evolve.from() == Zone.DECK) {
      execution.shuffle(frame.seat);
    }
    return true;
  }

  /**
   * Evolves a Pokémon. A card from hand is played to evolve, by a command or an effect, and fires
   * those triggers.
   */
  static void evolve(Execution execution, Seat seat, Pile from, int card, Pokemon target) {
    execution.emit(
        new Event.Evolved(
            seat, from, target.serial(), execution.topRef(target), execution.table.ref(card)));
    Pokemon now = execution.table.find(target.serial());
    if (from == Pile.HAND && now != null) {
      List<RunningFrame> fired = new ArrayList<>(0);
      Triggers.collect(
          execution.table, now, trigger -> trigger instanceof Trigger.Evolves, -1, fired);
      Triggers.Some some =
          (context, trigger) ->
              trigger instanceof Trigger.SomeEvolved(var of, var where)
                  && Triggers.isAbout(execution.table, context, of, where, now);
      Triggers.collectSome(execution.table, some, now.serial(), fired);
      Triggers.push(execution, fired);
    }
  }

  static boolean devolve(Execution execution, RunningFrame frame, Effect.Devolve devolve) {
    int[] targets =
        Targeting.affected(execution, frame, devolve.target(), "Choose a Pokémon to devolve.");
    if (targets == null) {
      return false;
    }
    for (int serial : targets) {
      Pokemon pokemon = execution.table.find(serial);
      if (pokemon != null && pokemon.cardCount() > 1) {
        int card = pokemon.top();
        execution.emit(
            new Event.Devolved(
                pokemon.seat(),
                serial,
                execution.topRef(pokemon),
                execution.table.ref(pokemon.card(pokemon.cardCount() - 2)),
                devolve.to(),
                execution.refAt(card, devolve.to())));
        if (devolve.to() == Destination.DECK) {
          execution.shuffle(pokemon.seat());
        }
      }
    }
    return true;
  }

  static boolean knockOut(Execution execution, RunningFrame frame, Effect.KnockOut knockOut) {
    int[] targets = Targeting.affected(execution, frame, knockOut.target(), "Choose a Pokémon.");
    if (targets == null) {
      return false;
    }
    for (int serial : targets) {
      Pokemon pokemon = execution.table.find(serial);
      if (pokemon != null) {
        execution.emit(new Event.Doomed(pokemon.seat(), serial, execution.topRef(pokemon)));
      }
    }
    return true;
  }
}
