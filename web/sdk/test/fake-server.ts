import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { Server as SocketServer, type Socket } from "socket.io";
import type { Commit, GameState, PatchOperation } from "../src/wire.js";

/** A server of one game without rules: each action adds one to a counter. Tests make it slow, silent or absent. */
export class FakeServer {
  readonly #http: Server;
  readonly io: SocketServer;
  /** Every message received from clients, in order. */
  readonly received: { event: string; payload: Record<string, unknown> }[] = [];
  /** Every REST request except token requests. */
  readonly requests: { method: string; path: string; token: string | undefined; body: unknown }[] = [];
  renewals = 0;
  /** Connections that were refused for their token. */
  refusals = 0;
  /** The codes with which the next connections are refused, whatever their token. */
  failures: string[] = [];
  /** The only valid access token. */
  goodToken = "access-1";
  expiresIn = 3600;
  epoch = 1;
  version = 0;
  readonly log: Commit[] = [];
  readonly replies = new Map<string, object>();
  /** How to treat the next action. */
  nextAction: "answer" | "commit-then-drop" | "drop" | "busy" | "refuse" | "overtaken" = "answer";
  /** Answers REST requests except token requests. */
  rest: (request: { method: string; path: string }) => { status: number; body: unknown } = () => ({
    status: 200,
    body: { items: [] },
  });

  private constructor() {
    this.#http = createServer((request, response) => void this.#answer(request, response));
    this.io = new SocketServer(this.#http, { serveClient: false, pingInterval: 5000, pingTimeout: 4000 });
    const game = this.io.of("/game");
    game.use((socket, next) => {
      const failure = this.failures.shift();
      if (!failure && socket.handshake.auth["token"] === this.goodToken) return next();
      if (!failure) this.refusals++;
      const refusal = new Error(failure ?? "unauthenticated") as Error & { data: unknown };
      refusal.data = { code: failure ?? "unauthenticated" };
      next(refusal);
    });
    game.on("connection", (socket) => this.#welcome(socket));
  }

  static async open(): Promise<FakeServer> {
    const server = new FakeServer();
    await new Promise<void>((resolve) => server.#http.listen(0, "127.0.0.1", resolve));
    return server;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#http.address() as AddressInfo).port}`;
  }

  async close(): Promise<void> {
    await this.io.close();
  }

  state(): GameState {
    return {
      game_id: "g",
      event_id: this.version,
      epoch: this.epoch,
      status: "active",
      viewer: { seat: 0 },
      players: [{ player_id: "me", points: this.version }, null],
      legal_actions: [{ type: "pass" }],
    } as unknown as GameState;
  }

  /** Commits an action of a player. */
  commit(player: string): { commit: Commit; patch: PatchOperation[] } {
    this.version++;
    const commit: Commit = {
      event_id: this.version,
      player_id: player,
      action_type: "pass",
      events: [{ type: "coin_flipped", player: 0, heads: true }],
    };
    this.log.push(commit);
    return {
      commit,
      patch: [
        { op: "replace", path: "/event_id", value: this.version },
        { op: "replace", path: "/players/0/points", value: this.version },
      ],
    };
  }

  /** The opponent acts, and everyone receives the update. */
  opponentActs(): void {
    const { commit, patch } = this.commit("them");
    this.io.of("/game").emit("game:update", this.#envelope("game:update", { ...commit, patch }));
  }

  send(event: string, payload: object): void {
    this.io.of("/game").emit(event, this.#envelope(event, payload));
  }

  /** Closes every connection as a broken network does. */
  dropConnections(): void {
    for (const socket of this.io.of("/game").sockets.values()) socket.conn.close();
  }

  messages(event: string): Record<string, unknown>[] {
    return this.received.filter((message) => message.event === event).map((message) => message.payload);
  }

  #envelope(type: string, payload: object): object {
    return {
      type,
      message_id: `s${Math.random()}`,
      timestamp: new Date().toISOString(),
      game_id: "g",
      event_id: this.version,
      epoch: this.epoch,
      ...payload,
    };
  }

  #welcome(socket: Socket): void {
    socket.emit("session:ready", {
      type: "session:ready",
      user_id: "me",
      server_time: new Date().toISOString(),
      protocol_version: 1,
      active_games: ["g"],
    });
    // A real server joins its own subscription first; the client must ignore this state.
    socket.emit("game:state", this.#envelope("game:state", { kind: "full", state: this.state() }));
    socket.onAny((event: string, payload: Record<string, unknown>, ack?: (reply: object) => void) => {
      this.received.push({ event, payload });
      this.#handle(socket, event, payload, ack ?? ((): void => undefined));
    });
  }

  #handle(socket: Socket, event: string, payload: Record<string, unknown>, ack: (reply: object) => void): void {
    switch (event) {
      case "game:join": {
        if (payload["game_id"] === "cards") {
          ack({
            ok: false,
            error: { code: "unavailable", message: "no such cards here", details: { reason: "cards" } },
          });
          return;
        }
        if (payload["game_id"] !== "g") {
          ack({ ok: false, error: { code: "game_not_found", message: "no", details: {} } });
          return;
        }
        ack({ ok: true, game_id: "g", status: "active", event_id: this.version, epoch: this.epoch });
        const last = payload["last_event_id"] as number | undefined;
        const resumable = last !== undefined && (payload["epoch"] ?? this.epoch) === this.epoch;
        socket.emit(
          "game:state",
          this.#envelope("game:state", {
            kind: "full",
            state: this.state(),
            ...(resumable ? { missed_events: this.log.filter((commit) => commit.event_id > last) } : {}),
            ...(last !== undefined && !resumable ? { resync: true } : {}),
          }),
        );
        return;
      }
      case "game:action":
      case "game:resign":
        this.#act(socket, payload, ack);
        return;
      case "game:heartbeat":
        ack({ ok: true, server_time: new Date(Date.now() + 60_000).toISOString() });
        return;
      default:
        ack({ ok: true });
    }
  }

  #act(socket: Socket, payload: Record<string, unknown>, ack: (reply: object) => void): void {
    const id = payload["message_id"] as string;
    const behaviour = this.nextAction;
    this.nextAction = "answer";
    const stored = this.replies.get(id);
    if (stored) return ack(stored);
    if (behaviour === "drop") return void socket.conn.close();
    if (behaviour === "busy" || behaviour === "refuse") {
      const code = behaviour === "busy" ? "busy" : "invalid_action";
      return ack({ ok: false, request_id: id, error: { code, message: code, details: { rule: "energy" } } });
    }
    if (behaviour === "overtaken") {
      ack({ ok: false, request_id: id, error: { code: "stale_version", message: "stale", details: {} } });
      return this.opponentActs();
    }
    const { commit, patch } = this.commit("me");
    const reply = {
      ok: true,
      request_id: id,
      event_id: commit.event_id,
      action_type: commit.action_type,
      events: commit.events,
      patch,
    };
    this.replies.set(id, reply);
    if (behaviour === "commit-then-drop") return void socket.conn.close();
    ack(reply);
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (request.url?.startsWith("/socket.io")) return;
    let text = "";
    for await (const piece of request) text += String(piece);
    const body: unknown = text ? JSON.parse(text) : undefined;
    const path = request.url ?? "";
    const method = request.method ?? "";
    const send = (status: number, answer?: unknown): void => {
      response.writeHead(status, { "Content-Type": status < 400 ? "application/json" : "application/problem+json" });
      response.end(answer === undefined ? "" : JSON.stringify(answer));
    };
    if (path === "/auth/guest") return send(201, this.#tokens());
    if (path === "/auth/refresh") {
      this.renewals++;
      if ((body as { refresh_token: string }).refresh_token !== `refresh-${this.renewals}`)
        return send(401, { code: "unauthenticated", title: "used" });
      this.goodToken = `access-${this.renewals + 1}`;
      return send(200, this.#tokens());
    }
    const token = request.headers.authorization?.replace("Bearer ", "");
    this.requests.push({ method, path, token, body });
    if (token !== undefined && token !== this.goodToken)
      return send(401, { code: "unauthenticated", title: "old token" });
    const answer = this.rest({ method, path });
    send(answer.status, answer.body);
  }

  #tokens(): object {
    return {
      access_token: this.goodToken,
      refresh_token: `refresh-${this.renewals + 1}`,
      token_type: "Bearer",
      expires_in: this.expiresIn,
      user: { id: "me", name: "Ada" },
    };
  }
}

/** Waits until a condition holds; the test's time limit bounds the wait. */
export async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await new Promise((resolve) => setTimeout(resolve, 5));
}
