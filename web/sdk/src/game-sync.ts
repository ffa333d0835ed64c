import { applyPatch, PatchMismatch, same } from "./patch.js";
import type { Commit, GameState, PatchOperation } from "./wire.js";

/** The effect of one message on the state. */
export type SyncResult =
  /** The next commit was applied. */
  | { kind: "advanced"; commit: Commit; state: GameState }
  /** The state was replaced; `missed` lists the commits since the last known one, if the server sent them. */
  | { kind: "replaced"; missed: Commit[]; state: GameState; resync: boolean }
  /** The message is older than the state. */
  | { kind: "outdated" }
  /** A message is missing: join again. */
  | { kind: "gap" };

/** Keeps the state of one game in step with the server's messages, in order and without gaps. Sends nothing. */
export class GameSync {
  #state: GameState | undefined;
  /** In full mode the events come first and the state in a second message. */
  #announced: Commit | undefined;

  get state(): GameState | undefined {
    return this.#state;
  }

  /** The id of the player whose view this is; null: a spectator's, or none yet. */
  get viewerId(): string | null {
    const seat = this.#state?.viewer.seat ?? null;
    return (seat === null ? null : this.#state?.players[seat]?.player_id) ?? null;
  }

  /** The fields of a join message that ask for missed commits only. */
  get resumeFrom(): { last_event_id: number; epoch: number } | undefined {
    return this.#state && { last_event_id: this.#state.event_id, epoch: this.#state.epoch };
  }

  /** Applies a whole state. */
  applyState(state: GameState, missed?: Commit[], resync?: boolean): SyncResult {
    const before = this.#state;
    const announced = this.#announced;
    this.#announced = undefined;
    const sameEpoch = before !== undefined && before.epoch === state.epoch;
    if (sameEpoch && !missed && state.event_id === before.event_id && same(before, state)) return { kind: "outdated" };
    if (sameEpoch && !missed && !resync) {
      if (state.event_id < before.event_id) return { kind: "outdated" };
      if (announced && announced.event_id === state.event_id && state.event_id === before.event_id + 1) {
        this.#state = state;
        return { kind: "advanced", commit: announced, state };
      }
    }
    this.#state = state;
    const known = before?.event_id ?? -1;
    return {
      kind: "replaced",
      missed: resync || (before && !sameEpoch) ? [] : (missed ?? []).filter((commit) => commit.event_id > known),
      state,
      resync: before !== undefined && (resync ?? !sameEpoch),
    };
  }

  /** Full mode: records the events of a commit whose state follows in the next message. */
  announce(commit: Commit): void {
    this.#announced = commit;
  }

  /** Delta mode: applies the patch of one commit. */
  applyPatch(commit: Commit, epoch: number | undefined, patch: readonly PatchOperation[]): SyncResult {
    const before = this.#state;
    if (!before || (epoch !== undefined && epoch !== before.epoch)) return { kind: "gap" };
    if (commit.event_id <= before.event_id) return { kind: "outdated" };
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

  /** Whether a commit later than the state is known. */
  isBehind(eventId: number): boolean {
    return this.#state === undefined || eventId > this.#state.event_id;
  }
}
