import { Refused, SessionClosed } from "./errors.js";
import type { Acted } from "./names.js";
import { backoff, type Timers } from "./timers.js";
import type { ClientMessages } from "./wire.js";

/** Attempts after a temporary refusal such as `busy`, before the caller gets the refusal. */
const MAX_ATTEMPTS = 6;

type OutboxEvent = "game:action" | "game:resign";
type Transmit = (event: OutboxEvent, message: ClientMessages[OutboxEvent]) => Promise<Acted>;

interface Entry {
  event: OutboxEvent;
  message: ClientMessages[OutboxEvent];
  attempts: number;
  resolve(reply: Acted): void;
  reject(failure: Error): void;
}

/** Sends messages again, under the same id, until the server has answered each of them. */
export class Outbox {
  readonly #unanswered = new Map<string, Entry>();
  readonly #transmit: Transmit;
  readonly #timers: Timers;
  #running = false;

  constructor(transmit: Transmit, timers: Timers) {
    this.#transmit = transmit;
    this.#timers = timers;
  }

  get size(): number {
    return this.#unanswered.size;
  }

  send<Name extends OutboxEvent>(event: Name, message: ClientMessages[Name]): Promise<Acted> {
    return new Promise((resolve, reject) => {
      const entry: Entry = { event, message, attempts: 0, resolve, reject };
      this.#unanswered.set(message.message_id, entry);
      if (this.#running) this.#attempt(entry);
    });
  }

  /** The game is joined: sends every unanswered message again. */
  resume(): void {
    this.#running = true;
    for (const entry of this.#unanswered.values()) this.#attempt(entry);
  }

  /** The connection is gone: new messages wait. */
  pause(): void {
    this.#running = false;
  }

  /** Rejects everything that is unanswered. */
  close(code: string): void {
    this.#running = false;
    const unanswered = [...this.#unanswered.values()];
    this.#unanswered.clear();
    for (const entry of unanswered) entry.reject(new SessionClosed(code));
  }

  #attempt(entry: Entry): void {
    entry.attempts++;
    this.#transmit(entry.event, entry.message).then(
      (reply) => {
        if (this.#unanswered.delete(entry.message.message_id)) entry.resolve(reply);
      },
      (failure: Error) => this.#onFailure(entry, failure),
    );
  }

  #onFailure(entry: Entry, failure: Error): void {
    if (!this.#unanswered.has(entry.message.message_id)) return;
    const temporary = failure instanceof Refused && failure.temporary;
    if (failure instanceof Refused && (!temporary || entry.attempts >= MAX_ATTEMPTS)) {
      this.#unanswered.delete(entry.message.message_id);
      entry.reject(failure);
    } else if (temporary) {
      this.#timers.schedule(backoff(entry.attempts), () => this.#running && this.#attempt(entry));
    } else if (this.#running) {
      this.#attempt(entry);
    }
    // Otherwise the connection is gone, and `resume` sends the message again.
  }
}
