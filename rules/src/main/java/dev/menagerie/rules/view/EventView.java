package dev.menagerie.rules.view;

import dev.menagerie.rules.card.Destination;
import dev.menagerie.rules.card.EnergyType;
import dev.menagerie.rules.card.SpecialCondition;
import dev.menagerie.rules.card.Zone;
import dev.menagerie.rules.state.EndReason;
import dev.menagerie.rules.state.Seat;
import dev.menagerie.rules.view.View.Card;
import java.util.List;
import java.util.Optional;

/** An event as one viewer may know it. An empty card is a hidden one. */
public sealed interface EventView {
  /** A coin decided who chooses who starts. */
  record FirstPlayerFlipped(Seat player) implements EventView {}

  record FirstPlayerChosen(Seat player) implements EventView {}

  /** A first hand without a Basic was shown. */
  record MulliganTaken(Seat player, List<Card> hand) implements EventView {}

  /** A Pokémon was placed face down while the game is set up. */
  record PokemonPlaced(Seat player, Optional<Card> card, boolean active) implements EventView {}

  /** Both have placed; what lay face down is turned up. */
  record PokemonRevealed(Seat player, Card active, List<Card> bench) implements EventView {}

  record PrizesSet(Seat player, int count) implements EventView {}

  record TurnStarted(Seat player, int turnNumber) implements EventView {}

  record TurnEnded(Seat player, int turnNumber) implements EventView {}

  record CheckupStarted() implements EventView {}

  record CardDrawn(Seat player, int count, Optional<List<Card>> cards) implements EventView {}

  record DeckShuffled(Seat player) implements EventView {}

  /** A Basic came to the bench from hand. */
  record PokemonPlayed(Seat player, Card pokemon) implements EventView {}

  /** A Pokémon was put on the bench by an effect. */
  record PokemonBenched(Seat player, Card pokemon) implements EventView {}

  /** {@code targetId}: the Pokémon as it was before. */
  record PokemonEvolved(Seat player, String targetId, Card pokemon) implements EventView {}

  record PokemonDevolved(Seat player, String targetId, Card pokemon) implements EventView {}

  record EnergyAttached(Seat player, Card energy, String targetId) implements EventView {}

  record EnergyMoved(Seat player, Card energy, String fromId, String targetId)
      implements EventView {}

  record EnergyZoneChanged(Seat player, Optional<EnergyType> current, Optional<EnergyType> next)
      implements EventView {}

  record ToolAttached(Seat player, Card tool, String targetId) implements EventView {}

  record TrainerPlayed(Seat player, Card trainer) implements EventView {}

  record StadiumPlayed(Seat player, Card stadium) implements EventView {}

  record AbilityUsed(Seat player, String pokemonId, String ability) implements EventView {}

  record AttackUsed(Seat player, String pokemonId, String attack) implements EventView {}

  /** Confusion, or the attack's own text, made it fail. */
  record AttackFailed(Seat player, String pokemonId) implements EventView {}

  record CoinFlipped(Seat player, boolean heads) implements EventView {}

  record DamageDealt(String pokemonId, int amount, boolean attack) implements EventView {}

  record CountersPlaced(String pokemonId, int counters) implements EventView {}

  record CountersRemoved(String pokemonId, int counters) implements EventView {}

  record DamageHealed(String pokemonId, int amount) implements EventView {}

  record ConditionApplied(String pokemonId, SpecialCondition condition) implements EventView {}

  record ConditionEnded(String pokemonId, SpecialCondition condition) implements EventView {}

  /** A benched Pokémon and the Active changed places; no {@code formerId}: the spot was empty. */
  record ActiveChanged(Seat player, String pokemonId, Optional<String> formerId)
      implements EventView {}

  record Retreated(Seat player, String pokemonId) implements EventView {}

  record KnockedOut(Seat player, String pokemonId) implements EventView {}

  /** Cards left a zone or play for another zone. */
  record CardsMoved(
      Seat player, Optional<Zone> from, Destination to, int count, Optional<List<Card>> cards)
      implements EventView {}

  record CardsRevealed(Seat player, Optional<Zone> from, List<Card> cards) implements EventView {}

  /** The player looks at cards that the opponent does not see. */
  record CardsLookedAt(Seat player, int count, Optional<List<Card>> cards) implements EventView {}

  record PrizeTaken(Seat player, int index, Optional<Card> card) implements EventView {}

  record PointsScored(Seat player, int points) implements EventView {}

  /** Something became true of a Pokémon for a while, or fired. */
  record EffectBegan(Optional<String> pokemonId, Optional<Seat> player, String effect)
      implements EventView {}

  record ChoiceRequested(Seat player) implements EventView {}

  record ChoiceMade(Seat player) implements EventView {}

  record TimedOut(Seat player, int timeoutsUsed) implements EventView {}

  record GraceGranted(Seat player) implements EventView {}

  /** A player has left the game; their clock is shorter until they return. */
  record PlayerLeft(Seat player) implements EventView {}

  record PlayerReturned(Seat player) implements EventView {}

  /** The time of a player who is away ran out: the other one may claim the game. */
  record ClaimOpened(Seat player) implements EventView {}

  record SuddenDeathStarted(int game) implements EventView {}

  record GameEnded(Optional<Seat> winner, EndReason reason) implements EventView {}
}
