package dev.menagerie.bots.laws;

import dev.menagerie.rules.card.Destination;
import dev.menagerie.rules.state.Event;
import dev.menagerie.rules.state.PendingChoice;
import dev.menagerie.rules.state.Pile;
import dev.menagerie.rules.state.Ref;
import dev.menagerie.rules.state.Seat;
import dev.menagerie.rules.state.Table;
import dev.menagerie.rules.view.Viewer;
import java.util.List;
import java.util.Optional;

/**
 * The hidden cards that the rules themselves disclose to a viewer, by instance. Twins that disclose
 * different cards may differ from then on.
 */
final class Disclosures {
  private final Viewer viewer;

  Disclosures(Viewer viewer) {
    this.viewer = viewer;
  }

  /** Cards the viewer gets to know by the event; empty: none. */
  Optional<List<Integer>> of(Event event) {
    return switch (event) {
      case Event.CardsRevealed e -> from(e.seat(), e.from(), e.cards());
      case Event.CardsLookedAt e when is(e.by()) -> from(e.of(), e.from(), e.cards());
      case Event.CardsMoved e when isSeen(e) -> from(e.seat(), e.from(), e.before());
      case Event.CardsDrawn e when is(e.seat()) -> from(e.seat(), Pile.DECK, e.cards());
      case Event.PrizeTaken e when is(e.seat()) -> one(e.card());
      // The order is hidden, but the cards that the viewer will draw come from it.
      case Event.DeckShuffled e when is(e.seat()) -> Optional.of(e.order());
      case Event.MulliganTaken e -> from(e.seat(), Pile.HAND, e.cards());
      case Event.PokemonPlayed e -> from(e.seat(), Pile.HAND, List.of(e.card()));
      case Event.PokemonBenched e -> from(e.seat(), e.from(), List.of(e.card()));
      case Event.Evolved e -> from(e.seat(), e.from(), List.of(e.card()));
      case Event.EnergyAttached e -> from(e.seat(), e.from(), List.of(e.card()));
      case Event.ToolAttached e -> from(e.seat(), Pile.HAND, List.of(e.card()));
      case Event.TrainerPlayed e -> from(e.seat(), Pile.HAND, List.of(e.card()));
      case Event.StadiumPlayed e -> from(e.seat(), Pile.HAND, List.of(e.card()));
      // Everything is shuffled for the new game.
      case Event.SuddenDeathBegan _ -> Optional.of(List.of());
      // Whatever else comes to light would be a leak, an event that is yet to be invented included.
      default -> Optional.empty();
    };
  }

  /** Hidden cards a question to the viewer shows. */
  Optional<List<Integer>> of(Table t) {
    PendingChoice pending = t.pending();
    if (pending == null || !is(pending.seat())) {
      return Optional.empty();
    }
    return switch (pending.kind()) {
      case CARDS, ENERGY -> {
        List<Integer> shown =
            pending.options().stream().filter(card -> liesHidden(t, card)).toList();
        yield shown.isEmpty() ? Optional.empty() : Optional.of(shown);
      }
      case GO_FIRST,
          EXTRA_CARDS,
          SELECT_ACTIVE,
          SELECT_PRIZE,
          POKEMON,
          YES_NO,
          OPTION,
          ATTACK,
          TRIGGER ->
          Optional.empty();
    };
  }

  private boolean liesHidden(Table t, int card) {
    Seat owner = t.owner(card);
    for (Pile pile : Pile.values()) {
      if (isHidden(owner, pile) && t.holds(owner, pile, card)) {
        return true;
      }
    }
    return false;
  }

  private boolean is(Seat seat) {
    return viewer.equals(Viewer.seat(seat));
  }

  /** Shown to all, brought to where all see it, or seen by the viewer alone. */
  private boolean isSeen(Event.CardsMoved e) {
    boolean open =
        switch (e.to()) {
          case DISCARD, BENCH -> true;
          case HAND, DECK, DECK_TOP, DECK_BOTTOM -> false;
        };
    return e.shown()
        || open
        || (is(e.by()) && e.from() == Pile.DECK)
        || (is(e.seat()) && e.to() == Destination.HAND);
  }

  private Optional<List<Integer>> one(int card) {
    return Optional.of(List.of(Ref.instance(card)));
  }

  private Optional<List<Integer>> from(Seat seat, Pile pile, List<Integer> refs) {
    return isHidden(seat, pile) ? Optional.of(Twins.instances(refs)) : Optional.empty();
  }

  private boolean isHidden(Seat seat, Pile pile) {
    return switch (pile) {
      case DECK, PRIZES -> true;
      case HAND -> !is(seat);
      case DISCARD, PLAYING, FLIPPED, ENERGY_DECK -> false;
    };
  }
}
