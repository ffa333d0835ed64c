import type { GameFilter } from "./names.js";
import type { RestClient } from "./rest.js";
import type { Profile, Statistics } from "./wire.js";

/** What finished games add up to. */
export class Results {
  readonly #rest: RestClient;

  /** Use {@link Menagerie.results} instead. */
  constructor(rest: RestClient) {
    this.#rest = rest;
  }

  /** The user's results: in all, by preset, by decks and by month. */
  mine(filter: GameFilter = {}): Promise<Statistics> {
    return this.#rest.call("GET /statistics/me", { query: { ...filter } });
  }

  /** What everyone may know of a user's results. */
  of(userId: string): Promise<Profile> {
    return this.#rest.call("GET /users/{id}/statistics", { id: userId });
  }
}
