package dev.menagerie.rules.view;

import dev.menagerie.rules.card.EnergyType;
import dev.menagerie.rules.card.SpecialCondition;
import dev.menagerie.rules.state.ChoiceKind;
import dev.menagerie.rules.state.EndReason;
import dev.menagerie.rules.state.GameStatus;
import dev.menagerie.rules.state.Seat;
import java.util.List;
import java.util.Optional;

/**
 * A game as one viewer sees it, as far as the rules know.
 *
 * @param attacks what the viewer's Active may use, as an action's attack index counts it; absent:
 *     the attacks of its own card and no others, or none
 */
public record View(
    GameStatus status,
    Optional<Seat> viewer,
    String seedCommitment,
    Optional<Turn> turn,
    List<Side> players,
    Optional<Card> stadium,
    Optional<Pending> pending,
    List<Action> legalActions,
    Optional<List<UsableAttack>> attacks,
    Optional<Seat> winner,
    Optional<EndReason> endReason) {

  /** Absent in setup. */
  public record Turn(
      int number,
      Seat player,
      TurnPhase phase,
      int energyAttached,
      int supportersPlayed,
      int stadiumsPlayed,
      int retreats) {}

  /**
   * An attack that a player may choose from.
   *
   * @param card the definition's id of the card that it is printed on
   * @param index its place on that card, from 0
   * @param pokemonId the Pokémon that uses it: the Active, or a benched one that may attack
   */
  public record UsableAttack(String card, int index, String pokemonId) {}

  /** Which part of a turn it is. */
  public enum TurnPhase {
    MAIN,
    ATTACK,
    CHECKUP
  }

  /** A card the viewer may know: this instance, and its definition. */
  public record Card(String id, String card) {}

  /** The energy zone; {@code next} is present only where the zone generates energy. */
  public record EnergyZone(Optional<EnergyType> current, Optional<EnergyType> next) {}

  /** One player's side of the table. */
  public record Side(
      Seat seat,
      int timeoutsUsed,
      Optional<Absence> absence,
      int points,
      int prizesRemaining,
      Optional<List<Card>> hand,
      int handCount,
      int deckCount,
      List<Card> discard,
      List<Optional<Card>> prizes,
      Optional<EnergyZone> energyZone,
      Optional<InPlay> active,
      List<InPlay> bench) {}

  /** How a player who has left is away. */
  public enum Absence {
    /** Their clock is shorter. */
    AWAY,
    /** Their time ran out: the other player may claim the game. */
    GONE
  }

  /** A Pokémon in play. While the game is set up the opponent's are hidden and left out. */
  public record InPlay(
      String id,
      String card,
      int damage,
      int hp,
      List<Card> energy,
      List<Card> tools,
      List<Card> evolvedFrom,
      List<SpecialCondition> conditions,
      boolean canEvolve) {}

  /** The choice that the game waits for; viewers other than its player see {@code player} alone. */
  public record Pending(Seat player, Optional<Question> question) {}

  /** The choice itself. */
  public record Question(
      String choiceId,
      ChoiceKind kind,
      int min,
      int max,
      List<Option> options,
      String prompt,
      String purpose,
      Optional<Source> source) {}

  /**
   * The text that asks: its card, its part and its words.
   *
   * @param card the definition's id
   * @param index which of the card's attacks or abilities, from 0; 0 for the whole card
   * @param name the attack's, the ability's or the card's
   * @param text the words; absent where no texts are known
   */
  public record Source(
      SourceKind kind, String card, int index, String name, Optional<String> text) {}

  /** The part of a card that asks. */
  public enum SourceKind {
    ATTACK,
    ABILITY,
    CARD
  }

  /** One thing that may be chosen; {@code id} is what {@code select} sends back. */
  public record Option(String id, Optional<String> card, Optional<String> label) {}
}
