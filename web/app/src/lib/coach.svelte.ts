import type { GameState } from "@menagerie/client";
import { ownSide } from "./moves.js";

/** The five steps of a first game, in order. */
export const COACH_STEPS = ["goal", "setup", "energy", "attack", "greyed"] as const;
export type CoachStep = (typeof COACH_STEPS)[number];

const KEY = "menagerie.coach";

/** Explains a first game in five steps, each at the moment it is needed. Can be skipped and repeated. */
class Coach {
  /** The index of the current step; past the end when the coach is finished or skipped. */
  position = $state(stored());

  get step(): CoachStep | undefined {
    return COACH_STEPS[this.position];
  }

  /** Whether a step has its moment: setup before the first turn, energy and attack when they are legal. */
  fits(state: GameState): boolean {
    switch (this.step) {
      case undefined:
        return false;
      case "goal":
      case "greyed":
        return state.status === "setup" || state.status === "active";
      case "setup":
        return state.status === "setup" && state.legal_actions.length > 0;
      case "energy":
        return state.legal_actions.some((action) => action.type === "attach_energy");
      case "attack":
        return state.legal_actions.some((action) => action.type === "attack");
    }
  }

  /** Moves on when the player has done what the step explains. */
  observe(before: GameState | undefined, after: GameState): void {
    if (this.step === "setup" && after.status === "active") this.next();
    const attached = (after.turn?.energy_attached ?? 0) > (before?.turn?.energy_attached ?? 0);
    const own = after.turn?.player_id === ownSide(after)?.player_id;
    if (this.step === "energy" && own && attached) this.next();
  }

  next(): void {
    this.#moveTo(this.position + 1);
  }

  skip(): void {
    this.#moveTo(COACH_STEPS.length);
  }

  restart(): void {
    this.#moveTo(0);
  }

  #moveTo(position: number): void {
    this.position = position;
    try {
      localStorage.setItem(KEY, String(position));
    } catch {
      // Storage is forbidden: the position lasts as long as the page.
    }
  }
}

/** Without a stored position the coach waits until the player starts it. */
function stored(): number {
  try {
    const position = localStorage.getItem(KEY);
    return position === null ? COACH_STEPS.length : Number(position);
  } catch {
    return COACH_STEPS.length;
  }
}

export const coach = new Coach();
