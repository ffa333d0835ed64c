import type { Connection, ConnectionListener, Reply } from "./connection.js";
import { Refused } from "./errors.js";
import type { ClientMessages, Replies, ServerMessages } from "./wire.js";

/** What a connection needs of its table. */
export interface Hub {
  sent(event: keyof ClientMessages, message: ClientMessages[keyof ClientMessages]): void;
  handle<Name extends keyof Replies & keyof ClientMessages>(
    from: FakeConnection,
    event: Name,
    message: ClientMessages[Name],
    acknowledge: (reply: Replies[Name]) => void,
  ): void;
}

/** A connection of a session to the table, in memory. */
export class FakeConnection implements Connection {
  readonly listeners = new Map<string, ((message: never) => void)[]>();
  readonly unanswered = new Set<(failure: Error) => void>();
  readonly lifeCycle: ConnectionListener;
  readonly #table: Hub;
  follows: ClientMessages["game:join"] | undefined;
  connected = false;
  closed = false;

  constructor(table: Hub, lifeCycle: ConnectionListener) {
    this.#table = table;
    this.lifeCycle = lifeCycle;
  }

  on<Name extends keyof ServerMessages>(name: Name, listener: (message: ServerMessages[Name]) => void): void {
    this.listeners.set(name, [...(this.listeners.get(name) ?? []), listener as (message: never) => void]);
  }

  send<Name extends keyof ClientMessages>(name: Name, message: ClientMessages[Name]): void {
    if (this.connected) this.#table.sent(name, message);
  }

  request<Name extends keyof Replies & keyof ClientMessages>(
    name: Name,
    message: ClientMessages[Name],
    onReply: (reply: Reply<Name>) => void = () => undefined,
  ): Promise<Reply<Name>> {
    return new Promise((resolve, reject) => {
      if (!this.connected) return reject(new Error("There is no connection."));
      this.unanswered.add(reject);
      this.#table.handle(this, name, message, (reply) => {
        this.unanswered.delete(reject);
        if (!reply.ok) return reject(new Refused(reply.error));
        onReply(reply as Reply<Name>);
        resolve(reply as Reply<Name>);
      });
    });
  }

  drop(): void {
    this.disconnect();
    // After the unanswered requests have failed, as on a network.
    queueMicrotask(() => queueMicrotask(() => this.connect()));
  }

  close(): void {
    this.closed = true;
    this.connected = false;
  }

  connect(): void {
    if (this.closed || this.connected) return;
    this.connected = true;
    this.lifeCycle.onConnected();
  }

  disconnect(): void {
    if (!this.connected) return;
    this.connected = false;
    this.follows = undefined;
    for (const reject of this.unanswered) reject(new Error("The connection broke."));
    this.unanswered.clear();
    this.lifeCycle.onDisconnected();
  }

  deliver<Name extends keyof ServerMessages>(name: Name, message: ServerMessages[Name]): void {
    for (const listener of this.listeners.get(name) ?? []) (listener as (one: unknown) => void)(message);
  }
}
