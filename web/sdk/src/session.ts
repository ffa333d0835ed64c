import type { Menagerie } from "./client.js";
import { Emitter } from "./emitter.js";
import { Refused, SessionClosed } from "./errors.js";
import { Follower, type Step } from "./follower.js";
import { newId } from "./ids.js";
import { Line, type ConnectionStatus } from "./line.js";
import type { Acted } from "./names.js";
import { Outbox } from "./outbox.js";
import { Pulse, type Quality } from "./pulse.js";
import { backoff, Later } from "./retry.js";
import type { Action, Commit, GameOver, GameState, PatchOperation, ServerMessages, TurnStart } from "./wire.js";

/** How long a reply may be ahead of the state before the state is asked for again. */
const CATCH_UP_MS = 1_500;

export interface SessionEvents {
  /** Something happened, and this is the state after it. */
  commit: { commit: Commit; state: GameState; turn_start?: TurnStart; game_over?: GameOver };
  /** The state came whole: after joining, or after a gap. `missed` happened in between. */
  state: { state: GameState; missed: Commit[]; resync: boolean };
  turn_start: Omit<TurnStart, "type">;
  turn_timeout: ServerMessages["game:turn_timeout"];
  game_over: Omit<GameOver, "type">;
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

/**
 * One game followed and played over one connection, across interruptions: joins, keeps the state
 * current, sends what was not answered again under the same id, and comes back by itself.
 */
export class GameSession extends Emitter<SessionEvents> {
  readonly gameId: string;
  readonly mode: "play" | "watch";
  readonly #sync: "full" | "delta";
  readonly #later = new Later();
  readonly #line: Line;
  readonly #pulse: Pulse;
  readonly #outbox: Outbox;
  readonly #follower = new Follower();
  #status: ConnectionStatus = "connecting";
  #joined = false;
  #over: SessionEvents["game_over"] | undefined;
  #ending: { code: string; message: string } | undefined;

  /** Use {@link Menagerie.play} or {@link Menagerie.watch}. */
  constructor(client: Menagerie, gameId: string, mode: "play" | "watch", options: SessionOptions) {
    super();
    this.gameId = gameId;
    this.mode = mode;
    this.#sync = options.sync ?? "delta";
    this.#line = new Line(client, this.#later, options.transports);
    this.#pulse = new Pulse(this.#line, (quality) => this.emit("quality", quality));
    this.#outbox = new Outbox((event, message) => this.#line.ask(event, message, (reply) => this.#acted(reply)), this.#later);
    this.#line.on("up", () => {
      this.#pulse.start();
      this.#join();
    });
    this.#line.on("down", () => {
      this.#joined = false;
      this.#outbox.shut();
      this.#pulse.stop();
      if (!this.#ending) this.#setStatus("reconnecting");
    });
    this.#line.on("trying", () => this.#setStatus(this.state ? "reconnecting" : "connecting"));
    this.#line.on("ended", ({ code, message }) => this.#end(code, message));
    this.#listen();
  }

  // ---- what is known ----

  get state(): GameState | undefined {
    return this.#follower.state;
  }

  get status(): ConnectionStatus {
    return this.#status;
  }

  get quality(): Quality {
    return this.#pulse.quality;
  }

  /** Set once the game is over. */
  get over(): SessionEvents["game_over"] | undefined {
    return this.#over;
  }

  /** The server's clock, which deadlines are measured by, in milliseconds. */
  serverNow(): number {
    return this.#pulse.serverNow();
  }

  /** How many actions have been sent and not answered. */
  get unanswered(): number {
    return this.#outbox.size;
  }

  /** The state after joining. */
  async ready(): Promise<GameState> {
    for (;;) {
      if (this.state) return this.state;
      if (this.#ending) throw new SessionClosed(this.#ending.code);
      await this.#change();
    }
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
   * @throws Refused if the server says no; nothing has changed then. After `stale_version` the state is the newer one.
   */
  async act(action: Action, { expectedEventId }: { expectedEventId?: number } = {}): Promise<Acted> {
    if (this.#ending) throw new SessionClosed(this.#ending.code);
    const expected = expectedEventId === undefined ? {} : { expected_event_id: expectedEventId };
    try {
      return await this.#outbox.put("game:action", { message_id: newId(), game_id: this.gameId, action, ...expected });
    } catch (failure) {
      if (failure instanceof Refused && failure.code === "stale_version") await this.#caughtUp(expectedEventId ?? 0);
      throw failure;
    }
  }

  async #caughtUp(after: number): Promise<void> {
    while (!this.#ending && this.state?.event_id === after) await this.#change();
  }

  async resign(): Promise<Acted> {
    if (this.#ending) throw new SessionClosed(this.#ending.code);
    return this.#outbox.put("game:resign", { message_id: newId(), game_id: this.gameId });
  }

  /** Leaves the table, not the game. */
  close(): void {
    if (this.#joined) this.#line.tell("game:leave", { game_id: this.gameId });
    this.#end("left", "You have left the table.");
  }

  #end(code: string, message: string): void {
    if (this.#ending) return;
    this.#ending = { code, message };
    this.#later.end();
    this.#line.close();
    this.#pulse.stop();
    this.#outbox.close(code);
    this.#setStatus("closed");
    this.emit("closed", this.#ending);
  }

  #setStatus(status: ConnectionStatus): void {
    if (this.#status === status) return;
    this.#status = status;
    this.emit("connection", status);
  }

  // ---- joining ----

  #join(): void {
    const event = this.mode === "play" ? "game:join" : "game:spectate";
    const message = { message_id: newId(), game_id: this.gameId, sync: this.#sync, ...this.#follower.resumeFrom };
    this.#joined = false;
    this.#outbox.shut();
    this.#line.ask(event, message, () => this.#onJoined()).catch((failure: Error) => {
      if (this.#ending || !this.#line.connected) return;
      if (failure instanceof Refused && !failure.passing) this.#end(failure.code, failure.message);
      else this.#later.do(backoff(2), () => this.#line.connected && this.#join());
    });
  }

  #onJoined(): void {
    this.#joined = true;
    this.#setStatus("connected");
    this.#outbox.open();
  }

  // ---- following ----

  #listen(): void {
    this.#hear("game:state", ({ state, missed_events, resync }) => this.#follow(this.#follower.full(state, missed_events, resync)));
    this.#hear("game:update", (message) => this.#update(message, message.epoch, message));
    this.#hear("game:action_result", (message) => this.#told(message, this.#ownId()));
    this.#hear("game:opponent_action", (message) => this.#told(message, message.player_id));
    this.#hear("game:turn_start", (message) => this.emit("turn_start", message));
    this.#hear("game:turn_timeout", (message) => this.emit("turn_timeout", message));
    this.#hear("game:game_over", (message) => this.#gameOver(message));
    this.#hear("game:opponent_connected", (message) => this.emit("opponent", message));
    this.#hear("game:spectators", (message) => this.emit("spectators", message));
  }

  /** Until the join is answered, what comes belongs to what the server joined on its own. */
  #hear<Name extends keyof ServerMessages>(name: Name, listener: (message: ServerMessages[Name]) => void): void {
    this.#line.hear(name, (message) => {
      if (this.#joined && (message.game_id === undefined || message.game_id === this.gameId)) listener(message);
    });
  }

  /** Full mode tells first what happened; the state follows. */
  #told(message: ServerMessages["game:action_result" | "game:opponent_action"], playerId: string | null): void {
    const { event_id, action_type, events } = message;
    if (event_id !== undefined) this.#follower.told({ event_id, player_id: playerId, action_type, events });
  }

  #update(
    commit: Omit<Commit, "event_id"> & { event_id?: number },
    epoch: number | undefined,
    update: { patch: PatchOperation[]; turn_start?: TurnStart; game_over?: GameOver },
  ): void {
    const { event_id = 0, player_id, action_type, events } = commit;
    const step = this.#follower.delta({ event_id, player_id, action_type, events }, epoch, update.patch);
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

  /** The reply's own effects come before what the server sends after it. */
  #acted(reply: Acted): void {
    if (!("action_type" in reply)) return;
    const commit = { event_id: reply.event_id, player_id: this.#ownId(), action_type: reply.action_type, events: reply.events };
    if ("patch" in reply) this.#update(commit, undefined, reply);
    else if (this.#follower.isBehind(reply.event_id)) {
      this.#follower.told(commit);
      this.#later.do(CATCH_UP_MS, () => {
        if (this.#joined && this.#follower.isBehind(reply.event_id)) this.#join();
      });
    }
  }

  #gameOver(over: SessionEvents["game_over"]): void {
    if (this.#over) return;
    this.#over = over;
    this.emit("game_over", over);
  }

  #ownId(): string | null {
    const state = this.state;
    const seat = state?.viewer.seat;
    return (seat === null || seat === undefined ? null : state?.players[seat]?.player_id) ?? null;
  }
}
