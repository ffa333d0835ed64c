/**
 * What goes over the wire, as the server documents it in `/openapi.json` and `/asyncapi.json`.
 * This file is the one place of these types in the workspace. JSON is snake_case; times are
 * RFC 3339 strings, durations end in `_ms`, ids are opaque.
 */

// ---- words -------------------------------------------------------------------------------------

export const ENERGY_TYPES = [
  "grass",
  "fire",
  "water",
  "lightning",
  "psychic",
  "fighting",
  "darkness",
  "metal",
  "fairy",
  "dragon",
  "colorless",
] as const;
export type EnergyType = (typeof ENERGY_TYPES)[number];

/** The first three replace one another, the last two combine with all. */
export type SpecialCondition = "asleep" | "confused" | "paralyzed" | "poisoned" | "burned";

export type Seat = 0 | 1;

export type GameStatus = "waiting" | "setup" | "active" | "finished";

export type GameType = "casual" | "ranked" | "campaign";

export type EndReason =
  | "prizes"
  | "points"
  | "no_pokemon"
  | "deck_out"
  | "resigned"
  | "timeout"
  | "turn_limit"
  | "sudden_death"
  | "expired";

export type TurnPhase = "main" | "attack" | "checkup";

export type ChoiceKind =
  | "go_first"
  | "extra_cards"
  | "select_active"
  | "select_prize"
  | "cards"
  | "pokemon"
  | "energy"
  | "yes_no"
  | "option"
  | "attack"
  | "trigger";

export type Zone = "deck" | "hand" | "discard" | "prizes" | "energy_deck";

export type Destination = "hand" | "deck" | "deck_top" | "deck_bottom" | "discard" | "bench";

export const ERROR_CODES = [
  "unauthenticated",
  "forbidden",
  "invalid_message",
  "game_not_found",
  "not_participant",
  "game_full",
  "deck_not_found",
  "deck_invalid",
  "not_your_turn",
  "invalid_action",
  "stale_version",
  "message_id_reused",
  "game_over",
  "rate_limited",
  "busy",
  "unavailable",
  "payload_too_large",
  "internal",
] as const;
/** The stable codes of every refusal, over sockets and REST alike. */
export type ErrorCode = (typeof ERROR_CODES)[number];

// ---- the state as one viewer sees it -----------------------------------------------------------

/** This instance (opaque to this viewer) of a card, and its definition. */
export interface Card {
  id: string;
  card: string;
}

export interface InPlay {
  id: string;
  card: string;
  damage: number;
  hp: number;
  energy: Card[];
  tools: Card[];
  evolved_from: Card[];
  conditions: SpecialCondition[];
  can_evolve: boolean;
}

export interface EnergyZone {
  current: EnergyType | null;
  next: EnergyType | null;
}

export interface Side {
  player_id: string;
  name: string;
  seat: Seat;
  timeouts_used: number;
  points: number;
  prizes_remaining: number;
  /** null: not yours to see. */
  hand: Card[] | null;
  hand_count: number;
  deck_count: number;
  discard: Card[];
  prizes: (Card | null)[];
  energy_zone?: EnergyZone;
  active: InPlay | null;
  bench: InPlay[];
}

export interface Turn {
  number: number;
  player_id: string;
  phase: TurnPhase;
  deadline: string | null;
  energy_attached: number;
  supporters_played: number;
  stadiums_played: number;
  retreats: number;
}

/** One thing that may be chosen; `id` is what `select` sends back. */
export interface ChoiceOption {
  id: string;
  card?: string | null;
  label?: string | null;
}

/** A choice the game waits for; all but `player_id` only for who must choose. */
export interface Pending {
  player_id: string;
  choice_id?: string;
  kind?: ChoiceKind;
  min?: number;
  max?: number;
  options?: ChoiceOption[];
  prompt?: string;
}

export interface GameState {
  game_id: string;
  event_id: number;
  epoch: number;
  status: GameStatus;
  game_type: GameType;
  rules: RulesConfig;
  viewer: { seat: Seat | null };
  /** SHA-256 of the game's seed; the seed itself comes with the end. */
  seed_commitment: string;
  turn: Turn | null;
  /** By seat; null: nobody there yet. */
  players: (Side | null)[];
  stadium: Card | null;
  pending: Pending | null;
  /** For the viewer who may act now, ready to send back as they are. */
  legal_actions: Action[];
  winner_id: string | null;
  end_reason: EndReason | null;
}

export interface RulesConfig {
  preset: string;
  deck: {
    size: number;
    copies_per_name: number;
    min_basics: number;
    energy_cards: boolean;
    energy_deck_size: number;
    energy_types: number;
  };
  opening: { hand_size: number; no_basic: "mulligan" | "guaranteed"; extra_cards: boolean };
  bench: { max: number };
  energy: { per_turn: number; source: "hand" | "energy_deck" | "zone" };
  prizes: { mode: "cards" | "points"; count: number; basic: number; ex: number; mega: number };
  first_turn: { draw: boolean; attack: boolean; supporter: boolean; energy: boolean; evolve: boolean };
  trainers: { supporters: number; stadiums: number; items: number; tools_per_pokemon: number };
  evolution: { same_turn: boolean };
  retreat: { per_turn: number };
  conditions: {
    poison: number;
    burn: number;
    burn_cure: boolean;
    confusion_tails: "damages_itself" | "fails";
    confusion_damage: number;
  };
  damage: { weakness_mode: "times" | "plus"; weakness: number; resistance: number };
  win: { empty_deck: "loses" | "goes_on"; both_win: "sudden_death" | "tie"; sudden_death_prizes: number };
  limits: { turns: number; hand: number };
  timer: {
    turn_ms: number;
    warning_ms: number;
    grace_ms: number;
    choice_ms: number;
    timeouts_before_loss: number;
  };
}

/** A preset's name, or any fields over a preset. */
export type RulesChoice =
  | string
  | ({ preset: string } & { [Group in Exclude<keyof RulesConfig, "preset">]?: Partial<RulesConfig[Group]> });

// ---- actions -----------------------------------------------------------------------------------

export type Action =
  | { type: "play_pokemon"; card_id: string }
  | { type: "evolve"; card_id: string; target_id: string }
  | { type: "attach_energy"; card_id?: string; source?: "zone"; target_id: string }
  | { type: "play_trainer"; card_id: string; target_id?: string }
  | { type: "use_ability"; pokemon_id: string; ability_index: number }
  | { type: "retreat"; bench_id: string; energy_ids?: string[] }
  | { type: "attack"; attack_index: number }
  | { type: "pass" }
  | { type: "select_active"; pokemon_id: string }
  | { type: "select_prize"; index: number }
  | { type: "select"; choice_id: string; selected: string[] };

export type ActionType = Action["type"];

// ---- events ------------------------------------------------------------------------------------

interface EventFields {
  first_player_flipped: { player: Seat };
  first_player_chosen: { player: Seat };
  mulligan_taken: { player: Seat; hand: Card[] };
  pokemon_placed: { player: Seat; card?: Card | null; active: boolean };
  pokemon_revealed: { player: Seat; active: Card; bench: Card[] };
  prizes_set: { player: Seat; count: number };
  turn_started: { player: Seat; turn_number: number };
  turn_ended: { player: Seat; turn_number: number };
  checkup_started: {};
  card_drawn: { player: Seat; count: number; cards?: Card[] | null };
  deck_shuffled: { player: Seat };
  pokemon_played: { player: Seat; pokemon: Card };
  pokemon_benched: { player: Seat; pokemon: Card };
  pokemon_evolved: { player: Seat; target_id: string; pokemon: Card };
  pokemon_devolved: { player: Seat; target_id: string; pokemon: Card };
  energy_attached: { player: Seat; energy: Card; target_id: string };
  energy_moved: { player: Seat; energy: Card; from_id: string; target_id: string };
  energy_zone_changed: { player: Seat; current?: EnergyType | null; next?: EnergyType | null };
  tool_attached: { player: Seat; tool: Card; target_id: string };
  trainer_played: { player: Seat; trainer: Card };
  stadium_played: { player: Seat; stadium: Card };
  ability_used: { player: Seat; pokemon_id: string; ability: string };
  attack_used: { player: Seat; pokemon_id: string; attack: string };
  attack_failed: { player: Seat; pokemon_id: string };
  coin_flipped: { player: Seat; heads: boolean };
  damage_dealt: { pokemon_id: string; amount: number; attack: boolean };
  counters_placed: { pokemon_id: string; counters: number };
  counters_removed: { pokemon_id: string; counters: number };
  damage_healed: { pokemon_id: string; amount: number };
  condition_applied: { pokemon_id: string; condition: SpecialCondition };
  condition_ended: { pokemon_id: string; condition: SpecialCondition };
  active_changed: { player: Seat; pokemon_id: string; former_id?: string | null };
  retreated: { player: Seat; pokemon_id: string };
  knocked_out: { player: Seat; pokemon_id: string };
  cards_moved: { player: Seat; from?: Zone | null; to: Destination; count: number; cards?: Card[] | null };
  cards_revealed: { player: Seat; from?: Zone | null; cards: Card[] };
  cards_looked_at: { player: Seat; count: number; cards?: Card[] | null };
  prize_taken: { player: Seat; index: number; card?: Card | null };
  points_scored: { player: Seat; points: number };
  effect_began: { pokemon_id?: string | null; player?: Seat | null; effect: string };
  choice_requested: { player: Seat };
  choice_made: { player: Seat };
  timed_out: { player: Seat; timeouts_used: number };
  grace_granted: { player: Seat };
  sudden_death_started: { game: number };
  game_ended: { winner?: Seat | null; reason: EndReason };
}

export type GameEventType = keyof EventFields;

/** Something that happened, as its receiver may know it; an absent card stands for a hidden one. */
export type GameEvent = { [Type in GameEventType]: { type: Type } & EventFields[Type] }[GameEventType];

/** One commit: +1 on the game's version, for every viewer. */
export interface Commit {
  event_id: number;
  player_id: string | null;
  action_type: string;
  events: GameEvent[];
}

// ---- Socket.IO, namespace /game ----------------------------------------------------------------

export interface Refusal {
  code: ErrorCode | (string & {});
  message: string;
  details?: Record<string, unknown>;
}

export interface Envelope {
  type: string;
  message_id: string;
  timestamp: string;
  game_id?: string;
  event_id?: number;
  epoch?: number;
}

export interface TurnStart {
  player_id: string;
  turn_number: number;
  deadline: string | null;
  time_limit_ms: number | null;
}

export interface TurnTimeout {
  player_id: string;
  kind: "warning" | "expired" | "extended";
  remaining_ms: number;
  deadline: string | null;
  consequence?: "auto_pass" | "loss";
  reason?: string;
  timeouts_used: number;
  timeouts_before_loss: number;
}

export interface GameOver {
  winner_id: string | null;
  end_reason: EndReason;
  duration_ms: number;
  rng_seed: string;
  replay_url: string;
}

/** RFC 6902, as far as the server writes it. */
export type PatchOperation =
  | { op: "add" | "replace" | "test"; path: string; value: unknown }
  | { op: "remove"; path: string }
  | { op: "move" | "copy"; from: string; path: string };

export interface GameUpdate extends Commit {
  patch: PatchOperation[];
  turn_start?: TurnStart;
  game_over?: GameOver;
}

export interface ServerMessages {
  "session:ready": {
    user_id: string;
    server_time: string;
    protocol_version: number;
    active_games: string[];
  };
  "session:closed": { code: string; message: string };
  "auth:expiring": { expires_at: string };
  "game:state": {
    kind: "full";
    state: GameState;
    missed_events?: Commit[];
    resync?: boolean;
  };
  "game:update": GameUpdate;
  "game:action_result": { request_id?: string; ok: true; action_type: string; events: GameEvent[] };
  "game:opponent_action": { player_id: string | null; action_type: string; events: GameEvent[] };
  "game:turn_start": TurnStart;
  "game:turn_timeout": TurnTimeout;
  "game:game_over": GameOver;
  "game:opponent_connected": {
    player_id: string;
    status: "connected" | "disconnected" | "reconnected";
  };
  "game:spectators": { count: number };
  "game:error": { request_id?: string; error: Refusal };
}

export type ServerMessage<Name extends keyof ServerMessages> = Envelope & ServerMessages[Name];

export interface ClientMessages {
  "game:join": JoinMessage;
  "game:spectate": JoinMessage;
  "game:action": { message_id: string; game_id: string; action: Action; expected_event_id?: number };
  "game:resign": { message_id: string; game_id: string };
  "game:leave": { game_id: string };
  "game:heartbeat": Record<string, never>;
  "auth:refresh": { token: string };
}

export interface JoinMessage {
  message_id?: string;
  game_id: string;
  last_event_id?: number;
  epoch?: number;
  sync?: "full" | "delta";
  legal_actions?: boolean;
}

export interface Refused {
  ok: false;
  request_id?: string;
  error: Refusal;
}

export interface Acted {
  ok: true;
  request_id?: string;
  event_id: number;
  action_type: string;
  events: GameEvent[];
  /** Delta mode: what it changed. */
  patch?: PatchOperation[];
  turn_start?: TurnStart;
  game_over?: GameOver;
  /** The reply of a message so old that only its outcome is kept. */
  replayed?: boolean;
}

export interface Joined {
  ok: true;
  game_id: string;
  status: GameStatus;
  event_id: number;
  epoch: number;
}

// ---- REST --------------------------------------------------------------------------------------

export interface User {
  id: string;
  name: string;
}

export interface Tokens {
  access_token: string;
  refresh_token: string;
  token_type: string;
  expires_in: number;
  user: User;
}

export interface DeckEntry {
  card: string;
  count: number;
}

export interface DeckDraft {
  name: string;
  /** The preset it is built for. */
  rules: string;
  cards: DeckEntry[];
  energy_cards?: DeckEntry[];
  energy_types?: EnergyType[];
}

export interface Deck extends DeckDraft {
  id: string;
  starter: boolean;
}

export interface BrokenRule {
  path: string;
  message: string;
}

export type Opponent =
  | { kind: "open"; listed?: boolean }
  | { kind: "user"; user_id: string }
  | { kind: "bot"; bot: string; deck_id?: string };

export interface NewGame {
  deck_id: string;
  rules_config?: RulesChoice;
  game_type?: GameType;
  opponent?: Opponent;
  spectators?: "public" | "private";
  spectator_delay_ms?: number;
}

export interface CreatedGame {
  game_id: string;
  status: GameStatus;
  ws_url: string;
  invite_code?: string;
}

export interface SummaryPlayer {
  player_id: string;
  name: string;
  seat?: Seat;
}

export interface GameSummary {
  game_id: string;
  status: GameStatus;
  game_type: GameType;
  players: (SummaryPlayer | null)[];
  turn: number | null;
  event_id: number;
  winner_id: string | null;
  end_reason: EndReason | null;
  /** Where the server tells them. */
  rules?: string | RulesConfig;
  created_at?: string;
  finished_at?: string;
}

export interface Page<Item> {
  items: Item[];
  next_cursor?: string | null;
}

export interface BotOffer {
  bot: string;
  name: string;
  level: number;
  description: string;
}

export interface RecordedAction {
  event_id: number;
  epoch: number;
  player_id: string | null;
  action: Record<string, unknown> & { type: string };
  at: string;
}

export interface Replay {
  game_id: string;
  rules: RulesConfig;
  players: SummaryPlayer[];
  decks: unknown[];
  rng_seed: string;
  seed_commitment: string;
  actions: RecordedAction[];
  digests: unknown[];
  result: { winner_id?: string | null; end_reason?: EndReason } & Record<string, unknown>;
  engine_version: string;
  cards_version: string;
}

/** One commit of a finished game with nothing hidden: the whole state, or what changed in it. */
export interface ReplayFrame extends Commit {
  at: string;
  state?: GameState;
  patch?: PatchOperation[];
}

export interface Verification {
  ok: boolean;
  commitment_ok: boolean;
  digests_checked: number;
  first_difference?: number | null;
}

/** RFC 9457, with a stable code. */
export interface Problem {
  type?: string;
  title?: string;
  status?: number;
  detail?: string;
  code: ErrorCode | (string & {});
  errors?: BrokenRule[];
  [more: string]: unknown;
}

// ---- card definitions --------------------------------------------------------------------------

export interface AttackDefinition {
  name: string;
  cost: EnergyType[];
  damage?: unknown;
  text?: string;
}

export interface AbilityDefinition {
  type: "activated" | "triggered" | "continuous";
  name: string;
  text?: string;
}

interface AnyDefinition {
  id: string;
  name: string;
  set?: string;
  text?: string;
  abilities: AbilityDefinition[];
  tags: string[];
}

export interface PokemonDefinition extends AnyDefinition {
  type: "pokemon";
  stage: "basic" | "stage_1" | "stage_2";
  rule_box?: "none" | "ex" | "mega" | null;
  evolves_from?: string | null;
  hp: number;
  types: EnergyType[];
  weakness?: EnergyType | { type: EnergyType } | null;
  resistance?: EnergyType | { type: EnergyType } | null;
  retreat: number;
  attacks: AttackDefinition[];
}

export interface TrainerDefinition extends AnyDefinition {
  type: "trainer";
  kind: "item" | "supporter" | "stadium" | "tool";
}

export interface EnergyDefinition extends AnyDefinition {
  type: "energy";
  basic: boolean;
  /** Each of one of the types listed at a time. */
  provides: EnergyType[][];
}

export type CardDefinition = PokemonDefinition | TrainerDefinition | EnergyDefinition;
