package dev.menagerie.rules.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.menagerie.rules.TestCards;
import dev.menagerie.rules.card.Destination;
import dev.menagerie.rules.card.Zone;
import dev.menagerie.rules.config.Presets;
import dev.menagerie.rules.game.Chance;
import dev.menagerie.rules.game.Game;
import dev.menagerie.rules.game.GameSetup;
import dev.menagerie.rules.game.Playout;
import dev.menagerie.rules.state.Event;
import dev.menagerie.rules.state.GameState;
import dev.menagerie.rules.state.LastingEffect;
import dev.menagerie.rules.state.Phase;
import dev.menagerie.rules.state.Pile;
import dev.menagerie.rules.state.Ref;
import dev.menagerie.rules.state.Seat;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One event at a time: what each viewer gets. */
class RedactedEventsTest {
  private static final Viewer FIRST = Viewer.seat(Seat.FIRST);
  private static final Viewer SECOND = Viewer.seat(Seat.SECOND);

  private static final GameState STATE =
      Game.open(
              new GameSetup(
                  Presets.STANDARD,
                  TestCards.CATALOG,
                  TestCards.standardDeck(),
                  TestCards.standardDeck(),
                  Playout.seed(3)),
              Chance.keyed(Playout.seed(3), 0, 0))
          .next();

  /** A card of the first player, as it was and as it is called after a move. */
  private static final int OLD = Ref.of(0, 4);

  private static final int NEW = Ref.of(0, 5);

  private static List<EventView> told(Viewer viewer, Event... events) {
    return Redaction.of(List.of(events), STATE, viewer);
  }

  private static String id(Viewer viewer, int ref) {
    return viewer.ids(STATE).ref(ref);
  }

  private static View.Card card(Viewer viewer, int ref) {
    return new View.Card(id(viewer, ref), name(ref));
  }

  private static String name(int ref) {
    return STATE.table().face(Ref.instance(ref)).definition.id();
  }

  /** A card of the first player moves: its mover, openly or not, and what each of the two sees. */
  @ParameterizedTest
  @CsvSource({
    "DECK, HAND, FIRST, false, true, false",
    "DECK, HAND, FIRST, true, true, true",
    "DECK, DISCARD, FIRST, true, true, true",
    "DECK, DECK_BOTTOM, FIRST, false, true, false",
    "DECK, DECK_BOTTOM, SECOND, false, false, true",
    "DECK, DECK_TOP, SECOND, false, false, true",
    "HAND, DECK, FIRST, false, true, false",
    "HAND, DECK, SECOND, false, true, false",
    "HAND, DISCARD, SECOND, true, true, true",
    "DISCARD, HAND, FIRST, true, true, true",
    "PRIZES, DECK, FIRST, false, false, false",
    "PRIZES, HAND, FIRST, false, true, false",
    "PRIZES, HAND, SECOND, false, true, false",
    "ENERGY_DECK, DECK, FIRST, false, false, false",
  })
  void aMovedCardIsShownToViewersWhoMayKnowIt(
      Pile from, Destination to, Seat by, boolean shown, boolean own, boolean others) {
    var moved = new Event.CardsMoved(Seat.FIRST, from, to, List.of(OLD), List.of(NEW), shown, by);
    // The owner of the hand knows the card by its name there.
    int seen = to == Destination.HAND ? NEW : OLD;
    assertThat(told(FIRST, moved)).containsExactly(view(from, to, own, card(FIRST, seen)));
    assertThat(told(SECOND, moved)).containsExactly(view(from, to, others, card(SECOND, OLD)));
    View.Card open = card(Viewer.spectator(), OLD);
    assertThat(told(Viewer.spectator(), moved)).containsExactly(view(from, to, shown, open));
  }

  private static EventView view(Pile from, Destination to, boolean known, View.Card card) {
    return new EventView.CardsMoved(
        Seat.FIRST,
        Optional.of(Zone.valueOf(from.name())),
        to,
        1,
        known ? Optional.of(List.of(card)) : Optional.empty());
  }

  @Test
  void energyOutOfNothingHasANameFromThenOn() {
    int instance = STATE.table().instances();
    int fire = STATE.table().cards().numberOf("e-fire");
    int made = Ref.of(instance, 0);
    var events =
        told(
            SECOND,
            new Event.EnergyGenerated(Seat.FIRST, instance, fire, 1, OLD, true),
            new Event.Detached(Seat.FIRST, 1, OLD, made, Destination.DISCARD, made));
    View.Card energy = new View.Card(id(SECOND, made), "e-fire");
    assertThat(events)
        .containsExactly(
            new EventView.EnergyAttached(Seat.FIRST, energy, id(SECOND, OLD)),
            new EventView.CardsMoved(
                Seat.FIRST,
                Optional.empty(),
                Destination.DISCARD,
                1,
                Optional.of(List.of(energy))));
  }

  @Test
  void aPokemonLeavesPlayByKnockOutOrToAZone() {
    assertThat(told(SECOND, left(Destination.DISCARD, true)))
        .containsExactly(new EventView.KnockedOut(Seat.FIRST, id(SECOND, OLD)));
    assertThat(told(SECOND, left(Destination.HAND, false)))
        .containsExactly(
            new EventView.CardsMoved(
                Seat.FIRST,
                Optional.empty(),
                Destination.HAND,
                1,
                Optional.of(List.of(card(SECOND, OLD)))));
  }

  private static Event left(Destination to, boolean knockedOut) {
    return new Event.LeftPlay(Seat.FIRST, 1, OLD, to, Destination.DISCARD, knockedOut, false);
  }

  @Test
  void aMoveToAnEmptySpotReplacesNoPokemon() {
    assertThat(told(FIRST, new Event.ActiveChanged(Seat.FIRST, 2, NEW, -1, -1)))
        .containsExactly(new EventView.ActiveChanged(Seat.FIRST, id(FIRST, NEW), Optional.empty()));
    assertThat(told(FIRST, new Event.ActiveChanged(Seat.FIRST, 2, NEW, 1, OLD)))
        .containsExactly(
            new EventView.ActiveChanged(Seat.FIRST, id(FIRST, NEW), Optional.of(id(FIRST, OLD))));
  }

  @Test
  void anEffectIsThatOfAPokemonOrOfAPlayer() {
    assertThat(told(FIRST, new Event.EffectBegan(lasting(1), OLD, "cannot retreat")))
        .containsExactly(
            new EventView.EffectBegan(
                Optional.of(id(FIRST, OLD)), Optional.empty(), "cannot retreat"));
    assertThat(told(FIRST, new Event.EffectBegan(lasting(-2), -1, "no supporters")))
        .containsExactly(
            new EventView.EffectBegan(Optional.empty(), Optional.of(Seat.SECOND), "no supporters"));
  }

  private static LastingEffect lasting(int target) {
    return new LastingEffect(0, 0, 0, 0, 1, target, 0, 1, 2, false);
  }

  @Test
  void onlyTheCheckupPhaseIsSent() {
    assertThat(told(FIRST, new Event.PhaseBegan(Phase.CHECKUP)))
        .containsExactly(new EventView.CheckupStarted());
    assertThat(
            told(
                FIRST,
                new Event.PhaseBegan(Phase.START),
                new Event.PhaseBegan(Phase.MAIN),
                new Event.PhaseBegan(Phase.ATTACK)))
        .isEmpty();
  }

  @Test
  void aPlacedPokemonIsItsPlayersSecretUntilItIsTurnedUp() {
    var placed = new Event.Placed(Seat.FIRST, OLD, 1, true);
    assertThat(told(FIRST, placed))
        .containsExactly(
            new EventView.PokemonPlaced(Seat.FIRST, Optional.of(card(FIRST, OLD)), true));
    assertThat(told(SECOND, placed))
        .containsExactly(new EventView.PokemonPlaced(Seat.FIRST, Optional.empty(), true));
    assertThat(told(SECOND, new Event.Revealed(Seat.FIRST, OLD, List.of())))
        .containsExactly(new EventView.PokemonRevealed(Seat.FIRST, card(SECOND, OLD), List.of()));
  }

  @Test
  void namesDifferByViewer() {
    assertThat(
            List.of(
                id(FIRST, OLD),
                id(SECOND, OLD),
                id(Viewer.spectator(), OLD),
                id(Viewer.omniscient(), OLD)))
        .doesNotHaveDuplicates();
  }
}
