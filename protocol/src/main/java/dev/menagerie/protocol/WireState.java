package dev.menagerie.protocol;

import dev.menagerie.codec.PreEncoded;
import dev.menagerie.rules.card.EnergyType;
import dev.menagerie.rules.config.RulesConfig;
import dev.menagerie.rules.state.ChoiceKind;
import dev.menagerie.rules.state.Seat;
import dev.menagerie.rules.view.Action;
import dev.menagerie.rules.view.View;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A state as one viewer sees it, made by {@link WireStates}. Every state has every member, null
 * where there is nothing, except those of a pending choice that only its player may know.
 *
 * @param viewer the viewer of the state
 * @param setupDeadline when the clock of the player to act in setup expires; null: none runs, or
 *     the turns have begun, which have a deadline of their own
 * @param players by seat; null: the seat is free
 * @param legalActions the viewer's legal actions, in the form in which a client sends them
 * @param attacks what the viewer's Active may use, as an action's attack index counts it; null: the
 *     attacks printed on its own card
 */
public record WireState(
    String gameId,
    long eventId,
    int epoch,
    Status status,
    String gameType,
    PreEncoded<RulesConfig> rules,
    ViewerInfo viewer,
    String seedCommitment,
    @Nullable Turn turn,
    @Nullable Instant setupDeadline,
    List<Optional<Player>> players,
    View.@Nullable Card stadium,
    @Nullable Pending pending,
    List<Action> legalActions,
    @Nullable List<View.UsableAttack> attacks,
    @Nullable String winnerId,
    @Nullable EndReason endReason) {
  public WireState {
    players = List.copyOf(players);
    legalActions = List.copyOf(legalActions);
  }

  /** The stage of a game's life. */
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
    /** The operator ended it; the game has no result. */
    VOIDED,
    /** A player had left, and the other one claimed the win or a tie. */
    LEFT,
    /** No second player came. */
    EXPIRED,
    /** Its creator gave it up while it waited. */
    CANCELLED,
    /** The invited user declined. */
    DECLINED,
    /** It was listed, and its creator is gone. */
    CREATOR_LEFT;

    private static final Map<String, EndReason> BY_CODE =
        Arrays.stream(values())
            .collect(Collectors.toMap(reason -> reason.name().toLowerCase(Locale.ROOT), r -> r));

    /**
     * The reason with that code, such as {@code deck_out}.
     *
     * @throws IllegalArgumentException if no reason has it
     */
    public static EndReason of(String code) {
      return Optional.ofNullable(BY_CODE.get(code))
          .orElseThrow(() -> new IllegalArgumentException("unknown end reason"));
    }
  }

  /**
   * The viewer of a state.
   *
   * @param seat null: a spectator
   */
  public record ViewerInfo(@Nullable Seat seat) {}

  /** The turn and the use of its limits. */
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
   * @param absence null: the player has not left
   * @param hand null: hidden from the viewer
   * @param prizes one for each prize card left; null: face down
   * @param energyZone if the rules have one
   * @param active null: empty, or face down while the game is set up
   */
  public record Player(
      String playerId,
      String name,
      Seat seat,
      int timeoutsUsed,
      View.@Nullable Absence absence,
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
   * The pending choice; only its player gets more than {@code playerId}.
   *
   * @param purpose the purpose of the choice: an effect's word, such as {@code discard_energy}, or
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
