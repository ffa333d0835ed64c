package dev.menagerie.bots.laws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.menagerie.rules.command.Command;
import dev.menagerie.rules.command.Moves;
import dev.menagerie.rules.game.Chance;
import dev.menagerie.rules.game.Decision;
import dev.menagerie.rules.game.Game;
import dev.menagerie.rules.game.Seed;
import dev.menagerie.rules.state.Event;
import dev.menagerie.rules.state.GameState;
import dev.menagerie.rules.state.Seat;
import dev.menagerie.rules.view.Redaction;
import dev.menagerie.rules.view.Viewer;
import dev.menagerie.rules.view.Views;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Follows twins along the same commands for as long as the viewer learns the same of both, and
 * compares everything the viewer is sent, apart from the random names of cards.
 */
final class TwinLaw {
  /** How far twins are followed: after more, hidden cards have mostly come to light. */
  private static final int FOLLOWED = 12;

  private static final Pattern ID = Pattern.compile("\\b[a-z2-7]{13}\\b");

  private final Viewer viewer;
  private final Disclosures disclosures;
  private final Seed seed;
  private final SplittableRandom random;
  private final Masked leftMask = new Masked();
  private final Masked rightMask = new Masked();
  private GameState left;
  private GameState right;

  private TwinLaw(Twins twins, Viewer viewer, Seed seed, SplittableRandom random) {
    this.viewer = viewer;
    this.disclosures = new Disclosures(viewer);
    this.seed = seed;
    this.random = random;
    this.left = twins.left();
    this.right = twins.right();
  }

  /** Random names are numbered by their first appearance. */
  private static final class Masked {
    private final Map<String, String> names = new HashMap<>();

    String mask(Object seen) {
      Matcher matcher = ID.matcher(seen.toString());
      return matcher.replaceAll(found ->
          isCard(found.group())
              ? found.group()
              : names.computeIfAbsent(found.group(), _ -> "id" + names.size()));
    }
  }

  /** Some cards have a definition of just as many letters as an id, and must not be masked. */
  private static boolean isCard(String word) {
    return Deal.CATALOG.find(word).isPresent();
  }

  /** Holds the law from these twins on; how many states were compared. */
  static int hold(Twins twins, Viewer viewer, Seed seed, int number, SplittableRandom random) {
    return new TwinLaw(twins, viewer, seed, random).follow(number);
  }

  private int follow(int number) {
    int compared = 0;
    for (int step = 0; step < FOLLOWED; step++) {
      sameState();
      compared++;
      Optional<Command> command = shared();
      if (command.isEmpty() || !play(command.get(), number + step)) {
        break;
      }
    }
    return compared;
  }

  private void sameState() {
    same("state", Views.of(left, viewer), Views.of(right, viewer));
    Optional<Seat> actor = left.toAct();
    if (actor.isPresent() && viewer.equals(Viewer.seat(actor.get()))) {
      assertThat(Moves.of(right)).isEqualTo(Moves.of(left));
    }
  }

  private void same(String what, Object ofLeft, Object ofRight) {
    assertThat(rightMask.mask(ofRight)).as(what).isEqualTo(leftMask.mask(ofLeft));
  }

  /** A command both games allow: who moves may hold other cards in the one than in the other. */
  private Optional<Command> shared() {
    List<Command> shared = new ArrayList<>(Moves.of(left));
    shared.retainAll(Moves.of(right));
    return shared.isEmpty()
        ? Optional.empty()
        : Optional.of(shared.get(random.nextInt(shared.size())));
  }

  /** Whether the viewer has learnt the same from both. */
  private boolean play(Command command, int number) {
    Decision.Accepted l = accepted(left, command, number);
    Decision.Accepted r = accepted(right, command, number);
    List<Integer> ofLeft = disclosing(l.events());
    List<Integer> ofRight = disclosing(r.events());
    for (int i = 0; i < Math.min(ofLeft.size(), ofRight.size()); i++) {
      int toLeft = ofLeft.get(i);
      int toRight = ofRight.get(i);
      if (!learnt(l, toLeft).equals(learnt(r, toRight))) {
        same("events", told(l, left, toLeft), told(r, right, toRight));
        return false;
      }
    }
    assertThat(ofRight).as("disclosures: %s", command).hasSameSizeAs(ofLeft);
    same(command.toString(), told(l, left), told(r, right));
    assertThat(r.clock()).isEqualTo(l.clock());
    Optional<List<Integer>> asked = disclosures.of(l.next().table());
    boolean alike = asked.equals(disclosures.of(r.next().table()));
    left = l.next();
    right = r.next();
    return alike;
  }

  private static Decision.Accepted accepted(GameState state, Command command, Chance chance) {
    return switch (Game.decide(state, command, chance)) {
      case Decision.Accepted accepted -> accepted;
      case Decision.Rejected(var reason) ->
          throw new AssertionError("listed, but refused: " + command + ": " + reason);
    };
  }

  private Decision.Accepted accepted(GameState state, Command command, int number) {
    return accepted(state, command, Chance.keyed(seed, 0, number));
  }

  /** Places of the events that make hidden cards known to the viewer. */
  private List<Integer> disclosing(List<Event> events) {
    List<Integer> places = new ArrayList<>();
    for (int i = 0; i < events.size(); i++) {
      if (disclosures.of(events.get(i)).isPresent()) {
        places.add(i);
      }
    }
    return places;
  }

  private List<Integer> learnt(Decision.Accepted decision, int place) {
    return disclosures.of(decision.events().get(place)).orElseThrow();
  }

  private Object told(Decision.Accepted decision, GameState before) {
    return Redaction.of(decision.events(), before, viewer);
  }

  private Object told(Decision.Accepted decision, GameState before, int until) {
    return Redaction.of(decision.events().subList(0, until), before, viewer);
  }
}
