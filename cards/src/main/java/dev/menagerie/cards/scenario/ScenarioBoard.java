package dev.menagerie.cards.scenario;

import dev.menagerie.rules.card.EnergyType;
import dev.menagerie.rules.card.SpecialCondition;
import dev.menagerie.rules.state.Seat;
import java.util.List;
import java.util.Optional;

/** The board a scenario begins with, as its file describes it. */
record ScenarioBoard(List<Side> players, Optional<Turn> turn, Optional<String> stadium) {
  ScenarioBoard {
    players = List.copyOf(players);
    if (players.size() != Seat.values().length) {
      throw new IllegalArgumentException("must have two players");
    }
  }

  /**
   * One player's side.
   *
   * @param deck top card first; absent: some cards that do nothing
   * @param prizes absent: as many as the rules ask for, cards that do nothing
   * @param energyDeck top card first; absent: as large as the rules ask for
   * @param flippedEnergy the card turned up from the energy deck
   */
  record Side(
      Optional<InPlay> active,
      List<InPlay> bench,
      List<String> hand,
      Optional<List<String>> deck,
      List<String> discard,
      Optional<List<String>> prizes,
      Optional<Integer> points,
      Optional<List<String>> energyDeck,
      Optional<String> flippedEnergy,
      List<EnergyType> energyTypes,
      Optional<Zone> energyZone) {}

  /** The energy zone. */
  record Zone(Optional<EnergyType> current, Optional<EnergyType> next) {}

  /**
   * A Pokémon in play.
   *
   * @param turnsInPlay 0: it came into play in this turn; absent: before it
   * @param evolvedFrom the cards below, lowest first
   */
  record InPlay(
      String card,
      Optional<Integer> damage,
      List<String> energy,
      List<String> tools,
      List<SpecialCondition> conditions,
      Optional<Integer> turnsInPlay,
      List<String> evolvedFrom) {}

  /**
   * The turn.
   *
   * @param number counted over both players; absent: 3, when all first turns are over
   */
  record Turn(Optional<Integer> number, Optional<Seat> player) {}
}
