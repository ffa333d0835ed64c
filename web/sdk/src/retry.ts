/** Well under what a person takes for a failure. */
const FIRST_MS = 250;

/** An unanswered message is sent again after this; the server keeps its reply, so twice is safe. */
export const ANSWER_TIMEOUT_MS = 8_000;

/** How long to wait before the next try: longer each time, and not all clients at once. */
export function backoff(tries: number): number {
  return Math.min(FIRST_MS * 2 ** tries, ANSWER_TIMEOUT_MS) * (0.75 + Math.random() / 2);
}

/** Things to be done a little later, unless everything is over by then. */
export class Later {
  readonly #timers = new Set<ReturnType<typeof setTimeout>>();
  #over = false;

  do(delayMs: number, work: () => void): void {
    if (this.#over) return;
    const timer = setTimeout(() => {
      this.#timers.delete(timer);
      work();
    }, delayMs);
    this.#timers.add(timer);
  }

  end(): void {
    this.#over = true;
    for (const timer of this.#timers) clearTimeout(timer);
    this.#timers.clear();
  }
}
