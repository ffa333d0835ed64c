package dev.menagerie.rules.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.menagerie.rules.TestCards;
import dev.menagerie.rules.card.Destination;
import dev.menagerie.rules.command.Command;
import dev.menagerie.rules.config.Presets;
import dev.menagerie.rules.game.Boards;
import dev.menagerie.rules.game.Chance;
import dev.menagerie.rules.game.Decision;
import dev.menagerie.rules.game.Game;
import dev.menagerie.rules.game.Playout;
import dev.menagerie.rules.state.Board;
import dev.menagerie.rules.state.BoardPokemon;
import dev.menagerie.rules.state.BoardSide;
import dev.menagerie.rules.state.GameState;
import dev.menagerie.rules.state.Pile;
import dev.menagerie.rules.state.Seat;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RedactionTest {
  private static BoardSide side(List<String> hand, List<String> deck) {
    return new BoardSide(
        Optional.of(BoardPokemon.of("plain")),
        List.of(BoardPokemon.of("mudback")),
        hand,
        deck,
        List.of(),
        List.of("plain", "swap"),
        Optional.empty(),
        List.of(),
        Optional.empty(),
        List.of(),
        Optional.empty(),
        Optional.empty());
  }

  private static GameState state(List<String> hand) {
    Board board =
        new Board(
            side(hand, List.of("potion", "swap", "e-fire", "mudback")),
            side(List.of("hook"), List.of("scout", "plain")),
            3,
            Seat.FIRST,
            Optional.empty());
    return Boards.open(board, Presets.STANDARD, TestCards.CATALOG, Playout.seed(5));
  }

  private static Decision.Accepted decide(GameState state, Command command) {
    return (Decision.Accepted) Game.decide(state, command, Chance.keyed(Playout.seed(5), 0, 1));
  }

  private static List<EventView> seen(GameState before, Decision.Accepted decision, Viewer by) {
    return Redaction.of(decision.events(), before, by);
  }

  private static final Viewer FIRST = Viewer.seat(Seat.FIRST);
  private static final Viewer SECOND = Viewer.seat(Seat.SECOND);
  private static final Viewer SPECTATOR = Viewer.spectator();

  @Test
  void aDrawnCardIsKnownToItsPlayerOnly() {
    GameState state = state(List.of());
    Decision.Accepted passed = decide(state, new Command.Pass(Seat.FIRST));
    for (Viewer viewer : List.of(FIRST, SECOND, SPECTATOR)) {
      EventView.CardDrawn drawn =
          seen(state, passed, viewer).stream()
              .filter(EventView.CardDrawn.class::isInstance)
              .map(EventView.CardDrawn.class::cast)
              .findFirst()
              .orElseThrow();
      assertThat(drawn.count()).isEqualTo(1);
      assertThat(drawn.cards().isPresent()).isEqualTo(viewer.equals(SECOND));
    }
  }

  @Test
  void theEventAndTheViewHaveTheSameId() {
    GameState state = state(List.of());
    Decision.Accepted passed = decide(state, new Command.Pass(Seat.FIRST));
    List<View.Card> hand = Views.of(passed.next(), SECOND).players().get(1).hand().orElseThrow();
    View.Card drawn =
        seen(state, passed, SECOND).stream()
            .filter(EventView.CardDrawn.class::isInstance)
            .map(event -> ((EventView.CardDrawn) event).cards().orElseThrow().getFirst())
            .findFirst()
            .orElseThrow();
    assertThat(hand).contains(drawn);
    assertThat(drawn.card()).isEqualTo("scout");
  }

  @Test
  void idsOfTheSameCardDifferByViewerAndAfterBeingHidden() {
    GameState state = state(List.of("potion"));
    int card = state.table().card(Seat.FIRST, Pile.DECK, 3);
    String first = FIRST.ids(state).card(state.table(), card);
    assertThat(SECOND.ids(state).card(state.table(), card)).isNotEqualTo(first);
    assertThat(SPECTATOR.ids(state).card(state.table(), card)).isNotEqualTo(first);
    assertThat(first).hasSize(13);
    GameState later =
        decide(decide(state, new Command.Pass(Seat.FIRST)).next(), new Command.Pass(Seat.SECOND))
            .next();
    assertThat(later.table().holds(Seat.FIRST, Pile.HAND, card)).isTrue();
    assertThat(FIRST.ids(later).card(later.table(), card)).isNotEqualTo(first);
  }

  @Test
  void lookedAtCardsAreShownToTheirViewerOnly() {
    GameState state = state(List.of("scout"));
    int scout = state.table().card(Seat.FIRST, Pile.HAND, 0);
    Decision.Accepted played = decide(state, new Command.PlayTrainer(Seat.FIRST, scout));
    assertThat(looked(state, played, FIRST).cards().orElseThrow())
        .extracting(View.Card::card)
        .containsExactly("potion", "swap", "e-fire", "mudback");
    assertThat(looked(state, played, SECOND).cards()).isEmpty();
    assertThat(looked(state, played, SPECTATOR).cards()).isEmpty();
    GameState asked = played.next();
    View.Pending own = Views.of(asked, FIRST).pending().orElseThrow();
    assertThat(own.question().orElseThrow().options()).hasSize(4);
    assertThat(Views.of(asked, SECOND).pending().orElseThrow().question()).isEmpty();
    assertThat(Views.of(asked, SPECTATOR).pending().orElseThrow().player()).isEqualTo(Seat.FIRST);
  }

  private static EventView.CardsLookedAt looked(
      GameState state, Decision.Accepted decision, Viewer viewer) {
    return seen(state, decision, viewer).stream()
        .filter(EventView.CardsLookedAt.class::isInstance)
        .map(EventView.CardsLookedAt.class::cast)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void aTakenPrizeIsShownToItsTaker() {
    BoardPokemon weak =
        new BoardPokemon(
            "plain", Optional.of(80), List.of(), List.of(), List.of(), Optional.empty(), List.of());
    BoardSide second = side(List.of(), List.of("plain"));
    Board board =
        new Board(
            side(List.of(), List.of("plain")),
            new BoardSide(
                Optional.of(weak),
                second.bench(),
                second.hand(),
                second.deck(),
                second.discard(),
                second.prizes(),
                second.points(),
                second.energyDeck(),
                second.flippedEnergy(),
                second.energyTypes(),
                second.zoneCurrent(),
                second.zoneNext()),
            3,
            Seat.FIRST,
            Optional.empty());
    GameState state = Boards.open(board, Presets.STANDARD, TestCards.CATALOG, Playout.seed(5));
    GameState asked = decide(state, new Command.Attack(Seat.FIRST, 0)).next();
    assertThat(Legal.actions(asked, Seat.FIRST))
        .containsExactly(new Action.SelectPrize(0), new Action.SelectPrize(1));
    var refused = Actions.resolve(asked, Seat.FIRST, new Action.Select("choice-1", List.of("0")));
    assertThat(refused).isInstanceOf(Actions.Resolution.Refused.class);
    Actions.Resolution.Resolved resolved =
        (Actions.Resolution.Resolved) Actions.resolve(asked, Seat.FIRST, new Action.SelectPrize(1));
    Decision.Accepted taken = decide(asked, resolved.command());
    for (Viewer viewer : List.of(FIRST, SECOND, SPECTATOR)) {
      EventView.PrizeTaken prize =
          seen(asked, taken, viewer).stream()
              .filter(EventView.PrizeTaken.class::isInstance)
              .map(EventView.PrizeTaken.class::cast)
              .findFirst()
              .orElseThrow();
      assertThat(prize.index()).isEqualTo(1);
      assertThat(prize.card().map(View.Card::card))
          .isEqualTo(viewer.equals(FIRST) ? Optional.of("swap") : Optional.empty());
    }
    assertThat(Legal.actions(taken.next(), Seat.SECOND))
        .allMatch(Action.SelectActive.class::isInstance);
  }

  @Test
  void aReturnedHandIsNotShown() {
    GameState state = state(List.of("reset", "potion"));
    int reset = state.table().card(Seat.FIRST, Pile.HAND, 0);
    Decision.Accepted played = decide(state, new Command.PlayTrainer(Seat.FIRST, reset));
    EventView.CardsMoved own = moved(state, played, FIRST, Seat.FIRST);
    assertThat(own.to()).isEqualTo(Destination.DECK);
    assertThat(own.cards().orElseThrow()).extracting(View.Card::card).containsExactly("potion");
    assertThat(moved(state, played, SECOND, Seat.FIRST).cards()).isEmpty();
    assertThat(moved(state, played, SPECTATOR, Seat.SECOND).cards()).isEmpty();
  }

  private static EventView.CardsMoved moved(
      GameState state, Decision.Accepted decision, Viewer viewer, Seat seat) {
    return seen(state, decision, viewer).stream()
        .filter(EventView.CardsMoved.class::isInstance)
        .map(EventView.CardsMoved.class::cast)
        .filter(event -> event.player() == seat && event.to() == Destination.DECK)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void secretsAreNotPrinted() {
    GameState state = state(List.of("potion"));
    assertThat(state.snapshot().toString()).doesNotContain(state.snapshot().idKey());
    assertThat(state.setting().toString()).contains("secret");
    assertThat(Playout.seed(5).toString()).doesNotContain(Playout.seed(5).hex());
    assertThat(Playout.seed(5).commitment()).isEqualTo(state.seedCommitment()).hasSize(64);
  }
}
