package dev.menagerie.server.replay;

import dev.menagerie.codec.Json;
import dev.menagerie.rules.card.CatalogSource;
import dev.menagerie.rules.card.GameCards;
import dev.menagerie.rules.command.Command;
import dev.menagerie.rules.game.Chance;
import dev.menagerie.rules.game.ChanceFormat;
import dev.menagerie.rules.game.ClockChange;
import dev.menagerie.rules.game.Decision;
import dev.menagerie.rules.game.Game;
import dev.menagerie.rules.game.GameSetup;
import dev.menagerie.rules.game.Seed;
import dev.menagerie.rules.state.GameState;
import dev.menagerie.rules.state.Seat;
import dev.menagerie.rules.state.StateDigest;
import dev.menagerie.rules.view.Action;
import dev.menagerie.rules.view.Actions;
import dev.menagerie.server.play.PlayedCards;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Replays finished games from their documents, with the same chance. Safe for all threads. */
public final class Replayer {
  private final CatalogSource source;

  /** Replays games with cards from this source. */
  public Replayer(CatalogSource source) {
    this.source = source;
  }

  /** Receives every step of a replay, in order. */
  @FunctionalInterface
  public interface Witness {
    /**
     * Receives one step.
     *
     * @param digest of the state after it
     * @return whether to continue
     */
    boolean sees(ReplayDocument.Step step, Decision.Accepted outcome, String digest);
  }

  /**
   * The result of comparing a replay with its document.
   *
   * @param ok everything agrees
   * @param commitmentOk the seed is the one whose hash was published before the game
   * @param digestsChecked steps whose digests agree
   * @param firstDifference version of the first step that does not; empty: none
   */
  public record Verdict(
      boolean ok, boolean commitmentOk, int digestsChecked, Optional<Long> firstDifference) {}

  /**
   * Replays a game and compares every step.
   *
   * @throws dev.menagerie.server.GameUnavailable if the cards are not there as they were
   */
  public Verdict verify(ReplayDocument document) {
    var seed = seed(document);
    boolean commitmentOk = seed.commitment().equals(document.seedCommitment());
    var checked = new int[1];
    long reached = 0;
    try {
      play(
          document,
          (step, _, digest) -> {
            boolean same =
                checked[0] < document.digests().size()
                    && digest.equals(document.digests().get(checked[0]));
            if (same) checked[0]++;
            return same;
          });
    } catch (NotAsRecorded different) {
      reached = different.eventId();
    }
    int all = document.actions().size();
    boolean digestsOk = checked[0] == all && document.digests().size() == all && reached == 0;
    Optional<Long> difference =
        digestsOk || all == 0
            ? Optional.empty()
            : Optional.of(document.actions().get(Math.min(checked[0], all - 1)).eventId());
    return new Verdict(commitmentOk && digestsOk, commitmentOk, checked[0], difference);
  }

  /**
   * Replays a game step by step.
   *
   * @throws NotAsRecorded if the rules refuse a recorded move
   * @throws dev.menagerie.server.GameUnavailable if its cards are missing or have changed
   */
  public void play(ReplayDocument document, Witness witness) {
    var seed = seed(document);
    Optional<GameState> state = Optional.empty();
    for (var step : document.actions()) {
      var chance = Chance.keyed(seed, step.epoch(), Math.toIntExact(step.eventId()));
      var outcome =
          state.isEmpty()
              ? opened(document, seed, chance)
              : next(document, state.get(), step, chance);
      if (!witness.sees(step, outcome, StateDigest.of(outcome.next()))) return;
      state = Optional.of(outcome.next());
    }
  }

  private static Seed seed(ReplayDocument document) {
    return Seed.ofHex(document.rngSeed(), ChanceFormat.ofEngine(document.engineVersion()));
  }

  private Decision.Accepted opened(ReplayDocument document, Seed seed, Chance chance) {
    var decks = document.decks();
    return PlayedCards.withCards(() -> {
      var cards = GameCards.of(source.holding(document.cards()), document.cards());
      var setup = new GameSetup(document.rules(), cards, decks.getFirst(), decks.getLast(), seed);
      return Game.open(setup, chance);
    });
  }

  private static Decision.Accepted next(
      ReplayDocument document, GameState state, ReplayDocument.Step step, Chance chance) {
    if (isNote(step)) return new Decision.Accepted(List.of(), state, new ClockChange.Keep());
    var command = command(document, state, step);
    return switch (Game.decide(state, command, chance)) {
      case Decision.Accepted accepted -> accepted;
      case Decision.Rejected _ -> throw new NotAsRecorded(step.eventId());
    };
  }

  /** Warnings and time given back are versions of the game that change no state. */
  private static boolean isNote(ReplayDocument.Step step) {
    var type = step.action().get("type").asString();
    return type.equals("time_warning") || type.equals("time_given_back");
  }

  private static Command command(
      ReplayDocument document, GameState state, ReplayDocument.Step step) {
    var type = step.action().get("type").asString();
    if (type.equals("voided")) return new Command.VoidGame();
    var seat = seat(document, step);
    return switch (type) {
      case "resign" -> new Command.Resign(seat);
      case "timeout" -> new Command.ExpireClock(seat, state.clock());
      case "grace" -> new Command.GrantGrace(seat);
      case "player_left" -> new Command.NoteLeft(seat);
      case "player_returned" -> new Command.NoteReturned(seat);
      case "time_granted" ->
          new Command.GrantTime(seat, Duration.ofMillis(step.action().get("granted_ms").asLong()));
      default ->
          switch (Actions.resolve(state, seat, Json.bind(step.action(), Action.class))) {
            case Actions.Resolution.Resolved resolved -> resolved.command();
            case Actions.Resolution.Refused _ -> throw new NotAsRecorded(step.eventId());
          };
    };
  }

  private static Seat seat(ReplayDocument document, ReplayDocument.Step step) {
    for (var player : document.players()) {
      if (Objects.equals(player.playerId(), step.playerId())) return Seat.of(player.seat());
    }
    throw new NotAsRecorded(step.eventId());
  }

  /** A step of the document that the rules do not allow. */
  public static final class NotAsRecorded extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final long eventId;

    NotAsRecorded(long eventId) {
      super("step " + eventId + " is not what the rules allow");
      this.eventId = eventId;
    }

    /** The version of that step. */
    public long eventId() {
      return eventId;
    }
  }
}
