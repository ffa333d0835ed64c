import { io, type Socket } from "socket.io-client";
import type { Menagerie } from "./client.js";
import { Emitter } from "./emitter.js";
import { Refused, RequestRefused, SessionClosed } from "./errors.js";
import { Follower, type Step } from "./follower.js";
import { newId } from "./ids.js";
import type {
  Acted,
  Action,
  Commit,
  Envelope,
  GameOver,
  GameState,
  Joined,
  Refused as RefusedReply,
  ServerMessage,
  ServerMessages,
  TurnStart,
  TurnTimeout,
} from "./protocol.js";

/** An unanswered message is sent again after this; the server keeps its reply, so twice is safe. */
const ANSWER_TIMEOUT_MS = 8_000;

/** Often enough for a useful figure, and well under the server's 60 s of silence. */
const HEARTBEAT_MS = 10_000;

/** Round trips up to these feel immediate, or acceptable. */
const GOOD_RTT_MS = 150;
const FAIR_RTT_MS = 500;

/** `busy` and the like pass; after so many tries somebody should be told. */
const MOST_TRIES = 6;
const FIRST_RETRY_MS = 250;
const PASSING = new Set(["busy", "unavailable", "rate_limited"]);

/** How long a reply may be ahead of the state before the state is asked for again. */
const CATCH_UP_MS = 1_500;

/** Only after these does the server want this connection to stay away. */
const FINAL_CLOSINGS = new Set(["replaced", "logged_out"]);

export type ConnectionStatus = "connecting" | "connected" | "reconnecting" | "closed";

export interface Quality {
  level: "good" | "fair" | "poor" | "offline";
  /** Undefined until the first heartbeat is answered, and while there is no connection. */
  rtt_ms: number | undefined;
}

export interface SessionEvents {
  /** Something happened, and this is the state after it. */
  commit: {
    commit: Commit;
    state: GameState;
    turn_start?: TurnStart;
    game_over?: GameOver;
  };
  /** The state came whole: after joining, or after a gap. `missed` happened in between. */
  state: { state: GameState; missed: Commit[]; resync: boolean };
  turn_start: TurnStart;
  turn_timeout: TurnTimeout;
  game_over: GameOver;
  opponent: ServerMessages["game:opponent_connected"];
  spectators: { count: number };
  connection: ConnectionStatus;
  quality: Quality;
  /** The server ended this session for good, or the game cannot be joined. */
  closed: { code: string; message: string };
}

export interface SessionOptions {
  sync?: "full" | "delta";
  /** Default: polling first, then WebSocket, as socket.io-client does it. */
  transports?: ("polling" | "websocket")[];
}

interface Sent {
  event: "game:action" | "game:resign";
  message: { message_id: string; game_id: string; action?: Action; expected_event_id?: number };
  tries: number;
  resolve(reply: Acted): void;
  reject(failure: Error): void;
}

/**
 * One game followed and played over one connection, across interruptions: joins, keeps the state
 * current, sends what was not answered again under the same id, and comes back by itself.
 */
export class GameSession extends Emitter<SessionEvents> {
  readonly gameId: string;
  readonly mode: "play" | "watch";
  readonly #client: Menagerie;
  readonly #sync: "full" | "delta";
  readonly #socket: Socket;
  readonly #follower = new Follower();
  readonly #outbox = new Map<string, Sent>();
  readonly #timers = new Set<ReturnType<typeof setTimeout>>();
  readonly #stopListening: () => void;
  #heartbeat: ReturnType<typeof setInterval> | undefined;
  #status: ConnectionStatus = "connecting";
  #quality: Quality = { level: "offline", rtt_ms: undefined };
  #clockOffsetMs = 0;
  #joined = false;
  #over: GameOver | undefined;
  #ending: { code: string; message: string } | undefined;
  #refusedConnects = 0;
  #silentHeartbeats = 0;

  /** Use {@link Menagerie.play} or {@link Menagerie.watch}. */
  constructor(client: Menagerie, gameId: string, mode: "play" | "watch", options: SessionOptions) {
    super();
    this.gameId = gameId;
    this.mode = mode;
    this.#client = client;
    this.#sync = options.sync ?? "delta";
    this.#socket = io(`${client.url}/game`, {
      forceNew: true,
      reconnectionDelay: 300,
      reconnectionDelayMax: 4_000,
      ...(options.transports ? { transports: options.transports } : {}),
      auth: (give) => {
        client.accessToken().then(
          (token) => give({ token }),
          () => give({}),
        );
      },
    });
    this.#listen();
    const offCredentials = client.on("credentials", (user) => {
      if (user) void this.#tellNewToken();
      else this.#end("logged_out", "You have signed out.");
    });
    const online = (): void => this.#hurry();
    globalThis.addEventListener?.("online", online);
    this.#stopListening = () => {
      offCredentials();
      globalThis.removeEventListener?.("online", online);
    };
  }

  // ---- what is known ----

  get state(): GameState | undefined {
    return this.#follower.state;
  }

  get status(): ConnectionStatus {
    return this.#status;
  }

  get quality(): Quality {
    return this.#quality;
  }

  /** Set once the game is over. */
  get over(): GameOver | undefined {
    return this.#over;
  }

  /** The server's clock, which deadlines are measured by, in milliseconds. */
  serverNow(): number {
    return Date.now() + this.#clockOffsetMs;
  }

  /** How many actions have been sent and not answered. */
  get unanswered(): number {
    return this.#outbox.size;
  }

  /** The state after joining. */
  ready(): Promise<GameState> {
    const state = this.state;
    if (state) return Promise.resolve(state);
    if (this.#ending) return Promise.reject(new SessionClosed(this.#ending.code));
    return new Promise((resolve, reject) => {
      const offState = this.on("state", (event) => {
        offState();
        offClosed();
        resolve(event.state);
      });
      const offClosed = this.on("closed", (event) => {
        offState();
        offClosed();
        reject(new SessionClosed(event.code));
      });
    });
  }

  /** Every state in which one may act, one at a time, until the game is over. */
  async *moments(): AsyncGenerator<GameState> {
    let seen = -1;
    for (;;) {
      const state = this.state;
      if (state?.status === "finished") return;
      if (this.#ending) throw new SessionClosed(this.#ending.code);
      if (state && state.event_id > seen && state.legal_actions.length > 0) {
        seen = state.event_id;
        yield state;
      } else {
        await this.#change();
      }
    }
  }

  #change(): Promise<void> {
    return new Promise((resolve) => {
      const offs = (["state", "commit", "closed"] as const).map((name) =>
        this.on(name, () => {
          for (const off of offs) off();
          resolve();
        }),
      );
    });
  }

  // ---- what one does ----

  /**
   * Plays. Answered once the action is safe at the server, however often the connection breaks.
   *
   * @throws Refused if the server says no; nothing has changed then
   */
  act(action: Action, options: { expectedEventId?: number } = {}): Promise<Acted> {
    return this.#put("game:action", {
      message_id: newId(),
      game_id: this.gameId,
      action,
      ...(options.expectedEventId === undefined ? {} : { expected_event_id: options.expectedEventId }),
    });
  }

  resign(): Promise<Acted> {
    return this.#put("game:resign", { message_id: newId(), game_id: this.gameId });
  }

  /** Leaves the table, not the game. */
  close(): void {
    if (this.#joined) this.#socket.emit("game:leave", { game_id: this.gameId });
    this.#end("left", "You have left the table.");
  }

  // ---- connection ----

  #listen(): void {
    const socket = this.#socket;
    socket.on("connect", () => {
      this.#refusedConnects = 0;
      this.#silentHeartbeats = 0;
      this.#startHeartbeat();
      this.#join();
    });
    socket.on("disconnect", (reason) => {
      this.#joined = false;
      this.#stopHeartbeat();
      this.#setQuality("offline", undefined);
      if (this.#ending) return;
      this.#setStatus("reconnecting");
      // After a deliberate close by the server the library stays away; only some closings mean it.
      if (reason === "io server disconnect") this.#later(FIRST_RETRY_MS, () => socket.connect());
    });
    socket.on("connect_error", (failure: Error & { data?: { code?: string } }) => {
      if (this.#ending) return;
      this.#setStatus(this.state ? "reconnecting" : "connecting");
      if (failure.data?.code === "unauthenticated") void this.#renewAndConnect();
      else if (!socket.active) this.#later(this.#delay(this.#refusedConnects++), () => socket.connect());
    });
    this.#hear("session:ready", (message) => this.#setClock(message.server_time, 0));
    this.#hear("session:closed", (message) => {
      if (FINAL_CLOSINGS.has(message.code)) this.#end(message.code, message.message);
      else if (message.code === "expired") void this.#client.renew().catch(() => undefined);
    });
    this.#hear("auth:expiring", () => void this.#client.renew().catch(() => undefined));
    this.#hearGame("game:state", (message) => {
      this.#follow(this.#follower.full(message.state, message.missed_events, message.resync));
    });
    this.#hearGame("game:update", (message) => this.#update(message, message));
    for (const name of ["game:action_result", "game:opponent_action"] as const) {
      this.#hearGame(name, (message) => {
        if (message.event_id === undefined) return;
        this.#follower.told({
          event_id: message.event_id,
          player_id: "player_id" in message ? message.player_id : this.#ownId(),
          action_type: message.action_type,
          events: message.events,
        });
      });
    }
    this.#hearGame("game:turn_start", (message) => this.emit("turn_start", message));
    this.#hearGame("game:turn_timeout", (message) => this.emit("turn_timeout", message));
    this.#hearGame("game:game_over", (message) => this.#gameOver(message));
    this.#hearGame("game:opponent_connected", (message) => this.emit("opponent", message));
    this.#hearGame("game:spectators", (message) => this.emit("spectators", message));
  }

  #hear<Name extends keyof ServerMessages>(
    name: Name,
    listener: (message: ServerMessage<Name>) => void,
  ): void {
    this.#socket.on(name as string, listener as (message: unknown) => void);
  }

  /** Until the join is answered, what comes belongs to what the server joined on its own. */
  #hearGame<Name extends keyof ServerMessages>(
    name: Name,
    listener: (message: ServerMessage<Name>) => void,
  ): void {
    this.#hear(name, (message) => {
      const game = (message as Envelope).game_id;
      if (this.#joined && (game === undefined || game === this.gameId)) listener(message);
    });
  }

  #join(): void {
    const event = this.mode === "play" ? "game:join" : "game:spectate";
    const message = {
      message_id: newId(),
      game_id: this.gameId,
      sync: this.#sync,
      ...this.#follower.resumeFrom,
    };
    this.#joined = false;
    this.#ask<Joined>(event, message).then(
      () => undefined,
      (failure) => {
        if (this.#ending || !this.#socket.connected) return;
        if (failure instanceof Refused && !PASSING.has(failure.code)) {
          this.#end(failure.code, failure.message);
        } else {
          this.#later(this.#delay(2), () => this.#socket.connected && this.#join());
        }
      },
    );
  }

  #onJoined(): void {
    this.#joined = true;
    this.#setStatus("connected");
    for (const sent of this.#outbox.values()) this.#transmit(sent);
  }

  async #renewAndConnect(): Promise<void> {
    if (this.#refusedConnects++ > 0) {
      this.#end("unauthenticated", "Sign in again.");
      return;
    }
    try {
      await this.#client.renew();
      this.#socket.connect();
    } catch (failure) {
      if (failure instanceof RequestRefused) this.#end("unauthenticated", "Sign in again.");
      else this.#later(this.#delay(this.#refusedConnects), () => this.#socket.connect());
    }
  }

  async #tellNewToken(): Promise<void> {
    if (!this.#socket.connected) return;
    const token = await this.#client.accessToken();
    if (token) this.#socket.emit("auth:refresh", { token });
  }

  /** The network is back: no need to wait for the next try. */
  #hurry(): void {
    if (this.#ending || this.#socket.connected) return;
    this.#socket.disconnect();
    this.#socket.connect();
  }

  #end(code: string, message: string): void {
    if (this.#ending) return;
    this.#ending = { code, message };
    this.#stopHeartbeat();
    this.#stopListening();
    for (const timer of this.#timers) clearTimeout(timer);
    this.#timers.clear();
    this.#socket.disconnect();
    const unanswered = [...this.#outbox.values()];
    this.#outbox.clear();
    for (const sent of unanswered) sent.reject(new SessionClosed(code));
    this.#setStatus("closed");
    this.emit("closed", this.#ending);
  }

  // ---- following ----

  #update(
    commit: Commit & { epoch?: number; type?: string },
    update: { patch: ServerMessages["game:update"]["patch"]; turn_start?: TurnStart; game_over?: GameOver },
  ): void {
    const { event_id, player_id, action_type, events } = commit;
    const step = this.#follower.delta({ event_id, player_id, action_type, events }, commit.epoch, update.patch);
    this.#follow(step, update.turn_start, update.game_over);
  }

  #follow(step: Step, turnStart?: TurnStart, gameOver?: GameOver): void {
    switch (step.kind) {
      case "advanced":
        this.emit("commit", {
          commit: step.commit,
          state: step.state,
          ...(turnStart ? { turn_start: turnStart } : {}),
          ...(gameOver ? { game_over: gameOver } : {}),
        });
        if (turnStart) this.emit("turn_start", turnStart);
        if (gameOver) this.#gameOver(gameOver);
        return;
      case "replaced":
        this.emit("state", { state: step.state, missed: step.missed, resync: step.resync });
        return;
      case "gap":
        this.#join();
        return;
      case "old":
        return;
    }
  }

  #gameOver(over: GameOver): void {
    if (this.#over) return;
    this.#over = over;
    this.emit("game_over", over);
  }

  #ownId(): string | null {
    const state = this.state;
    const seat = state?.viewer.seat;
    return (seat === null || seat === undefined ? null : state?.players[seat]?.player_id) ?? null;
  }

  // ---- sending ----

  #put(event: Sent["event"], message: Sent["message"]): Promise<Acted> {
    if (this.#ending) return Promise.reject(new SessionClosed(this.#ending.code));
    return new Promise((resolve, reject) => {
      const sent: Sent = { event, message, tries: 0, resolve, reject };
      this.#outbox.set(message.message_id, sent);
      if (this.#joined) this.#transmit(sent);
    });
  }

  #transmit(sent: Sent): void {
    const id = sent.message.message_id;
    sent.tries++;
    this.#ask<Acted>(sent.event, sent.message).then(
      (reply) => {
        if (this.#outbox.delete(id)) sent.resolve(reply);
      },
      (failure) => {
        if (!this.#outbox.has(id)) return;
        const passing = failure instanceof Refused && PASSING.has(failure.code);
        if (failure instanceof Refused && (!passing || sent.tries >= MOST_TRIES)) {
          this.#outbox.delete(id);
          sent.reject(failure);
        } else if (passing) {
          this.#later(this.#delay(sent.tries), () => this.#joined && this.#transmit(sent));
        } else if (this.#joined) {
          this.#transmit(sent);
        }
        // Else the connection is gone: the next join sends it again.
      },
    );
  }

  /** Runs the reply's own effects before anybody else hears of it, so that order is kept. */
  #ask<Reply extends Acted | Joined>(event: string, message: object): Promise<Reply> {
    return new Promise((resolve, reject) => {
      this.#socket
        .timeout(ANSWER_TIMEOUT_MS)
        .emit(event, message, (failure: Error | null, reply: Reply | RefusedReply | undefined) => {
          if (failure || !reply) return reject(failure ?? new Error("The server gave an empty answer."));
          if (!reply.ok) return reject(new Refused(reply.error));
          if ("action_type" in reply) this.#acted(reply);
          else this.#onJoined();
          resolve(reply);
        });
    });
  }

  #acted(reply: Acted): void {
    const commit: Commit = {
      event_id: reply.event_id,
      player_id: this.#ownId(),
      action_type: reply.action_type,
      events: reply.events ?? [],
    };
    if (reply.patch) this.#update(commit, { ...reply, patch: reply.patch });
    else if (this.#follower.isBehind(reply.event_id)) {
      this.#follower.told(commit);
      this.#later(CATCH_UP_MS, () => {
        if (this.#joined && this.#follower.isBehind(reply.event_id)) this.#join();
      });
    }
  }

  // ---- heartbeat ----

  #startHeartbeat(): void {
    this.#stopHeartbeat();
    this.#heartbeat = setInterval(() => this.#beat(), HEARTBEAT_MS);
    this.#beat();
  }

  #stopHeartbeat(): void {
    clearInterval(this.#heartbeat);
    this.#heartbeat = undefined;
  }

  #beat(): void {
    const sentAt = Date.now();
    this.#socket
      .timeout(ANSWER_TIMEOUT_MS)
      .emit("game:heartbeat", {}, (failure: Error | null, reply: { ok: boolean; server_time?: string }) => {
        if (this.#ending || !this.#socket.connected) return;
        if (failure) {
          this.#setQuality("poor", this.#quality.rtt_ms);
          // A half-open connection looks alive to the transport for much longer.
          if (++this.#silentHeartbeats > 1) this.#socket.io.engine?.close();
          return;
        }
        this.#silentHeartbeats = 0;
        const rtt = Date.now() - sentAt;
        if (reply?.server_time) this.#setClock(reply.server_time, rtt);
        this.#setQuality(rtt <= GOOD_RTT_MS ? "good" : rtt <= FAIR_RTT_MS ? "fair" : "poor", rtt);
      });
  }

  #setClock(serverTime: string, rttMs: number): void {
    const server = Date.parse(serverTime);
    if (Number.isFinite(server)) this.#clockOffsetMs = server + rttMs / 2 - Date.now();
  }

  #setQuality(level: Quality["level"], rtt: number | undefined): void {
    this.#quality = { level, rtt_ms: rtt };
    this.emit("quality", this.#quality);
  }

  #setStatus(status: ConnectionStatus): void {
    if (this.#status === status) return;
    this.#status = status;
    this.emit("connection", status);
  }

  #later(delayMs: number, work: () => void): void {
    const timer = setTimeout(() => {
      this.#timers.delete(timer);
      if (!this.#ending) work();
    }, delayMs);
    this.#timers.add(timer);
  }

  #delay(tries: number): number {
    return Math.min(FIRST_RETRY_MS * 2 ** tries, ANSWER_TIMEOUT_MS) * (0.75 + Math.random() / 2);
  }
}
