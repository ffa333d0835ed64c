package dev.menagerie.rules.view;

import dev.menagerie.rules.card.EnergyType;
import dev.menagerie.rules.card.SpecialCondition;
import dev.menagerie.rules.config.RulesConfig.EnergySource;
import dev.menagerie.rules.query.Attackable;
import dev.menagerie.rules.query.StateQueries;
import dev.menagerie.rules.state.CardIds;
import dev.menagerie.rules.state.GameState;
import dev.menagerie.rules.state.GameStatus;
import dev.menagerie.rules.state.PendingChoice;
import dev.menagerie.rules.state.Pile;
import dev.menagerie.rules.state.Pokemon;
import dev.menagerie.rules.state.Result;
import dev.menagerie.rules.state.Seat;
import dev.menagerie.rules.state.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reduces a state to what one viewer may know. */
public final class Views {
  private final GameState state;
  private final Table table;
  private final Viewer viewer;
  private final CardIds.OfViewer ids;
  private final Optional<Sight> before;

  private Views(GameState state, Viewer viewer, Optional<Sight> before) {
    this.before = before;
    this.state = state;
    this.table = state.table();
    this.viewer = viewer;
    this.ids = viewer.ids(state);
  }

  /** The state as a viewer may see it, with the viewer's legal actions. */
  public static View of(GameState state, Viewer viewer) {
    return of(state, viewer, WithActions.YES);
  }

  /** Whether a view lists what its viewer may do. */
  public enum WithActions {
    YES,
    NO
  }

  /** The state as a viewer may see it, with or without the viewer's legal actions. */
  public static View of(GameState state, Viewer viewer, WithActions withActions) {
    return of(state, viewer, withActions, Optional.empty());
  }

  /**
   * The same, incrementally: an unchanged part is the same object as in the earlier view.
   *
   * @param before what the same viewer saw of an earlier state of the same game; empty: the view is
   *     computed from scratch
   */
  public static View of(
      GameState state, Viewer viewer, WithActions withActions, Optional<Sight> before) {
    return new Views(state, viewer, before).view(withActions);
  }

  private View view(WithActions withActions) {
    Optional<Seat> seat = seat();
    List<Action> actions =
        seat.isPresent() && withActions == WithActions.YES
            ? Legal.actions(state, seat.get())
            : List.of();
    return new View(
        table.status(),
        seat,
        state.seedCommitment(),
        turn(),
        List.of(side(Seat.FIRST), side(Seat.SECOND)),
        table.stadium() < 0 ? Optional.empty() : Optional.of(card(table.stadium())),
        pending(),
        actions,
        seat.flatMap(this::attacks),
        state.result().flatMap(Result::winner),
        state.result().map(Result::reason));
  }

  /**
   * The attacks that a player may choose from, where they are not just those of the Active's card.
   */
  private Optional<List<View.UsableAttack>> attacks(Seat seat) {
    Pokemon active = table.active(seat);
    if (active == null || table.status() != GameStatus.ACTIVE) {
      return Optional.empty();
    }
    Attackable attackable = Attackable.of(table, active);
    if (attackable.size() == table.face(active.top()).attacks.size()) {
      return Optional.empty();
    }
    List<View.UsableAttack> attacks = new ArrayList<>(attackable.size());
    for (int i = 0; i < attackable.size(); i++) {
      attacks.add(
          new View.UsableAttack(
              attackable.face(i).definition.id(),
              attackable.place(i),
              ids.card(table, attackable.user(i).top())));
    }
    return Optional.of(List.copyOf(attacks));
  }

  private Optional<Seat> seat() {
    return switch (viewer) {
      case Viewer.Sitting(Seat seat) -> Optional.of(seat);
      case Viewer.Spectator _, Viewer.Omniscient _ -> Optional.empty();
    };
  }

  private boolean seesHandOf(Seat seat) {
    return switch (viewer) {
      case Viewer.Sitting(Seat own) -> own == seat;
      case Viewer.Spectator _ -> false;
      case Viewer.Omniscient _ -> true;
    };
  }

  private boolean isOwn(Seat seat) {
    return seat().equals(Optional.of(seat));
  }

  private Optional<View.Turn> turn() {
    if (table.turn() == 0) {
      return Optional.empty();
    }
    View.TurnPhase phase =
        switch (table.phase()) {
          case START, MAIN -> View.TurnPhase.MAIN;
          case ATTACK -> View.TurnPhase.ATTACK;
          case CHECKUP -> View.TurnPhase.CHECKUP;
        };
    return Optional.of(
        new View.Turn(
            table.turn(),
            table.turnSeat(),
            phase,
            table.counters().energyAttached(),
            table.counters().supporters(),
            table.counters().stadiums(),
            table.counters().retreats()));
  }

  private View.Side side(Seat seat) {
    boolean shown = table.revealed() || seesHandOf(seat);
    List<Optional<View.Card>> prizes = new ArrayList<>();
    for (int i = 0; i < table.count(seat, Pile.PRIZES); i++) {
      prizes.add(Optional.empty());
    }
    Pokemon active = table.active(seat);
    return new View.Side(
        seat,
        table.timeouts(seat),
        absence(seat),
        table.points(seat),
        state.prizesRemaining(seat),
        seesHandOf(seat) ? Optional.of(cards(seat, Pile.HAND)) : Optional.empty(),
        table.count(seat, Pile.HAND),
        table.count(seat, Pile.DECK),
        cards(seat, Pile.DISCARD),
        List.copyOf(prizes),
        energyZone(seat),
        active == null || !shown ? Optional.empty() : Optional.of(inPlay(seat, active)),
        shown ? bench(seat) : List.of());
  }

  private Optional<View.Absence> absence(Seat seat) {
    if (!table.isAway(seat)) {
      return Optional.empty();
    }
    return Optional.of(table.isGone(seat) ? View.Absence.GONE : View.Absence.AWAY);
  }

  private List<View.Card> cards(Seat seat, Pile pile) {
    return before
        .flatMap(sight -> sight.cards(table, seat, pile))
        .orElseGet(() -> newCards(seat, pile));
  }

  private List<View.Card> newCards(Seat seat, Pile pile) {
    List<View.Card> cards = new ArrayList<>(table.count(seat, pile));
    for (int i = 0; i < table.count(seat, pile); i++) {
      cards.add(card(table.card(seat, pile, i)));
    }
    return List.copyOf(cards);
  }

  private View.Card card(int instance) {
    return new View.Card(ids.card(table, instance), table.face(instance).definition.id());
  }

  private Optional<View.EnergyZone> energyZone(Seat seat) {
    EnergySource source = state.rules().energy().source();
    return switch (source) {
      case HAND -> Optional.empty();
      case ZONE -> Optional.of(new View.EnergyZone(table.zoneNow(seat), table.zoneNext(seat)));
      case ENERGY_DECK -> {
        Optional<EnergyType> flipped =
            table.count(seat, Pile.FLIPPED) == 0
                ? Optional.empty()
                : firstType(table.card(seat, Pile.FLIPPED, 0));
        yield Optional.of(new View.EnergyZone(flipped, Optional.empty()));
      }
    };
  }

  private Optional<EnergyType> firstType(int card) {
    int[] units = table.face(card).units;
    return units.length == 0
        ? Optional.empty()
        : Optional.of(EnergyType.of(Integer.numberOfTrailingZeros(units[0])));
  }

  private List<View.InPlay> bench(Seat seat) {
    List<View.InPlay> bench = new ArrayList<>(table.benchCount(seat));
    for (int i = 0; i < table.benchCount(seat); i++) {
      bench.add(inPlay(seat, table.benched(seat, i)));
    }
    List<View.InPlay> now = List.copyOf(bench);
    return before.map(sight -> sight.bench(seat, now)).orElse(now);
  }

  private View.InPlay inPlay(Seat seat, Pokemon pokemon) {
    int maxHp = StateQueries.maxHp(state, pokemon);
    boolean canEvolve =
        table.status() == GameStatus.ACTIVE && StateQueries.mayEvolve(state, pokemon);
    return before
        .flatMap(sight -> sight.inPlay(table, seat, pokemon))
        .filter(was -> was.hp() == maxHp && was.canEvolve() == canEvolve)
        .orElseGet(() -> newInPlay(pokemon, maxHp, canEvolve));
  }

  private View.InPlay newInPlay(Pokemon pokemon, int maxHp, boolean canEvolve) {
    List<View.Card> energy = new ArrayList<>(pokemon.energyCount());
    for (int i = 0; i < pokemon.energyCount(); i++) {
      energy.add(card(pokemon.energy(i)));
    }
    List<View.Card> tools = new ArrayList<>(pokemon.toolCount());
    for (int i = 0; i < pokemon.toolCount(); i++) {
      tools.add(card(pokemon.tool(i)));
    }
    List<View.Card> under = new ArrayList<>(pokemon.cardCount() - 1);
    for (int i = 0; i < pokemon.cardCount() - 1; i++) {
      under.add(card(pokemon.card(i)));
    }
    List<SpecialCondition> conditions = new ArrayList<>(2);
    for (SpecialCondition condition : SpecialCondition.values()) {
      if (pokemon.has(condition)) {
        conditions.add(condition);
      }
    }
    return new View.InPlay(
        ids.card(table, pokemon.top()),
        table.face(pokemon.top()).definition.id(),
        pokemon.damage(),
        maxHp,
        List.copyOf(energy),
        List.copyOf(tools),
        List.copyOf(under),
        List.copyOf(conditions),
        canEvolve);
  }

  private Optional<View.Pending> pending() {
    PendingChoice pending = table.pending();
    if (pending == null) {
      return Optional.empty();
    }
    Optional<View.Question> question =
        isOwn(pending.seat()) ? Optional.of(Questions.of(table, ids, pending)) : Optional.empty();
    return Optional.of(new View.Pending(pending.seat(), question));
  }
}
