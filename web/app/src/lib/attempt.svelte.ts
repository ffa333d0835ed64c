import { explain } from "./services.svelte.js";

/** Work that may fail: whether it runs, and what went wrong with it, as a sentence for the user. */
export class Attempt {
  busy = $state(false);
  failure: string | undefined = $state();
  readonly #sentence: (problem: unknown) => string;

  /** @param sentence says what went wrong; default: what `explain` says */
  constructor(sentence: (problem: unknown) => string = explain) {
    this.#sentence = sentence;
  }

  /** Does what the user asked for; whether it succeeded. */
  async run(work: () => Promise<unknown>): Promise<boolean> {
    this.busy = true;
    this.failure = undefined;
    try {
      await work();
      return true;
    } catch (problem) {
      this.failure = this.#sentence(problem);
      return false;
    } finally {
      this.busy = false;
    }
  }

  /** Work in the background, such as a refresh: never busy; a failure is shown until one succeeds. */
  async poll(work: () => Promise<unknown>): Promise<void> {
    try {
      await work();
      this.failure = undefined;
    } catch (problem) {
      this.failure = this.#sentence(problem);
    }
  }
}
