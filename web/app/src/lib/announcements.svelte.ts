import type { Announcement } from "@menagerie/client";

/** A dismissed countdown is shown again for its last minutes. */
const LAST_CALL_MS = 5 * 60_000;

const TICK_MS = 500;

/** What the operators tell everyone, as last heard from the server. */
class Announcements {
  all: Announcement[] = $state.raw([]);
  #dismissed: ReadonlySet<string> = $state.raw(new Set());
  #clock: () => number = () => Date.now();
  #now = $state(Date.now());

  /** Those that are neither past nor dismissed, the newest first. */
  get shown(): Announcement[] {
    return this.all.filter((one) => Date.parse(one.expires_at) > this.#now && !this.#dismissed.has(this.#key(one)));
  }

  /** The time until the moment of an announcement; 0 when it has come, undefined without one. */
  left({ at }: Announcement): number | undefined {
    return at === undefined ? undefined : Math.max(0, Date.parse(at) - this.#now);
  }

  /**
   * Takes what a connection has told.
   *
   * @param clock the server's, by which the times are: a device's own may be wrong
   */
  hear(all: Announcement[], clock: () => number): void {
    this.#clock = clock;
    this.#now = clock();
    this.all = all;
  }

  dismiss(one: Announcement): void {
    this.#dismissed = new Set([...this.#dismissed, this.#key(one)]);
  }

  /** Lets the time go on; the returned function stops it. */
  run(): () => void {
    const timer = setInterval(() => {
      if (this.all.length > 0) this.#now = this.#clock();
    }, TICK_MS);
    return () => clearInterval(timer);
  }

  #key(one: Announcement): string {
    return `${one.id} ${(this.left(one) ?? 0) > LAST_CALL_MS ? "early" : "last"}`;
  }
}

export const announcements = new Announcements();
