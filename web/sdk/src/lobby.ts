import { GameConnection, type ConnectionStatus, type Transport } from "./connection.js";
import { Emitter } from "./emitter.js";
import type { CloseCode } from "./errors.js";
import { Timers } from "./timers.js";
import type { TokenManager } from "./token-manager.js";
import type { Announcement, LobbyCounts, LobbyMember, LobbyMessages, OpenGame, TournamentEntry } from "./wire.js";

/** The lobby at one moment. */
export interface LobbyState {
  /** Listed games, the newest first. */
  games: OpenGame[];
  /** Users in the lobby by name; the longest list is bounded, `counts` has the number of all. */
  members: LobbyMember[];
  /** How many games and members there are. */
  counts: LobbyCounts;
  /** What operators tell everybody. */
  announcements: Announcement[];
  /** Tournaments that are not over, or have just ended, the next first. */
  tournaments: TournamentEntry[];
}

/** The events of a {@link LobbySession}, by name. */
export interface LobbyEvents {
  /** The lobby as it is now, after every change. */
  state: LobbyState;
  /** The connection has just been made: what was sent before is asked for over REST. */
  connected: undefined;
  /** An invitation or a rematch changed. */
  invitation: LobbyMessages["user:invitation"];
  /** Matchmaking has found an opponent. */
  match: LobbyMessages["user:match"];
  /** What another user is to the user changed. */
  friend: LobbyMessages["user:friend"];
  /** It is another player's turn in a game of the user, or that game is over. */
  turn_elsewhere: LobbyMessages["user:turn"];
  /** The connection was made or broke. */
  connection: ConnectionStatus;
  /** The session ended for good. */
  closed: {
    /** Why. */
    code: CloseCode;
    /** The reason in English, for people. */
    message: string;
  };
}

/** Is in the lobby over one connection, and comes back after interruptions. */
export class LobbySession extends Emitter<LobbyEvents> {
  readonly #timers = new Timers();
  readonly #connection: GameConnection<LobbyMessages>;
  #state: LobbyState | undefined;
  #clockOffsetMs = 0;
  #status: ConnectionStatus = "connecting";

  /** Use {@link Menagerie.lobby} instead. */
  constructor(url: string, tokens: TokenManager, transports: Transport[] | undefined) {
    super();
    const listener = {
      onConnected: () => {
        this.#setStatus("connected");
        this.emit("connected", undefined);
      },
      onDisconnected: () => this.#setStatus("reconnecting"),
      onConnecting: () => this.#setStatus(this.#state ? "reconnecting" : "connecting"),
      onClosed: (code: string, message: string) => {
        this.#setStatus("closed");
        this.emit("closed", { code, message });
      },
    };
    this.#connection = new GameConnection<LobbyMessages>(url, tokens, this.#timers, listener, transports, "/lobby");
    this.#listen();
  }

  /** The lobby as it is now; undefined until the first message. */
  get state(): LobbyState | undefined {
    return this.#state;
  }

  /** Whether the session is connected. */
  get status(): ConnectionStatus {
    return this.#status;
  }

  /** The server's clock in milliseconds, as of the first message; compare the times of announcements with it. */
  serverNow(): number {
    return Date.now() + this.#clockOffsetMs;
  }

  /** Leaves the lobby. */
  close(): void {
    this.#timers.cancelAll();
    this.#connection.close();
    this.#setStatus("closed");
  }

  #listen(): void {
    const connection = this.#connection;
    connection.on("lobby:ready", ({ games, members, counts, announcements, tournaments, server_time }) => {
      this.#clockOffsetMs = Date.parse(server_time) - Date.now();
      this.#change({ games, members: byName(members), counts, announcements, tournaments });
    });
    connection.on("lobby:games", ({ added, changed, removed }) => {
      const gone = new Set([...removed, ...added.map((game) => game.game_id)]);
      const changes = new Map(changed.map((game) => [game.game_id, game]));
      this.#update(({ games }) => ({
        games: [
          ...added,
          ...games.filter((game) => !gone.has(game.game_id)).map((game) => changes.get(game.game_id) ?? game),
        ].sort((a, b) => b.created_at.localeCompare(a.created_at)),
      }));
    });
    connection.on("lobby:members", ({ joined, left }) => {
      const gone = new Set([...left, ...joined.map((member) => member.user_id)]);
      this.#update(({ members }) => ({
        members: byName([...members.filter((member) => !gone.has(member.user_id)), ...joined]),
      }));
    });
    connection.on("lobby:counts", ({ counts }) => this.#update(() => ({ counts })));
    connection.on("lobby:announcements", ({ announcements }) => this.#update(() => ({ announcements })));
    connection.on("lobby:tournaments", ({ changed, removed }) => {
      const gone = new Set([...removed, ...changed.map((one) => one.tournament_id)]);
      this.#update(({ tournaments }) => ({
        tournaments: [...tournaments.filter((one) => !gone.has(one.tournament_id)), ...changed].sort((a, b) =>
          a.starts_at.localeCompare(b.starts_at),
        ),
      }));
    });
    connection.on("user:invitation", (message) => this.emit("invitation", message));
    connection.on("user:turn", (message) => this.emit("turn_elsewhere", message));
    connection.on("user:match", (message) => this.emit("match", message));
    connection.on("user:friend", (message) => this.emit("friend", message));
  }

  /** Changes before the first whole state cannot be applied and are part of it. */
  #update(change: (state: LobbyState) => Partial<LobbyState>): void {
    if (this.#state) this.#change({ ...this.#state, ...change(this.#state) });
  }

  #change(state: LobbyState): void {
    this.#state = state;
    this.emit("state", state);
  }

  #setStatus(status: ConnectionStatus): void {
    if (this.#status === status) return;
    this.#status = status;
    this.emit("connection", status);
  }
}

function byName(members: LobbyMember[]): LobbyMember[] {
  return members.toSorted((a, b) => a.name.localeCompare(b.name));
}
