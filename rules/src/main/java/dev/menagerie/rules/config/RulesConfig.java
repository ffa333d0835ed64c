package dev.menagerie.rules.config;

/**
 * Every house rule of a game. Chosen when the game is made, kept in its state and read from nowhere
 * else.
 *
 * @param preset the preset the others were laid over
 */
public record RulesConfig(
    String preset,
    Deck deck,
    Opening opening,
    Bench bench,
    Energy energy,
    Prizes prizes,
    FirstTurn firstTurn,
    Trainers trainers,
    Evolution evolution,
    Retreat retreat,
    Conditions conditions,
    Damage damage,
    Checkup checkup,
    Search search,
    Win win,
    Limits limits,
    Timer timer) {

  /**
   * The rules of a deck.
   *
   * @param copiesPerName basic energy has no such limit
   * @param energyCards whether the deck may contain energy cards
   * @param energyDeckSize cards in the energy deck; 0: there is none
   * @param energyTypes most types that a deck may name for its energy zone
   */
  public record Deck(
      int size,
      int copiesPerName,
      int minBasics,
      boolean energyCards,
      int energyDeckSize,
      int energyTypes) {}

  /**
   * The first hand.
   *
   * @param extraCards whether the opponent may draw one card for each mulligan
   */
  public record Opening(int handSize, NoBasic noBasic, boolean extraCards) {}

  /** The procedure for a first hand without a Basic. */
  public enum NoBasic {
    /** It is shown and redrawn. */
    MULLIGAN,
    /** It cannot happen: hands are dealt with a Basic in them. */
    GUARANTEED
  }

  public record Bench(int max) {}

  public record Energy(int perTurn, EnergySource source) {}

  /** Where the energy of the turn comes from. */
  public enum EnergySource {
    HAND,
    ENERGY_DECK,
    ZONE
  }

  /**
   * What wins a game.
   *
   * @param count prize cards set aside, or points needed
   * @param basic worth of a knock-out of a Pokémon without a rule box
   */
  public record Prizes(PrizeMode mode, int count, int basic, int ex, int mega) {}

  /** Whether knock-outs take prize cards or give points. */
  public enum PrizeMode {
    CARDS,
    POINTS
  }

  /**
   * What the first turn of the first player allows; {@code evolve} applies to the first turn of
   * each player.
   *
   * @param secondDraws cards that the player who goes second draws at the start of their first turn
   */
  public record FirstTurn(
      boolean draw,
      boolean attack,
      boolean supporter,
      boolean energy,
      boolean evolve,
      int secondDraws) {}

  /**
   * Trainer cards a player may play or hold.
   *
   * @param items Items in a turn; 0: no limit
   */
  public record Trainers(int supporters, int stadiums, int items, int toolsPerPokemon) {}

  /**
   * Evolving.
   *
   * @param sameTurn whether a Pokémon may evolve in the turn it came into play or evolved
   */
  public record Evolution(boolean sameTurn) {}

  /**
   * Retreating.
   *
   * @param overpay whether a player may discard energy that the cost does not need; where not, only
   *     what one card provides too much may be lost
   */
  public record Retreat(int perTurn, boolean overpay) {}

  /**
   * Special conditions.
   *
   * @param burnCure whether heads ends burn after its damage
   * @param confusionDamage the damage that a confused Pokémon takes on tails
   */
  public record Conditions(
      int poison, int burn, boolean burnCure, ConfusionTails confusionTails, int confusionDamage) {}

  /** What tails does to a confused Pokémon, in addition to the failed attack. */
  public enum ConfusionTails {
    DAMAGES_ITSELF,
    FAILS
  }

  /**
   * How an attack's damage changes.
   *
   * @param weakness multiplier or addition
   * @param resistance the reduction; 0: there is no resistance
   */
  public record Damage(WeaknessMode weaknessMode, int weakness, int resistance) {}

  /** How weakness raises damage. */
  public enum WeaknessMode {
    TIMES,
    PLUS
  }

  /**
   * How a game is won where it is not plain.
   *
   * @param suddenDeathPrizes prizes of the game that decides after both have won
   * @param noPokemonLoses whether a player without Pokémon has lost, although the same moment gave
   *     them their last prize or point and the opponent still has Pokémon
   */
  public record Win(
      EmptyDeck emptyDeck, BothWin bothWin, int suddenDeathPrizes, boolean noPokemonLoses) {}

  /**
   * The checkup between turns.
   *
   * @param nextPlayerFirst whether the effects of the player whose turn is next come first
   */
  public record Checkup(boolean nextPlayerFirst) {}

  /**
   * Searching a deck.
   *
   * @param anyMayFail whether a search for any card at all may take none
   */
  public record Search(boolean anyMayFail) {}

  /** The consequence for a player who cannot draw at the start of the turn. */
  public enum EmptyDeck {
    LOSES,
    GOES_ON
  }

  /** The result if both players win at once and neither meets more conditions. */
  public enum BothWin {
    SUDDEN_DEATH,
    TIE
  }

  /**
   * Bounds of a game.
   *
   * @param turns the game is a tie after that many turns
   * @param hand most cards a hand may hold; drawing stops there; 0: no limit
   * @param commands the game is a tie after that many commands of the players
   * @param instances most cards there may be in a game, made ones included; past it no energy is
   *     made
   * @param idleTurns a game in which neither player acted for that many turns of each ends without
   *     a winner
   */
  public record Limits(int turns, int hand, int commands, int instances, int idleTurns) {}

  /**
   * Clocks, all in milliseconds.
   *
   * @param turnMs a turn
   * @param warningMs how long before the end a warning comes
   * @param graceMs what a reconnect adds once per player and turn
   * @param choiceMs a forced choice in the opponent's turn
   * @param timeoutsBeforeLoss 1: lost at once; 0: never
   * @param absenceMs the most that the clock of a player who has left may run; when it has run out
   *     the opponent may claim the game; 0: leaving changes nothing
   */
  public record Timer(
      int turnMs,
      int warningMs,
      int graceMs,
      int choiceMs,
      int timeoutsBeforeLoss,
      int absenceMs) {}
}
