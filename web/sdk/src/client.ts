import { Emitter } from "./emitter.js";
import { RequestRefused, Unreachable } from "./errors.js";
import { GameSession, type SessionOptions } from "./session.js";
import { newId } from "./ids.js";
import { browserStore, credentialsOf, memoryStore, type CredentialStore } from "./tokens.js";
import type {
  BotOffer,
  CardDefinition,
  CreatedGame,
  Deck,
  DeckDraft,
  GameSummary,
  NewGame,
  Page,
  Problem,
  Replay,
  ReplayFrame,
  RulesConfig,
  Tokens,
  User,
  Verification,
} from "./protocol.js";

/** A token is renewed this long before it runs out, so that a request does not lose the race. */
const RENEW_BEFORE_MS = 30_000;

/** Longer than the server takes for anything over REST; then the network is the problem. */
const REQUEST_TIMEOUT_MS = 15_000;

export interface ClientOptions {
  /** Default: the browser's storage in a page, memory elsewhere. */
  store?: CredentialStore;
}

export interface ClientEvents {
  /** Signed in, renewed, or signed out (undefined). */
  credentials: User | undefined;
}

interface RequestOptions {
  body?: unknown;
  /** `none`: do not send a token. */
  auth?: "bearer" | "none";
  headers?: Record<string, string>;
}

/** One person at one server: signs in, keeps the tokens fresh, and calls the REST side. */
export class Menagerie extends Emitter<ClientEvents> {
  readonly url: string;
  readonly #store: CredentialStore;
  #renewal: Promise<void> | undefined;

  /** @param url the server's origin; in a page it served itself, leave it out */
  constructor(url?: string, options: ClientOptions = {}) {
    super();
    this.url = (url ?? globalThis.location?.origin ?? "").replace(/\/$/, "");
    this.#store =
      options.store ?? (typeof localStorage === "undefined" ? memoryStore() : browserStore());
  }

  // ---- who one is ----

  get user(): User | undefined {
    return this.#store.load()?.user;
  }

  async signInAsGuest(name?: string): Promise<User> {
    return this.#signIn("/auth/guest", name ? { name } : {});
  }

  async register(name: string, password: string): Promise<User> {
    return this.#signIn("/auth/register", { name, password });
  }

  async login(name: string, password: string): Promise<User> {
    return this.#signIn("/auth/login", { name, password });
  }

  /** Forgets the tokens here even if the server cannot be told. */
  async logout(): Promise<void> {
    const refreshToken = this.#store.load()?.refresh_token;
    try {
      await this.#send("POST", "/auth/logout", {
        ...(refreshToken ? { body: { refresh_token: refreshToken } } : {}),
      });
    } catch (failure) {
      if (!(failure instanceof RequestRefused) && !(failure instanceof Unreachable)) throw failure;
    } finally {
      this.#keep(undefined);
    }
  }

  /** An access token that is good for a while; renews when it must. Undefined: not signed in. */
  async accessToken(): Promise<string | undefined> {
    const credentials = this.#store.load();
    if (!credentials) return undefined;
    if (credentials.expires_at - Date.now() < RENEW_BEFORE_MS) await this.renew();
    return this.#store.load()?.access_token;
  }

  /**
   * Gets a new access token. Renewal tokens are good once, so that calls at the same time, of this
   * client or of another tab with the same store, share one renewal.
   */
  renew(): Promise<void> {
    const used = this.#store.load()?.refresh_token;
    this.#renewal ??= exclusively(async () => {
      const credentials = this.#store.load();
      if (!credentials || credentials.refresh_token !== used) return;
      try {
        const tokens = await this.#call<Tokens>("POST", "/auth/refresh", {
          body: { refresh_token: credentials.refresh_token },
          auth: "none",
        });
        this.#keep(tokens);
      } catch (failure) {
        if (failure instanceof RequestRefused && (failure.status === 401 || failure.status === 403)) {
          this.#keep(undefined);
        }
        throw failure;
      }
    }).finally(() => {
      this.#renewal = undefined;
    });
    return this.#renewal;
  }

  async #signIn(path: string, body: unknown): Promise<User> {
    const tokens = await this.#call<Tokens>("POST", path, { body, auth: "none" });
    this.#keep(tokens);
    return tokens.user;
  }

  #keep(tokens: Tokens | undefined): void {
    const before = this.#store.load()?.user;
    const kept = tokens && credentialsOf({ ...tokens, user: tokens.user ?? before }, Date.now());
    this.#store.save(kept);
    this.emit("credentials", kept?.user);
  }

  // ---- cards, rules, decks ----

  async cards(): Promise<CardDefinition[]> {
    return this.#all<CardDefinition>("/cards", "none");
  }

  async rules(): Promise<RulesConfig[]> {
    return this.#all<RulesConfig>("/rules", "none");
  }

  async bots(): Promise<BotOffer[]> {
    return this.#all<BotOffer>("/bots", "none");
  }

  /** One's own and the starter decks. */
  async decks(): Promise<Deck[]> {
    return this.#all<Deck>("/decks", "bearer");
  }

  async createDeck(draft: DeckDraft): Promise<Deck> {
    return this.#call("POST", "/decks", { body: draft });
  }

  async updateDeck(id: string, draft: DeckDraft): Promise<Deck> {
    return this.#call("PUT", `/decks/${encodeURIComponent(id)}`, { body: draft });
  }

  async deleteDeck(id: string): Promise<void> {
    await this.#send("DELETE", `/decks/${encodeURIComponent(id)}`);
  }

  /**
   * Has the server judge a deck without keeping it.
   *
   * @throws RequestRefused with every broken rule
   */
  async checkDeck(draft: DeckDraft): Promise<void> {
    await this.#send("POST", "/decks/check", { body: draft });
  }

  // ---- games ----

  /** Safe to repeat with the same key. */
  async createGame(game: NewGame, idempotencyKey: string = newId()): Promise<CreatedGame> {
    return this.#call("POST", "/games", { body: game, headers: { "Idempotency-Key": idempotencyKey } });
  }

  async joinGame(gameId: string, deckId: string, inviteCode?: string): Promise<CreatedGame> {
    return this.#call("POST", `/games/${encodeURIComponent(gameId)}/join`, {
      body: { deck_id: deckId, ...(inviteCode ? { invite_code: inviteCode } : {}) },
    });
  }

  async game(gameId: string): Promise<GameSummary> {
    return this.#call("GET", `/games/${encodeURIComponent(gameId)}`);
  }

  async activeGames(): Promise<GameSummary[]> {
    return this.#all<GameSummary>("/games/me/active", "bearer");
  }

  /** Public games being played. */
  async liveGames(): Promise<GameSummary[]> {
    return this.#all<GameSummary>("/games/live", "bearer");
  }

  /** Public games that wait for somebody. */
  async openGames(): Promise<GameSummary[]> {
    return this.#all<GameSummary>("/games/open", "bearer");
  }

  async history(cursor?: string): Promise<Page<GameSummary>> {
    const query = cursor ? `?cursor=${encodeURIComponent(cursor)}` : "";
    return this.#page(await this.#call("GET", `/games/me/history${query}`));
  }

  /** Takes one's own waiting game back. */
  async cancelGame(gameId: string): Promise<void> {
    await this.#send("DELETE", `/games/${encodeURIComponent(gameId)}`);
  }

  /** The same players and rules again; it starts when the other one calls this, too. */
  async rematch(gameId: string): Promise<CreatedGame> {
    return this.#call("POST", `/games/${encodeURIComponent(gameId)}/rematch`);
  }

  async resign(gameId: string, idempotencyKey: string = newId()): Promise<void> {
    await this.#send("POST", `/games/${encodeURIComponent(gameId)}/resign`, {
      headers: { "Idempotency-Key": idempotencyKey },
    });
  }

  // ---- finished games ----

  async replay(gameId: string): Promise<Replay> {
    return this.#call("GET", `/games/${encodeURIComponent(gameId)}/replay`);
  }

  /** Every commit with nothing hidden, in order; fetched page by page. */
  async *replayFrames(gameId: string): AsyncGenerator<ReplayFrame> {
    let cursor: string | undefined;
    do {
      const query = cursor ? `?from=${encodeURIComponent(cursor)}` : "";
      const page: Page<ReplayFrame> = await this.#call(
        "GET",
        `/games/${encodeURIComponent(gameId)}/replay/frames${query}`,
      );
      yield* page.items;
      cursor = page.next_cursor ?? undefined;
    } while (cursor);
  }

  /** Has the server run the game again from seed and actions, and compare every digest. */
  async verifyReplay(gameId: string): Promise<Verification> {
    return this.#call("POST", `/games/${encodeURIComponent(gameId)}/replay/verify`);
  }

  // ---- at the table ----

  /** Sits down at a game one plays in. */
  play(gameId: string, options: SessionOptions = {}): GameSession {
    return new GameSession(this, gameId, "play", options);
  }

  /** Watches a public game. */
  watch(gameId: string, options: SessionOptions = {}): GameSession {
    return new GameSession(this, gameId, "watch", options);
  }

  // ---- plumbing ----

  async #all<Item>(path: string, auth: "bearer" | "none"): Promise<Item[]> {
    const items: Item[] = [];
    let cursor: string | null | undefined;
    do {
      const query = cursor ? `?cursor=${encodeURIComponent(cursor)}` : "";
      const page = this.#page<Item>(await this.#call("GET", path + query, { auth }));
      items.push(...page.items);
      cursor = page.next_cursor;
    } while (cursor);
    return items;
  }

  #page<Item>(answer: Page<Item> | Item[]): Page<Item> {
    return Array.isArray(answer) ? { items: answer } : answer;
  }

  async #call<Answer>(method: string, path: string, options: RequestOptions = {}): Promise<Answer> {
    const response = await this.#send(method, path, options);
    return (await response.json()) as Answer;
  }

  async #send(method: string, path: string, options: RequestOptions = {}): Promise<Response> {
    const signed = options.auth !== "none";
    let token = signed ? await this.accessToken() : undefined;
    let response = await this.#fetch(method, path, options, token);
    if (response.status === 401 && token) {
      // Another call may have renewed it while this one was away.
      if (this.#store.load()?.access_token === token) await this.renew();
      token = this.#store.load()?.access_token;
      response = await this.#fetch(method, path, options, token);
    }
    if (!response.ok) throw await refusalOf(response);
    return response;
  }

  async #fetch(
    method: string,
    path: string,
    options: RequestOptions,
    token: string | undefined,
  ): Promise<Response> {
    const headers: Record<string, string> = { Accept: "application/json", ...options.headers };
    if (options.body !== undefined) headers["Content-Type"] = "application/json";
    if (token) headers["Authorization"] = `Bearer ${token}`;
    try {
      return await fetch(this.url + path, {
        method,
        headers,
        signal: AbortSignal.timeout(REQUEST_TIMEOUT_MS),
        ...(options.body === undefined ? {} : { body: JSON.stringify(options.body) }),
      });
    } catch (failure) {
      throw new Unreachable(failure);
    }
  }
}

async function refusalOf(response: Response): Promise<RequestRefused> {
  let problem: Problem;
  try {
    problem = (await response.json()) as Problem;
    problem.code ??= "internal";
  } catch {
    // Not from the game server itself: a proxy's page, or nothing at all.
    problem = { code: response.status === 404 ? "not_found" : "internal", title: `HTTP ${response.status}` };
  }
  return new RequestRefused(response.status, problem, response.headers.get("Retry-After"));
}

/** Across the tabs of a browser where it can do that, else in this process alone. */
function exclusively(work: () => Promise<void>): Promise<void> {
  const locks = globalThis.navigator?.locks;
  return locks ? locks.request("menagerie.renewal", work) : work();
}
