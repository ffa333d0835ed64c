import { ending, eventsFor, extras, passesTheTurn, seenBy, type FakeCommit, type FakeRules } from "./fake-commit.js";
import { FakeConnection, type Hub } from "./fake-connection.js";
import { changed, exampleState, type StateChange } from "./fake-state.js";
import { Refused } from "./errors.js";
import { makePatch } from "./make-patch.js";
import type { DetailsOf, RefusalCode } from "./refusals.js";
import { GameSession } from "./session.js";
import type { SessionOptions } from "./session-events.js";
import type { ClientMessages, Commit, GameState, Replies, ServerMessages } from "./wire.js";

/** A message that a session sent. */
export interface SentMessage {
  /** The name of the event. */
  event: keyof ClientMessages;
  /** What was sent. */
  message: ClientMessages[keyof ClientMessages];
}

/** The members of every message of the server, which the table fills in. */
export type Envelope = "type" | "message_id" | "timestamp" | "game_id" | "event_id" | "epoch";

/** What {@link FakeTable} starts from. */
export interface FakeTableOptions {
  /** The state as the user sees it. Default: {@link exampleState}. */
  state?: GameState;
  /** What the user's actions do. Default: each passes the turn to the opponent. */
  rules?: FakeRules;
}

/**
 * A game in memory, for the tests of a client: no server, no network, no rules. Its sessions are real
 * {@link GameSession}s, with their patches, repeats and resuming; what they receive is scripted. A message of the table
 * has arrived when the method that sends it returns; connections, and replies to promises, take a microtask.
 */
export class FakeTable {
  /** Every message that sessions have sent, in order, apart from heartbeats. */
  readonly sent: SentMessage[] = [];
  readonly #connections = new Set<FakeConnection>();
  readonly #commits: Commit[] = [];
  readonly #replies = new Map<string, Replies["game:action"]>();
  readonly #refusals: { code: string; message: string; details: unknown }[] = [];
  readonly #rules: FakeRules;
  #state: GameState;
  #messages = 0;
  #online = true;
  #losesNextReply = false;

  /** @param options the first state and the rules of the script */
  constructor(options: FakeTableOptions = {}) {
    this.#state = structuredClone(options.state ?? exampleState());
    this.#rules = options.rules ?? passesTheTurn;
  }

  /** The state as the user sees it, after the last commit. */
  get state(): GameState {
    return this.#state;
  }

  /** The user's id; undefined for a spectator. */
  get userId(): string | undefined {
    const { seat } = this.#state.viewer;
    return seat === null ? undefined : this.#state.players[seat]?.player_id;
  }

  /** The id of the user's opponent, or of the second player for a spectator. */
  get opponentId(): string {
    return this.#state.players.find((player) => player && player.player_id !== this.userId)?.player_id ?? "opponent";
  }

  /** Opens a session of the user; one that is open is told that it was `replaced`, as a server does it. */
  session(options: SessionOptions = {}): GameSession {
    this.close("replaced", "You connected elsewhere.");
    const mode = this.#state.viewer.seat === null ? "watch" : "play";
    return new GameSession(this.#state.game_id, mode, options, (lifeCycle) => {
      const connection = new FakeConnection(this.#hub(), lifeCycle);
      this.#connections.add(connection);
      queueMicrotask(() => this.#online && connection.connect());
      return connection;
    });
  }

  /** Commits what the opponent or the server did; sessions receive the patch, or the state in full mode. */
  commit(what: FakeCommit = {}): Commit {
    return this.#commit(what);
  }

  /** Gives the player to act so long, in milliseconds, and tells it as the start of a turn. */
  startTurn(playerId: string, timeLimitMs: number): Commit {
    const deadline = new Date(Date.now() + timeLimitMs).toISOString();
    const number = (this.#state.turn?.number ?? 0) + 1;
    return this.commit({
      player_id: null,
      action_type: "pass",
      events: [{ type: "turn_started", player: this.#seatOf(playerId), turn_number: number }],
      change: (state) => {
        if (state.turn) state.turn = { ...state.turn, number, player_id: playerId, phase: "main", deadline };
      },
      turn_start: { player_id: playerId, turn_number: number, deadline, time_limit_ms: timeLimitMs },
    });
  }

  /** Tells that the clock of the player to act warns, has run out, or was extended. */
  turnTimeout(timeout: Pick<ServerMessages["game:turn_timeout"], "kind" | "remaining_ms" | "consequence">): void {
    this.send("game:turn_timeout", {
      player_id: this.#state.turn?.player_id ?? this.opponentId,
      deadline: this.#state.turn?.deadline ?? null,
      timeouts_used: 0,
      timeouts_before_loss: this.#state.rules.timer.timeouts_before_loss,
      ...timeout,
    });
  }

  /** Ends the game. */
  end(winnerId: string | null, reason: NonNullable<GameState["end_reason"]>): Commit {
    return this.commit({ player_id: null, ...ending(this.#state, winnerId, reason) });
  }

  /** Refuses the next action of the user. */
  refuseNext<Code extends RefusalCode>(code: Code, details?: DetailsOf<Code>, message: string = code): void {
    this.#refusals.push({ code, message, details: details ?? {} });
  }

  /** Breaks the connection after the next action took effect and before its reply arrives. */
  loseNextReply(): void {
    this.#losesNextReply = true;
  }

  /** Breaks every connection; sessions reconnect after {@link reconnect}. */
  disconnect(): void {
    this.#online = false;
    for (const connection of [...this.#connections]) connection.disconnect();
  }

  /** The network is back. Resolves when the sessions have joined again. */
  async reconnect(): Promise<void> {
    this.#online = true;
    for (const connection of [...this.#connections]) connection.connect();
    await Promise.resolve();
  }

  /** Restores the game in a new epoch, as after the loss of a store: sessions get the state with `resync`. */
  async restore(change: StateChange = {}): Promise<void> {
    this.disconnect();
    this.#state = { ...changed(this.#state, change), epoch: this.#state.epoch + 1 };
    this.#commits.length = 0;
    await this.reconnect();
  }

  /** Ends the open session as the server does with `session:closed` and a final code. */
  close(code = "logged_out", message = "The session was closed."): void {
    for (const connection of [...this.#connections]) {
      this.#connections.delete(connection);
      if (!connection.closed) connection.lifeCycle.onClosed(code, message);
    }
  }

  /** Sends any message to the sessions that have joined, for example `game:opponent_connected`. */
  send<Name extends keyof ServerMessages>(name: Name, message: Omit<ServerMessages[Name], Envelope>): void {
    for (const connection of this.#joined()) connection.deliver(name, this.#envelope(name, message));
  }

  #hub(): Hub {
    return {
      sent: (event, message) => void this.sent.push({ event, message }),
      handle: (from, event, message, acknowledge) => {
        if (event !== "game:heartbeat") this.sent.push({ event, message });
        this.#handle(from, event, message, acknowledge as (reply: object) => void);
      },
    };
  }

  #handle(from: FakeConnection, event: string, message: object, acknowledge: (reply: object) => void): void {
    switch (event) {
      case "game:join":
      case "game:spectate":
        return this.#join(from, message as ClientMessages["game:join"], acknowledge);
      case "game:action":
        return this.#act(from, message as ClientMessages["game:action"], acknowledge);
      case "game:resign":
        return this.#resign(from, message as ClientMessages["game:resign"], acknowledge);
      case "game:heartbeat":
        return acknowledge({ ok: true, server_time: new Date().toISOString() });
      default:
        return acknowledge({ ok: true });
    }
  }

  #join(from: FakeConnection, message: ClientMessages["game:join"], acknowledge: (reply: object) => void): void {
    const { game_id, event_id, epoch, status } = this.#state;
    from.follows = message;
    acknowledge({ ok: true, game_id, status, event_id, epoch });
    const last = message.last_event_id;
    const known = last !== undefined && (message.epoch ?? epoch) === epoch;
    const missed = known ? { missed_events: this.#commits.filter((commit) => commit.event_id > last) } : {};
    const resync = last !== undefined && !known ? { resync: true } : {};
    from.deliver(
      "game:state",
      this.#envelope("game:state", { kind: "full", state: seenBy(from, this.#state), ...missed, ...resync }),
    );
  }

  #act(from: FakeConnection, message: ClientMessages["game:action"], acknowledge: (reply: object) => void): void {
    const request_id = message.message_id;
    const known = this.#replies.get(request_id);
    if (known) return acknowledge(known);
    const refusal = this.#refusals.shift() ?? this.#stale(message.expected_event_id);
    if (refusal) return acknowledge({ ok: false, request_id, error: refusal });
    try {
      const what = this.#rules(message.action, this.#state);
      this.#acted(from, request_id, { action_type: message.action.type, ...what }, acknowledge);
    } catch (failure) {
      if (!(failure instanceof Refused)) throw failure;
      const { code, message: text, details } = failure;
      acknowledge({ ok: false, request_id, error: { code, message: text, details } });
    }
  }

  #resign(from: FakeConnection, message: ClientMessages["game:resign"], acknowledge: (reply: object) => void): void {
    const known = this.#replies.get(message.message_id);
    if (known) return acknowledge(known);
    const what = { action_type: "resign", ...ending(this.#state, this.opponentId, "resigned") };
    this.#acted(from, message.message_id, what, acknowledge);
  }

  #acted(from: FakeConnection, id: string, what: FakeCommit, acknowledge: (reply: object) => void): void {
    const before = seenBy(from, this.#state);
    const commit = this.#commit({ player_id: this.userId ?? null, ...what }, from);
    const { event_id, action_type } = commit;
    const base = { ok: true, request_id: id, event_id, action_type, events: eventsFor(from, commit) };
    const delta = from.follows?.sync !== "full";
    const patch = delta ? { patch: makePatch(before, seenBy(from, this.#state)), ...extras(what) } : {};
    const reply = { ...base, ...patch } as Replies["game:action"];
    this.#replies.set(id, reply);
    if (this.#losesNextReply) {
      this.#losesNextReply = false;
      from.drop();
      return;
    }
    acknowledge(reply);
    if (!delta) this.#sendState(from);
  }

  #stale(expected: number | undefined): { code: string; message: string; details: unknown } | undefined {
    const { event_id } = this.#state;
    if (expected === undefined || expected === event_id) return undefined;
    return { code: "stale_version", message: "The game has moved on.", details: { event_id } };
  }

  /** @param actor gets the reply in place of the message */
  #commit(what: FakeCommit, actor?: FakeConnection): Commit {
    const before = this.#state;
    const event_id = before.event_id + 1;
    this.#state = { ...changed(before, what.change ?? {}), event_id };
    const player_id = what.player_id === undefined ? this.opponentId : what.player_id;
    const commit = { event_id, player_id, action_type: what.action_type ?? "pass", events: what.events ?? [] };
    this.#commits.push(commit);
    for (const connection of this.#joined()) if (connection !== actor) this.#tell(connection, before, commit, what);
    return commit;
  }

  #tell(to: FakeConnection, before: GameState, commit: Commit, what: FakeCommit): void {
    const told = { ...commit, events: eventsFor(to, commit) };
    if (to.follows?.sync === "full") {
      to.deliver("game:opponent_action", this.#envelope("game:opponent_action", told));
      this.#sendState(to);
      const { turn_start, game_over } = extras(what);
      if (turn_start) to.deliver("game:turn_start", this.#envelope("game:turn_start", turn_start));
      if (game_over) to.deliver("game:game_over", this.#envelope("game:game_over", game_over));
    } else {
      const patch = makePatch(seenBy(to, before), seenBy(to, this.#state));
      to.deliver("game:update", this.#envelope("game:update", { ...told, patch, ...extras(what) }));
    }
  }

  #sendState(to: FakeConnection): void {
    to.deliver("game:state", this.#envelope("game:state", { kind: "full", state: seenBy(to, this.#state) }));
  }

  #joined(): FakeConnection[] {
    return [...this.#connections].filter((connection) => connection.connected && connection.follows);
  }

  #seatOf(playerId: string): 0 | 1 {
    return this.#state.players[1]?.player_id === playerId ? 1 : 0;
  }

  #envelope<Name extends keyof ServerMessages>(type: Name, message: object): ServerMessages[Name] {
    const { game_id, event_id, epoch } = this.#state;
    const head = { message_id: `fake-${++this.#messages}`, timestamp: new Date().toISOString() };
    return { ...head, game_id, event_id, epoch, ...message, type } as unknown as ServerMessages[Name];
  }
}
