import { EXAMPLE_STATE } from "./example-state.js";
import type { GameState } from "./wire.js";

/** A change of a state: a function that gets a copy to change, or the members to replace. */
export type StateChange = Partial<GameState> | ((draft: GameState) => void);

/**
 * A whole state: the user's turn in the middle of a game, with an attack and passing as legal actions.
 *
 * @param change what is different
 */
export function exampleState(change: StateChange = {}): GameState {
  return changed(EXAMPLE_STATE, (state) => {
    const { seat } = state.viewer;
    const user = seat === null ? undefined : state.players[seat]?.player_id;
    if (state.turn && user) state.turn = { ...state.turn, player_id: user, phase: "main" };
    state.legal_actions = [{ type: "attack", attack_index: 0 }, { type: "pass" }];
    if (typeof change === "function") change(state);
    else Object.assign(state, structuredClone(change));
  });
}

/** A copy of the state with a change. */
export function changed(state: GameState, change: StateChange): GameState {
  const draft = structuredClone(state);
  if (typeof change === "function") change(draft);
  else Object.assign(draft, structuredClone(change));
  return draft;
}
