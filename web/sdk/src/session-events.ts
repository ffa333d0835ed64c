import type { ConnectionStatus, Transport } from "./connection.js";
import type { Quality } from "./heartbeat.js";
import type { Commit, GameOver, GameState, ServerMessages, TurnStart } from "./wire.js";

/** The events of a {@link GameSession}, by name. */
export interface SessionEvents {
  /** One commit, and the state after it. */
  commit: { commit: Commit; state: GameState; turn_start?: TurnStart; game_over?: GameOver };
  /** The whole state, after joining or after a gap; `missed` lists the commits in between. */
  state: { state: GameState; missed: Commit[]; resync: boolean };
  turn_start: Omit<TurnStart, "type">;
  turn_timeout: ServerMessages["game:turn_timeout"];
  game_over: Omit<GameOver, "type">;
  opponent: ServerMessages["game:opponent_connected"];
  spectators: { count: number };
  /** An invitation or a rematch changed; of any game, not only of this one. */
  invitation: ServerMessages["user:invitation"];
  /** Matchmaking has found an opponent for the user. */
  match: ServerMessages["user:match"];
  /** What another user is to the user changed. */
  friend: ServerMessages["user:friend"];
  connection: ConnectionStatus;
  quality: Quality;
  /** The session ended for good, or the game cannot be joined. */
  closed: { code: string; message: string };
}

export interface SessionOptions {
  sync?: "full" | "delta";
  /** Asks for all earlier commits with the first state, for example for a log; default: none. */
  history?: boolean;
  /** Default: polling first, then WebSocket, as socket.io-client does it. */
  transports?: Transport[];
}
