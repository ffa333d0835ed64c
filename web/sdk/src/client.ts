import { browserStore, memoryStore, type CredentialStore } from "./credentials.js";
import { Emitter } from "./emitter.js";
import { RequestRefused, Unreachable } from "./errors.js";
import { newId } from "./ids.js";
import { LobbySession } from "./lobby.js";
import { Matchmaking } from "./matchmaking.js";
import { Players } from "./players.js";
import { RestClient } from "./rest.js";
import { GameSession } from "./session.js";
import type { SessionOptions } from "./session-events.js";
import { TokenManager, type ClientEvents } from "./token-manager.js";
import type {
  BotOffer,
  BrokenRule,
  Calls,
  CardDefinition,
  CreatedGame,
  Deck,
  DeckDraft,
  DeckVerdict,
  GameSummary,
  NewGame,
  PersonalData,
  Rating,
  ReceivedInvitation,
  Replay,
  RulesConfig,
  Season,
  SignedInSession,
  User,
  Verification,
} from "./wire.js";
import type { ReplayFrame } from "./names.js";

export interface ClientOptions {
  /** Default: the browser's storage in a page, memory elsewhere. */
  store?: CredentialStore;
}

/** A client of one server for one user: signs in, renews tokens, calls the REST API and opens game sessions. */
export class Menagerie extends Emitter<ClientEvents> {
  readonly url: string;
  /** The queue for an opponent. */
  readonly matchmaking: Matchmaking;
  /** Other users. */
  readonly players: Players;
  readonly #tokens: TokenManager;
  readonly #rest: RestClient;
  readonly #public: RestClient;

  /** @param url the server's address; default: the origin of the current page */
  constructor(url?: string, options: ClientOptions = {}) {
    super();
    this.url = (url ?? globalThis.location?.origin ?? "").replace(/\/$/, "");
    const store = options.store ?? (typeof localStorage === "undefined" ? memoryStore() : browserStore());
    this.#tokens = new TokenManager(this.url, store);
    this.#tokens.on("credentials", (user) => this.emit("credentials", user));
    this.#tokens.on("expired", (user) => this.emit("expired", user));
    this.#rest = new RestClient(this.url, this.#tokens);
    this.#public = new RestClient(this.url);
    this.players = new Players(this.#rest);
    this.matchmaking = new Matchmaking(this.#rest);
  }

  // ---- accounts ----

  get user(): User | undefined {
    return this.#tokens.credentials?.user;
  }

  async signInAsGuest(name?: string): Promise<User> {
    return this.#tokens.save(await this.#public.call("POST /auth/guest", { body: name ? { name } : {} }));
  }

  async register(name: string, password: string): Promise<User> {
    return this.#tokens.save(await this.#public.call("POST /auth/register", { body: { name, password } }));
  }

  async login(name: string, password: string): Promise<User> {
    return this.#tokens.save(await this.#public.call("POST /auth/login", { body: { name, password } }));
  }

  /** Signs out. Deletes the local tokens even if the server cannot be reached. */
  async logout(): Promise<void> {
    const refreshToken = this.#tokens.credentials?.refresh_token;
    try {
      await this.#rest.call("POST /auth/logout", { body: refreshToken ? { refresh_token: refreshToken } : {} });
    } catch (failure) {
      if (!(failure instanceof RequestRefused) && !(failure instanceof Unreachable)) throw failure;
    } finally {
      this.#tokens.clear();
    }
  }

  /** Makes an account of the guest, who keeps decks, games and ratings. */
  upgradeGuest(name: string, password: string): Promise<User> {
    return this.#changeUser(() => this.#rest.call("POST /auth/upgrade", { body: { name, password } }));
  }

  /** Changes the name that others see; a registered user signs in with it from now on. */
  changeName(name: string): Promise<User> {
    return this.#changeUser(() => this.#rest.call("PUT /auth/name", { body: { name } }));
  }

  /** The tokens carry the name: new ones are needed after a change. */
  async #changeUser(change: () => Promise<User>): Promise<User> {
    const user = await change();
    await this.#tokens.renew().catch(() => this.#tokens.replaceUser(user));
    return user;
  }

  /** Changes the password and ends the user's other sessions. */
  async changePassword(current: string, next: string): Promise<void> {
    await this.#rest.call("PUT /auth/password", { body: { current_password: current, new_password: next } });
  }

  /** Deletes the user for good; a registered user confirms with the password. */
  async deleteAccount(password?: string): Promise<void> {
    await this.#rest.call("POST /auth/delete", { body: password ? { password } : {} });
    this.#tokens.clear();
  }

  /** What the server knows of the user. */
  personalData(): Promise<PersonalData> {
    return this.#rest.call("GET /users/me/export", {});
  }

  /** Where the user is signed in, the session used last first. */
  sessions(): Promise<SignedInSession[]> {
    return this.#rest.list("GET /auth/sessions", {});
  }

  async endSession(id: string): Promise<void> {
    await this.#rest.call("DELETE /auth/sessions/{id}", { id });
  }

  /** A valid access token, renewed when it is about to expire; undefined: not signed in. */
  accessToken(): Promise<string | undefined> {
    return this.#tokens.accessToken();
  }

  /** Gets new tokens; concurrent calls share one request. */
  renew(): Promise<void> {
    return this.#tokens.renew();
  }

  // ---- cards, rules, decks ----

  cards(): Promise<CardDefinition[]> {
    return this.#public.list("GET /cards", {});
  }

  rules(): Promise<RulesConfig[]> {
    return this.#public.list("GET /rules", {});
  }

  bots(): Promise<BotOffer[]> {
    return this.#public.list("GET /bots", {});
  }

  /** The user's own decks and the starter decks. */
  decks(): Promise<Deck[]> {
    return this.#rest.list("GET /decks", {});
  }

  /** A deck as a list that people read: `4 Name SET 12` under headings with counts. */
  async deckText(id: string): Promise<string> {
    return (await this.#rest.call("GET /decks/{id}/text", { id })).text;
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

  /** Every rule that the deck breaks, without storing it; empty: it can be played. */
  async checkDeck(draft: DeckDraft): Promise<BrokenRule[]> {
    return (await this.readDeck(draft)).errors;
  }

  /** Reads a draft without storing it: the deck of a text, the text of a deck, and what is wrong (`$.text`: a line). */
  readDeck(draft: DeckDraft): Promise<DeckVerdict> {
    return this.#rest.call("POST /decks/check", { body: draft });
  }

  // ---- games ----

  /** Creates a game. Safe to repeat with the same key. */
  createGame(game: NewGame, idempotencyKey: string = newId()): Promise<CreatedGame> {
    return this.#rest.call("POST /games", { body: game, headers: { "Idempotency-Key": idempotencyKey } });
  }

  joinGame(id: string, deckId: string, inviteCode?: string): Promise<CreatedGame> {
    const body = { deck_id: deckId, ...(inviteCode ? { invite_code: inviteCode } : {}) };
    return this.#rest.call("POST /games/{id}/join", { id, body });
  }

  /** Games that the user is invited to; `joinGame` accepts. */
  invitations(): Promise<ReceivedInvitation[]> {
    return this.#rest.list("GET /games/me/invitations", {});
  }

  /** Declines an invitation or a rematch. */
  async declineGame(id: string): Promise<void> {
    await this.#rest.call("POST /games/{id}/decline", { id });
  }

  /** The user's ratings in a season (default: this one), one for each preset with ranked games. */
  ratings(season?: string): Promise<Rating[]> {
    return this.#rest.list("GET /ratings/me", { query: { season } });
  }

  /** One page of a preset's ladder in a season (default: this one), the best first. */
  ladder(preset: string, cursor?: string, season?: string): Promise<Calls["GET /ladders/{preset}"]["answer"]> {
    return this.#rest.call("GET /ladders/{preset}", { preset, query: { cursor, season } });
  }

  seasons(): Promise<Season[]> {
    return this.#rest.list("GET /seasons", {});
  }

  game(id: string): Promise<GameSummary> {
    return this.#rest.call("GET /games/{id}", { id });
  }

  activeGames(): Promise<GameSummary[]> {
    return this.#rest.list("GET /games/me/active", {});
  }

  /** Public games that are being played. */
  liveGames(): Promise<GameSummary[]> {
    return this.#rest.list("GET /games/live", {});
  }

  /** Public games that wait for an opponent. */
  openGames(): Promise<GameSummary[]> {
    return this.#rest.list("GET /games/open", {});
  }

  /** One page of the user's finished games, newest first. */
  history(cursor?: string): Promise<Calls["GET /games/me/history"]["answer"]> {
    return this.#rest.call("GET /games/me/history", { query: { cursor } });
  }

  /** Cancels the user's own waiting game. */
  async cancelGame(id: string): Promise<void> {
    await this.#rest.call("DELETE /games/{id}", { id });
  }

  /** Offers a rematch with the same rules; it starts when the opponent does the same. */
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

  /** Every commit in order with nothing hidden, fetched page by page. */
  replayFrames(id: string): AsyncGenerator<ReplayFrame> {
    return this.#rest.all("GET /games/{id}/replay/frames", { id }, "from") as AsyncGenerator<ReplayFrame>;
  }

  /** Has the server replay the game from its seed and actions and compare every digest. */
  verifyReplay(id: string): Promise<Verification> {
    return this.#rest.call("POST /games/{id}/replay/verify", { id });
  }

  // ---- sessions ----

  /** Enters the lobby: open games and members live, invitations and matches as they come. */
  lobby(options: Pick<SessionOptions, "transports"> = {}): LobbySession {
    return new LobbySession(this.url, this.#tokens, options.transports);
  }

  /** Opens a session for a game the user plays in. */
  play(gameId: string, options: SessionOptions = {}): GameSession {
    return new GameSession(this.url, this.#tokens, gameId, "play", options);
  }

  /** Opens a session that watches a public game. */
  watch(gameId: string, options: SessionOptions = {}): GameSession {
    return new GameSession(this.url, this.#tokens, gameId, "watch", options);
  }
}
