package dev.menagerie.rules.game;

import dev.menagerie.rules.card.Destination;
import dev.menagerie.rules.card.Effect;
import dev.menagerie.rules.card.Face;
import dev.menagerie.rules.card.Stage;
import dev.menagerie.rules.card.Static;
import dev.menagerie.rules.card.Trigger;
import dev.menagerie.rules.card.Zone;
import dev.menagerie.rules.state.ChoiceKind;
import dev.menagerie.rules.state.Event;
import dev.menagerie.rules.state.Ints;
import dev.menagerie.rules.state.Pile;
import dev.menagerie.rules.state.Pokemon;
import dev.menagerie.rules.state.Seat;
import dev.menagerie.rules.state.Table;
import java.util.List;

/** Operations that move, evolve or remove Pokémon in play. */
final class PokemonOperations {
  private PokemonOperations() {}

  static boolean change(Engine e, Fr f, Effect.Switch change) {
    Seat of = change.of().map(player -> Questions.seat(f, player)).orElse(f.seat);
    Seat by = change.by().map(player -> Questions.seat(f, player)).orElse(of);
    return bringUp(e, f, of, by);
  }

  static boolean gust(Engine e, Fr f, Effect.Gust gust) {
    Seat by = gust.by().map(player -> Questions.seat(f, player)).orElse(f.seat);
    return bringUp(e, f, f.seat.other(), by);
  }

  private static boolean bringUp(Engine e, Fr f, Seat of, Seat by) {
    Pokemon active = e.t.active(of);
    if (active == null || e.t.benchCount(of) == 0 || Attacks.isShielded(e, f, active)) {
      return true;
    }
    int[] bench = new int[e.t.benchCount(of)];
    for (int i = 0; i < bench.length; i++) {
      bench[i] = e.t.benched(of, i).serial();
    }
    List<Integer> chosen =
        e.choose(f, by, ChoiceKind.POKEMON, 1, 1, bench, "Choose the new Active.");
    if (chosen == null) {
      return false;
    }
    Pokemon up = e.t.find(chosen.getFirst());
    if (up != null) {
      Operations.change(e, up);
    }
    return true;
  }

  static boolean leave(Engine e, Fr f, Effect.Return leave) {
    int[] targets = Operations.affected(e, f, leave.target(), "Choose a Pokémon.");
    if (targets == null) {
      return false;
    }
    Destination attached = leave.attached().orElse(leave.to());
    boolean[] shuffle = new boolean[2];
    for (int serial : targets) {
      Pokemon pokemon = e.t.find(serial);
      if (pokemon != null) {
        e.emit(
            new Event.LeftPlay(
                pokemon.seat(), serial, e.topRef(pokemon), leave.to(), attached, false, false));
        shuffle[pokemon.seat().index()] =
            leave.to() == Destination.DECK || attached == Destination.DECK;
      }
    }
    for (Seat seat : Seat.values()) {
      if (shuffle[seat.index()]) {
        e.shuffle(seat);
      }
    }
    return true;
  }

  // Evolving

  static boolean evolve(Engine e, Fr f, Effect.Evolve evolve) {
    int[] targets = Operations.targets(e, f, evolve.target(), "Choose a Pokémon to evolve.");
    if (targets == null) {
      return false;
    }
    Pile pile = Pile.of(evolve.from());
    int[] all = e.t.cards(f.seat, pile);
    if (targets.length == 0 || all.length == 0) {
      return true;
    }
    Pokemon target = e.t.find(targets[0]);
    if (target == null || Traits.has(e.t, target, Static.CannotEvolve.class)) {
      return true;
    }
    int[] options = Ints.NONE;
    for (int card : CardOperations.matching(e, f, all, evolve.where())) {
      boolean fits = fits(e.t, e.t.face(card), target, evolve.skip().orElse(false));
      options = fits ? Ints.with(options, card) : options;
    }
    options = CardOperations.sorted(e.t, options);
    int min = evolve.from() == Zone.DECK ? 0 : Math.min(1, options.length);
    List<Integer> chosen =
        e.ask(
            f,
            f.seat,
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
      evolve(e, f.seat, pile, chosen.getFirst(), target, false);
    }
    if (evolve.from() == Zone.DECK) {
      e.shuffle(f.seat);
    }
    return true;
  }

  static void evolve(
      Engine e, Seat seat, Pile from, int card, Pokemon target, boolean fireTriggers) {
    e.emit(new Event.Evolved(seat, from, target.serial(), e.topRef(target), e.t.ref(card)));
    Pokemon now = e.t.find(target.serial());
    if (fireTriggers && now != null) {
      Triggers.fire(e, now, trigger -> trigger instanceof Trigger.Evolves, -1);
    }
  }

  /** Whether a card evolves the Pokémon: by one stage, or over the missing stage of its line. */
  static boolean fits(Table t, Face card, Pokemon target, boolean skip) {
    if (!card.isPokemon() || card.stage == Stage.BASIC) {
      return false;
    }
    Face on = t.face(target.top());
    if (card.evolves(on)) {
      return true;
    }
    if (!skip || card.stage != Stage.STAGE_2 || on.stage != Stage.BASIC) {
      return false;
    }
    for (Face middle : t.catalog().evolutions(on)) {
      if (card.evolves(middle)) {
        return true;
      }
    }
    return false;
  }

  static boolean devolve(Engine e, Fr f, Effect.Devolve devolve) {
    int[] targets = Operations.affected(e, f, devolve.target(), "Choose a Pokémon to devolve.");
    if (targets == null) {
      return false;
    }
    for (int serial : targets) {
      Pokemon pokemon = e.t.find(serial);
      if (pokemon != null && pokemon.cardCount() > 1) {
        int card = pokemon.top();
        e.emit(
            new Event.Devolved(
                pokemon.seat(),
                serial,
                e.topRef(pokemon),
                e.t.ref(pokemon.card(pokemon.cardCount() - 2)),
                devolve.to(),
                e.refAt(card, devolve.to())));
        if (devolve.to() == Destination.DECK) {
          e.shuffle(pokemon.seat());
        }
      }
    }
    return true;
  }

  static boolean knockOut(Engine e, Fr f, Effect.KnockOut knockOut) {
    int[] targets = Operations.affected(e, f, knockOut.target(), "Choose a Pokémon.");
    if (targets == null) {
      return false;
    }
    for (int serial : targets) {
      Pokemon pokemon = e.t.find(serial);
      if (pokemon != null) {
        e.emit(new Event.Doomed(pokemon.seat(), serial, e.topRef(pokemon)));
      }
    }
    return true;
  }
}
