import type { Action, AttackDefinition, CardDefinition, GameState } from "@menagerie/client";
import type { Definitions } from "./reasons.js";

/** An attack that the viewer's Active shows, and the action that uses it where it is legal now. */
export interface ShownAttack {
  attack: AttackDefinition;
  action: Action | undefined;
}

/**
 * The attacks of the viewer's Active as actions count them. Only the server knows which other attacks are in force
 * (of earlier stages, tools, benched Pokémon); where it names none they are those of the card itself.
 */
export function attacksOf(state: GameState, active: CardDefinition, cards: Definitions): ShownAttack[] {
  const attacks = state.attacks
    ? state.attacks.map(({ card, index }) => attacksOn(cards.get(card))[index])
    : attacksOn(active);
  return attacks.flatMap((attack, index) =>
    attack
      ? [{ attack, action: state.legal_actions.find((one) => one.type === "attack" && one.attack_index === index) }]
      : [],
  );
}

function attacksOn(card: CardDefinition | undefined): readonly AttackDefinition[] {
  return card && card.type !== "energy" ? card.attacks : [];
}
