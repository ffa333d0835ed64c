import { applyPatch, PatchMismatch, same } from "./patch.js";
import type { Commit, GameState, PatchOperation } from "./wire.js";

/** What following one message led to. */
export type Step =
  /** One more commit, applied. */
  | { kind: "advanced"; commit: Commit; state: GameState }
  /** The whole state; `missed` tells what happened since the last one, if the server could. */
  | { kind: "replaced"; missed: Commit[]; state: GameState; resync: boolean }
  /** Known already. */
  | { kind: "old" }
  /** Something between is missing: join again. */
  | { kind: "gap" };

/** The state of one game as its messages tell it, in order and without holes. Sends nothing. */
export class Follower {
  #state: GameState | undefined;
  /** Full mode tells what happened and the state in two messages. */
  #told: Commit | undefined;

  get state(): GameState | undefined {
    return this.#state;
  }

  /** What a join says to get only what is missing. */
  get resumeFrom(): { last_event_id: number; epoch: number } | undefined {
    return this.#state && { last_event_id: this.#state.event_id, epoch: this.#state.epoch };
  }

  full(state: GameState, missed?: Commit[], resync?: boolean): Step {
    const before = this.#state;
    const told = this.#told;
    this.#told = undefined;
    const sameLine = before !== undefined && before.epoch === state.epoch;
    if (sameLine && !missed && state.event_id === before.event_id && same(before, state)) return { kind: "old" };
    if (sameLine && !missed && !resync) {
      if (state.event_id < before.event_id) return { kind: "old" };
      if (told && told.event_id === state.event_id && state.event_id === before.event_id + 1) {
        this.#state = state;
        return { kind: "advanced", commit: told, state };
      }
    }
    this.#state = state;
    const known = before?.event_id ?? Number.MAX_SAFE_INTEGER;
    return {
      kind: "replaced",
      missed: sameLine && !resync ? (missed ?? []).filter((commit) => commit.event_id > known) : [],
      state,
      resync: resync ?? (before !== undefined && !sameLine),
    };
  }

  /** Full mode: what happened; the state follows. */
  told(commit: Commit): void {
    this.#told = commit;
  }

  /** Delta mode: what happened and what it changed. */
  delta(commit: Commit, epoch: number | undefined, patch: readonly PatchOperation[]): Step {
    const before = this.#state;
    if (!before || (epoch !== undefined && epoch !== before.epoch)) return { kind: "gap" };
    if (commit.event_id <= before.event_id) return { kind: "old" };
    if (commit.event_id !== before.event_id + 1) return { kind: "gap" };
    try {
      const state = applyPatch(before, patch);
      this.#state = state.event_id === commit.event_id ? state : { ...state, event_id: commit.event_id };
      return { kind: "advanced", commit, state: this.#state };
    } catch (failure) {
      if (failure instanceof PatchMismatch) return { kind: "gap" };
      throw failure;
    }
  }

  /** Whether something later than the state is known to have happened. */
  isBehind(eventId: number): boolean {
    return this.#state === undefined || eventId > this.#state.event_id;
  }
}
