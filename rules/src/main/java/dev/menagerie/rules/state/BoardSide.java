package dev.menagerie.rules.state;

import dev.menagerie.rules.card.EnergyType;
import java.util.List;
import java.util.Optional;

/**
 * One player's side as a {@link Board} describes it, cards by definition id.
 *
 * @param deck the top card first
 * @param energyDeck the top card first
 * @param energyTypes the types of the energy zone
 * @param flippedEnergy the card turned up from the energy deck
 * @param zoneCurrent the zone's energy of this turn and of the next
 */
public record BoardSide(
    Optional<BoardPokemon> active,
    List<BoardPokemon> bench,
    List<String> hand,
    List<String> deck,
    List<String> discard,
    List<String> prizes,
    Optional<Integer> points,
    List<String> energyDeck,
    Optional<String> flippedEnergy,
    List<EnergyType> energyTypes,
    Optional<EnergyType> zoneCurrent,
    Optional<EnergyType> zoneNext) {}
