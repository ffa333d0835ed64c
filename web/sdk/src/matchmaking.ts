import { RequestRefused } from "./errors.js";
import type { RestClient } from "./rest.js";
import type { NewTicket, Ticket } from "./wire.js";

/** The queue for an opponent. */
export class Matchmaking {
  readonly #rest: RestClient;

  /** Use {@link Menagerie.matchmaking} instead. */
  constructor(rest: RestClient) {
    this.#rest = rest;
  }

  /** Queues for an opponent; another queue takes the place of the former. */
  queue(ticket: NewTicket): Promise<Ticket> {
    return this.#rest.call("POST /matchmaking", { body: ticket });
  }

  /** The state of the user's ticket; undefined: the user does not wait. */
  async ticket(): Promise<Ticket | undefined> {
    try {
      return await this.#rest.call("GET /matchmaking", {});
    } catch (failure) {
      if (failure instanceof RequestRefused && failure.status === 404) return undefined;
      throw failure;
    }
  }

  /** Stops waiting. */
  async leave(): Promise<void> {
    await this.#rest.call("DELETE /matchmaking", {});
  }
}
