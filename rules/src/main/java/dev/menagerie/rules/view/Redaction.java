package dev.menagerie.rules.view;

import dev.menagerie.rules.card.Destination;
import dev.menagerie.rules.card.Zone;
import dev.menagerie.rules.state.CardIds;
import dev.menagerie.rules.state.Event;
import dev.menagerie.rules.state.GameState;
import dev.menagerie.rules.state.Pile;
import dev.menagerie.rules.state.Ref;
import dev.menagerie.rules.state.Seat;
import dev.menagerie.rules.state.Table;
import dev.menagerie.rules.view.View.Card;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reduces events to what a viewer may know. Depends on the event and the viewer only. */
public final class Redaction {
  private final Table before;
  private final List<Event> events;
  private final Viewer viewer;
  private final CardIds.OfViewer ids;

  private Redaction(List<Event> events, GameState before, Viewer viewer) {
    this.before = before.table();
    this.events = events;
    this.viewer = viewer;
    this.ids = viewer.ids(before);
  }

  /**
   * The events of one command.
   *
   * @param before the state they happened to, for which card is which
   */
  public static List<EventView> of(List<Event> events, GameState before, Viewer viewer) {
    Redaction redaction = new Redaction(events, before, viewer);
    List<EventView> views = new ArrayList<>(events.size());
    for (Event event : events) {
      EventView view = redaction.view(event);
      if (view != null) {
        views.add(view);
      }
    }
    return List.copyOf(views);
  }

  private @Nullable EventView view(Event event) {
    return switch (event) {
      case Event.FirstFlipped e -> new EventView.FirstPlayerFlipped(e.seat());
      case Event.FirstChosen e -> new EventView.FirstPlayerChosen(e.seat());
      case Event.MulliganTaken e -> new EventView.MulliganTaken(e.seat(), cards(e.cards()));
      case Event.PlacingBegan _ -> null;
      case Event.Placed e ->
          new EventView.PokemonPlaced(e.seat(), when(is(e.seat()), card(e.card())), e.active());
      case Event.PrizesSet e -> new EventView.PrizesSet(e.seat(), e.cards().size());
      case Event.Revealed e ->
          new EventView.PokemonRevealed(e.seat(), card(e.active()), cards(e.bench()));
      case Event.GameBegan _ -> null;
      case Event.SuddenDeathBegan e -> new EventView.SuddenDeathStarted(e.number());
      case Event.TurnBegan e -> new EventView.TurnStarted(e.seat(), e.number());
      case Event.PhaseBegan e ->
          switch (e.phase()) {
            case CHECKUP -> new EventView.CheckupStarted();
            case START, MAIN, ATTACK -> null;
          };
      case Event.TurnEnded e -> new EventView.TurnEnded(e.seat(), e.number());
      case Event.DeckShuffled e -> new EventView.DeckShuffled(e.seat());
      case Event.CardsDrawn e ->
          new EventView.CardDrawn(e.seat(), e.cards().size(), when(is(e.seat()), cards(e.cards())));
      case Event.CardsMoved e -> moved(e);
      case Event.CardsRevealed e ->
          new EventView.CardsRevealed(e.seat(), zone(e.from()), cards(e.cards()));
      case Event.CardsLookedAt e ->
          new EventView.CardsLookedAt(e.by(), e.cards().size(), when(is(e.by()), cards(e.cards())));
      case Event.PrizeTaken e ->
          new EventView.PrizeTaken(e.seat(), e.index(), when(is(e.seat()), card(e.card())));
      case Event.PointsScored e -> new EventView.PointsScored(e.seat(), e.points());
      case Event.PokemonPlayed e -> new EventView.PokemonPlayed(e.seat(), card(e.card()));
      case Event.PokemonBenched e -> new EventView.PokemonBenched(e.seat(), card(e.card()));
      case Event.Evolved e ->
          new EventView.PokemonEvolved(e.seat(), ids.ref(e.before()), card(e.card()));
      case Event.Devolved e ->
          new EventView.PokemonDevolved(e.seat(), ids.ref(e.before()), card(e.card()));
      case Event.LeftPlay e -> leftPlay(e);
      case Event.ActiveChanged e ->
          new EventView.ActiveChanged(
              e.seat(),
              ids.ref(e.card()),
              e.former() < 0 ? Optional.empty() : Optional.of(ids.ref(e.formerCard())));
      case Event.Retreated e -> new EventView.Retreated(e.seat(), ids.ref(e.card()));
      case Event.Doomed _, Event.CommandCounted _ -> null;
      case Event.EnergyAttached e ->
          new EventView.EnergyAttached(e.seat(), card(e.card()), ids.ref(e.target()));
      case Event.EnergyGenerated e ->
          new EventView.EnergyAttached(e.seat(), generated(e), ids.ref(e.target()));
      case Event.ZoneTurned e -> new EventView.EnergyZoneChanged(e.seat(), e.current(), e.next());
      case Event.EnergyFlipped e ->
          new EventView.CardsRevealed(
              e.seat(), Optional.of(Zone.ENERGY_DECK), List.of(card(e.card())));
      case Event.EnergyMoved e ->
          new EventView.EnergyMoved(
              e.seat(), card(e.card()), ids.ref(e.fromCard()), ids.ref(e.toCard()));
      case Event.ToolAttached e ->
          new EventView.ToolAttached(e.seat(), card(e.card()), ids.ref(e.target()));
      case Event.Detached e ->
          new EventView.CardsMoved(
              e.seat(), Optional.empty(), e.to(), 1, Optional.of(List.of(card(e.card()))));
      case Event.TrainerPlayed e -> new EventView.TrainerPlayed(e.seat(), card(e.card()));
      case Event.StadiumPlayed e -> new EventView.StadiumPlayed(e.seat(), card(e.card()));
      case Event.StadiumLeft e ->
          new EventView.CardsMoved(
              e.seat(),
              Optional.empty(),
              Destination.DISCARD,
              1,
              Optional.of(List.of(card(e.card()))));
      case Event.AbilityUsed e -> new EventView.AbilityUsed(e.seat(), ids.ref(e.card()), e.name());
      case Event.AttackUsed e -> new EventView.AttackUsed(e.seat(), ids.ref(e.card()), e.name());
      case Event.AttackFailed e -> new EventView.AttackFailed(e.seat(), ids.ref(e.card()));
      case Event.CoinFlipped e -> new EventView.CoinFlipped(e.seat(), e.heads());
      case Event.DamageDealt e ->
          new EventView.DamageDealt(ids.ref(e.card()), e.amount(), e.byAttack());
      case Event.CountersPlaced e -> new EventView.CountersPlaced(ids.ref(e.card()), e.counters());
      case Event.Healed e -> new EventView.DamageHealed(ids.ref(e.card()), e.amount());
      case Event.ConditionApplied e ->
          new EventView.ConditionApplied(ids.ref(e.card()), e.condition());
      case Event.ConditionEnded e -> new EventView.ConditionEnded(ids.ref(e.card()), e.condition());
      case Event.EffectBegan e ->
          new EventView.EffectBegan(
              e.target() < 0 ? Optional.empty() : Optional.of(ids.ref(e.target())),
              e.lasting().isOnPlayer()
                  ? Optional.of(Seat.of(-1 - e.lasting().target()))
                  : Optional.empty(),
              e.effect());
      case Event.EffectDelayed _, Event.DelayedCame _, Event.Allowed _ -> null;
      case Event.ChoiceMade e -> new EventView.ChoiceMade(e.seat());
      case Event.ControlChanged e ->
          e.pending()
              .<EventView>map(pending -> new EventView.ChoiceRequested(pending.seat()))
              .orElse(null);
      case Event.ClockChanged _, Event.TurnExpired _ -> null;
      case Event.TimedOut e -> new EventView.TimedOut(e.seat(), e.used());
      case Event.GraceGranted e -> new EventView.GraceGranted(e.seat());
      case Event.PlayerLeft e -> new EventView.PlayerLeft(e.seat());
      case Event.PlayerReturned e -> new EventView.PlayerReturned(e.seat());
      case Event.ClaimOpened e -> new EventView.ClaimOpened(e.seat());
      case Event.GameEnded e -> new EventView.GameEnded(e.winner(), e.reason());
    };
  }

  private boolean is(Seat seat) {
    return switch (viewer) {
      case Viewer.Sitting(Seat own) -> own == seat;
      case Viewer.Spectator _ -> false;
      case Viewer.Omniscient _ -> true;
    };
  }

  private static <T> Optional<T> when(boolean known, T fact) {
    return known ? Optional.of(fact) : Optional.empty();
  }

  private Card card(int ref) {
    return new Card(ids.ref(ref), name(Ref.instance(ref)));
  }

  private List<Card> cards(List<Integer> refs) {
    List<Card> cards = new ArrayList<>(refs.size());
    for (int ref : refs) {
      cards.add(card(ref));
    }
    return List.copyOf(cards);
  }

  /** Cards made within these events are not on the table before them. */
  private String name(int instance) {
    if (instance < before.instances()) {
      return before.face(instance).definition.id();
    }
    for (Event event : events) {
      if (event instanceof Event.EnergyGenerated made && made.instance() == instance) {
        return before.cards().face(made.definition()).definition.id();
      }
    }
    throw new IllegalStateException("an event about a card that is not there");
  }

  private Card generated(Event.EnergyGenerated e) {
    return new Card(ids.ref(e.instance()), before.cards().face(e.definition()).definition.id());
  }

  private EventView leftPlay(Event.LeftPlay e) {
    if (e.knockedOut()) {
      return new EventView.KnockedOut(e.seat(), ids.ref(e.card()));
    }
    return new EventView.CardsMoved(
        e.seat(), Optional.empty(), e.to(), 1, Optional.of(List.of(card(e.card()))));
  }

  /**
   * A viewer who sees a card move gets its new name if the new place hides it from others, else its
   * old one.
   */
  private EventView moved(Event.CardsMoved e) {
    boolean faceDown = e.from() == Pile.PRIZES || e.from() == Pile.ENERGY_DECK;
    boolean ownHand = e.from() == Pile.HAND || e.to() == Destination.HAND;
    boolean known =
        e.shown()
            || (!faceDown && is(e.by()) && e.from() == Pile.DECK)
            || (ownHand && is(e.seat()));
    boolean intoHand = e.to() == Destination.HAND && is(e.seat());
    return new EventView.CardsMoved(
        e.seat(),
        zone(e.from()),
        e.to(),
        e.before().size(),
        when(known, cards(intoHand ? e.after() : e.before())));
  }

  private static Optional<Zone> zone(Pile pile) {
    return switch (pile) {
      case DECK -> Optional.of(Zone.DECK);
      case HAND -> Optional.of(Zone.HAND);
      case DISCARD -> Optional.of(Zone.DISCARD);
      case PRIZES -> Optional.of(Zone.PRIZES);
      case ENERGY_DECK -> Optional.of(Zone.ENERGY_DECK);
      case PLAYING, FLIPPED -> Optional.empty();
    };
  }
}
