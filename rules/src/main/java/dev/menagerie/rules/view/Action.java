package dev.menagerie.rules.view;

import java.util.List;
import java.util.Optional;

/** An action on the wire; its ids are opaque and valid for one player only. */
public sealed interface Action {
  record PlayPokemon(String cardId) implements Action {}

  record Evolve(String cardId, String targetId) implements Action {}

  /** Either a card, or {@code source: "zone"}. */
  record AttachEnergy(Optional<String> cardId, Optional<EnergyOrigin> source, String targetId)
      implements Action {}

  /** The origin of energy that is not a card of the hand. */
  enum EnergyOrigin {
    ZONE
  }

  record PlayTrainer(String cardId, Optional<String> targetId) implements Action {}

  record UseAbility(String pokemonId, int abilityIndex) implements Action {}

  record Retreat(String benchId, Optional<List<String>> energyIds) implements Action {}

  record Attack(int attackIndex) implements Action {}

  record Pass() implements Action {}

  /** The opponent is gone: ends the game with a win. */
  record ClaimWin() implements Action {}

  /** The opponent is gone: ends the game as a tie. */
  record ClaimDraw() implements Action {}

  record SelectActive(String pokemonId) implements Action {}

  record SelectPrize(int index) implements Action {}

  /**
   * Answers the pending choice.
   *
   * @param selected ids of options of the pending choice
   */
  record Select(String choiceId, List<String> selected) implements Action {
    public Select {
      selected = List.copyOf(selected);
    }
  }
}
