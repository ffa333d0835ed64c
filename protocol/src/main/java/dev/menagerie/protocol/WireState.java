package dev.menagerie.protocol;

import dev.menagerie.codec.PreEncoded;
import dev.menagerie.rules.card.EnergyType;
import dev.menagerie.rules.config.RulesConfig;
import dev.menagerie.rules.state.ChoiceKind;
import dev.menagerie.rules.state.Seat;
import dev.menagerie.rules.view.Action;
import dev.menagerie.rules.view.View;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A state as one viewer sees it, made by {@link WireStates}. Every member is there in every state,
 * null where there is nothing, but for those of a pending choice that only its player may know.
 *
 * @param viewer whose view it is
 * @param setupDeadline when the clock of who must act in setup runs out; null: none runs, or the
 *     turns have begun, which have a deadline of their own
 * @param players by seat; null: not there yet
 * @param legalActions what the viewer may do now, ready to be sent back as they are
 */
public record WireState(
    String gameId,
    long eventId,
    int epoch,
    Status status,
    String gameType,
    PreEncoded<RulesConfig> rules,
    Looker viewer,
    String seedCommitment,
    @Nullable Turn turn,
    @Nullable Instant setupDeadline,
    List<Optional<Player>> players,
    View.@Nullable Card stadium,
    @Nullable Pending pending,
    List<Action> legalActions,
    @Nullable String winnerId,
    @Nullable EndReason endReason) {
  public WireState {
    players = List.copyOf(players);
    legalActions = List.copyOf(legalActions);
  }

  /** Where a game stands in its life. */
  public enum Status {
    WAITING,
    SETUP,
    ACTIVE,
    FINISHED
  }

  /** How a game ended. */
  public enum EndReason {
    PRIZES,
    POINTS,
    NO_POKEMON,
    DECK_OUT,
    RESIGNED,
    TIMEOUT,
    TURN_LIMIT,
    SUDDEN_DEATH,
    /** Neither player acted for many turns. */
    ABANDONED,
    /** The game reached its bound of commands, or cards triggered each other without end. */
    GAME_LIMIT,
    /** Nobody joined. */
    EXPIRED,
    /** Its creator gave it up while it waited. */
    CANCELLED
  }

  /**
   * Whose view it is.
   *
   * @param seat null: a spectator's
   */
  public record Looker(@Nullable Seat seat) {}

  /** The turn, with what has been done in it. */
  public record Turn(
      int number,
      String playerId,
      View.TurnPhase phase,
      @Nullable Instant deadline,
      int energyAttached,
      int supportersPlayed,
      int stadiumsPlayed,
      int retreats) {}

  /**
   * One side of the table.
   *
   * @param hand null: hidden from the viewer
   * @param prizes one for each that is left; null: face down
   * @param energyZone where the rules have one
   * @param active null: empty, or face down while the game is set up
   */
  public record Player(
      String playerId,
      String name,
      Seat seat,
      int timeoutsUsed,
      int points,
      int prizesRemaining,
      @Nullable List<View.Card> hand,
      int handCount,
      int deckCount,
      List<View.Card> discard,
      List<Optional<View.Card>> prizes,
      Optional<EnergyZone> energyZone,
      View.@Nullable InPlay active,
      List<View.InPlay> bench) {}

  /** The energy of this turn, and of the next. */
  public record EnergyZone(@Nullable EnergyType current, @Nullable EnergyType next) {}

  /**
   * A choice that is waited for; all but {@code playerId} only for who must choose.
   *
   * @param purpose what the choice is for: an effect's word, such as {@code discard_energy}, or
   *     {@code retreat}, {@code promote}, {@code take_prize}, {@code go_first}, {@code
   *     extra_cards}, {@code order}, {@code use_ability}
   * @param source the card's text that asks; absent: the rules of the game ask
   */
  public record Pending(
      String playerId,
      Optional<String> choiceId,
      Optional<ChoiceKind> kind,
      Optional<Integer> min,
      Optional<Integer> max,
      Optional<List<View.Option>> options,
      Optional<String> prompt,
      Optional<String> purpose,
      Optional<View.Source> source) {}
}
