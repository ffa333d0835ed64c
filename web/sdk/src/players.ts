import type { RestClient } from "./rest.js";
import type { BlockedUser, FoundUser, Friend, NewReport, Privacy, RecentOpponent, Report } from "./wire.js";

/** Other users: friends, blocked users, recent opponents, and users by name. */
export class Players {
  readonly #rest: RestClient;

  /** Use {@link Menagerie.players} instead. */
  constructor(rest: RestClient) {
    this.#rest = rest;
  }

  /** Registered users whose names begin so; two characters at least. */
  find(name: string): Promise<FoundUser[]> {
    return this.#rest.list("GET /users", { query: { name } });
  }

  /** The user's opponents, the latest first. */
  opponents(): Promise<RecentOpponent[]> {
    return this.#rest.list("GET /users/me/opponents", {});
  }

  /** Friends and open questions, by name. */
  friends(): Promise<Friend[]> {
    return this.#rest.list("GET /users/me/friends", {});
  }

  /** Asks a user to be a friend, or accepts. */
  async befriend(id: string): Promise<void> {
    await this.#rest.call("PUT /users/me/friends/{id}", { id });
  }

  /** Ends a friendship, withdraws a request or declines one. */
  async unfriend(id: string): Promise<void> {
    await this.#rest.call("DELETE /users/me/friends/{id}", { id });
  }

  /** Users whom the user has blocked. */
  blocked(): Promise<BlockedUser[]> {
    return this.#rest.list("GET /users/me/blocks", {});
  }

  /** Blocks a user: no invitations, no pairing, nothing of each other in lists. */
  async block(id: string): Promise<void> {
    await this.#rest.call("PUT /users/me/blocks/{id}", { id });
  }

  /** Takes a block back. */
  async unblock(id: string): Promise<void> {
    await this.#rest.call("DELETE /users/me/blocks/{id}", { id });
  }

  /** Users whose emotes and chat the user does not see. */
  muted(): Promise<BlockedUser[]> {
    return this.#rest.list("GET /users/me/mutes", {});
  }

  /** Hides the emotes and the chat of a user from now on. */
  async mute(id: string): Promise<void> {
    await this.#rest.call("PUT /users/me/mutes/{id}", { id });
  }

  /** Shows them again. */
  async unmute(id: string): Promise<void> {
    await this.#rest.call("DELETE /users/me/mutes/{id}", { id });
  }

  /** Reports a user to the operators; returns the report's id. */
  async report(report: NewReport): Promise<string> {
    return (await this.#rest.call("POST /reports", { body: report })).report_id;
  }

  /** The user's reports, and whether an operator has closed them. */
  reports(): Promise<Report[]> {
    return this.#rest.list("GET /reports/me", {});
  }

  /** What others may learn of the user. */
  privacy(): Promise<Privacy> {
    return this.#rest.call("GET /users/me/privacy", {});
  }

  /** Changes what others may learn of the user. */
  setPrivacy(privacy: Privacy): Promise<Privacy> {
    return this.#rest.call("PUT /users/me/privacy", { body: privacy });
  }
}
