package dev.menagerie.rules.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.menagerie.rules.command.Command;
import dev.menagerie.rules.command.Moves;
import dev.menagerie.rules.game.Chance;
import dev.menagerie.rules.game.Decision;
import dev.menagerie.rules.game.Game;
import dev.menagerie.rules.game.GameSetup;
import dev.menagerie.rules.game.Playout;
import dev.menagerie.rules.game.Seed;
import dev.menagerie.rules.state.CardIds;
import dev.menagerie.rules.state.Event;
import dev.menagerie.rules.state.GameState;
import dev.menagerie.rules.state.GameStatus;
import dev.menagerie.rules.state.Pile;
import dev.menagerie.rules.state.Seat;
import dev.menagerie.rules.state.Twins;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Twin games that differ only in hidden cards look the same to the viewer: states, events, legal
 * actions and refusals, apart from the random names of cards.
 */
class NonInterferenceTest {
  private static final int GAMES = Integer.getInteger("rules.twins", 15);
  private static final int MANY_GAMES = Integer.getInteger("rules.twins.long", 10_000);

  /** Twins are made of every n-th moment: few moments of many games. */
  private static final int OFTEN = 7;

  private static final int SELDOM = 61;

  /** How far twins are followed: after more, hidden cards have mostly come to light. */
  private static final int FOLLOWED = 12;

  private static final Pattern ID = Pattern.compile("\\b[a-z2-7]{13}\\b");

  /** Random names are numbered by their first appearance. */
  private static final class Masked {
    private final Map<String, String> names = new HashMap<>();

    String mask(Object seen) {
      Matcher matcher = ID.matcher(seen.toString());
      return matcher.replaceAll(
          found -> names.computeIfAbsent(found.group(), _ -> "id" + names.size()));
    }
  }

  private static Viewer viewer(int number) {
    return number == 2 ? Viewer.spectator() : Viewer.seat(Seat.of(number));
  }

  @Test
  void twinsLookTheSame() {
    assertThat(compare(0, GAMES, OFTEN)).isGreaterThan(GAMES * 8);
  }

  @Test
  @Tag("long")
  @Timeout(value = 1, unit = TimeUnit.HOURS)
  void twinsLookTheSameInManyGames() {
    assertThat(compare(GAMES, GAMES + MANY_GAMES, SELDOM)).isGreaterThan(MANY_GAMES);
  }

  private static int compare(long from, long to, int every) {
    int compared = 0;
    for (long seed = from; seed < to; seed++) {
      GameSetup setup = Playout.setup(Playout.rules(seed), seed);
      GameState state = Game.open(setup, Chance.keyed(setup.seed(), 0, 0)).next();
      SplittableRandom random = new SplittableRandom(seed);
      for (int number = 1; state.status() != GameStatus.FINISHED && number < 400; number++) {
        if (state.status() == GameStatus.ACTIVE && (seed + number) % every == 0) {
          for (int viewer = 0; viewer < 3; viewer++) {
            compared += compare(state, viewer, setup.seed(), number, seed * 1_000 + number);
          }
        }
        Command move = Playout.pick(state, Moves.of(state), random);
        state =
            ((Decision.Accepted) Game.decide(state, move, Chance.keyed(setup.seed(), 0, number)))
                .next();
      }
    }
    return compared;
  }

  /** Plays the viewer's own moves (or those everyone sees) in both games, as far as both go. */
  private static int compare(GameState from, int viewer, Seed seed, int number, long random) {
    // The player who must choose knows the hidden cards that a pending choice shows.
    if (from.pending().isPresent()) {
      return 0;
    }
    GameState left = from;
    GameState right = Twins.of(from, viewer, random);
    Masked leftMask = new Masked();
    Masked rightMask = new Masked();
    SplittableRandom picks = new SplittableRandom(random);
    int steps = 0;
    for (; steps < FOLLOWED; steps++) {
      String where = "game " + random + ", viewer " + viewer + ", step " + steps;
      assertThat(rightMask.mask(Views.of(right, viewer(viewer))))
          .as(where)
          .isEqualTo(leftMask.mask(Views.of(left, viewer(viewer))));
      refusals(left, right, viewer, where);
      if (left.status() == GameStatus.FINISHED || left.pending().isPresent()) {
        break;
      }
      List<Command> moves = shared(left, right);
      if (moves.isEmpty()) {
        break;
      }
      Command move = moves.get(picks.nextInt(moves.size()));
      Decision.Accepted l = accept(left, move, seed, number + steps);
      Decision.Accepted r = accept(right, move, seed, number + steps);
      if (takesPrize(l, viewer) || takesPrize(r, viewer)) {
        break;
      }
      assertThat(rightMask.mask(Redaction.of(r.events(), right, viewer(viewer))))
          .as("%s: %s", where, move)
          .isEqualTo(leftMask.mask(Redaction.of(l.events(), left, viewer(viewer))));
      assertThat(r.clock()).as(where).isEqualTo(l.clock());
      left = l.next();
      right = r.next();
      if (reveals(l) || reveals(r)) {
        break;
      }
    }
    return steps + 1;
  }

  /** A player who takes a prize card sees it, and the twins have different prizes. */
  private static boolean takesPrize(Decision.Accepted decision, int viewer) {
    return decision.events().stream()
        .anyMatch(
            event -> event instanceof Event.PrizeTaken taken && taken.seat().index() == viewer);
  }

  /** After a disclosure of hidden cards the twins may differ. */
  private static boolean reveals(Decision.Accepted decision) {
    return decision.events().stream()
        .anyMatch(event ->
            event instanceof Event.CardsLookedAt
                || event instanceof Event.DeckShuffled
                || event instanceof Event.PrizeTaken);
  }

  private static Decision.Accepted accept(GameState state, Command move, Seed seed, int number) {
    return (Decision.Accepted) Game.decide(state, move, Chance.keyed(seed, 0, number));
  }

  /**
   * Commands that both games allow; those that name a card of a hand only if both hands have it.
   */
  private static List<Command> shared(GameState left, GameState right) {
    List<Command> shared = new ArrayList<>(Moves.of(left));
    shared.retainAll(Moves.of(right));
    shared.removeIf(command -> reveals(left, command));
    return shared;
  }

  /** Trainers that disclose hidden cards, as their text says. */
  private static boolean reveals(GameState state, Command command) {
    return command instanceof Command.PlayTrainer play
        && !QUIET.contains(state.table().face(play.card()).definition.id());
  }

  private static final Set<String> QUIET =
      Set.of("study", "potion", "swap", "hook", "meadow", "scout");

  private static void refusals(GameState left, GameState right, int viewer, String where) {
    if (viewer == 2) {
      return;
    }
    Seat seat = Seat.of(viewer);
    List<Action> tries = new ArrayList<>();
    tries.add(new Action.PlayPokemon("aaaaaaaaaaaaa"));
    tries.add(new Action.Evolve("aaaaaaaaaaaaa", "aaaaaaaaaaaaa"));
    tries.add(new Action.Attack(0));
    tries.add(new Action.SelectPrize(0));
    tries.add(new Action.Select("choice-1", List.of()));
    // Names of hidden cards, which the viewer could only guess: as good as unknown ones.
    CardIds.OfViewer ids = Viewer.seat(seat).ids(left);
    for (int card : left.table().cards(seat.other(), Pile.HAND)) {
      tries.add(new Action.PlayPokemon(ids.card(left.table(), card)));
    }
    for (int card : left.table().cards(seat, Pile.DECK)) {
      tries.add(new Action.PlayTrainer(ids.card(left.table(), card), Optional.empty()));
    }
    for (Action action : tries) {
      assertThat(answer(right, seat, action)).as(where).isEqualTo(answer(left, seat, action));
    }
  }

  private static Object answer(GameState state, Seat seat, Action action) {
    return switch (Actions.resolve(state, seat, action)) {
      case Actions.Resolution.Refused(var reason) -> reason;
      case Actions.Resolution.Resolved(Command command) ->
          String.valueOf(Moves.refusal(state, command));
    };
  }

  @Test
  void hiddenAndUnknownCardsAreRefusedAlike() {
    GameSetup setup = Playout.setup(Playout.rules(0), 4);
    GameState state = Game.open(setup, Chance.keyed(setup.seed(), 0, 0)).next();
    SplittableRandom random = new SplittableRandom(4);
    for (int number = 1; number < 60; number++) {
      Seat seat = state.toAct().orElseThrow();
      CardIds.OfViewer ids = Viewer.seat(seat).ids(state);
      if (state.pending().isEmpty()) {
        Object unknown = Actions.resolve(state, seat, new Action.PlayPokemon("nonsense"));
        for (int card : state.table().cards(seat, Pile.DECK)) {
          assertThat(
                  Actions.resolve(
                      state, seat, new Action.PlayPokemon(ids.card(state.table(), card))))
              .isEqualTo(unknown);
        }
      }
      Command move = Playout.pick(state, Moves.of(state), random);
      state = accept(state, move, setup.seed(), number).next();
    }
  }

  @Test
  void noViewShowsAHiddenCard() {
    GameSetup setup = Playout.setup(Playout.rules(0), 9);
    GameState state = Game.open(setup, Chance.keyed(setup.seed(), 0, 0)).next();
    SplittableRandom random = new SplittableRandom(9);
    for (int number = 1; number < 80 && state.status() != GameStatus.FINISHED; number++) {
      for (int viewer = 0; viewer < 3; viewer++) {
        View view = Views.of(state, viewer(viewer));
        for (View.Side side : view.players()) {
          boolean own = side.seat().index() == viewer;
          assertThat(side.hand().isPresent()).isEqualTo(own);
          assertThat(side.prizes()).allMatch(Optional::isEmpty);
          if (!own && state.status() == GameStatus.SETUP) {
            assertThat(side.active()).isEmpty();
            assertThat(side.bench()).isEmpty();
          }
        }
        boolean acts = view.viewer().isPresent() && view.viewer().equals(state.toAct());
        assertThat(view.legalActions().isEmpty()).isEqualTo(!acts);
        view.pending()
            .ifPresent(pending -> assertThat(pending.question().isPresent()).isEqualTo(acts));
      }
      Command move = Playout.pick(state, Moves.of(state), random);
      state = accept(state, move, setup.seed(), number).next();
    }
  }
}
