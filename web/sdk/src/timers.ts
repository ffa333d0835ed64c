/** The first retry comes before a person takes the silence for a failure. */
const FIRST_RETRY_MS = 250;

/** An unanswered message is sent again after this; the server stores its reply, so sending twice is safe. */
export const REPLY_TIMEOUT_MS = 8_000;

/** Delay before retry number `attempt` in milliseconds: exponential, capped, with jitter so that clients spread out. */
export function backoff(attempt: number): number {
  return Math.min(FIRST_RETRY_MS * 2 ** attempt, REPLY_TIMEOUT_MS) * (0.75 + Math.random() / 2);
}

/** A group of one-shot timers that can be canceled together. */
export class Timers {
  readonly #pending = new Set<ReturnType<typeof setTimeout>>();
  #canceled = false;

  /** Runs `task` after `delayMs` milliseconds, unless the group was canceled. */
  schedule(delayMs: number, task: () => void): void {
    if (this.#canceled) return;
    const timer = setTimeout(() => {
      this.#pending.delete(timer);
      task();
    }, delayMs);
    this.#pending.add(timer);
  }

  /** Cancels all timers; later calls of `schedule` do nothing. */
  cancelAll(): void {
    this.#canceled = true;
    for (const timer of this.#pending) clearTimeout(timer);
    this.#pending.clear();
  }
}
