import { Refused, SessionClosed } from "./errors.js";
import type { Acted } from "./names.js";
import { backoff, type Later } from "./retry.js";
import type { ClientMessages } from "./wire.js";

/** `busy` and the like pass; after so many tries somebody should be told. */
const MOST_TRIES = 6;

type Event = "game:action" | "game:resign";

interface Sent {
  event: Event;
  message: ClientMessages[Event];
  tries: number;
  resolve(reply: Acted): void;
  reject(failure: Error): void;
}

/** Messages that must be answered once: they are sent again, under the same id, until they are. */
export class Outbox {
  readonly #unanswered = new Map<string, Sent>();
  readonly #transmit: (event: Event, message: ClientMessages[Event]) => Promise<Acted>;
  readonly #later: Later;
  #open = false;

  constructor(transmit: (event: Event, message: ClientMessages[Event]) => Promise<Acted>, later: Later) {
    this.#transmit = transmit;
    this.#later = later;
  }

  get size(): number {
    return this.#unanswered.size;
  }

  put<Name extends Event>(event: Name, message: ClientMessages[Name]): Promise<Acted> {
    return new Promise((resolve, reject) => {
      const sent: Sent = { event, message, tries: 0, resolve, reject };
      this.#unanswered.set(message.message_id, sent);
      if (this.#open) this.#try(sent);
    });
  }

  /** The server listens: everything without an answer goes out again. */
  open(): void {
    this.#open = true;
    for (const sent of this.#unanswered.values()) this.#try(sent);
  }

  /** Nobody listens: what is put waits. */
  shut(): void {
    this.#open = false;
  }

  /** Nothing will be answered any more. */
  close(code: string): void {
    this.#open = false;
    const unanswered = [...this.#unanswered.values()];
    this.#unanswered.clear();
    for (const sent of unanswered) sent.reject(new SessionClosed(code));
  }

  #try(sent: Sent): void {
    sent.tries++;
    this.#transmit(sent.event, sent.message).then(
      (reply) => {
        if (this.#unanswered.delete(sent.message.message_id)) sent.resolve(reply);
      },
      (failure: Error) => this.#failed(sent, failure),
    );
  }

  #failed(sent: Sent, failure: Error): void {
    if (!this.#unanswered.has(sent.message.message_id)) return;
    const passing = failure instanceof Refused && failure.passing;
    if (failure instanceof Refused && (!passing || sent.tries >= MOST_TRIES)) {
      this.#unanswered.delete(sent.message.message_id);
      sent.reject(failure);
    } else if (passing) {
      this.#later.do(backoff(sent.tries), () => this.#open && this.#try(sent));
    } else if (this.#open) {
      this.#try(sent);
    }
    // Else the connection is gone: opening again sends it again.
  }
}
