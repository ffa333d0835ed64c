import type { RestClient } from "./rest.js";
import type { Calls, TournamentDetails, TournamentMatch, TournamentResults, TournamentSummary } from "./wire.js";

/** Tournaments: what is announced, who is ahead, and taking part. */
export class Tournaments {
  readonly #rest: RestClient;

  /** Use {@link Menagerie.tournaments} instead. */
  constructor(rest: RestClient) {
    this.#rest = rest;
  }

  /** Tournaments that are announced or played, the next first. */
  open(): Promise<TournamentSummary[]> {
    return this.#rest.list("GET /tournaments", {});
  }

  /** Tournaments that are over, the latest first. */
  over(cursor?: string): Promise<Calls["GET /tournaments"]["answer"]> {
    return this.#rest.call("GET /tournaments", { query: { over: "true", cursor } });
  }

  /** A tournament with its standings and what it is for the user. */
  show(id: string): Promise<TournamentDetails> {
    return this.#rest.call("GET /tournaments/{id}", { id });
  }

  /** The matches of a round, or of all rounds. */
  matches(id: string, round?: number): Promise<TournamentMatch[]> {
    const query = { round: round === undefined ? undefined : String(round) };
    return this.#rest.list("GET /tournaments/{id}/matches", { id, query });
  }

  /** Everything about a tournament, to be kept elsewhere. */
  results(id: string): Promise<TournamentResults> {
    return this.#rest.call("GET /tournaments/{id}/results", { id });
  }

  /** Takes part with a deck, or changes the deck before the start. */
  register(id: string, deckId: string): Promise<TournamentDetails> {
    return this.#rest.call("PUT /tournaments/{id}/registration", { id, body: { deck_id: deckId } });
  }

  /** The user is there and will play. */
  checkIn(id: string): Promise<TournamentDetails> {
    return this.#rest.call("POST /tournaments/{id}/check-in", { id });
  }

  /** Leaves; a match that is being played is lost. */
  drop(id: string): Promise<TournamentDetails> {
    return this.#rest.call("DELETE /tournaments/{id}/registration", { id });
  }
}
