import { AccountClient, type ClientOptions } from "./account-client.js";
import { GameConnection, type ConnectionOpener } from "./connection.js";
import { newId } from "./ids.js";
import { LobbySession } from "./lobby.js";
import { Matchmaking } from "./matchmaking.js";
import type { GameFilter, ReplayFrame } from "./names.js";
import { Players } from "./players.js";
import { Results } from "./results.js";
import { Tournaments } from "./tournaments.js";
import { GameSession } from "./session.js";
import type { SessionOptions } from "./session-events.js";
import type {
  Action,
  BotOffer,
  BrokenRule,
  Calls,
  Campaign,
  CampaignGame,
  ChatMessage,
  Collection,
  CardDefinition,
  CreatedGame,
  Deck,
  DeckDraft,
  DeckVerdict,
  GameSummary,
  NewGame,
  Puzzle,
  PuzzleStep,
  PuzzleTry,
  Rating,
  ReceivedInvitation,
  Replay,
  RewardChoice,
  RulesConfig,
  Season,
  Verification,
  WornRewards,
} from "./wire.js";

/** A client of one server for one user: signs in, renews tokens, calls the REST API and opens game sessions. */
export class Menagerie extends AccountClient {
  /** The queue for an opponent. */
  readonly matchmaking: Matchmaking;
  /** Other users. */
  readonly players: Players;
  /** What finished games add up to. */
  readonly results: Results;
  /** Tournaments. */
  readonly tournaments: Tournaments;

  /**
   * @param url the server's address; default: the origin of the current page
   * @param options where tokens are stored
   */
  constructor(url?: string, options: ClientOptions = {}) {
    super(url, options);
    this.players = new Players(this.rest);
    this.results = new Results(this.rest);
    this.tournaments = new Tournaments(this.rest);
    this.matchmaking = new Matchmaking(this.rest);
  }

  // ---- cards, rules, decks ----

  /** Every card that the server knows. */
  cards(): Promise<CardDefinition[]> {
    return this.publicRest.list("GET /cards", {});
  }

  /** The presets of rules. */
  rules(): Promise<RulesConfig[]> {
    return this.publicRest.list("GET /rules", {});
  }

  /** Bots to play against. */
  bots(): Promise<BotOffer[]> {
    return this.publicRest.list("GET /bots", {});
  }

  /** The user's own decks and the starter decks. */
  decks(): Promise<Deck[]> {
    return this.rest.list("GET /decks", {});
  }

  /** A deck as a list that people read: `4 Name SET 12` under headings with counts. */
  async deckText(id: string): Promise<string> {
    return (await this.rest.call("GET /decks/{id}/text", { id })).text;
  }

  /**
   * Stores a new deck.
   *
   * @throws RequestRefused `deck_invalid` with all `brokenRules`
   */
  createDeck(draft: DeckDraft): Promise<Deck> {
    return this.rest.call("POST /decks", { body: draft });
  }

  /** Replaces a deck of the user; otherwise like {@link createDeck}. */
  updateDeck(id: string, draft: DeckDraft): Promise<Deck> {
    return this.rest.call("PUT /decks/{id}", { id, body: draft });
  }

  /** Deletes a deck of the user. */
  async deleteDeck(id: string): Promise<void> {
    await this.rest.call("DELETE /decks/{id}", { id });
  }

  /** Every rule that the deck breaks, without storing it; empty: it can be played. */
  async checkDeck(draft: DeckDraft): Promise<BrokenRule[]> {
    return (await this.readDeck(draft)).errors;
  }

  /** Reads a draft without storing it: the deck of a text, the text of a deck, and what is wrong (`$.text`: a line). */
  readDeck(draft: DeckDraft): Promise<DeckVerdict> {
    return this.rest.call("POST /decks/check", { body: draft });
  }

  // ---- games ----

  /** Creates a game. Safe to repeat with the same key. */
  createGame(game: NewGame, idempotencyKey: string = newId()): Promise<CreatedGame> {
    return this.rest.call("POST /games", { body: game, headers: { "Idempotency-Key": idempotencyKey } });
  }

  /** Takes the second seat of a waiting game. A game that is not listed needs its invite code. */
  joinGame(id: string, deckId: string, inviteCode?: string): Promise<CreatedGame> {
    const body = { deck_id: deckId, ...(inviteCode ? { invite_code: inviteCode } : {}) };
    return this.rest.call("POST /games/{id}/join", { id, body });
  }

  /** Games that the user is invited to; `joinGame` accepts. */
  invitations(): Promise<ReceivedInvitation[]> {
    return this.rest.list("GET /games/me/invitations", {});
  }

  /** Declines an invitation or a rematch. */
  async declineGame(id: string): Promise<void> {
    await this.rest.call("POST /games/{id}/decline", { id });
  }

  /** The user's ratings in a season (default: this one), one for each preset with ranked games. */
  ratings(season?: string): Promise<Rating[]> {
    return this.rest.list("GET /ratings/me", { query: { season } });
  }

  /** One page of a preset's ladder in a season (default: this one), the best first. */
  ladder(preset: string, cursor?: string, season?: string): Promise<Calls["GET /ladders/{preset}"]["answer"]> {
    return this.rest.call("GET /ladders/{preset}", { preset, query: { cursor, season } });
  }

  /** The title and the card back that a user shows. */
  wornRewards(userId: string): Promise<WornRewards> {
    return this.rest.call("GET /users/{id}/worn", { id: userId });
  }

  /**
   * Chooses the title and the card back that others see; one that is left out is taken off.
   *
   * @throws RequestRefused `not_found`: the user has not won it
   */
  wearRewards(chosen: RewardChoice): Promise<WornRewards> {
    return this.rest.call("PUT /users/me/worn", { body: chosen });
  }

  /** The cards that the user may put into decks, if the house has collections. */
  collection(): Promise<Collection> {
    return this.rest.call("GET /users/me/collection", {});
  }

  /** House opponents, and how far the user has come. */
  campaign(): Promise<Campaign> {
    return this.rest.call("GET /campaign", {});
  }

  /** Starts a game against a house opponent that is open to the user. */
  playCampaign(id: string, deckId: string): Promise<CampaignGame> {
    return this.rest.call("POST /campaign/{id}/games", { id, body: { deck_id: deckId } });
  }

  /** The puzzle of a day (`2026-11-30`), or of today. */
  puzzle(day = "today"): Promise<Puzzle> {
    return this.rest.call("GET /puzzles/{day}", { day });
  }

  /** Plays a line of a puzzle from its start; a line that wins is recorded for the user. */
  tryPuzzle(day: string, actions: Action[]): Promise<PuzzleTry> {
    return this.rest.call("POST /puzzles/{day}/tries", { day, body: { actions } });
  }

  /** The shortest line that solves a puzzle, step by step. */
  async puzzleSolution(day: string): Promise<PuzzleStep[]> {
    return (await this.rest.call("GET /puzzles/{day}/solution", { day })).steps;
  }

  /** The seasons of ranked games, the newest first. */
  seasons(): Promise<Season[]> {
    return this.rest.list("GET /seasons", {});
  }

  /** A game in short: its status, players and version. */
  game(id: string): Promise<GameSummary> {
    return this.rest.call("GET /games/{id}", { id });
  }

  /** What the players of a game wrote to each other, the oldest first; only for them. */
  chat(id: string): Promise<ChatMessage[]> {
    return this.rest.list("GET /games/{id}/chat", { id });
  }

  /** The user's unfinished games. */
  activeGames(): Promise<GameSummary[]> {
    return this.rest.list("GET /games/me/active", {});
  }

  /** Public games that are being played. */
  liveGames(): Promise<GameSummary[]> {
    return this.rest.list("GET /games/live", {});
  }

  /** Public games that wait for an opponent. */
  openGames(): Promise<GameSummary[]> {
    return this.rest.list("GET /games/open", {});
  }

  /** One page of the user's finished games, newest first. */
  history(cursor?: string, filter: GameFilter = {}): Promise<Calls["GET /games/me/history"]["answer"]> {
    return this.rest.call("GET /games/me/history", { query: { ...filter, cursor } });
  }

  /** Cancels the user's own waiting game. */
  async cancelGame(id: string): Promise<void> {
    await this.rest.call("DELETE /games/{id}", { id });
  }

  /** Offers a rematch with the same rules; it starts when the opponent does the same. */
  rematch(id: string): Promise<CreatedGame> {
    return this.rest.call("POST /games/{id}/rematch", { id });
  }

  /** Resigns a game. Safe to repeat with the same key. */
  async resign(id: string, idempotencyKey: string = newId()): Promise<void> {
    await this.rest.call("POST /games/{id}/resign", { id, headers: { "Idempotency-Key": idempotencyKey } });
  }

  // ---- finished games ----

  /** Everything that is needed to play a finished game again. */
  replay(id: string): Promise<Replay> {
    return this.rest.call("GET /games/{id}/replay", { id });
  }

  /** Every commit in order with nothing hidden, fetched page by page. */
  replayFrames(id: string): AsyncGenerator<ReplayFrame> {
    return this.rest.all("GET /games/{id}/replay/frames", { id }, "from") as AsyncGenerator<ReplayFrame>;
  }

  /** Has the server replay the game from its seed and actions and compare every digest. */
  verifyReplay(id: string): Promise<Verification> {
    return this.rest.call("POST /games/{id}/replay/verify", { id });
  }

  // ---- sessions ----

  /** Enters the lobby: open games and members live, invitations and matches as they come. */
  lobby(options: Pick<SessionOptions, "transports"> = {}): LobbySession {
    return new LobbySession(this.url, this.tokens, options.transports);
  }

  /** Opens a session for a game the user plays in. */
  play(gameId: string, options: SessionOptions = {}): GameSession {
    return new GameSession(gameId, "play", options, this.#opener(options));
  }

  /** Opens a session that watches a public game. */
  watch(gameId: string, options: SessionOptions = {}): GameSession {
    return new GameSession(gameId, "watch", options, this.#opener(options));
  }

  #opener({ transports }: SessionOptions): ConnectionOpener {
    return (listener, timers) => new GameConnection(this.url, this.tokens, timers, listener, transports);
  }
}
