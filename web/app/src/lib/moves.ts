import type { Action, GameState, InPlay, Seat, Side } from "@menagerie/client";
import { t } from "./i18n.svelte.js";

/** The source id of the energy zone, which is no card. */
export const ENERGY_ZONE = "energy-zone";

/** The actions of one card, Pokémon or zone. */
export interface Moves {
  /** Actions without a target. */
  direct: Action[];
  /** Actions by the id of their target. */
  targeted: Map<string, Action>;
}

/** The legal actions by the card, Pokémon or zone that the player taps first. */
export function movesBySource(state: GameState): Map<string, Moves> {
  const moves = new Map<string, Moves>();
  const of = (source: string): Moves => {
    let found = moves.get(source);
    if (!found) moves.set(source, (found = { direct: [], targeted: new Map() }));
    return found;
  };
  const active = ownSide(state)?.active?.id;
  for (const action of state.legal_actions) {
    switch (action.type) {
      case "play_pokemon":
        of(action.card_id).direct.push(action);
        break;
      case "evolve":
        of(action.card_id).targeted.set(action.target_id, action);
        break;
      case "attach_energy":
        of(action.card_id ?? ENERGY_ZONE).targeted.set(action.target_id, action);
        break;
      case "play_trainer":
        if (action.target_id) of(action.card_id).targeted.set(action.target_id, action);
        else of(action.card_id).direct.push(action);
        break;
      case "use_ability":
        of(action.pokemon_id).direct.push(action);
        break;
      case "attack":
        if (active) of(active).direct.push(action);
        break;
      case "retreat":
        if (active) retreatTo(of(active), action);
        break;
      case "select_active":
        of(action.pokemon_id).direct.push(action);
        break;
      case "select_prize":
      case "select":
      case "pass":
        break;
    }
  }
  return moves;
}

/** Keeps the cheapest of several ways to pay for the same retreat. */
function retreatTo(moves: Moves, action: Extract<Action, { type: "retreat" }>): void {
  const known = moves.targeted.get(action.bench_id);
  const price = (other: Action): number => (other.type === "retreat" ? (other.energy_ids?.length ?? -1) : 0);
  if (!known || price(action) < price(known)) moves.targeted.set(action.bench_id, action);
}

export function ownSide(state: GameState): Side | undefined {
  const seat = state.viewer.seat;
  return seat === null ? undefined : (state.players[seat] ?? undefined);
}

export function playerName(state: GameState | undefined, seat: Seat): string {
  return state?.players[seat]?.name ?? t(seat === 0 ? "player.first" : "player.second");
}

export function canPass(state: GameState): boolean {
  return state.legal_actions.some((action) => action.type === "pass");
}

/** Whether two states have the same legal actions. */
export function sameMoves(one: GameState, other: GameState): boolean {
  return JSON.stringify(one.legal_actions) === JSON.stringify(other.legal_actions);
}

export function inPlay(state: GameState): InPlay[] {
  return state.players.flatMap((side) => (side ? [...(side.active ? [side.active] : []), ...side.bench] : []));
}

/** The definition of a card of the game, wherever it is visible. */
export function definitionOf(state: GameState, id: string): string | undefined {
  for (const side of state.players) {
    if (!side) continue;
    const found =
      [...(side.hand ?? []), ...side.discard, ...side.prizes].find((card) => card?.id === id) ??
      [side.active, ...side.bench]
        .flatMap((pokemon) => (pokemon ? [pokemon, ...pokemon.energy, ...pokemon.tools, ...pokemon.evolved_from] : []))
        .find((card) => card.id === id);
    if (found) return found.card;
  }
  return state.stadium?.id === id ? state.stadium.card : undefined;
}

/** The action that answers a choice: forced choices of a Pokémon or a prize have their own actions. */
export function choiceAction(state: GameState, choiceId: string, selected: string[]): Action {
  const only = selected.length === 1 ? selected[0] : undefined;
  const own = state.legal_actions.find(
    (action) =>
      (action.type === "select_active" && action.pokemon_id === only) ||
      (action.type === "select_prize" && String(action.index) === only),
  );
  return own ?? { type: "select", choice_id: choiceId, selected };
}
