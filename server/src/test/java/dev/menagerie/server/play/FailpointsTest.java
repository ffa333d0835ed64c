package dev.menagerie.server.play;

import static dev.menagerie.server.play.DyingNode.Step.BEFORE_THE_COMMIT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.menagerie.bots.BotKind;
import dev.menagerie.cards.house.Presets;
import dev.menagerie.codec.SnakeCase;
import dev.menagerie.rules.state.GameStatus;
import dev.menagerie.rules.state.Seat;
import dev.menagerie.rules.view.Action;
import dev.menagerie.rules.view.Viewer;
import dev.menagerie.rules.view.Views;
import dev.menagerie.server.game.GameId;
import dev.menagerie.server.game.JournalRow;
import dev.menagerie.server.game.MessageId;
import dev.menagerie.server.replay.Replayer;
import dev.menagerie.server.replay.Replays;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Every step of a commit × every kind of commit: a node dies there, the client repeats its request
 * on another node, and the action has happened once. {@code stores/CrashTest} kills the journal's
 * steps, {@code e2e/FaultsTest} whole processes.
 */
class FailpointsTest {
  private static final int MAX_GAMES = 400;
  private static final int MAX_VERSIONS = 3_000;

  private static final List<List<String>> TABLES =
      List.of(
          List.of("standard", "standard-quarry", "standard-dreamglade"),
          List.of("pocket", "pocket-bramble", "pocket-moonthread"),
          List.of("standard", "standard-hearthfire", "standard-ironkeep"),
          List.of("house", "house-twinbreath", "house-hearthfire"),
          List.of("pocket", "pocket-embers", "pocket-nightfall"));

  private final Venue venue = Venue.withRealCards();
  private final Map<String, Set<DyingNode.Step>> shown = new HashMap<>();
  private final Set<String> noted = new HashSet<>();
  private final long seed = System.nanoTime();
  private final SplittableRandom random = new SplittableRandom(seed);

  /** Something that a node is asked to do; done again it is the same. */
  private record Deed(String kind, Doing doing) {}

  @FunctionalInterface
  private interface Doing {
    Optional<Outcome> by(Node node);
  }

  /** Every kind of move: those of players and those of the server. */
  private static Set<String> everyKind() {
    var kinds = new TreeSet<String>();
    for (var action : Action.class.getPermittedSubclasses()) {
      kinds.add(SnakeCase.of(action.getSimpleName()));
    }
    kinds.addAll(List.of("resign", "timeout", "grace", "time_warning", "time_given_back"));
    kinds.addAll(List.of("left", "returned"));
    return kinds;
  }

  @Test
  void effectsOfANodeHappenOnceWhereverItDies() {
    System.out.println("seed " + seed);
    for (int i = 0; i < MAX_GAMES && !isAllShown(); i++) play(TABLES.get(i % TABLES.size()));
    assertThat(missing()).as("seed %d: kinds without some steps", seed).isEmpty();
  }

  private boolean isAllShown() {
    return missing().isEmpty();
  }

  private Set<String> missing() {
    var missing = new TreeSet<>(everyKind());
    shown.forEach((kind, steps) -> {
      if (steps.size() == DyingNode.Step.values().length) missing.remove(kind);
    });
    return missing;
  }

  private void play(List<String> table) {
    var rules = Presets.named(table.getFirst()).orElseThrow();
    var game = venue.node().begin(rules, table.get(1), table.get(2)).id();
    var node = venue.node();
    for (int i = 0; i < MAX_VERSIONS && !node.moment(game).isOver(); i++) {
      var deed = next(node, game);
      var step = lacking(deed.kind());
      if (step.isPresent()) {
        diesThere(game, deed, step.get());
        shown
            .computeIfAbsent(deed.kind(), _ -> EnumSet.noneOf(DyingNode.Step.class))
            .add(step.get());
        node = venue.node();
      } else {
        deed.doing().by(node);
      }
    }
    proven(game);
  }

  private Optional<DyingNode.Step> lacking(String kind) {
    return Arrays.stream(DyingNode.Step.values())
        .filter(step -> !shown.getOrDefault(kind, Set.of()).contains(step))
        .findFirst();
  }

  private void diesThere(GameId game, Deed deed, DyingNode.Step step) {
    var what = String.format(Locale.ROOT, "seed %d, %s, %s", seed, deed.kind(), step);
    var before = venue.store.head(game).orElseThrow().version();
    DyingNode.does(venue, step, dying -> deed.doing().by(dying));
    boolean committed = step != BEFORE_THE_COMMIT;
    assertThat(version(game)).as(what).isEqualTo(committed ? before + 1 : before);

    var again = deed.doing().by(venue.node());

    assertThat(version(game)).as(what).isEqualTo(before + 1);
    if (again.isPresent()) {
      if (!committed) assertThat(again.get()).as(what).isInstanceOf(Outcome.Done.class);
      if (committed) assertThat(again.get()).as(what).isNotInstanceOf(Outcome.Done.class);
      if (again.get() instanceof Outcome.Repeated repeated) {
        assertThat(repeated.version()).as(what).isEqualTo(before + 1);
        assertThat(repeated.reply().map(ActionReply::json))
            .as(what)
            .contains(row(game, before + 1).reply());
      }
    }
  }

  /** Of the store, or of the journal once the store has let go. */
  private long version(GameId game) {
    venue.drain();
    var rows = venue.journal.rows(game);
    assertThat(rows)
        .extracting(row -> row.head().version())
        .containsExactlyElementsOf(LongStream.rangeClosed(1, rows.size()).boxed().toList());
    return rows.size();
  }

  private JournalRow row(GameId game, long version) {
    return venue.journal.rows(game).get((int) version - 1);
  }

  /** Mostly a player's move, sometimes one of the server. */
  private Deed next(Node node, GameId game) {
    var moment = node.moment(game);
    var seat = moment.state().orElseThrow().toAct().orElseThrow();
    var message = new MessageId("m" + moment.version());
    var table = moment.state().orElseThrow().table();
    if (table.isGone(seat)) return claim(game, seat.other(), message);
    if (table.isAway(seat)) {
      return random.nextBoolean()
          ? timeout(game, moment)
          : new Deed("returned", n -> Optional.of(n.games.returned(game, seat)));
    }
    return switch (random.nextInt(300)) {
      case 0, 1, 2 -> timeout(game, moment);
      case 3, 4, 5, 6 -> new Deed("resign", n -> Optional.of(n.games.resign(game, seat, message)));
      case 7, 8, 9, 10 -> new Deed("left", n -> Optional.of(n.games.left(game, seat)));
      default -> note(game, moment, seat).orElseGet(() -> act(node, game, moment, seat, message));
    };
  }

  /** The player who is gone can only lose, or tie. */
  private Deed claim(GameId game, Seat seat, MessageId message) {
    var action = random.nextBoolean() ? new Action.ClaimWin() : new Action.ClaimDraw();
    return new Deed(
        ActionNames.of(action),
        n -> Optional.of(n.games.act(game, seat, message, action, Optional.empty())));
  }

  /** The server's moves for this clock, each once. */
  private Optional<Deed> note(GameId game, Moment moment, Seat seat) {
    var state = moment.state().orElseThrow();
    var clock = moment.clock();
    boolean mayHaveGrace =
        state.status() == GameStatus.ACTIVE
            && state.pending().isEmpty()
            && !state.table().graceUsed(seat);
    return switch (random.nextInt(20)) {
      case 0 ->
          once(
              game + " warned " + clock.number(),
              new Deed("time_warning", n -> Optional.of(n.games.warn(game, clock.number()))));
      case 1 ->
          once(
              game + " given back " + clock.number() + clock.deadline(),
              new Deed(
                  "time_given_back",
                  n -> {
                    n.games.timeGivenBack(game, Duration.ofSeconds(7));
                    return Optional.empty();
                  }));
      case 2 ->
          mayHaveGrace
              ? Optional.of(new Deed("grace", n -> Optional.of(n.games.grace(game, seat))))
              : Optional.empty();
      default -> Optional.empty();
    };
  }

  private Optional<Deed> once(String what, Deed deed) {
    return noted.add(what) ? Optional.of(deed) : Optional.empty();
  }

  private Deed timeout(GameId game, Moment moment) {
    var deadline = moment.clock().deadline().orElseThrow();
    var left = Duration.between(venue.clock.instant(), deadline);
    if (left.isPositive()) venue.pass(left);
    return new Deed("timeout", n -> Optional.of(n.games.expire(game)));
  }

  private Deed act(Node node, GameId game, Moment moment, Seat seat, MessageId message) {
    var bot =
        BotKind.RANDOM.bot(venue.catalog, node.game(game).header().rules(), random.nextLong());
    var action = bot.choose(Views.of(moment.state().orElseThrow(), Viewer.seat(seat)));
    return new Deed(
        ActionNames.of(action),
        n -> Optional.of(n.games.act(game, seat, message, action, Optional.empty())));
  }

  /** The archived replay proves the game. */
  private void proven(GameId game) {
    version(game);
    var document = Replays.of(venue.journal.finished(game).orElseThrow());
    var verdict = new Replayer(venue.catalog).verify(document);
    assertThat(verdict.ok()).as("seed %d: %s", seed, verdict).isTrue();
  }

  @ParameterizedTest
  @EnumSource
  void secondSeatIsTakenOnceWhereverTheNodeDies(DyingNode.Step step) {
    var waiting = venue.node().open("pocket-embers", Presets.POCKET);
    DyingNode.does(venue, step, n -> join(n, waiting));
    assertThat(version(waiting.id())).isEqualTo(step == BEFORE_THE_COMMIT ? 0 : 1);

    var entered = Node.entered(join(venue.node(), waiting));

    assertThat(version(waiting.id())).isEqualTo(1);
    assertThat(entered.moment().seatOf(Venue.BOB.id())).contains(Seat.SECOND);
  }

  private static Lobby.Entrance join(Node node, LiveGame waiting) {
    return node.lobby.join(waiting.id(), Venue.BOB, "pocket-shallows", Node.code(waiting));
  }

  @ParameterizedTest
  @EnumSource
  void waitingGameIsClosedOnceWhereverTheNodeDies(DyingNode.Step step) {
    var cancelled = venue.node().open("pocket-embers", Presets.POCKET).id();
    DyingNode.does(venue, step, n -> n.lobby.cancel(cancelled, Venue.ADA.id()));
    assertThat(venue.node().lobby.cancel(cancelled, Venue.ADA.id()).isEmpty())
        .isEqualTo(step == BEFORE_THE_COMMIT);
    assertThat(version(cancelled)).isEqualTo(1);

    var abandoned = venue.node().open("pocket-embers", Presets.POCKET).id();
    venue.pass(WaitingTime.STANDARD.game());
    DyingNode.does(venue, step, n -> n.games.expire(abandoned));
    venue.node().games.expire(abandoned);
    assertThat(version(abandoned)).isEqualTo(1);
  }
}
