import { Emitter } from "./emitter.js";
import { RequestRefused } from "./errors.js";
import { Rest, type Bearer } from "./rest.js";
import type { CredentialStore, Credentials } from "./tokens.js";
import type { Tokens, User } from "./wire.js";

/** A token is renewed this long before it runs out, so that a request does not lose the race. */
const RENEW_BEFORE_MS = 30_000;

export interface ClientEvents {
  /** Signed in, renewed, or signed out (undefined). */
  credentials: User | undefined;
}

/** Keeps the tokens of who is signed in, and keeps them good. */
export class Keeper extends Emitter<ClientEvents> implements Bearer {
  readonly #rest: Rest;
  readonly #store: CredentialStore;
  #renewal: Promise<void> | undefined;

  constructor(url: string, store: CredentialStore) {
    super();
    this.#rest = new Rest(url);
    this.#store = store;
  }

  get credentials(): Credentials | undefined {
    return this.#store.load();
  }

  keep(tokens: Tokens): User {
    const { access_token, refresh_token, expires_in, user } = tokens;
    this.#store.save({ access_token, refresh_token, expires_at: Date.now() + expires_in * 1000, user });
    this.emit("credentials", user);
    return user;
  }

  forget(): void {
    this.#store.save(undefined);
    this.emit("credentials", undefined);
  }

  /** An access token that is good for a while; renews when it must. Undefined: not signed in. */
  async accessToken(): Promise<string | undefined> {
    const credentials = this.#store.load();
    if (!credentials) return undefined;
    if (credentials.expires_at - Date.now() < RENEW_BEFORE_MS) await this.renew();
    return this.#store.load()?.access_token;
  }

  /** Another call may have renewed it while the one with the refused token was away. */
  async tokenAfter(refused: string): Promise<string | undefined> {
    if (this.#store.load()?.access_token === refused) await this.renew();
    return this.#store.load()?.access_token;
  }

  /**
   * Gets a new access token. Renewal tokens are good once, so that calls at the same time, of this
   * client or of another tab with the same store, share one renewal.
   */
  renew(): Promise<void> {
    const used = this.#store.load()?.refresh_token;
    this.#renewal ??= exclusively(() => this.#renewOnce(used)).finally(() => {
      this.#renewal = undefined;
    });
    return this.#renewal;
  }

  async #renewOnce(used: string | undefined): Promise<void> {
    const credentials = this.#store.load();
    if (!credentials || credentials.refresh_token !== used) return;
    try {
      this.keep(await this.#rest.call("POST /auth/refresh", { body: { refresh_token: used } }));
    } catch (failure) {
      if (failure instanceof RequestRefused && (failure.status === 401 || failure.status === 403)) this.forget();
      throw failure;
    }
  }
}

/** Across the tabs of a browser where it can do that, else in this process alone. */
function exclusively(work: () => Promise<void>): Promise<void> {
  const locks = globalThis.navigator?.locks;
  return locks ? locks.request("menagerie.renewal", work) : work();
}
