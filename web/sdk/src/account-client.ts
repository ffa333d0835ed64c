import { browserStore, memoryStore, type CredentialStore } from "./credentials.js";
import { Emitter } from "./emitter.js";
import { RequestRefused, Unreachable } from "./errors.js";
import { RestClient } from "./rest.js";
import { TokenManager, type ClientEvents } from "./token-manager.js";
import type {
  PersonalData,
  ProviderReturn,
  ProviderSignIn,
  SignedInSession,
  SignInMethods,
  SignInProvider,
  User,
} from "./wire.js";

/** How a client is made. */
export interface ClientOptions {
  /** Where tokens are stored. Default: the browser's storage in a page, memory elsewhere. */
  store?: CredentialStore;
}

/** Signs a user in and out, renews tokens, and manages the account. */
export abstract class AccountClient extends Emitter<ClientEvents> {
  /** The server's address, without a slash at the end. */
  readonly url: string;
  protected readonly tokens: TokenManager;
  protected readonly rest: RestClient;
  protected readonly publicRest: RestClient;

  /** Use {@link Menagerie} instead. */
  constructor(url: string | undefined, options: ClientOptions) {
    super();
    this.url = (url ?? globalThis.location?.origin ?? "").replace(/\/$/, "");
    const store = options.store ?? (typeof localStorage === "undefined" ? memoryStore() : browserStore());
    this.tokens = new TokenManager(this.url, store);
    this.tokens.on("credentials", (user) => this.emit("credentials", user));
    this.tokens.on("expired", (user) => this.emit("expired", user));
    this.rest = new RestClient(this.url, this.tokens);
    this.publicRest = new RestClient(this.url);
  }

  /** The signed-in user; undefined: there is none. */
  get user(): User | undefined {
    return this.tokens.credentials?.user;
  }

  /**
   * Signs in as a new guest.
   *
   * @param name what others see; default: a name of the server's
   */
  async signInAsGuest(name?: string): Promise<User> {
    return this.tokens.save(await this.publicRest.call("POST /auth/guest", { body: name ? { name } : {} }));
  }

  /** Makes an account and signs in. */
  async register(name: string, password: string): Promise<User> {
    return this.tokens.save(await this.publicRest.call("POST /auth/register", { body: { name, password } }));
  }

  /**
   * Signs in with an account.
   *
   * @throws RequestRefused `unauthenticated`: name or password is wrong; `banned`
   */
  async login(name: string, password: string): Promise<User> {
    return this.tokens.save(await this.publicRest.call("POST /auth/login", { body: { name, password } }));
  }

  /** The OpenID Connect provider that users may sign in through; without a name there is none. */
  signInProvider(): Promise<SignInProvider> {
    return this.publicRest.call("GET /auth/oidc", {});
  }

  /**
   * Begins a sign-in at the provider. Keep `sign_in`, send the browser to `authorization_url`, and end it with what comes
   * back to `/signed-in`.
   *
   * @param link whether the signed-in user is linked ({@link linkIdentity}); else the provider's user is signed in
   *   ({@link finishProviderSignIn})
   * @throws RequestRefused `provider_unavailable`
   */
  beginProviderSignIn(link = false): Promise<ProviderSignIn> {
    return (link ? this.rest : this.publicRest).call("POST /auth/oidc/start", {});
  }

  /**
   * Signs in with what the browser brought back from the provider.
   *
   * @throws RequestRefused `unauthenticated`: begin again; `banned`; `provider_unavailable`
   */
  async finishProviderSignIn(back: ProviderReturn): Promise<User> {
    return this.tokens.save(await this.publicRest.call("POST /auth/oidc/finish", { body: back }));
  }

  /**
   * Links the person at the provider to the user; a guest becomes an account.
   *
   * @throws RequestRefused `identity_taken`: it is another user's; `forbidden`: begin again; `provider_unavailable`
   */
  linkIdentity(back: ProviderReturn): Promise<User> {
    return this.#changeUser(() => this.rest.call("POST /auth/oidc/link", { body: back }));
  }

  /**
   * Unlinks the person at the provider.
   *
   * @param issuer of several providers, this one only
   *
   * @throws RequestRefused `forbidden`: the user has no password to sign in with instead
   */
  async unlinkIdentity(issuer?: string): Promise<void> {
    await this.rest.call("DELETE /auth/oidc/link", issuer ? { query: { issuer } } : {});
  }

  /** How the user can sign in. */
  signInMethods(): Promise<SignInMethods> {
    return this.rest.call("GET /auth/methods", {});
  }

  /** Signs out. Deletes the local tokens even if the server cannot be reached. */
  async logout(): Promise<void> {
    const refreshToken = this.tokens.credentials?.refresh_token;
    try {
      await this.rest.call("POST /auth/logout", { body: refreshToken ? { refresh_token: refreshToken } : {} });
    } catch (failure) {
      if (!(failure instanceof RequestRefused) && !(failure instanceof Unreachable)) throw failure;
    } finally {
      this.tokens.clear();
    }
  }

  /** Makes an account of the guest, who keeps decks, games and ratings. */
  upgradeGuest(name: string, password: string): Promise<User> {
    return this.#changeUser(() => this.rest.call("POST /auth/upgrade", { body: { name, password } }));
  }

  /** Changes the name that others see; a registered user signs in with it from now on. */
  changeName(name: string): Promise<User> {
    return this.#changeUser(() => this.rest.call("PUT /auth/name", { body: { name } }));
  }

  /** The tokens carry the name: new ones are needed after a change. */
  async #changeUser(change: () => Promise<User>): Promise<User> {
    const user = await change();
    await this.tokens.renew().catch(() => this.tokens.replaceUser(user));
    return user;
  }

  /**
   * Changes the password, or sets the first one, and ends the user's other sessions.
   *
   * @param current empty for a user without a password
   * @throws RequestRefused `forbidden`: `details.reason` is `wrong_password` or `sign_in_again`
   */
  async changePassword(current: string, next: string): Promise<void> {
    const body = current ? { current_password: current, new_password: next } : { new_password: next };
    await this.rest.call("PUT /auth/password", { body });
  }

  /**
   * Deletes the user for good. A user with a password confirms with it; one without, by a sign-in of the last minutes.
   *
   * @throws RequestRefused `forbidden`: `details.reason` is `wrong_password` or `sign_in_again`
   */
  async deleteAccount(password?: string): Promise<void> {
    await this.rest.call("POST /auth/delete", { body: password ? { password } : {} });
    this.tokens.clear();
  }

  /** What the server knows of the user. */
  personalData(): Promise<PersonalData> {
    return this.rest.call("GET /users/me/export", {});
  }

  /** Where the user is signed in, the session used last first. */
  sessions(): Promise<SignedInSession[]> {
    return this.rest.list("GET /auth/sessions", {});
  }

  /** Signs another of the user's sessions out. */
  async endSession(id: string): Promise<void> {
    await this.rest.call("DELETE /auth/sessions/{id}", { id });
  }

  /** A valid access token, renewed when it is about to expire; undefined: not signed in. */
  accessToken(): Promise<string | undefined> {
    return this.tokens.accessToken();
  }

  /** Gets new tokens; concurrent calls share one request. */
  renew(): Promise<void> {
    return this.tokens.renew();
  }
}
