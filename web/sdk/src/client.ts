import { Emitter } from "./emitter.js";
import { RequestRefused, Unreachable } from "./errors.js";
import { newId } from "./ids.js";
import { Keeper, type ClientEvents } from "./keeper.js";
import { Rest } from "./rest.js";
import { GameSession, type SessionOptions } from "./session.js";
import { browserStore, memoryStore, type CredentialStore } from "./tokens.js";
import type {
  BotOffer,
  Calls,
  CardDefinition,
  CreatedGame,
  Deck,
  DeckDraft,
  GameSummary,
  NewGame,
  Replay,
  RulesConfig,
  User,
  Verification,
} from "./wire.js";
import type { ReplayFrame } from "./names.js";

export interface ClientOptions {
  /** Default: the browser's storage in a page, memory elsewhere. */
  store?: CredentialStore;
}

/** One person at one server: signs in, keeps the tokens fresh, and calls the REST side. */
export class Menagerie extends Emitter<ClientEvents> {
  readonly url: string;
  readonly #keeper: Keeper;
  readonly #rest: Rest;
  readonly #open: Rest;

  /** @param url the server's origin; in a page it served itself, leave it out */
  constructor(url?: string, options: ClientOptions = {}) {
    super();
    this.url = (url ?? globalThis.location?.origin ?? "").replace(/\/$/, "");
    const store = options.store ?? (typeof localStorage === "undefined" ? memoryStore() : browserStore());
    this.#keeper = new Keeper(this.url, store);
    this.#keeper.on("credentials", (user) => this.emit("credentials", user));
    this.#rest = new Rest(this.url, this.#keeper);
    this.#open = new Rest(this.url);
  }

  // ---- who one is ----

  get user(): User | undefined {
    return this.#keeper.credentials?.user;
  }

  async signInAsGuest(name?: string): Promise<User> {
    return this.#keeper.keep(await this.#open.call("POST /auth/guest", { body: name ? { name } : {} }));
  }

  async register(name: string, password: string): Promise<User> {
    return this.#keeper.keep(await this.#open.call("POST /auth/register", { body: { name, password } }));
  }

  async login(name: string, password: string): Promise<User> {
    return this.#keeper.keep(await this.#open.call("POST /auth/login", { body: { name, password } }));
  }

  /** Forgets the tokens here even if the server cannot be told. */
  async logout(): Promise<void> {
    const refreshToken = this.#keeper.credentials?.refresh_token;
    try {
      await this.#rest.call("POST /auth/logout", { body: refreshToken ? { refresh_token: refreshToken } : {} });
    } catch (failure) {
      if (!(failure instanceof RequestRefused) && !(failure instanceof Unreachable)) throw failure;
    } finally {
      this.#keeper.forget();
    }
  }

  /** An access token that is good for a while; renews when it must. Undefined: not signed in. */
  accessToken(): Promise<string | undefined> {
    return this.#keeper.accessToken();
  }

  /** Gets a new access token, once for all who ask at the same time. */
  renew(): Promise<void> {
    return this.#keeper.renew();
  }

  // ---- cards, rules, decks ----

  cards(): Promise<CardDefinition[]> {
    return this.#open.list("GET /cards", {});
  }

  rules(): Promise<RulesConfig[]> {
    return this.#open.list("GET /rules", {});
  }

  bots(): Promise<BotOffer[]> {
    return this.#open.list("GET /bots", {});
  }

  /** One's own and the starter decks. */
  decks(): Promise<Deck[]> {
    return this.#rest.list("GET /decks", {});
  }

  createDeck(draft: DeckDraft): Promise<Deck> {
    return this.#rest.call("POST /decks", { body: draft });
  }

  updateDeck(id: string, draft: DeckDraft): Promise<Deck> {
    return this.#rest.call("PUT /decks/{id}", { id, body: draft });
  }

  async deleteDeck(id: string): Promise<void> {
    await this.#rest.call("DELETE /decks/{id}", { id });
  }

  /**
   * Has the server judge a deck without keeping it.
   *
   * @throws RequestRefused with every broken rule
   */
  async checkDeck(draft: DeckDraft): Promise<void> {
    await this.#rest.call("POST /decks/check", { body: draft });
  }

  // ---- games ----

  /** Safe to repeat with the same key. */
  createGame(game: NewGame, idempotencyKey: string = newId()): Promise<CreatedGame> {
    return this.#rest.call("POST /games", { body: game, headers: { "Idempotency-Key": idempotencyKey } });
  }

  joinGame(id: string, deckId: string, inviteCode?: string): Promise<CreatedGame> {
    const body = { deck_id: deckId, ...(inviteCode ? { invite_code: inviteCode } : {}) };
    return this.#rest.call("POST /games/{id}/join", { id, body });
  }

  game(id: string): Promise<GameSummary> {
    return this.#rest.call("GET /games/{id}", { id });
  }

  activeGames(): Promise<GameSummary[]> {
    return this.#rest.list("GET /games/me/active", {});
  }

  /** Public games being played. */
  liveGames(): Promise<GameSummary[]> {
    return this.#rest.list("GET /games/live", {});
  }

  /** Public games that wait for somebody. */
  openGames(): Promise<GameSummary[]> {
    return this.#rest.list("GET /games/open", {});
  }

  /** A page of one's finished games, the newest first. */
  history(cursor?: string): Promise<Calls["GET /games/me/history"]["answer"]> {
    return this.#rest.call("GET /games/me/history", { query: { cursor } });
  }

  /** Takes one's own waiting game back. */
  async cancelGame(id: string): Promise<void> {
    await this.#rest.call("DELETE /games/{id}", { id });
  }

  /** The same players and rules again; it starts when the other one calls this, too. */
  rematch(id: string): Promise<CreatedGame> {
    return this.#rest.call("POST /games/{id}/rematch", { id });
  }

  async resign(id: string, idempotencyKey: string = newId()): Promise<void> {
    await this.#rest.call("POST /games/{id}/resign", { id, headers: { "Idempotency-Key": idempotencyKey } });
  }

  // ---- finished games ----

  replay(id: string): Promise<Replay> {
    return this.#rest.call("GET /games/{id}/replay", { id });
  }

  /** Every commit with nothing hidden, in order; fetched page by page. */
  replayFrames(id: string): AsyncGenerator<ReplayFrame> {
    return this.#rest.all("GET /games/{id}/replay/frames", { id }, "from") as AsyncGenerator<ReplayFrame>;
  }

  /** Has the server run the game again from seed and actions, and compare every digest. */
  verifyReplay(id: string): Promise<Verification> {
    return this.#rest.call("POST /games/{id}/replay/verify", { id });
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
}
