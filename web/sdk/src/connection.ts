import { io, type Socket } from "socket.io-client";
import { Refused, RequestRefused } from "./errors.js";
import { backoff, REPLY_TIMEOUT_MS, type Timers } from "./timers.js";
import type { TokenManager } from "./token-manager.js";
import type { ClientMessages, Replies, ServerMessages } from "./wire.js";

/** After these close codes the client does not reconnect; `busy`: the user has too many connections. */
const FINAL_CLOSE_CODES: ReadonlySet<string> = new Set(["replaced", "logged_out", "banned", "busy"]);

/** Where a session stands: at first `connecting`; `reconnecting` after an interruption; `closed` for good. */
export type ConnectionStatus = "connecting" | "connected" | "reconnecting" | "closed";

/** How Socket.IO carries messages. */
export type Transport = "polling" | "websocket";

/** What every namespace sends. */
type Closable = Pick<ServerMessages, "session:closed" | "auth:expiring">;

export type Reply<Name extends keyof Replies> = Extract<Replies[Name], { ok: true }>;

/** What a session needs of a connection. */
export interface Connection<Incoming extends object = ServerMessages> {
  readonly connected: boolean;
  /** Calls `listener` for every message of this name. */
  on<Name extends keyof Incoming>(name: Name, listener: (message: Incoming[Name]) => void): void;
  /** Sends a message without waiting for an acknowledgement. */
  send<Name extends keyof ClientMessages>(name: Name, message: ClientMessages[Name]): void;
  /**
   * Sends a message and waits for the acknowledgement.
   *
   * @param onReply runs before any message that the server sent after the reply
   * @throws Refused if the server refuses; any other Error if no reply arrives in time
   */
  request<Name extends keyof Replies & keyof ClientMessages>(
    name: Name,
    message: ClientMessages[Name],
    onReply?: (reply: Reply<Name>) => void,
  ): Promise<Reply<Name>>;
  /** Drops the transport as a broken network does; the connection then reconnects. */
  drop(): void;
  close(): void;
}

/** Opens the connection of a session. */
export type ConnectionOpener = (listener: ConnectionListener, timers: Timers) => Connection;

/** Receives the life cycle of a {@link GameConnection}. */
export interface ConnectionListener {
  onConnected(): void;
  onDisconnected(): void;
  /** A connection attempt failed; the next one follows by itself. */
  onConnecting(): void;
  /** The connection ended and will not come back. */
  onClosed(code: string, message: string): void;
}

/**
 * One authenticated Socket.IO connection to a namespace that reconnects by itself and renews its token. It knows
 * nothing about games or the lobby.
 */
export class GameConnection<Incoming extends Closable = ServerMessages> implements Connection<Incoming> {
  readonly #tokens: TokenManager;
  readonly #socket: Socket;
  readonly #timers: Timers;
  readonly #listener: ConnectionListener;
  readonly #removeListeners: () => void;
  #failedAttempts = 0;
  /** Tokens in a row that the server refused. */
  #refusedTokens = 0;
  /** No user is signed in: the connection waits for the first token. */
  #awaitsSignIn = false;
  #closed = false;

  /**
   * @param url the server's address
   * @param tokens supplies and renews the access token
   * @param timers cancels pending reconnects together with everything else of the session
   * @param listener receives the connection's life cycle
   * @param transports default: polling first, then WebSocket
   * @param namespace what it connects to
   */
  constructor(
    url: string,
    tokens: TokenManager,
    timers: Timers,
    listener: ConnectionListener,
    transports?: Transport[],
    namespace: "/game" | "/lobby" = "/game",
  ) {
    this.#tokens = tokens;
    this.#timers = timers;
    this.#listener = listener;
    this.#socket = openSocket(url, tokens, transports, namespace);
    this.#listen();
    const removeCredentialsListener = tokens.on("credentials", (user) => {
      if (user) this.#onToken();
      else this.#end("logged_out", "You have signed out.");
    });
    const online = (): void => this.#reconnectNow();
    globalThis.addEventListener?.("online", online);
    this.#removeListeners = () => {
      removeCredentialsListener();
      globalThis.removeEventListener?.("online", online);
    };
  }

  get connected(): boolean {
    return this.#socket.connected;
  }

  on<Name extends keyof Incoming>(name: Name, listener: (message: Incoming[Name]) => void): void {
    this.#socket.on(name as string, listener as (message: unknown) => void);
  }

  send<Name extends keyof ClientMessages>(name: Name, message: ClientMessages[Name]): void {
    this.#socket.emit(name, message);
  }

  request<Name extends keyof Replies & keyof ClientMessages>(
    name: Name,
    message: ClientMessages[Name],
    onReply: (reply: Reply<Name>) => void = () => undefined,
  ): Promise<Reply<Name>> {
    return new Promise((resolve, reject) => {
      this.#socket
        .timeout(REPLY_TIMEOUT_MS)
        .emit(name, message, (failure: Error | null, reply: Replies[Name] | undefined) => {
          if (failure || !reply) return reject(failure ?? new Error("The server sent an empty reply."));
          if (!reply.ok) return reject(new Refused(reply.error));
          onReply(reply as Reply<Name>);
          resolve(reply as Reply<Name>);
        });
    });
  }

  drop(): void {
    this.#socket.io.engine?.close();
  }

  close(): void {
    this.#closed = true;
    this.#removeListeners();
    this.#socket.disconnect();
  }

  #listen(): void {
    const socket = this.#socket;
    socket.on("connect", () => {
      this.#failedAttempts = this.#refusedTokens = 0;
      this.#listener.onConnected();
    });
    socket.on("disconnect", (reason) => {
      this.#listener.onDisconnected();
      // socket.io-client does not reconnect after a close by the server; only final codes mean that here.
      if (reason === "io server disconnect") this.#timers.schedule(backoff(0), () => socket.connect());
    });
    socket.on("connect_error", (failure: Error & { data?: { code?: string } }) => {
      if (this.#closed) return;
      this.#listener.onConnecting();
      if (failure.data?.code === "unauthenticated") void this.#renewAndConnect();
      else if (!socket.active) this.#timers.schedule(backoff(this.#failedAttempts++), () => socket.connect());
    });
    this.on("session:closed", ({ code, message }) => {
      if (FINAL_CLOSE_CODES.has(code)) this.#end(code, message);
      else if (code === "expired") void this.#tokens.renew().catch(() => undefined);
    });
    this.on("auth:expiring", () => void this.#tokens.renew().catch(() => undefined));
  }

  /** A renewed token that is refused, too, ends the session; a token that was never there only delays it. */
  async #renewAndConnect(): Promise<void> {
    if (!this.#tokens.credentials) {
      this.#awaitsSignIn = true;
      return;
    }
    if (this.#refusedTokens > 0) {
      this.#end("unauthenticated", "Sign in again.");
      return;
    }
    try {
      await this.#tokens.renew();
      this.#refusedTokens++;
      this.#socket.connect();
    } catch (failure) {
      if (failure instanceof RequestRefused) this.#end("unauthenticated", "Sign in again.");
      else this.#timers.schedule(backoff(this.#failedAttempts++), () => this.#socket.connect());
    }
  }

  #onToken(): void {
    if (this.#awaitsSignIn) {
      this.#awaitsSignIn = false;
      this.#socket.connect();
    } else {
      void this.#sendNewToken();
    }
  }

  async #sendNewToken(): Promise<void> {
    if (!this.#socket.connected) return;
    const token = await this.#tokens.accessToken();
    if (token) this.send("auth:refresh", { token });
  }

  /** The network is back: connects without waiting for the next attempt. */
  #reconnectNow(): void {
    if (this.#closed || this.#socket.connected) return;
    this.#socket.disconnect();
    this.#socket.connect();
  }

  #end(code: string, message: string): void {
    if (this.#closed) return;
    this.close();
    this.#listener.onClosed(code, message);
  }
}

function openSocket(url: string, tokens: TokenManager, transports: Transport[] | undefined, namespace: string): Socket {
  const { origin, pathname } = new URL(url);
  return io(`${origin}${namespace}`, {
    forceNew: true,
    // A proxy may serve the whole server below a path.
    path: `${pathname.replace(/\/$/, "")}/socket.io`,
    reconnectionDelay: 300,
    reconnectionDelayMax: 4_000,
    ...(transports ? { transports } : {}),
    auth: (callback) => {
      tokens.accessToken().then(
        (token) => callback({ token }),
        () => callback({}),
      );
    },
  });
}
