import type { CredentialStore, Credentials } from "./credentials.js";
import { Emitter } from "./emitter.js";
import { RequestRefused } from "./errors.js";
import { RestClient, type TokenSource } from "./rest.js";
import type { Tokens, User } from "./wire.js";

/** A token is renewed this long before it expires, so that no request is sent with an expired one. */
const RENEW_BEFORE_MS = 30_000;

/** The events of a {@link Menagerie}, by name. */
export interface ClientEvents {
  /** The user signed in or the token was renewed; undefined: signed out. */
  credentials: User | undefined;
  /** The server refused to renew the tokens of this user, who is signed out now. */
  expired: User;
}

/** Stores the tokens of the signed-in user and renews them. */
export class TokenManager extends Emitter<ClientEvents> implements TokenSource {
  readonly #rest: RestClient;
  readonly #store: CredentialStore;
  #renewal: Promise<void> | undefined;

  constructor(url: string, store: CredentialStore) {
    super();
    this.#rest = new RestClient(url);
    this.#store = store;
  }

  get credentials(): Credentials | undefined {
    return this.#store.load();
  }

  /** Stores new tokens and announces the user. */
  save(tokens: Tokens): User {
    const { access_token, refresh_token, expires_in, user } = tokens;
    this.#store.save({ access_token, refresh_token, expires_at: Date.now() + expires_in * 1000, user });
    this.emit("credentials", user);
    return user;
  }

  /** Stores what has changed about the signed-in user. */
  replaceUser(user: User): void {
    const credentials = this.#store.load();
    if (!credentials) return;
    this.#store.save({ ...credentials, user });
    this.emit("credentials", user);
  }

  /** Deletes the tokens and announces the sign-out. */
  clear(): void {
    this.#store.save(undefined);
    this.emit("credentials", undefined);
  }

  /** A valid access token, renewed when it is about to expire; undefined: not signed in. */
  async accessToken(): Promise<string | undefined> {
    const credentials = this.#store.load();
    if (!credentials) return undefined;
    if (credentials.expires_at - Date.now() < RENEW_BEFORE_MS) await this.renew();
    return this.#store.load()?.access_token;
  }

  /** A token other than `refused`; a concurrent call may have renewed it already. */
  async tokenAfter(refused: string): Promise<string | undefined> {
    if (this.#store.load()?.access_token === refused) await this.renew();
    return this.#store.load()?.access_token;
  }

  /**
   * Gets new tokens. A refresh token is valid once, so concurrent calls of this client and of other tabs with the same
   * store share one renewal.
   */
  renew(): Promise<void> {
    const used = this.#store.load()?.refresh_token;
    this.#renewal ??= withLock(() => this.#renewOnce(used)).finally(() => {
      this.#renewal = undefined;
    });
    return this.#renewal;
  }

  async #renewOnce(used: string | undefined): Promise<void> {
    const credentials = this.#store.load();
    if (!credentials || credentials.refresh_token !== used) return;
    try {
      this.save(await this.#rest.call("POST /auth/refresh", { body: { refresh_token: used } }));
    } catch (failure) {
      if (failure instanceof RequestRefused && (failure.status === 401 || failure.status === 403)) {
        this.clear();
        this.emit("expired", credentials.user);
      }
      throw failure;
    }
  }
}

/** Excludes other tabs where the browser supports locks; elsewhere this process alone. */
function withLock(work: () => Promise<void>): Promise<void> {
  const locks = globalThis.navigator?.locks;
  return locks ? locks.request("menagerie.renewal", work) : work();
}
