import type { FakeConnection } from "./fake-connection.js";
import type { StateChange } from "./fake-state.js";
import type { Action, Commit, GameEvent, GameOver, GameState, TurnStart } from "./wire.js";

/** What one commit of a {@link FakeTable} brings. */
export interface FakeCommit {
  /** Who acted; null: the server by itself. Default: the opponent. */
  player_id?: string | null;
  /** The type of the action. Default: `pass`. */
  action_type?: string;
  /** What happened. Default: nothing. */
  events?: GameEvent[];
  /** How the state changes, apart from its version. */
  change?: StateChange;
  /** Set when a turn begins with this commit. */
  turn_start?: Omit<TurnStart, "type">;
  /** Set when the game ends with this commit. */
  game_over?: Omit<GameOver, "type">;
}

/** Decides what an action of the user does: the commit it makes, or a refusal that it throws. */
export type FakeRules = (action: Action, state: GameState) => FakeCommit;

/** Each action passes the turn to the opponent. */
export const passesTheTurn: FakeRules = (_, state) => ({
  change: {
    turn: state.turn && {
      ...state.turn,
      number: state.turn.number + 1,
      player_id: state.players.find((one) => one && one.player_id !== state.turn?.player_id)?.player_id ?? "opponent",
    },
    legal_actions: [],
  },
});

/** A client that asked for no legal actions or events gets none. */
export function seenBy({ follows }: FakeConnection, state: GameState): GameState {
  return follows?.legal_actions === false ? { ...state, legal_actions: [] } : state;
}

/** The events of a commit for a client that asked for them. */
export function eventsFor({ follows }: FakeConnection, commit: Commit): GameEvent[] {
  return follows?.events === false ? [] : commit.events;
}

/** What a message says beside the commit. */
export function extras(what: FakeCommit): { turn_start?: TurnStart; game_over?: GameOver } {
  return {
    ...(what.turn_start ? { turn_start: { type: "turn_start", ...what.turn_start } as const } : {}),
    ...(what.game_over ? { game_over: { type: "game_over", ...what.game_over } as const } : {}),
  };
}

/** The commit that ends a game. */
export function ending(
  state: GameState,
  winner_id: string | null,
  reason: NonNullable<GameState["end_reason"]>,
): FakeCommit {
  const over: Omit<GameOver, "type"> = {
    winner_id,
    end_reason: reason,
    duration_ms: 60_000,
    rng_seed: "0".repeat(64),
    replay_url: `/games/${state.game_id}/replay`,
  };
  return {
    change: { status: "finished", winner_id, end_reason: reason, legal_actions: [] },
    game_over: over,
  };
}
