import type { ConnectionStatus, Transport } from "./connection.js";
import type { CloseCode } from "./errors.js";
import type { Quality } from "./heartbeat.js";
import type { ClientMessages, Commit, GameOver, GameState, ServerMessages, TurnStart } from "./wire.js";

/** The events of a {@link GameSession}, by name. */
export interface SessionEvents {
  /** One commit, and the state after it. */
  commit: {
    /** What was done, and what happened. */
    commit: Commit;
    /** The state after it. */
    state: GameState;
    /** Set when a turn began with this commit. */
    turn_start?: TurnStart;
    /** Set when the game ended with this commit. */
    game_over?: GameOver;
  };
  /** The whole state, after joining or after a gap; `missed` lists the commits in between. */
  state: {
    /** The whole state. */
    state: GameState;
    /** The commits between the last known state and this one, as far as the server has them. */
    missed: Commit[];
    /** True: commits may be missing; take the state as it is. */
    resync: boolean;
  };
  /** A turn began. */
  turn_start: Omit<TurnStart, "type">;
  /** The clock warns, has run out, or was extended. */
  turn_timeout: ServerMessages["game:turn_timeout"];
  /** The game is over. */
  game_over: Omit<GameOver, "type">;
  /** The opponent came, left or is back. */
  opponent: ServerMessages["game:opponent_connected"];
  /** A player says one of the fixed things. */
  emote: ServerMessages["game:player_emote"];
  /** A player, who may be the user, has written something. Show it as text, never as markup. */
  chat: ServerMessages["game:player_chat"];
  /** The server greets a new connection: whether the house has chat, and what the operators announce. */
  welcome: ServerMessages["session:ready"];
  /** How many watch. */
  spectators: {
    /** The number of spectators. */
    count: number;
  };
  /** An invitation or a rematch changed; of any game, not only of this one. */
  invitation: ServerMessages["user:invitation"];
  /** Matchmaking has found an opponent for the user. */
  match: ServerMessages["user:match"];
  /** What another user is to the user changed. */
  friend: ServerMessages["user:friend"];
  /** It is another player's turn in another game of the user, or that game is over. */
  turn_elsewhere: ServerMessages["user:turn"];
  /** An announcement was made, withdrawn, or is past; `welcome` has those in force. */
  announcements: ServerMessages["user:announcements"];
  /** The connection was made or broke. */
  connection: ConnectionStatus;
  /** The connection was measured. */
  quality: Quality;
  /** The session ended for good, or the game cannot be joined. */
  closed: {
    /** Why. */
    code: CloseCode;
    /** The reason in English, for people. */
    message: string;
  };
}

/** How a session follows its game. */
export interface SessionOptions {
  /** `delta` (default): patches; `full`: the whole state after each commit. The session has the same state either way. */
  sync?: "full" | "delta";
  /** `false`: patches come without events, `commit.events` is empty; for clients that only show states. */
  events?: boolean;
  /** `false`: states come without `legal_actions`; for spectators, and clients that know the rules. */
  legalActions?: boolean;
  /** Asks for all earlier commits with the first state, for example for a log; default: none. */
  history?: boolean;
  /** Default: polling first, then WebSocket, as socket.io-client does it. */
  transports?: Transport[];
}

/** How a message that joins a game asks to follow it. */
export type FollowOptions = Pick<ClientMessages["game:join"], "sync" | "events" | "legal_actions">;

/** The members of a join for these options. */
export function followOptions(options: SessionOptions): FollowOptions {
  return {
    sync: options.sync ?? "delta",
    ...(options.events === false ? { events: false } : {}),
    ...(options.legalActions === false ? { legal_actions: false } : {}),
  };
}

/** How an action is sent. */
export interface ActOptions {
  /** Refuses the action with `stale_version` if the game has moved on from this version. */
  expectedEventId?: number;
  /** The span of OpenTelemetry that the server's spans are to be below, as W3C Trace Context writes it. */
  traceparent?: string;
}
