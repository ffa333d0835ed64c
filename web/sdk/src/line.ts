import { io, type Socket } from "socket.io-client";
import type { Menagerie } from "./client.js";
import { Emitter } from "./emitter.js";
import { Refused, RequestRefused } from "./errors.js";
import { ANSWER_TIMEOUT_MS, backoff, type Later } from "./retry.js";
import type { ClientMessages, Replies, ServerMessages } from "./wire.js";

/** Only after these does the server want this connection to stay away. */
const FINAL_CLOSINGS: ReadonlySet<string> = new Set(["replaced", "logged_out"]);

export type ConnectionStatus = "connecting" | "connected" | "reconnecting" | "closed";

type Answer<Name extends keyof Replies> = Extract<Replies[Name], { ok: true }>;

interface LineEvents {
  up: undefined;
  down: undefined;
  /** There is no connection, and one is being tried for. */
  trying: undefined;
  /** The server or its doorman ended this for good. */
  ended: { code: string; message: string };
}

/** One authenticated connection to `/game`, that comes back by itself. Knows nothing of games. */
export class Line extends Emitter<LineEvents> {
  readonly #client: Menagerie;
  readonly #socket: Socket;
  readonly #later: Later;
  readonly #stopListening: () => void;
  #refused = 0;
  #over = false;

  constructor(client: Menagerie, later: Later, transports: ("polling" | "websocket")[] | undefined) {
    super();
    this.#client = client;
    this.#later = later;
    this.#socket = io(`${client.url}/game`, {
      forceNew: true,
      reconnectionDelay: 300,
      reconnectionDelayMax: 4_000,
      ...(transports ? { transports } : {}),
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

  get connected(): boolean {
    return this.#socket.connected;
  }

  hear<Name extends keyof ServerMessages>(name: Name, listener: (message: ServerMessages[Name]) => void): void {
    this.#socket.on(name as string, listener as (message: unknown) => void);
  }

  /** Sends without asking for an answer. */
  tell<Name extends keyof ClientMessages>(name: Name, message: ClientMessages[Name]): void {
    this.#socket.emit(name, message);
  }

  /**
   * Sends and waits for the acknowledgement. `at` runs before anything that comes after it on the line is heard.
   *
   * @throws Refused if the server says no; any other Error if it says nothing
   */
  ask<Name extends keyof Replies & keyof ClientMessages>(
    name: Name,
    message: ClientMessages[Name],
    at: (answer: Answer<Name>) => void = () => undefined,
  ): Promise<Answer<Name>> {
    return new Promise((resolve, reject) => {
      this.#socket
        .timeout(ANSWER_TIMEOUT_MS)
        .emit(name, message, (failure: Error | null, reply: Replies[Name] | undefined) => {
          if (failure || !reply) return reject(failure ?? new Error("The server gave an empty answer."));
          if (!reply.ok) return reject(new Refused(reply.error));
          at(reply as Answer<Name>);
          resolve(reply as Answer<Name>);
        });
    });
  }

  /** Takes the transport away, as a broken network does; it comes back. */
  cut(): void {
    this.#socket.io.engine?.close();
  }

  close(): void {
    this.#over = true;
    this.#stopListening();
    this.#socket.disconnect();
  }

  #listen(): void {
    const socket = this.#socket;
    socket.on("connect", () => {
      this.#refused = 0;
      this.emit("up", undefined);
    });
    socket.on("disconnect", (reason) => {
      this.emit("down", undefined);
      // After a deliberate close by the server the library stays away; only some closings mean it.
      if (reason === "io server disconnect") this.#later.do(backoff(0), () => socket.connect());
    });
    socket.on("connect_error", (failure: Error & { data?: { code?: string } }) => {
      if (this.#over) return;
      this.emit("trying", undefined);
      if (failure.data?.code === "unauthenticated") void this.#renewAndConnect();
      else if (!socket.active) this.#later.do(backoff(this.#refused++), () => socket.connect());
    });
    this.hear("session:closed", ({ code, message }) => {
      if (FINAL_CLOSINGS.has(code)) this.#end(code, message);
      else if (code === "expired") void this.#client.renew().catch(() => undefined);
    });
    this.hear("auth:expiring", () => void this.#client.renew().catch(() => undefined));
  }

  async #renewAndConnect(): Promise<void> {
    if (this.#refused++ > 0) {
      this.#end("unauthenticated", "Sign in again.");
      return;
    }
    try {
      await this.#client.renew();
      this.#socket.connect();
    } catch (failure) {
      if (failure instanceof RequestRefused) this.#end("unauthenticated", "Sign in again.");
      else this.#later.do(backoff(this.#refused), () => this.#socket.connect());
    }
  }

  async #tellNewToken(): Promise<void> {
    if (!this.#socket.connected) return;
    const token = await this.#client.accessToken();
    if (token) this.tell("auth:refresh", { token });
  }

  /** The network is back: no need to wait for the next try. */
  #hurry(): void {
    if (this.#over || this.#socket.connected) return;
    this.#socket.disconnect();
    this.#socket.connect();
  }

  #end(code: string, message: string): void {
    if (this.#over) return;
    this.close();
    this.emit("ended", { code, message });
  }
}
