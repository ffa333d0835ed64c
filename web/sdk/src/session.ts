import type { Connection, ConnectionListener, ConnectionOpener, ConnectionStatus } from "./connection.js";
import { Emitter } from "./emitter.js";
import { Refused, SessionClosed, type CloseCode } from "./errors.js";
import { GameSync, type SyncResult } from "./game-sync.js";
import { Heartbeat, type Quality } from "./heartbeat.js";
import { newId } from "./ids.js";
import { OF_THE_GAME, OF_THE_USER } from "./passed-on.js";
import { followOptions, type FollowOptions, type SessionEvents, type SessionOptions } from "./session-events.js";
import type { ActOptions } from "./session-events.js";
import type { Acted } from "./names.js";
import { Outbox } from "./outbox.js";
import { backoff, Timers } from "./timers.js";
import type { Action, Commit, Emote, GameOver, GameState, PatchOperation, ServerMessages, TurnStart } from "./wire.js";

/** How long a reply may be ahead of the state before the session joins again. */
const CATCH_UP_MS = 1_500;
/** Plays or watches one game over one connection, and resumes after interruptions. */
export class GameSession extends Emitter<SessionEvents> {
  /** The id of the game. */
  readonly gameId: string;
  /** Whether the user plays in the game or watches it. */
  readonly mode: "play" | "watch";
  readonly #follow: FollowOptions;
  readonly #firstResume: { last_event_id?: number };
  readonly #timers = new Timers();
  readonly #connection: Connection;
  readonly #heartbeat: Heartbeat;
  readonly #outbox: Outbox;
  readonly #game = new GameSync();
  #status: ConnectionStatus = "connecting";
  #joined = false;
  #gameOver: SessionEvents["game_over"] | undefined;
  #end: { code: CloseCode; message: string } | undefined;

  /** Use {@link Menagerie.play} or {@link Menagerie.watch} instead. */
  constructor(gameId: string, mode: "play" | "watch", options: SessionOptions, open: ConnectionOpener) {
    super();
    this.gameId = gameId;
    this.mode = mode;
    this.#follow = followOptions(options);
    this.#firstResume = options.history ? { last_event_id: 0 } : {};
    this.#connection = open(this.#connectionListener(), this.#timers);
    this.#heartbeat = new Heartbeat(this.#connection, (quality) => this.emit("quality", quality));
    this.#outbox = new Outbox(
      (event, message) => this.#connection.request(event, message, (reply) => this.#onReply(reply)),
      this.#timers,
    );
    this.#listen();
  }

  /** The state as the user sees it, after the last commit; undefined until the game is joined. */
  get state(): GameState | undefined {
    return this.#game.state;
  }

  /** Whether the session is connected. */
  get status(): ConnectionStatus {
    return this.#status;
  }

  /** How good the connection is. */
  get quality(): Quality {
    return this.#heartbeat.quality;
  }

  /** The result, once the game is over. */
  get gameOver(): SessionEvents["game_over"] | undefined {
    return this.#gameOver;
  }

  /** The server's clock in milliseconds; compare deadlines with it. */
  serverNow(): number {
    return this.#heartbeat.serverNow();
  }

  /** The number of actions without an answer. */
  get unanswered(): number {
    return this.#outbox.size;
  }

  /**
   * Resolves with the state once the game is joined.
   *
   * @throws SessionClosed if the game cannot be joined
   */
  async ready(): Promise<GameState> {
    for (;;) {
      if (this.state) return this.state;
      if (this.#end) throw new SessionClosed(this.#end.code);
      await this.#nextChange();
    }
  }

  /**
   * Yields every state in which this player may act, once each, until the game is over. Nothing without
   * {@link SessionOptions.legalActions}.
   *
   * @throws SessionClosed if the session ends before the game
   */
  async *turns(): AsyncGenerator<GameState> {
    let last = -1;
    for (;;) {
      const state = this.state;
      if (state?.status === "finished") return;
      if (this.#end) throw new SessionClosed(this.#end.code);
      if (state && state.event_id > last && state.legal_actions.length > 0) {
        last = state.event_id;
        yield state;
      } else {
        await this.#nextChange();
      }
    }
  }

  #nextChange(): Promise<void> {
    return this.next("state", "commit", "closed");
  }

  /**
   * Sends an action. Resolves when the server has committed it, however often the connection breaks in between.
   *
   * @throws Refused if the server refuses; the game is unchanged. After `stale_version` `state` is the newer one.
   * @throws SessionClosed if the session ended first
   */
  async act(action: Action, { expectedEventId, traceparent }: ActOptions = {}): Promise<Acted> {
    if (this.#end) throw new SessionClosed(this.#end.code);
    const expected = expectedEventId === undefined ? {} : { expected_event_id: expectedEventId };
    const options = traceparent === undefined ? expected : { ...expected, traceparent };
    try {
      return await this.#outbox.send("game:action", { message_id: newId(), game_id: this.gameId, action, ...options });
    } catch (failure) {
      if (failure instanceof Refused && failure.code === "stale_version")
        await this.#waitForStateAfter(expectedEventId ?? 0);
      throw failure;
    }
  }

  async #waitForStateAfter(eventId: number): Promise<void> {
    while (!this.#end && this.state?.event_id === eventId) await this.#nextChange();
  }

  /** Resigns the game; otherwise like {@link act}. */
  async resign(): Promise<Acted> {
    if (this.#end) throw new SessionClosed(this.#end.code);
    return this.#outbox.send("game:resign", { message_id: newId(), game_id: this.gameId });
  }

  /** Says one of the fixed things to everyone who follows the game; refused if that is too much, or muted. */
  async emote(emote: Emote): Promise<void> {
    await this.#connection.request("game:emote", { message_id: newId(), game_id: this.gameId, emote });
  }

  /** Writes a line to the other player, where the house has chat; refused if it is too much, filtered, or muted. */
  async say(text: string): Promise<void> {
    await this.#connection.request("game:chat", { message_id: newId(), game_id: this.gameId, text });
  }

  /** Closes the connection. The game goes on. */
  close(): void {
    if (this.#joined) this.#connection.send("game:leave", { game_id: this.gameId });
    this.#endWith("left", "You have left the table.");
  }

  #endWith(code: CloseCode, message: string): void {
    if (this.#end) return;
    this.#end = { code, message };
    this.#timers.cancelAll();
    this.#connection.close();
    this.#heartbeat.stop();
    this.#outbox.close(code);
    this.#setStatus("closed");
    this.emit("closed", this.#end);
  }

  #setStatus(status: ConnectionStatus): void {
    if (this.#status === status) return;
    this.#status = status;
    this.emit("connection", status);
  }

  #connectionListener(): ConnectionListener {
    return {
      onConnected: () => {
        this.#heartbeat.start();
        this.#join();
      },
      onDisconnected: () => {
        this.#joined = false;
        this.#outbox.pause();
        this.#heartbeat.stop();
        if (!this.#end) this.#setStatus("reconnecting");
      },
      onConnecting: () => this.#setStatus(this.state ? "reconnecting" : "connecting"),
      onClosed: (code, message) => this.#endWith(code, message),
    };
  }

  #join(): void {
    const event = this.mode === "play" ? "game:join" : "game:spectate";
    const resume = this.#game.resumeFrom ?? this.#firstResume;
    const message = { message_id: newId(), game_id: this.gameId, ...this.#follow, ...resume };
    this.#joined = false;
    this.#outbox.pause();
    this.#connection
      .request(event, message, () => this.#onJoined())
      .catch((failure: Error) => {
        if (this.#end || !this.#connection.connected) return;
        if (failure instanceof Refused && !failure.temporary) return this.#endWith(failure.code, failure.message);
        this.#timers.schedule(backoff(2), () => this.#connection.connected && this.#join());
      });
  }

  #onJoined(): void {
    this.#joined = true;
    this.#setStatus("connected");
    this.#outbox.resume();
  }

  #listen(): void {
    this.#onMessage("game:state", ({ state, missed_events, resync }) =>
      this.#apply(this.#game.applyState(state, missed_events, resync)),
    );
    this.#onMessage("game:update", (message) => this.#update(message, message.epoch, message));
    this.#onMessage("game:action_result", (message) => this.#announce(message, this.#game.viewerId));
    this.#onMessage("game:opponent_action", (message) => this.#announce(message, message.player_id));
    this.#onMessage("game:game_over", (message) => this.#onGameOver(message));
    for (const [name, event] of OF_THE_GAME) this.#onMessage(name, (one) => this.emit(event, one as never));
    for (const [name, event] of OF_THE_USER) this.#connection.on(name, (one) => this.emit(event, one as never));
  }

  /** Ignores messages before the reply to the join, which belong to another subscription. */
  #onMessage<Name extends keyof ServerMessages>(name: Name, listener: (message: ServerMessages[Name]) => void): void {
    this.#connection.on(name, (message) => {
      if (this.#joined && (message.game_id === undefined || message.game_id === this.gameId)) listener(message);
    });
  }

  /** Full mode: the events come first, the state follows. */
  #announce(message: ServerMessages["game:action_result" | "game:opponent_action"], playerId: string | null): void {
    const { event_id, action_type, events } = message;
    if (event_id !== undefined) this.#game.announce({ event_id, player_id: playerId, action_type, events });
  }

  #update(
    commit: Omit<Commit, "event_id"> & { event_id?: number },
    epoch: number | undefined,
    update: { patch: PatchOperation[]; turn_start?: TurnStart; game_over?: GameOver },
  ): void {
    const { event_id = 0, player_id, action_type, events } = commit;
    const result = this.#game.applyPatch({ event_id, player_id, action_type, events }, epoch, update.patch);
    this.#apply(result, update.turn_start, update.game_over);
  }

  #apply(result: SyncResult, turnStart?: TurnStart, gameOver?: GameOver): void {
    switch (result.kind) {
      case "advanced":
        this.emit("commit", {
          commit: result.commit,
          state: result.state,
          ...(turnStart ? { turn_start: turnStart } : {}),
          ...(gameOver ? { game_over: gameOver } : {}),
        });
        if (turnStart) this.emit("turn_start", turnStart);
        if (gameOver) this.#onGameOver(gameOver);
        return;
      case "replaced":
        this.emit("state", { state: result.state, missed: result.missed, resync: result.resync });
        return;
      case "gap":
        return this.#join();
      case "outdated":
        return;
    }
  }

  /** Applies the effects of a reply before later messages. */
  #onReply(reply: Acted): void {
    if (!("action_type" in reply)) return;
    const commit = {
      event_id: reply.event_id,
      player_id: this.#game.viewerId,
      action_type: reply.action_type,
      events: reply.events,
    };
    if ("patch" in reply) return this.#update(commit, undefined, reply);
    if (this.#game.isBehind(reply.event_id)) {
      this.#game.announce(commit);
      this.#timers.schedule(CATCH_UP_MS, () => {
        if (this.#joined && this.#game.isBehind(reply.event_id)) this.#join();
      });
    }
  }

  #onGameOver(over: SessionEvents["game_over"]): void {
    if (this.#gameOver) return;
    this.#gameOver = over;
    this.emit("game_over", over);
  }
}
