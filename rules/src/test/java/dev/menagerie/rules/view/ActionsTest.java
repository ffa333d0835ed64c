package dev.menagerie.rules.view;

import static dev.menagerie.rules.TestCards.none;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.menagerie.rules.TestCards;
import dev.menagerie.rules.card.Ability;
import dev.menagerie.rules.card.CardDefinition;
import dev.menagerie.rules.card.Catalog;
import dev.menagerie.rules.card.Effect;
import dev.menagerie.rules.card.EnergyType;
import dev.menagerie.rules.card.TrainerKind;
import dev.menagerie.rules.command.Command;
import dev.menagerie.rules.command.Moves;
import dev.menagerie.rules.command.Rejection;
import dev.menagerie.rules.config.Presets;
import dev.menagerie.rules.config.RulesConfig;
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
import dev.menagerie.rules.state.Pokemon;
import dev.menagerie.rules.state.Seat;
import dev.menagerie.rules.state.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** An action resolves to the command that it was listed for; all others are refused. */
class ActionsTest {
  private static final String UNKNOWN = "aaaaaaaaaaaaa";

  private static BoardSide side(List<String> hand) {
    return new BoardSide(
        Optional.of(BoardPokemon.of("sparkling", "e-fire", "e-double")),
        List.of(BoardPokemon.of("mudback"), BoardPokemon.of("plain")),
        hand,
        List.of("plain", "plain", "plain", "plain"),
        List.of(),
        List.of("plain", "swap"),
        Optional.empty(),
        List.of("e-fire"),
        Optional.of("e-water"),
        List.of(EnergyType.FIRE),
        Optional.of(EnergyType.FIRE),
        Optional.of(EnergyType.FIRE));
  }

  private static GameState state(RulesConfig rules, String... hand) {
    List<CardDefinition> cards = new ArrayList<>(TestCards.definitions());
    cards.add(
        TestCards.trainer(
            "well",
            TrainerKind.STADIUM,
            List.of(),
            List.of(
                new Ability.Activated(
                    "water",
                    none(),
                    none(),
                    none(),
                    List.of(new Effect.Draw(TestCards.n(1), none()))))));
    cards.add(
        TestCards.trainer(
            "greed",
            TrainerKind.ITEM,
            List.of(new Effect.TakePrizes(TestCards.n(1), none())),
            List.of()));
    Board board =
        new Board(
            side(List.of(hand)),
            side(List.of("potion")),
            3,
            Seat.FIRST,
            Optional.of(new Board.Stadium("well", Seat.SECOND)));
    return Boards.open(board, rules, Catalog.of("test", cards), Playout.seed(5));
  }

  private static GameState standard(String... hand) {
    return state(Presets.STANDARD, hand);
  }

  private static GameState after(GameState state, Command command) {
    Chance chance = Chance.keyed(Playout.seed(5), 0, 1);
    return ((Decision.Accepted) Game.decide(state, command, chance)).next();
  }

  private static Actions.Resolution resolve(GameState state, Action action) {
    return Actions.resolve(state, Seat.FIRST, action);
  }

  private static void refused(GameState state, Action action, Class<? extends Rejection> why) {
    assertThat(resolve(state, action))
        .as("%s", action)
        .isInstanceOfSatisfying(
            Actions.Resolution.Refused.class,
            refusal -> assertThat(refusal.reason()).isInstanceOf(why));
  }

  private static String card(GameState state, int instance) {
    return Viewer.seat(Seat.FIRST).ids(state).card(state.table(), instance);
  }

  private static String inHand(GameState state, int place) {
    return card(state, state.table().card(Seat.FIRST, Pile.HAND, place));
  }

  private static Pokemon active(GameState state) {
    return Objects.requireNonNull(state.table().active(Seat.FIRST));
  }

  private static void everyListedOneMeansItsCommand(GameState state, int atLeast) {
    List<Command> meant = new ArrayList<>();
    for (Action action : Legal.actions(state, Seat.FIRST)) {
      assertThat(resolve(state, action)).isInstanceOf(Actions.Resolution.Resolved.class);
      meant.add(((Actions.Resolution.Resolved) resolve(state, action)).command());
    }
    assertThat(meant).isEqualTo(Moves.of(state)).hasSizeGreaterThanOrEqualTo(atLeast);
  }

  @Test
  void everyListedActionMeansItsCommand() {
    String[] hand = {"mudlord", "plain", "e-fire", "potion", "cape", "hook", "meadow"};
    everyListedOneMeansItsCommand(standard(hand), 14);
    everyListedOneMeansItsCommand(state(Presets.POCKET, hand), 12);
    everyListedOneMeansItsCommand(state(Presets.HOUSE, hand), 12);
  }

  @Test
  void everyAnswerToAChoiceMeansItsOption() {
    GameState swap = standard("swap");
    int card = swap.table().card(Seat.FIRST, Pile.HAND, 0);
    everyListedOneMeansItsCommand(after(swap, new Command.PlayTrainer(Seat.FIRST, card)), 2);
    GameState look = standard("scout");
    int scout = look.table().card(Seat.FIRST, Pile.HAND, 0);
    everyListedOneMeansItsCommand(after(look, new Command.PlayTrainer(Seat.FIRST, scout)), 1);
  }

  @Test
  void aRetreatIsPaidByEnergyOnTheActive() {
    GameState state = standard();
    Table t = state.table();
    for (int place = 0; place < 2; place++) {
      List<Integer> paid = List.of(active(state).energy(place));
      int serial = t.benched(Seat.FIRST, place).serial();
      var command = new Command.RetreatPaying(Seat.FIRST, serial, paid);
      assertThat(resolve(state, Legal.action(state, command)))
          .isEqualTo(new Actions.Resolution.Resolved(command));
    }
    String bench = card(state, t.benched(Seat.FIRST, 0).top());
    refused(
        state,
        new Action.Retreat(bench, Optional.of(List.of(UNKNOWN))),
        Rejection.NoSuchCard.class);
    refused(
        state, new Action.Retreat(UNKNOWN, Optional.of(List.of())), Rejection.NoSuchTarget.class);
    refused(state, new Action.Retreat(UNKNOWN, Optional.empty()), Rejection.NoSuchTarget.class);
  }

  @Test
  void energyComesFromACardOrFromTheZone() {
    GameState state = standard("e-fire");
    String energy = inHand(state, 0);
    String target = card(state, active(state).top());
    Optional<Action.EnergyOrigin> zone = Optional.of(Action.EnergyOrigin.ZONE);
    refused(
        state,
        new Action.AttachEnergy(Optional.of(energy), zone, target),
        Rejection.WrongEnergySource.class);
    refused(
        state,
        new Action.AttachEnergy(Optional.empty(), Optional.empty(), target),
        Rejection.WrongEnergySource.class);
    refused(
        state,
        new Action.AttachEnergy(Optional.of(UNKNOWN), Optional.empty(), target),
        Rejection.NoSuchCard.class);
    refused(
        state,
        new Action.AttachEnergy(Optional.of(energy), Optional.empty(), UNKNOWN),
        Rejection.NoSuchTarget.class);
    refused(
        state,
        new Action.AttachEnergy(Optional.empty(), zone, UNKNOWN),
        Rejection.NoSuchTarget.class);
  }

  @Test
  void onlyAToolHasATarget() {
    GameState state = standard("cape", "potion", "plain");
    String target = card(state, active(state).top());
    refused(
        state,
        new Action.PlayTrainer(inHand(state, 0), Optional.empty()),
        Rejection.NoSuchTarget.class);
    refused(
        state,
        new Action.PlayTrainer(inHand(state, 0), Optional.of(UNKNOWN)),
        Rejection.NoSuchTarget.class);
    refused(
        state,
        new Action.PlayTrainer(inHand(state, 1), Optional.of(target)),
        Rejection.NoSuchTarget.class);
    int plain = state.table().card(Seat.FIRST, Pile.HAND, 2);
    assertThat(resolve(state, new Action.PlayTrainer(inHand(state, 2), Optional.of(target))))
        .isEqualTo(new Actions.Resolution.Resolved(new Command.PlayTrainer(Seat.FIRST, plain)));
  }

  @Test
  void anAbilityIsThatOfAPokemonOrTheStadium() {
    GameState state = standard();
    String stadium = card(state, state.table().stadium());
    assertThat(resolve(state, new Action.UseAbility(stadium, 0)))
        .isEqualTo(
            new Actions.Resolution.Resolved(
                new Command.UseAbility(Seat.FIRST, Command.STADIUM, 0)));
    assertThat(resolve(state, new Action.UseAbility(card(state, active(state).top()), 1)))
        .isEqualTo(
            new Actions.Resolution.Resolved(
                new Command.UseAbility(Seat.FIRST, active(state).serial(), 1)));
    assertThat(Legal.actions(state, Seat.FIRST)).contains(new Action.UseAbility(stadium, 0));
    refused(state, new Action.UseAbility(UNKNOWN, 0), Rejection.NoSuchTarget.class);
  }

  @Test
  void anAnswerNamesTheChoiceThatWaits() {
    GameState idle = standard("swap");
    refused(idle, new Action.Select("choice-1", List.of()), Rejection.NoSuchChoice.class);
    refused(idle, new Action.SelectActive(UNKNOWN), Rejection.NoSuchChoice.class);
    refused(idle, new Action.SelectPrize(0), Rejection.NoSuchChoice.class);
    int swap = idle.table().card(Seat.FIRST, Pile.HAND, 0);
    GameState asked = after(idle, new Command.PlayTrainer(Seat.FIRST, swap));
    String choice = "choice-" + asked.pending().orElseThrow().number();
    String bench = card(asked, asked.table().benched(Seat.FIRST, 1).top());
    refused(asked, new Action.Select("choice-99", List.of(bench)), Rejection.NoSuchChoice.class);
    refused(asked, new Action.Select(choice, List.of(UNKNOWN)), Rejection.BadSelection.class);
    refused(asked, new Action.SelectPrize(0), Rejection.NoSuchChoice.class);
    refused(asked, new Action.SelectActive(bench), Rejection.NoSuchChoice.class);
    assertThat(resolve(asked, new Action.Select(choice, List.of(bench))))
        .isEqualTo(
            new Actions.Resolution.Resolved(
                new Command.Select(
                    Seat.FIRST, asked.pending().orElseThrow().number(), List.of(1))));
  }

  private static View.Question asked(String trainer) {
    GameState state = standard(trainer);
    int card = state.table().card(Seat.FIRST, Pile.HAND, 0);
    GameState asked = after(state, new Command.PlayTrainer(Seat.FIRST, card));
    everyListedOneMeansItsCommand(asked, 1);
    return Views.of(asked, Viewer.seat(Seat.FIRST))
        .pending()
        .orElseThrow()
        .question()
        .orElseThrow();
  }

  @Test
  void optionsAreNamedUnlessFaceDown() {
    assertThat(asked("greed").options())
        .containsExactly(
            new View.Option("0", Optional.empty(), Optional.empty()),
            new View.Option("1", Optional.empty(), Optional.empty()));
    GameState state = standard("swap");
    Table t = state.table();
    assertThat(asked("swap").options())
        .containsExactly(
            new View.Option(
                card(state, t.benched(Seat.FIRST, 0).top()),
                Optional.of("mudback"),
                Optional.empty()),
            new View.Option(
                card(state, t.benched(Seat.FIRST, 1).top()),
                Optional.of("plain"),
                Optional.empty()));
    assertThat(asked("scout").options())
        .hasSize(4)
        .allSatisfy(option -> assertThat(option.card()).contains("plain"))
        .allSatisfy(option -> assertThat(option.id()).hasSize(13));
  }

  @Test
  void actionsOutOfTurnOrAfterTheEndAreRefused() {
    GameState state = standard();
    assertThat(Actions.resolve(state, Seat.SECOND, new Action.Pass()))
        .isEqualTo(new Actions.Resolution.Refused(new Rejection.NotYourTurn()));
    assertThat(Legal.actions(state, Seat.SECOND)).isEmpty();
    GameState over = after(state, new Command.Resign(Seat.FIRST));
    refused(over, new Action.Pass(), Rejection.GameOver.class);
  }

  @Test
  void commandsWithoutAnActionHaveNoWireForm() {
    GameState state = standard();
    assertThatThrownBy(() -> Legal.action(state, new Command.Resign(Seat.FIRST)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(Legal.action(state, new Command.Attack(Seat.FIRST, 1)))
        .isEqualTo(new Action.Attack(1));
  }

  @Test
  void theEnergyZoneShowsTheNextEnergy() {
    assertThat(zone(Presets.STANDARD)).isEmpty();
    assertThat(zone(Presets.POCKET))
        .contains(new View.EnergyZone(Optional.of(EnergyType.FIRE), Optional.of(EnergyType.FIRE)));
    assertThat(zone(Presets.HOUSE))
        .contains(new View.EnergyZone(Optional.of(EnergyType.WATER), Optional.empty()));
  }

  private static Optional<View.EnergyZone> zone(RulesConfig rules) {
    View view = Views.of(state(rules), Viewer.seat(Seat.FIRST));
    return view.players().getFirst().energyZone();
  }
}
