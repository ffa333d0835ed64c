import type { GameState, RulesConfig } from "@menagerie/client";
import { promptOf } from "./choice-text.js";
import { t } from "./i18n.svelte.js";
import { ENERGY_ZONE, movesBySource } from "./moves.js";

/** The instruction for the viewer. */
export function instruction(state: GameState, opponent: string): string {
  if (state.status === "waiting") return t("prompt.waiting");
  if (state.status === "finished") return t("prompt.finished");
  const seat = state.viewer.seat;
  const own = seat === null ? undefined : state.players[seat]?.player_id;
  const name = (id: string | undefined): string =>
    state.players.find((side) => side?.player_id === id)?.name ?? opponent;
  if (state.pending) {
    if (state.pending.player_id !== own) return t("prompt.choosing", { player: name(state.pending.player_id) });
    return promptOf(state.pending);
  }
  if (state.status === "setup") {
    if (state.legal_actions.length === 0) return t("prompt.setting_up", { player: opponent });
    return seat !== null && state.players[seat]?.active ? t("prompt.bench") : t("prompt.active");
  }
  if (state.turn && state.turn.player_id === own && state.legal_actions.length > 0) return nextStep(state);
  return t("prompt.playing", { player: name(state.turn?.player_id) });
}

/** The usual order of a turn, from what can still be done: energy, cards, attack. */
function nextStep(state: GameState): string {
  const types = new Set(state.legal_actions.map((action) => action.type));
  const steps: string[] = [];
  if (types.has("attach_energy")) {
    steps.push(movesBySource(state).has(ENERGY_ZONE) ? t("step.energy_zone") : t("step.energy_hand"));
  }
  if (types.has("play_pokemon") || types.has("evolve") || types.has("play_trainer")) steps.push(t("step.cards"));
  if (steps.length === 0 && !types.has("attack")) return t("prompt.end_turn");
  const last = types.has("attack") ? t("step.attack") : t("step.end");
  const text =
    steps.length > 0 ? t("prompt.your_turn", { steps: steps.join(", "), last }) : t("prompt.last_step", { last });
  return text.replace(/^./, (letter) => letter.toUpperCase());
}

/** The actions that these rules forbid in the first turn of the first player. */
export function firstTurnLimits(rules: RulesConfig): string {
  const { draw, attack, supporter, energy, evolve } = rules.first_turn;
  const limits = [
    ...(draw ? [] : [t("first_turn.draw")]),
    ...(energy ? [] : [t("first_turn.energy")]),
    ...(supporter ? [] : [t("first_turn.supporter")]),
    ...(attack ? [] : [t("first_turn.attack")]),
    ...(evolve ? [] : [t("first_turn.evolve")]),
  ];
  return limits.length === 0 ? t("first_turn.no_limits") : t("first_turn.limits", { limits: limits.join(", ") });
}
