// Made by scripts/types.mjs from a server's /asyncapi.json and /openapi.json: `npm run types -- URL`. Not to be edited.

/** What a client sends, by event. */
export interface ClientMessages {
  "game:join": {
    type?: "game:join";
    message_id?: string;
    game_id: string;
    last_event_id?: number;
    epoch?: number;
    sync?: Sync;
    legal_actions?: boolean;
    events?: boolean;
  };
  "game:spectate": {
    type?: "game:spectate";
    message_id?: string;
    game_id: string;
    last_event_id?: number;
    epoch?: number;
    sync?: Sync;
    legal_actions?: boolean;
    events?: boolean;
  };
  "game:action": {
    type?: "game:action";
    message_id: string;
    game_id: string;
    action: Action;
    expected_event_id?: number;
  };
  "game:resign": {
    type?: "game:resign";
    message_id: string;
    game_id: string;
  };
  "game:leave": {
    type?: "game:leave";
    message_id?: string;
    game_id: string;
  };
  "game:heartbeat": {
    type?: "game:heartbeat";
    message_id?: string;
  };
  "auth:refresh": {
    type?: "auth:refresh";
    message_id?: string;
    token: string;
  };
}

/** What the server sends, by event. */
export interface ServerMessages {
  "session:ready": {
    type: "session:ready";
    message_id: string;
    timestamp: string;
    game_id?: string;
    event_id?: number;
    epoch?: number;
    user_id: string;
    server_time: string;
    protocol_version: number;
    active_games: string[];
  };
  "session:closed": {
    type: "session:closed";
    message_id: string;
    timestamp: string;
    game_id?: string;
    event_id?: number;
    epoch?: number;
    code: string;
    message: string;
  };
  "auth:expiring": {
    type: "auth:expiring";
    message_id: string;
    timestamp: string;
    game_id?: string;
    event_id?: number;
    epoch?: number;
    expires_at: string;
  };
  "game:state": {
    type: "game:state";
    message_id: string;
    timestamp: string;
    game_id?: string;
    event_id?: number;
    epoch?: number;
    kind: string;
    state: GameState;
    missed_events?: Commit[];
    resync?: boolean;
  };
  "game:update": {
    type: "game:update";
    message_id: string;
    timestamp: string;
    game_id?: string;
    event_id?: number;
    epoch?: number;
    player_id: string | null;
    action_type: string;
    events: GameEvent[];
    patch: PatchOperation[];
    turn_start?: TurnStart;
    game_over?: GameOver;
  };
  "game:action_result": {
    type: "game:action_result";
    message_id: string;
    timestamp: string;
    game_id?: string;
    event_id?: number;
    epoch?: number;
    request_id?: string;
    ok: boolean;
    action_type: string;
    events: GameEvent[];
  };
  "game:opponent_action": {
    type: "game:opponent_action";
    message_id: string;
    timestamp: string;
    game_id?: string;
    event_id?: number;
    epoch?: number;
    player_id: string | null;
    action_type: string;
    events: GameEvent[];
  };
  "game:turn_start": {
    type: "game:turn_start";
    message_id: string;
    timestamp: string;
    game_id?: string;
    event_id?: number;
    epoch?: number;
    player_id: string;
    turn_number: number;
    deadline: string | null;
    time_limit_ms: number | null;
  };
  "game:turn_timeout": {
    type: "game:turn_timeout";
    message_id: string;
    timestamp: string;
    game_id?: string;
    event_id?: number;
    epoch?: number;
    player_id: string;
    kind: TurnTimeoutKind;
    remaining_ms: number;
    deadline: string | null;
    consequence?: TurnTimeoutConsequence;
    reason?: string;
    timeouts_used: number;
    timeouts_before_loss: number;
  };
  "game:game_over": {
    type: "game:game_over";
    message_id: string;
    timestamp: string;
    game_id?: string;
    event_id?: number;
    epoch?: number;
    winner_id: string | null;
    end_reason: string;
    duration_ms: number;
    rng_seed: string;
    replay_url: string;
  };
  "game:opponent_connected": {
    type: "game:opponent_connected";
    message_id: string;
    timestamp: string;
    game_id?: string;
    event_id?: number;
    epoch?: number;
    player_id: string;
    status: OpponentConnectedStatus;
  };
  "game:spectators": {
    type: "game:spectators";
    message_id: string;
    timestamp: string;
    game_id?: string;
    event_id?: number;
    epoch?: number;
    count: number;
  };
  "user:invitation": {
    type: "user:invitation";
    message_id: string;
    timestamp: string;
    game_id?: string;
    event_id?: number;
    epoch?: number;
    status: InvitationInvitationStatus;
    from_id: string;
    from_name: string;
    to_id: string;
    game_type: string;
    rules: string;
    rematch_of?: string;
    expires_at: string;
  };
  "user:match": {
    type: "user:match";
    message_id: string;
    timestamp: string;
    game_id?: string;
    event_id?: number;
    epoch?: number;
    preset: string;
    game_type: string;
    opponent_id: string;
    opponent_name: string;
    waited_ms: number;
  };
  "game:error": {
    type: "game:error";
    message_id: string;
    timestamp: string;
    game_id?: string;
    event_id?: number;
    epoch?: number;
    request_id?: string;
    error: Refusal;
  };
}

/** What the server sends in the lobby, by event. */
export interface LobbyMessages {
  "lobby:ready": {
    type: "lobby:ready";
    message_id: string;
    timestamp: string;
    user_id: string;
    server_time: string;
    games: OpenGame[];
    members: LobbyMember[];
    counts: LobbyCounts;
    announcements: Announcement[];
  };
  "lobby:games": {
    type: "lobby:games";
    message_id: string;
    timestamp: string;
    added: OpenGame[];
    changed: OpenGame[];
    removed: string[];
  };
  "lobby:members": {
    type: "lobby:members";
    message_id: string;
    timestamp: string;
    joined: LobbyMember[];
    left: string[];
  };
  "lobby:counts": {
    type: "lobby:counts";
    message_id: string;
    timestamp: string;
    counts: LobbyCounts;
  };
  "lobby:announcements": {
    type: "lobby:announcements";
    message_id: string;
    timestamp: string;
    announcements: Announcement[];
  };
  "session:closed": {
    type: "session:closed";
    message_id: string;
    timestamp: string;
    game_id?: string;
    event_id?: number;
    epoch?: number;
    code: string;
    message: string;
  };
  "auth:expiring": {
    type: "auth:expiring";
    message_id: string;
    timestamp: string;
    game_id?: string;
    event_id?: number;
    epoch?: number;
    expires_at: string;
  };
  "user:invitation": {
    type: "user:invitation";
    message_id: string;
    timestamp: string;
    game_id?: string;
    event_id?: number;
    epoch?: number;
    status: InvitationInvitationStatus;
    from_id: string;
    from_name: string;
    to_id: string;
    game_type: string;
    rules: string;
    rematch_of?: string;
    expires_at: string;
  };
  "user:match": {
    type: "user:match";
    message_id: string;
    timestamp: string;
    game_id?: string;
    event_id?: number;
    epoch?: number;
    preset: string;
    game_type: string;
    opponent_id: string;
    opponent_name: string;
    waited_ms: number;
  };
  "game:error": {
    type: "game:error";
    message_id: string;
    timestamp: string;
    game_id?: string;
    event_id?: number;
    epoch?: number;
    request_id?: string;
    error: Refusal;
  };
}

/** What acknowledges a client's message, by event. */
export interface Replies {
  "game:join": ReplyJoined | RefusedReply;
  "game:spectate": ReplyJoined | RefusedReply;
  "game:action": ReplyActed | ReplyActedDelta | ReplyReplayed | RefusedReply;
  "game:resign": ReplyActed | ReplyActedDelta | ReplyReplayed | RefusedReply;
  "game:leave": ReplyDone | RefusedReply;
  "game:heartbeat": ReplyAlive | RefusedReply;
  "auth:refresh": ReplyDone | RefusedReply;
}

/** Every REST call: what it takes and what it answers. */
export interface Calls {
  /** Play without an account. */
  "POST /auth/guest": { body: GuestSignIn; answer: Tokens };
  /** Get an account with a name and a password. */
  "POST /auth/register": { body: Registration; answer: Tokens };
  /** Sign in with name and password. */
  "POST /auth/login": { body: Login; answer: Tokens };
  /** Change a refresh token for new tokens. */
  "POST /auth/refresh": { body: Refresh; answer: Tokens };
  /** End this session, or all of the user's. */
  "POST /auth/logout": { body: Logout; answer: undefined };
  /** Where you are signed in. */
  "GET /auth/sessions": { body: undefined; answer: {
      items: SessionView[];
      next_cursor?: string;
    } };
  /** Sign out one of your sessions. */
  "DELETE /auth/sessions/{id}": { body: undefined; answer: undefined };
  /** Turn your guest into an account. */
  "POST /auth/upgrade": { body: Upgrade; answer: User };
  /** Change the name that others see. */
  "PUT /auth/name": { body: Rename; answer: User };
  /** Change your password; ends other sessions. */
  "PUT /auth/password": { body: PasswordChange; answer: undefined };
  /** Every card, or those of a set. */
  "GET /cards": { body: undefined; answer: {
      items: CardDefinition[];
      next_cursor?: string;
    } };
  /** One card. */
  "GET /cards/{id}": { body: undefined; answer: CardDefinition };
  /** The presets of house rules. */
  "GET /rules": { body: undefined; answer: {
      items: RulesConfig[];
      next_cursor?: string;
    } };
  /** Every field of a preset with its default and bounds. */
  "GET /rules/{name}": { body: undefined; answer: unknown };
  /** The starter decks and one's own. */
  "GET /decks": { body: undefined; answer: {
      items: Deck[];
      next_cursor?: string;
    } };
  /** Keep a new deck. */
  "POST /decks": { body: DeckDraft; answer: Deck };
  /** One deck. */
  "GET /decks/{id}": { body: undefined; answer: Deck };
  /** Put another deck in place of one's own. */
  "PUT /decks/{id}": { body: DeckDraft; answer: Deck };
  /** Throw away one of one's own decks. */
  "DELETE /decks/{id}": { body: undefined; answer: undefined };
  /** One deck as a list that people read. */
  "GET /decks/{id}/text": { body: undefined; answer: DeckListText };
  /** Check a deck without keeping it. */
  "POST /decks/check": { body: DeckDraft; answer: DeckVerdict };
  /** Create a game. */
  "POST /games": { body: NewGame; answer: CreatedGame };
  /** Take the second seat of a waiting game. */
  "POST /games/{id}/join": { body: JoinGame; answer: CreatedGame };
  /** Your unfinished games. */
  "GET /games/me/active": { body: undefined; answer: {
      items: GameSummary[];
      next_cursor?: string;
    } };
  /** Your finished games, the latest first. */
  "GET /games/me/history": { body: undefined; answer: {
      items: PastGame[];
      next_cursor?: string;
    } };
  /** Public games that are being played. */
  "GET /games/live": { body: undefined; answer: {
      items: GameSummary[];
      next_cursor?: string;
    } };
  /** Listed games that wait for a second player. */
  "GET /games/open": { body: undefined; answer: {
      items: GameSummary[];
      next_cursor?: string;
    } };
  /** One game, your own or a public one. */
  "GET /games/{id}": { body: undefined; answer: GameSummary };
  /** Give up your own waiting game. */
  "DELETE /games/{id}": { body: undefined; answer: undefined };
  /** Give up a game you play in. */
  "POST /games/{id}/resign": { body: undefined; answer: Resigned };
  /** Play the same players and rules again. */
  "POST /games/{id}/rematch": { body: undefined; answer: CreatedGame };
  /** Games that you are invited to. */
  "GET /games/me/invitations": { body: undefined; answer: {
      items: ReceivedInvitation[];
      next_cursor?: string;
    } };
  /** Decline an invitation or a rematch. */
  "POST /games/{id}/decline": { body: undefined; answer: undefined };
  /** A finished game, whole. */
  "GET /games/{id}/replay": { body: undefined; answer: Replay };
  /** A finished game, state by state. */
  "GET /games/{id}/replay/frames": { body: undefined; answer: {
      items: ReplayFrame[];
      next_cursor?: string;
    } };
  /** Play a finished game again and compare commitment and digests. */
  "POST /games/{id}/replay/verify": { body: undefined; answer: Verification };
  /** Your ratings in this season, or in another one. */
  "GET /ratings/me": { body: undefined; answer: {
      items: RatingView[];
      next_cursor?: string;
    } };
  /** Your ranked games, the latest first. */
  "GET /ratings/me/history": { body: undefined; answer: {
      items: RatedGame[];
      next_cursor?: string;
    } };
  /** A user's ratings in a season. */
  "GET /users/{id}/ratings": { body: undefined; answer: {
      items: RatingView[];
      next_cursor?: string;
    } };
  /** Players with settled ratings, the best first. */
  "GET /ladders/{preset}": { body: undefined; answer: {
      items: LadderRow[];
      next_cursor?: string;
    } };
  /** The seasons of ranked games, the latest first. */
  "GET /seasons": { body: undefined; answer: {
      items: SeasonView[];
      next_cursor?: string;
    } };
  /** Queue for an opponent, in place of another queue. */
  "POST /matchmaking": { body: NewTicket; answer: TicketView };
  /** Where your ticket stands; a sign of life. */
  "GET /matchmaking": { body: undefined; answer: TicketView };
  /** Stop waiting. */
  "DELETE /matchmaking": { body: undefined; answer: undefined };
  /** Bots to play against, the easiest first. */
  "GET /bots": { body: undefined; answer: {
      items: BotOffer[];
      next_cursor?: string;
    } };
  /** Whether the process is alive. */
  "GET /health/live": { body: undefined; answer: Health };
  /** Whether the server and its stores can do their work. */
  "GET /health/ready": { body: undefined; answer: Readiness };
}

export type Ability = AbilityActivated | AbilityTriggered | AbilityContinuous;

export interface AbilityActivated {
  type: "activated";
  name: string;
  limit?: AbilityLimit;
  when?: Condition;
  effects: Effect[];
}

export interface AbilityContinuous {
  type: "continuous";
  name: string;
  affects?: Scope;
  when?: Condition;
  gives: Static[];
}

export interface AbilityDefinition {
  type: string;
  name: string;
  text: string;
  program: Ability;
}

export type AbilityLimit = "once_per_turn" | "once_per_turn_by_name" | "unlimited";

export interface AbilityTriggered {
  type: "triggered";
  name: string;
  on: Trigger;
  optional?: boolean;
  when?: Condition;
  effects: Effect[];
}

export interface AbilityUsedEvent {
  type: "ability_used";
  player: Seat;
  pokemon_id: string;
  ability: string;
}

export type Action = ActionPlayPokemon | ActionEvolve | ActionAttachEnergy | ActionPlayTrainer | ActionUseAbility | ActionRetreat | ActionAttack | ActionPass | ActionSelectActive | ActionSelectPrize | ActionSelect;

export interface ActionAttachEnergy {
  type: "attach_energy";
  card_id?: string;
  source?: ActionEnergyOrigin;
  target_id: string;
}

export interface ActionAttack {
  type: "attack";
  attack_index: number;
}

export type ActionEnergyOrigin = "zone";

export interface ActionEvolve {
  type: "evolve";
  card_id: string;
  target_id: string;
}

export interface ActionPass {
  type: "pass";
}

export interface ActionPlayPokemon {
  type: "play_pokemon";
  card_id: string;
}

export interface ActionPlayTrainer {
  type: "play_trainer";
  card_id: string;
  target_id?: string;
}

export interface ActionRetreat {
  type: "retreat";
  bench_id: string;
  energy_ids?: string[];
}

export interface ActionSelect {
  type: "select";
  choice_id: string;
  selected: string[];
}

export interface ActionSelectActive {
  type: "select_active";
  pokemon_id: string;
}

export interface ActionSelectPrize {
  type: "select_prize";
  index: number;
}

export interface ActionUseAbility {
  type: "use_ability";
  pokemon_id: string;
  ability_index: number;
}

export interface ActiveChangedEvent {
  type: "active_changed";
  player: Seat;
  pokemon_id: string;
  former_id?: string;
}

export type Amount = AmountFixed | AmountSum | AmountTimes | AmountDifference | AmountSmaller | AmountLarger | AmountHeads | AmountTails | AmountEnergyOn | AmountCountersOn | AmountPokemonInPlay | AmountCardsIn | AmountPrizesTaken | AmountPrizesLeft | AmountChosen | AmountRetreatCost | AmountHpOf | AmountHpLeft | AmountHalfOf | AmountChosenThat | AmountDamageDone | AmountKept | AmountEither;

export interface AmountCardsIn {
  type: "cards_in";
  zone: Zone;
  of?: Player;
  where?: Filter;
}

export interface AmountChosen {
  type: "chosen";
  name: string;
}

export interface AmountChosenThat {
  type: "chosen_that";
  name: string;
  where: Filter;
}

export interface AmountCountersOn {
  type: "counters_on";
  on: Target;
}

export interface AmountDamageDone {
  type: "damage_done";
}

export interface AmountDifference {
  type: "difference";
  from: Amount;
  take: Amount;
}

export interface AmountEither {
  type: "either";
  when: Condition;
  then: Amount;
  otherwise?: Amount;
}

export interface AmountEnergyOn {
  type: "energy_on";
  on: Target;
  energy?: EnergyType;
}

export interface AmountFixed {
  type: "fixed";
  value: number;
}

export interface AmountHalfOf {
  type: "half_of";
  whole: Amount;
}

export interface AmountHeads {
  type: "heads";
  of?: string;
}

export interface AmountHpLeft {
  type: "hp_left";
  of: Target;
}

export interface AmountHpOf {
  type: "hp_of";
  of: Target;
}

export interface AmountKept {
  type: "kept";
  name: string;
}

export interface AmountLarger {
  type: "larger";
  left: Amount;
  right: Amount;
}

export interface AmountPokemonInPlay {
  type: "pokemon_in_play";
  of: Player;
  at?: Place;
  where?: Filter;
}

export interface AmountPrizesLeft {
  type: "prizes_left";
  of: Player;
}

export interface AmountPrizesTaken {
  type: "prizes_taken";
  of: Player;
}

export interface AmountRetreatCost {
  type: "retreat_cost";
  of: Target;
}

export interface AmountSmaller {
  type: "smaller";
  left: Amount;
  right: Amount;
}

export interface AmountSum {
  type: "sum";
  of: Amount[];
}

export interface AmountTails {
  type: "tails";
  of?: string;
}

export interface AmountTimes {
  type: "times";
  each: Amount;
  of: Amount;
}

export interface Announcement {
  id: string;
  text: string;
  created_at: string;
  expires_at: string;
}

export interface AttackDefinition {
  name: string;
  cost: EnergyType[];
  text: string;
  pre: Effect[];
  damage?: Amount;
  post: Effect[];
}

export interface AttackFailedEvent {
  type: "attack_failed";
  player: Seat;
  pokemon_id: string;
}

export interface AttackUsedEvent {
  type: "attack_used";
  player: Seat;
  pokemon_id: string;
  attack: string;
}

export type Audience = "public" | "private";

export type BotAfterMs = number;

export interface BotOffer {
  bot: string;
  name: string;
  level: number;
  description: string;
}

export interface BrokenRule {
  path: string;
  message: string;
}

export interface Card {
  id: string;
  card: string;
}

export type CardDefinition = PokemonDefinition | TrainerDefinition | EnergyDefinition;

export interface CardDrawnEvent {
  type: "card_drawn";
  player: Seat;
  count: number;
  cards?: Card[];
}

export type CardKind = "pokemon" | "trainer" | "item" | "supporter" | "stadium" | "tool" | "energy" | "basic_energy" | "special_energy";

export interface CardsLookedAtEvent {
  type: "cards_looked_at";
  player: Seat;
  count: number;
  cards?: Card[];
}

export interface CardsMovedEvent {
  type: "cards_moved";
  player: Seat;
  from?: Zone;
  to: Destination;
  count: number;
  cards?: Card[];
}

export interface CardsRevealedEvent {
  type: "cards_revealed";
  player: Seat;
  from?: Zone;
  cards: Card[];
}

export interface CheckupStartedEvent {
  type: "checkup_started";
}

export type ChoiceKind = "go_first" | "extra_cards" | "select_active" | "select_prize" | "cards" | "pokemon" | "energy" | "yes_no" | "option" | "attack" | "trigger";

export interface ChoiceMadeEvent {
  type: "choice_made";
  player: Seat;
}

export interface ChoiceOption {
  id: string;
  card?: string;
  label?: string;
}

export interface ChoiceRequestedEvent {
  type: "choice_requested";
  player: Seat;
}

export interface CoinFlippedEvent {
  type: "coin_flipped";
  player: Seat;
  heads: boolean;
}

export interface Commit {
  event_id: number;
  player_id: string | null;
  action_type: string;
  events: GameEvent[];
}

export type Condition = ConditionHeads | ConditionTails | ConditionAtLeast | ConditionAtMost | ConditionSame | ConditionInPlay | ConditionIs | ConditionAnyChosen | ConditionStadiumInPlay | ConditionTurnOf | ConditionFirstTurn | ConditionHappened | ConditionAllOf | ConditionAnyOf | ConditionNot;

export interface ConditionAllOf {
  type: "all_of";
  value: Condition[];
}

export interface ConditionAnyChosen {
  type: "any_chosen";
  name: string;
}

export interface ConditionAnyOf {
  type: "any_of";
  value: Condition[];
}

export interface ConditionAppliedEvent {
  type: "condition_applied";
  pokemon_id: string;
  condition: SpecialCondition;
}

export interface ConditionAtLeast {
  type: "at_least";
  left: Amount;
  right: Amount;
}

export interface ConditionAtMost {
  type: "at_most";
  left: Amount;
  right: Amount;
}

export interface ConditionEndedEvent {
  type: "condition_ended";
  pokemon_id: string;
  condition: SpecialCondition;
}

export interface ConditionFirstTurn {
  type: "first_turn";
  of: Player;
}

export interface ConditionHappened {
  type: "happened";
  what: ConditionHappening;
  to: Player;
  in?: ConditionWhen;
}

export type ConditionHappening = "knocked_out" | "knocked_out_by_attack" | "played_supporter" | "played_item" | "played_stadium" | "attached_energy" | "evolved" | "retreated" | "took_prize";

export interface ConditionHeads {
  type: "heads";
  of?: string;
}

export interface ConditionInPlay {
  type: "in_play";
  of: Player;
  at?: Place;
  where?: Filter;
}

export interface ConditionIs {
  type: "is";
  target: Target;
  where: Filter;
}

export interface ConditionNot {
  type: "not";
  value: Condition;
}

export interface ConditionSame {
  type: "same";
  left: Amount;
  right: Amount;
}

export interface ConditionStadiumInPlay {
  type: "stadium_in_play";
  named?: string;
}

export interface ConditionTails {
  type: "tails";
  of?: string;
}

export interface ConditionTurnOf {
  type: "turn_of";
  of: Player;
}

export type ConditionWhen = "this_turn" | "last_turn";

export interface CountersPlacedEvent {
  type: "counters_placed";
  pokemon_id: string;
  counters: number;
}

export interface CountersRemovedEvent {
  type: "counters_removed";
  pokemon_id: string;
  counters: number;
}

export interface CreatedGame {
  game_id: string;
  status: string;
  ws_url: string;
  invite_code?: string;
}

export interface DamageDealtEvent {
  type: "damage_dealt";
  pokemon_id: string;
  amount: number;
  attack: boolean;
}

export interface DamageHealedEvent {
  type: "damage_healed";
  pokemon_id: string;
  amount: number;
}

export interface Deck {
  id: string;
  name: string;
  rules: string;
  starter: boolean;
  cards: DeckEntry[];
  energy_cards: DeckEntry[];
  energy_types: EnergyType[];
}

export interface DeckDraft {
  name: DeckName;
  rules?: string;
  cards?: DeckEntry[];
  energy_cards?: DeckEntry[];
  energy_types?: EnergyType[];
  text?: string;
}

export interface DeckEntry {
  card: string;
  count: number;
}

export interface DeckList {
  cards: DeckEntry[];
  energy_cards: DeckEntry[];
  energy_types: EnergyType[];
}

export interface DeckListText {
  text: string;
}

export type DeckName = string;

export interface DeckShuffledEvent {
  type: "deck_shuffled";
  player: Seat;
}

export interface DeckVerdict {
  errors: BrokenRule[];
}

export type DelayMs = number;

export type Destination = "hand" | "deck" | "deck_top" | "deck_bottom" | "discard" | "bench";

export type Effect = EffectDraw | EffectDrawUntil | EffectShuffle | EffectSearch | EffectLookAtTop | EffectChooseCards | EffectMoveChosen | EffectMoveAll | EffectDiscardHand | EffectRandomFromHand | EffectMill | EffectRevealHand | EffectRevealTop | EffectTakePrizes | EffectAttachEnergy | EffectGenerateEnergy | EffectMoveEnergy | EffectDiscardEnergy | EffectReturnEnergy | EffectAttachChosen | EffectDiscardTools | EffectDiscardStadium | EffectExtraEnergy | EffectExtraSupporter | EffectSwitch | EffectGust | EffectReturn | EffectEvolve | EffectDevolve | EffectBringUp | EffectKnockOut | EffectDamage | EffectRecoil | EffectPlaceCounters | EffectSpreadCounters | EffectMoveCounters | EffectLeaveHp | EffectUnaffected | EffectHeal | EffectApply | EffectCure | EffectFlip | EffectFlipUntilTails | EffectIf | EffectMay | EffectChooseOne | EffectForEach | EffectRepeat | EffectLet | EffectPick | EffectFail | EffectCopyAttack | EffectUseAttackOf | EffectGrant | EffectGrantPlayer | EffectDelay | EffectEndTurn | EffectCustom;

export interface EffectApply {
  type: "apply";
  condition: SpecialCondition;
  target: Target;
  strength?: number;
}

export interface EffectAttachChosen {
  type: "attach_chosen";
  chosen: string;
  to: Target;
}

export interface EffectAttachEnergy {
  type: "attach_energy";
  from: Zone;
  where?: Filter;
  count: Amount;
  to: Target;
  up_to?: boolean;
}

export interface EffectBeganEvent {
  type: "effect_began";
  pokemon_id?: string;
  player?: Seat;
  effect: string;
}

export interface EffectBringUp {
  type: "bring_up";
  target: Target;
}

export interface EffectChooseCards {
  type: "choose_cards";
  from: Zone;
  of?: Player;
  by?: Player;
  where?: Filter;
  min?: Amount;
  max: Amount;
  as: string;
}

export interface EffectChooseOne {
  type: "choose_one";
  who?: Player;
  options: EffectOption[];
}

export interface EffectCopyAttack {
  type: "copy_attack";
  of: Target;
}

export interface EffectCure {
  type: "cure";
  target: Target;
  condition?: SpecialCondition;
}

export interface EffectCustom {
  type: "custom";
  id: string;
  args: Record<string, string>;
}

export interface EffectDamage {
  type: "damage";
  amount: Amount;
  target: Target;
  plain?: boolean;
}

export interface EffectDelay {
  type: "delay";
  at: EffectMoment;
  effects: Effect[];
}

export interface EffectDevolve {
  type: "devolve";
  target: Target;
  to: Destination;
}

export interface EffectDiscardEnergy {
  type: "discard_energy";
  from: Target;
  where?: Filter;
  count?: Amount;
  by?: Player;
  as?: string;
  up_to?: boolean;
}

export interface EffectDiscardHand {
  type: "discard_hand";
  count: Amount;
  who?: Player;
  by?: Player;
  where?: Filter;
}

export interface EffectDiscardStadium {
  type: "discard_stadium";
}

export interface EffectDiscardTools {
  type: "discard_tools";
  from: Target;
}

export interface EffectDraw {
  type: "draw";
  count: Amount;
  who?: Player;
}

export interface EffectDrawUntil {
  type: "draw_until";
  size: Amount;
  who?: Player;
}

export interface EffectEndTurn {
  type: "end_turn";
}

export interface EffectEvolve {
  type: "evolve";
  target: Target;
  from: Zone;
  skip?: boolean;
  where?: Filter;
}

export interface EffectExtraEnergy {
  type: "extra_energy";
  count: number;
}

export interface EffectExtraSupporter {
  type: "extra_supporter";
  count: number;
}

export interface EffectFail {
  type: "fail";
}

export interface EffectFlip {
  type: "flip";
  count?: Amount;
  as?: string;
}

export interface EffectFlipUntilTails {
  type: "flip_until_tails";
  as?: string;
}

export interface EffectForEach {
  type: "for_each";
  in: Target;
  effects: Effect[];
}

export interface EffectGenerateEnergy {
  type: "generate_energy";
  energy: EnergyType;
  count: Amount;
  to: Target;
}

export interface EffectGrant {
  type: "grant";
  gives: Static;
  to: Target;
  until: Span;
}

export interface EffectGrantPlayer {
  type: "grant_player";
  gives: Static;
  to: Player;
  until: Span;
}

export interface EffectGust {
  type: "gust";
  by?: Player;
}

export interface EffectHeal {
  type: "heal";
  target: Target;
  amount?: Amount;
}

export interface EffectIf {
  type: "if";
  when: Condition;
  then: Effect[];
  otherwise?: Effect[];
}

export type EffectInfluence = "weakness" | "resistance" | "effects";

export interface EffectKnockOut {
  type: "knock_out";
  target: Target;
}

export interface EffectLeaveHp {
  type: "leave_hp";
  target: Target;
  remaining: Amount;
}

export interface EffectLet {
  type: "let";
  as: string;
  amount: Amount;
}

export interface EffectLookAtTop {
  type: "look_at_top";
  count: Amount;
  of?: Player;
  where?: Filter;
  take: Amount;
  to: Destination;
  rest: Destination;
  ordered?: boolean;
}

export interface EffectMay {
  type: "may";
  who?: Player;
  then: Effect[];
  otherwise?: Effect[];
}

export interface EffectMill {
  type: "mill";
  count: Amount;
  who?: Player;
  as?: string;
}

export type EffectMoment = "end_of_this_turn" | "next_checkup" | "end_of_opponents_next_turn" | "start_of_your_next_turn" | "end_of_your_next_turn";

export interface EffectMoveAll {
  type: "move_all";
  from: Zone;
  of?: Player;
  where?: Filter;
  to: Destination;
}

export interface EffectMoveChosen {
  type: "move_chosen";
  chosen: string;
  to: Destination;
}

export interface EffectMoveCounters {
  type: "move_counters";
  from: Target;
  to: Target;
  count?: Amount;
}

export interface EffectMoveEnergy {
  type: "move_energy";
  from: Target;
  to: Target;
  where?: Filter;
  count: Amount;
  up_to?: boolean;
}

export interface EffectOption {
  label: string;
  effects: Effect[];
}

export interface EffectPick {
  type: "pick";
  target: Target;
  as: string;
}

export interface EffectPlaceCounters {
  type: "place_counters";
  count: Amount;
  target: Target;
}

export interface EffectRandomFromHand {
  type: "random_from_hand";
  count: Amount;
  who?: Player;
  to: Destination;
}

export interface EffectRecoil {
  type: "recoil";
  amount: Amount;
}

export interface EffectRepeat {
  type: "repeat";
  times: Amount;
  effects: Effect[];
}

export interface EffectReturn {
  type: "return";
  target: Target;
  to: Destination;
  attached?: Destination;
}

export interface EffectReturnEnergy {
  type: "return_energy";
  from: Target;
  where?: Filter;
  count?: Amount;
  to?: Destination;
}

export interface EffectRevealHand {
  type: "reveal_hand";
  who: Player;
}

export interface EffectRevealTop {
  type: "reveal_top";
  count: Amount;
  who?: Player;
  as?: string;
}

export interface EffectSearch {
  type: "search";
  where?: Filter;
  count: Amount;
  to: Destination;
  reveal?: boolean;
  as?: string;
}

export interface EffectShuffle {
  type: "shuffle";
  who?: Player;
}

export interface EffectSpreadCounters {
  type: "spread_counters";
  count: Amount;
  of: Player;
  at?: Place;
  where?: Filter;
}

export interface EffectSwitch {
  type: "switch";
  of?: Player;
  by?: Player;
}

export interface EffectTakePrizes {
  type: "take_prizes";
  count: Amount;
  who?: Player;
}

export interface EffectUnaffected {
  type: "unaffected";
  by: EffectInfluence;
}

export interface EffectUseAttackOf {
  type: "use_attack_of";
  chosen: string;
}

export type EndOfPlay = "prizes" | "points" | "no_pokemon" | "deck_out" | "resigned" | "timeout" | "turn_limit" | "sudden_death" | "abandoned" | "game_limit";

export type EndReason = "prizes" | "points" | "no_pokemon" | "deck_out" | "resigned" | "timeout" | "turn_limit" | "sudden_death" | "abandoned" | "game_limit" | "expired" | "cancelled" | "declined" | "creator_left";

export interface EnergyAttachedEvent {
  type: "energy_attached";
  player: Seat;
  energy: Card;
  target_id: string;
}

export interface EnergyDefinition {
  type: "energy";
  id: string;
  name: string;
  set: string;
  basic: boolean;
  text: string;
  provides: Provides[];
  attaches_to?: Filter;
  abilities: AbilityDefinition[];
  tags: string[];
}

export interface EnergyMovedEvent {
  type: "energy_moved";
  player: Seat;
  energy: Card;
  from_id: string;
  target_id: string;
}

export const ENERGY_TYPES = ["grass","fire","water","lightning","psychic","fighting","darkness","metal","fairy","dragon","colorless"] as const;
export type EnergyType = (typeof ENERGY_TYPES)[number];

export interface EnergyZone {
  current: EnergyType | null;
  next: EnergyType | null;
}

export interface EnergyZoneChangedEvent {
  type: "energy_zone_changed";
  player: Seat;
  current?: EnergyType;
  next?: EnergyType;
}

export const ERROR_CODES = ["unauthenticated","forbidden","invalid_message","game_not_found","not_participant","game_full","deck_not_found","deck_invalid","not_your_turn","invalid_action","stale_version","message_id_reused","game_over","rate_limited","busy","unavailable","payload_too_large","internal"] as const;
export type ErrorCode = (typeof ERROR_CODES)[number];

export type Filter = FilterAny | FilterKind | FilterOfStage | FilterEvolution | FilterOfType | FilterNamed | FilterTagged | FilterHasRuleBox | FilterEvolvesFrom | FilterEvolvesFromChosen | FilterHpAtMost | FilterRetreatAtMost | FilterRetreatAtLeast | FilterHasAbility | FilterDamaged | FilterHasEnergy | FilterHasTool | FilterHasAttached | FilterMovedUpThisTurn | FilterHasCondition | FilterIsActive | FilterIsBenched | FilterNewThisTurn | FilterIsSelf | FilterAllOf | FilterAnyOf | FilterNot;

export interface FilterAllOf {
  type: "all_of";
  value: Filter[];
}

export interface FilterAny {
  type: "any";
}

export interface FilterAnyOf {
  type: "any_of";
  value: Filter[];
}

export interface FilterDamaged {
  type: "damaged";
}

export interface FilterEvolution {
  type: "evolution";
}

export interface FilterEvolvesFrom {
  type: "evolves_from";
  value: string;
}

export interface FilterEvolvesFromChosen {
  type: "evolves_from_chosen";
  value: string;
}

export interface FilterHasAbility {
  type: "has_ability";
}

export interface FilterHasAttached {
  type: "has_attached";
  where: Filter;
  count?: number;
}

export interface FilterHasCondition {
  type: "has_condition";
  condition?: SpecialCondition;
}

export interface FilterHasEnergy {
  type: "has_energy";
  energy?: EnergyType;
  count?: number;
}

export interface FilterHasRuleBox {
  type: "has_rule_box";
  value: RuleBox;
}

export interface FilterHasTool {
  type: "has_tool";
}

export interface FilterHpAtMost {
  type: "hp_at_most";
  value: number;
}

export interface FilterIsActive {
  type: "is_active";
}

export interface FilterIsBenched {
  type: "is_benched";
}

export interface FilterIsSelf {
  type: "is_self";
}

export interface FilterKind {
  type: "kind";
  value: CardKind;
}

export interface FilterMovedUpThisTurn {
  type: "moved_up_this_turn";
}

export interface FilterNamed {
  type: "named";
  value: string;
}

export interface FilterNewThisTurn {
  type: "new_this_turn";
}

export interface FilterNot {
  type: "not";
  value: Filter;
}

export interface FilterOfStage {
  type: "of_stage";
  value: Stage;
}

export interface FilterOfType {
  type: "of_type";
  value: EnergyType;
}

export interface FilterRetreatAtLeast {
  type: "retreat_at_least";
  value: number;
}

export interface FilterRetreatAtMost {
  type: "retreat_at_most";
  value: number;
}

export interface FilterTagged {
  type: "tagged";
  value: string;
}

export interface FirstPlayerChosenEvent {
  type: "first_player_chosen";
  player: Seat;
}

export interface FirstPlayerFlippedEvent {
  type: "first_player_flipped";
  player: Seat;
}

export interface GameEndedEvent {
  type: "game_ended";
  winner?: Seat;
  reason: EndOfPlay;
}

export type GameEvent = FirstPlayerFlippedEvent | FirstPlayerChosenEvent | MulliganTakenEvent | PokemonPlacedEvent | PokemonRevealedEvent | PrizesSetEvent | TurnStartedEvent | TurnEndedEvent | CheckupStartedEvent | CardDrawnEvent | DeckShuffledEvent | PokemonPlayedEvent | PokemonBenchedEvent | PokemonEvolvedEvent | PokemonDevolvedEvent | EnergyAttachedEvent | EnergyMovedEvent | EnergyZoneChangedEvent | ToolAttachedEvent | TrainerPlayedEvent | StadiumPlayedEvent | AbilityUsedEvent | AttackUsedEvent | AttackFailedEvent | CoinFlippedEvent | DamageDealtEvent | CountersPlacedEvent | CountersRemovedEvent | DamageHealedEvent | ConditionAppliedEvent | ConditionEndedEvent | ActiveChangedEvent | RetreatedEvent | KnockedOutEvent | CardsMovedEvent | CardsRevealedEvent | CardsLookedAtEvent | PrizeTakenEvent | PointsScoredEvent | EffectBeganEvent | ChoiceRequestedEvent | ChoiceMadeEvent | TimedOutEvent | GraceGrantedEvent | SuddenDeathStartedEvent | GameEndedEvent;

export interface GameOver {
  type: "game_over";
  winner_id: string | null;
  end_reason: string;
  duration_ms: number;
  rng_seed: string;
  replay_url: string;
}

export interface GameState {
  game_id: string;
  event_id: number;
  epoch: number;
  status: GameStatus;
  game_type: string;
  rules: RulesConfig;
  viewer: ViewerInfo;
  seed_commitment: string;
  turn: Turn | null;
  setup_deadline: string | null;
  players: (Side | null)[];
  stadium: Card | null;
  pending: Pending | null;
  legal_actions: Action[];
  winner_id: string | null;
  end_reason: EndReason | null;
}

export type GameStatus = "waiting" | "setup" | "active" | "finished";

export interface GameSummary {
  game_id: string;
  status: string;
  game_type: string;
  rules: string;
  players: SummaryPlayer[];
  turn: number;
  event_id: number;
  winner_id: string | null;
  end_reason: string | null;
  invite_code?: string;
  invited?: string;
}

export type GameType = "casual" | "ranked" | "campaign";

export interface GraceGrantedEvent {
  type: "grace_granted";
  player: Seat;
}

export interface GuestSignIn {
  name?: PlayerName;
}

export interface Health {
  status: string;
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

export type InvitationInvitationStatus = "offered" | "accepted" | "declined" | "withdrawn" | "expired";

export interface JoinGame {
  deck_id: string;
  invite_code?: string;
}

export interface KnockedOutEvent {
  type: "knocked_out";
  player: Seat;
  pokemon_id: string;
}

export interface LadderRow {
  rank: number;
  user_id: string;
  name: string;
  rating: number;
  deviation: number;
  games: number;
  wins: number;
  losses: number;
  ties: number;
}

export interface LobbyCounts {
  online: number;
  members: number;
  open_games: number;
  live_games: number;
}

export interface LobbyMember {
  user_id: string;
  name: string;
}

export interface Login {
  name: string;
  password: string;
}

export interface Logout {
  refresh_token?: string;
  all?: boolean;
}

export interface MulliganTakenEvent {
  type: "mulligan_taken";
  player: Seat;
  hand: Card[];
}

export interface NewGame {
  deck_id: string;
  rules_config?: unknown;
  game_type?: GameType;
  opponent?: Opponent;
  spectators?: Audience;
  spectator_delay_ms?: DelayMs;
}

export type NewPassword = string;

export interface NewTicket {
  deck_id: string;
  preset: string;
  game_type?: GameType;
  bot_after_ms?: BotAfterMs;
}

export interface OpenGame {
  game_id: string;
  game_type: string;
  rules: string;
  creator_id: string;
  creator_name: string;
  creator_online: boolean;
  created_at: string;
}

export interface Opponent {
  kind: OpponentKind;
  listed?: boolean;
  user_id?: string;
  bot?: string;
  deck_id?: string;
}

export type OpponentConnectedStatus = "connected" | "disconnected" | "reconnected";

export type OpponentKind = "open" | "user" | "bot";

export interface PasswordChange {
  current_password: string;
  new_password: NewPassword;
}

export interface PastGame {
  game_id: string;
  status: string;
  game_type: string;
  rules: string;
  players: SummaryPlayer[];
  turn: number;
  event_id: number;
  winner_id: string | null;
  end_reason: string;
  started_at: string;
  ended_at: string;
  duration_ms: number;
  replay_url: string;
}

export type PatchOp = "add" | "remove" | "replace";

export interface PatchOperation {
  op: PatchOp;
  path: string;
  value?: unknown;
}

export interface Pending {
  player_id: string;
  choice_id?: string;
  kind?: ChoiceKind;
  min?: number;
  max?: number;
  options?: ChoiceOption[];
  prompt?: string;
  purpose?: string;
  source?: Source;
}

export type Place = "active" | "bench" | "anywhere";

export interface PlayedCard {
  card: string;
  print: string;
}

export type Player = "you" | "opponent" | "both";

export type PlayerName = string;

export interface PointsScoredEvent {
  type: "points_scored";
  player: Seat;
  points: number;
}

export interface PokemonBenchedEvent {
  type: "pokemon_benched";
  player: Seat;
  pokemon: Card;
}

export interface PokemonDefinition {
  type: "pokemon";
  id: string;
  name: string;
  set: string;
  stage: Stage;
  rule_box?: RuleBox;
  evolves_from?: string;
  hp: number;
  types: EnergyType[];
  weakness?: Weakness;
  resistance?: Resistance;
  retreat: number;
  abilities: AbilityDefinition[];
  attacks: AttackDefinition[];
  tags: string[];
}

export interface PokemonDevolvedEvent {
  type: "pokemon_devolved";
  player: Seat;
  target_id: string;
  pokemon: Card;
}

export interface PokemonEvolvedEvent {
  type: "pokemon_evolved";
  player: Seat;
  target_id: string;
  pokemon: Card;
}

export interface PokemonPlacedEvent {
  type: "pokemon_placed";
  player: Seat;
  card?: Card;
  active: boolean;
}

export interface PokemonPlayedEvent {
  type: "pokemon_played";
  player: Seat;
  pokemon: Card;
}

export interface PokemonRevealedEvent {
  type: "pokemon_revealed";
  player: Seat;
  active: Card;
  bench: Card[];
}

export interface PrizeTakenEvent {
  type: "prize_taken";
  player: Seat;
  index: number;
  card?: Card;
}

export interface PrizesSetEvent {
  type: "prizes_set";
  player: Seat;
  count: number;
}

export interface Problem {
  type: string;
  title: string;
  status: number;
  detail: string;
  code: "invalid_message" | "unauthenticated" | "forbidden" | "not_found" | "game_not_found" | "deck_not_found" | "method_not_allowed" | "not_participant" | "request_timeout" | "game_full" | "name_taken" | "limit_reached" | "not_your_turn" | "stale_version" | "message_id_reused" | "in_progress" | "game_over" | "payload_too_large" | "target_too_long" | "unsupported_media_type" | "expectation_failed" | "misdirected_request" | "deck_invalid" | "invalid_action" | "rate_limited" | "headers_too_large" | "internal" | "transfer_coding_unknown" | "busy" | "unavailable" | "http_version_unknown";
  errors?: BrokenRule[];
  details?: unknown;
}

export type Provides = EnergyType[];

export interface RatedGame {
  game_id: string;
  preset: string;
  season: string;
  opponent_id: string;
  result: string;
  not_counted?: string;
  rating_before?: number;
  rating_after?: number;
  ended_at: string;
}

export interface RatingView {
  preset: string;
  season: string;
  rating: number;
  deviation: number;
  provisional: boolean;
  games: number;
  wins: number;
  losses: number;
  ties: number;
}

export interface Readiness {
  status: string;
  stores: Record<string, string>;
  warnings: string[];
}

export interface ReceivedInvitation {
  game_id: string;
  game_type: string;
  rules: string;
  from: SummaryPlayer;
  rematch_of?: string;
  created_at: string;
  expires_at: string;
}

export interface Refresh {
  refresh_token: string;
}

export interface Refusal {
  code: ErrorCode;
  message: string;
  details: unknown;
}

export interface RefusedReply {
  ok: false;
  request_id?: string;
  error: Refusal;
}

export interface Registration {
  name: PlayerName;
  password: NewPassword;
}

export interface Rename {
  name: PlayerName;
}

export interface Replay {
  game_id: string;
  rules: RulesConfig;
  players: ReplayDocumentPlayer[];
  decks: DeckList[];
  rng_seed: string;
  seed_commitment: string;
  actions: ReplayDocumentStep[];
  digests: string[];
  result: ReplayDocumentResult;
  engine_version: string;
  cards_version: string;
  cards: PlayedCard[];
}

export interface ReplayDocumentPlayer {
  player_id: string;
  name: string;
  seat: number;
}

export interface ReplayDocumentResult {
  winner_id: string | null;
  end_reason: string;
}

export interface ReplayDocumentStep {
  event_id: number;
  epoch: number;
  player_id: string | null;
  action: unknown;
  at: string;
}

export interface ReplayFrame {
  event_id: number;
  player_id: string | null;
  action_type: string;
  at: string;
  events: unknown;
  state?: unknown;
  patch?: unknown;
}

export interface ReplyActed {
  ok: true;
  request_id?: string;
  event_id: number;
  action_type: string;
  events: GameEvent[];
}

export interface ReplyActedDelta {
  ok: true;
  request_id?: string;
  event_id: number;
  action_type: string;
  events: GameEvent[];
  patch: PatchOperation[];
  turn_start?: TurnStart;
  game_over?: GameOver;
}

export interface ReplyAlive {
  ok: true;
  server_time: string;
}

export interface ReplyDone {
  ok: true;
}

export interface ReplyJoined {
  ok: true;
  game_id: string;
  status: string;
  event_id: number;
  epoch: number;
}

export interface ReplyReplayed {
  ok: true;
  request_id?: string;
  event_id: number;
  replayed: boolean;
}

export interface Resigned {
  ok: boolean;
  event_id: number;
  action_type: string;
  events: unknown;
}

export interface Resistance {
  type: EnergyType;
}

export interface RetreatedEvent {
  type: "retreated";
  player: Seat;
  pokemon_id: string;
}

export type RuleBox = "none" | "ex" | "mega";

export interface RulesConfig {
  preset: string;
  deck: RulesConfigDeck;
  opening: RulesConfigOpening;
  bench: RulesConfigBench;
  energy: RulesConfigEnergy;
  prizes: RulesConfigPrizes;
  first_turn: RulesConfigFirstTurn;
  trainers: RulesConfigTrainers;
  evolution: RulesConfigEvolution;
  retreat: RulesConfigRetreat;
  conditions: RulesConfigConditions;
  damage: RulesConfigDamage;
  checkup: RulesConfigCheckup;
  search: RulesConfigSearch;
  win: RulesConfigWin;
  limits: RulesConfigLimits;
  timer: RulesConfigTimer;
}

export interface RulesConfigBench {
  max: number;
}

export type RulesConfigBothWin = "sudden_death" | "tie";

export interface RulesConfigCheckup {
  next_player_first: boolean;
}

export interface RulesConfigConditions {
  poison: number;
  burn: number;
  burn_cure: boolean;
  confusion_tails: RulesConfigConfusionTails;
  confusion_damage: number;
}

export type RulesConfigConfusionTails = "damages_itself" | "fails";

export interface RulesConfigDamage {
  weakness_mode: RulesConfigWeaknessMode;
  weakness: number;
  resistance: number;
}

export interface RulesConfigDeck {
  size: number;
  copies_per_name: number;
  min_basics: number;
  energy_cards: boolean;
  energy_deck_size: number;
  energy_types: number;
}

export type RulesConfigEmptyDeck = "loses" | "goes_on";

export interface RulesConfigEnergy {
  per_turn: number;
  source: RulesConfigEnergySource;
}

export type RulesConfigEnergySource = "hand" | "energy_deck" | "zone";

export interface RulesConfigEvolution {
  same_turn: boolean;
}

export interface RulesConfigFirstTurn {
  draw: boolean;
  attack: boolean;
  supporter: boolean;
  energy: boolean;
  evolve: boolean;
  second_draws: number;
}

export interface RulesConfigLimits {
  turns: number;
  hand: number;
  commands: number;
  instances: number;
  idle_turns: number;
}

export type RulesConfigNoBasic = "mulligan" | "guaranteed";

export interface RulesConfigOpening {
  hand_size: number;
  no_basic: RulesConfigNoBasic;
  extra_cards: boolean;
}

export type RulesConfigPrizeMode = "cards" | "points";

export interface RulesConfigPrizes {
  mode: RulesConfigPrizeMode;
  count: number;
  basic: number;
  ex: number;
  mega: number;
}

export interface RulesConfigRetreat {
  per_turn: number;
  overpay: boolean;
}

export interface RulesConfigSearch {
  any_may_fail: boolean;
}

export interface RulesConfigTimer {
  turn_ms: number;
  warning_ms: number;
  grace_ms: number;
  choice_ms: number;
  timeouts_before_loss: number;
}

export interface RulesConfigTrainers {
  supporters: number;
  stadiums: number;
  items: number;
  tools_per_pokemon: number;
}

export type RulesConfigWeaknessMode = "times" | "plus";

export interface RulesConfigWin {
  empty_deck: RulesConfigEmptyDeck;
  both_win: RulesConfigBothWin;
  sudden_death_prizes: number;
  no_pokemon_loses: boolean;
}

export interface Scope {
  of: Player;
  at?: Place;
  where?: Filter;
}

export interface SeasonView {
  id: string;
  starts_at: string;
  ends_at: string;
  current: boolean;
}

export type Seat = 0 | 1;

export interface SessionView {
  id: string;
  started_at: string;
  last_used_at: string;
  current: boolean;
}

export interface Side {
  player_id: string;
  name: string;
  seat: Seat;
  timeouts_used: number;
  points: number;
  prizes_remaining: number;
  hand: Card[] | null;
  hand_count: number;
  deck_count: number;
  discard: Card[];
  prizes: (Card | null)[];
  energy_zone?: EnergyZone;
  active: InPlay | null;
  bench: InPlay[];
}

export interface Source {
  kind: SourceKind;
  card: string;
  index: number;
  name: string;
  text?: string;
}

export type SourceKind = "attack" | "ability" | "card";

export type Span = "this_turn" | "opponents_next_turn" | "your_next_turn" | "while_active" | "while_in_play";

export type SpecialCondition = "asleep" | "confused" | "paralyzed" | "poisoned" | "burned";

export interface StadiumPlayedEvent {
  type: "stadium_played";
  player: Seat;
  stadium: Card;
}

export type Stage = "basic" | "stage_1" | "stage_2";

export type Static = StaticHpBonus | StaticRetreatCost | StaticFreeRetreat | StaticAttackCost | StaticDamageDealt | StaticDamageTaken | StaticPreventDamage | StaticPreventEffects | StaticPreventConditions | StaticEndures | StaticEnduresOnHeads | StaticAttacksFailOnTails | StaticAttackCostIs | StaticAttacksInFirstTurn | StaticTypeIs | StaticWeaknessIs | StaticResistanceIs | StaticEnergyProvides | StaticCannotAttack | StaticCannotUseAttack | StaticCannotRetreat | StaticCannotEvolve | StaticCannotBeHealed | StaticEvolvesAtOnce | StaticNoAbilities | StaticNoTools | StaticUsesEarlierAttacks | StaticPrizeWorth | StaticPoisonDamage | StaticCannotPlay | StaticCannotAttachEnergy | StaticExtraEnergy | StaticExtraSupporters | StaticBenchSize;

export interface StaticAttackCost {
  type: "attack_cost";
  by: number;
  energy?: EnergyType;
}

export interface StaticAttackCostIs {
  type: "attack_cost_is";
  count: number;
  energy: EnergyType;
  name?: string;
}

export interface StaticAttacksFailOnTails {
  type: "attacks_fail_on_tails";
}

export interface StaticAttacksInFirstTurn {
  type: "attacks_in_first_turn";
}

export interface StaticBenchSize {
  type: "bench_size";
  by: number;
}

export interface StaticCannotAttachEnergy {
  type: "cannot_attach_energy";
}

export interface StaticCannotAttack {
  type: "cannot_attack";
}

export interface StaticCannotBeHealed {
  type: "cannot_be_healed";
}

export interface StaticCannotEvolve {
  type: "cannot_evolve";
}

export interface StaticCannotPlay {
  type: "cannot_play";
  what: Filter;
}

export interface StaticCannotRetreat {
  type: "cannot_retreat";
}

export interface StaticCannotUseAttack {
  type: "cannot_use_attack";
  name: string;
}

export interface StaticDamageDealt {
  type: "damage_dealt";
  by: Amount;
  against?: Filter;
}

export interface StaticDamageTaken {
  type: "damage_taken";
  by: Amount;
  from?: Filter;
}

export interface StaticEndures {
  type: "endures";
  remaining: number;
}

export interface StaticEnduresOnHeads {
  type: "endures_on_heads";
  remaining: number;
}

export interface StaticEnergyProvides {
  type: "energy_provides";
  units: Provides[];
  where?: Filter;
}

export interface StaticEvolvesAtOnce {
  type: "evolves_at_once";
}

export interface StaticExtraEnergy {
  type: "extra_energy";
  by: number;
}

export interface StaticExtraSupporters {
  type: "extra_supporters";
  by: number;
}

export interface StaticFreeRetreat {
  type: "free_retreat";
}

export interface StaticHpBonus {
  type: "hp_bonus";
  by: number;
}

export interface StaticNoAbilities {
  type: "no_abilities";
}

export interface StaticNoTools {
  type: "no_tools";
}

export interface StaticPoisonDamage {
  type: "poison_damage";
  by: number;
}

export interface StaticPreventConditions {
  type: "prevent_conditions";
  condition?: SpecialCondition;
}

export interface StaticPreventDamage {
  type: "prevent_damage";
  from?: Filter;
}

export interface StaticPreventEffects {
  type: "prevent_effects";
  from?: Filter;
}

export interface StaticPrizeWorth {
  type: "prize_worth";
  by: number;
}

export interface StaticResistanceIs {
  type: "resistance_is";
  energy?: EnergyType;
}

export interface StaticRetreatCost {
  type: "retreat_cost";
  by: number;
}

export interface StaticTypeIs {
  type: "type_is";
  energy: EnergyType;
}

export interface StaticUsesEarlierAttacks {
  type: "uses_earlier_attacks";
}

export interface StaticWeaknessIs {
  type: "weakness_is";
  energy?: EnergyType;
}

export interface SuddenDeathStartedEvent {
  type: "sudden_death_started";
  game: number;
}

export interface SummaryPlayer {
  player_id: UserId;
  name: string;
  seat: number;
  bot?: string;
}

export type Sync = "full" | "delta";

export type Target = TargetSelf | TargetActive | TargetEvery | TargetChoose | TargetChosen | TargetOther;

export interface TargetActive {
  type: "active";
  of: Player;
}

export interface TargetChoose {
  type: "choose";
  of: Player;
  at?: Place;
  where?: Filter;
  min?: Amount;
  max?: Amount;
  by?: Player;
  as?: string;
}

export interface TargetChosen {
  type: "chosen";
  name: string;
}

export interface TargetEvery {
  type: "every";
  of: Player;
  at?: Place;
  where?: Filter;
}

export interface TargetOther {
  type: "other";
}

export interface TargetSelf {
  type: "self";
}

export interface TicketView {
  status: string;
  preset: string;
  game_type: string;
  since?: string;
  estimated_wait_ms?: number;
  game_id?: string;
}

export interface TimedOutEvent {
  type: "timed_out";
  player: Seat;
  timeouts_used: number;
}

export interface Tokens {
  access_token: string;
  refresh_token: string;
  token_type: string;
  expires_in: number;
  user: User;
}

export interface ToolAttachedEvent {
  type: "tool_attached";
  player: Seat;
  tool: Card;
  target_id: string;
}

export interface TrainerDefinition {
  type: "trainer";
  id: string;
  name: string;
  set: string;
  kind: TrainerKind;
  text: string;
  playable?: Condition;
  effects: Effect[];
  abilities: AbilityDefinition[];
  tags: string[];
}

export type TrainerKind = "item" | "supporter" | "stadium" | "tool";

export interface TrainerPlayedEvent {
  type: "trainer_played";
  player: Seat;
  trainer: Card;
}

export type Trigger = TriggerPlayedToBench | TriggerEvolves | TriggerEnergyAttached | TriggerBecomesActive | TriggerDamaged | TriggerKnockedOut | TriggerSomeKnockedOut | TriggerSomeAttached | TriggerSomeBenched | TriggerSomeEvolved | TriggerSomePlayed | TriggerCheckup | TriggerTurnStart | TriggerTurnEnd | TriggerAttacked;

export interface TriggerAttacked {
  type: "attacked";
}

export interface TriggerBecomesActive {
  type: "becomes_active";
}

export interface TriggerCheckup {
  type: "checkup";
}

export interface TriggerDamaged {
  type: "damaged";
  at?: Place;
}

export interface TriggerEnergyAttached {
  type: "energy_attached";
  where?: Filter;
  from_hand?: boolean;
}

export interface TriggerEvolves {
  type: "evolves";
}

export interface TriggerKnockedOut {
  type: "knocked_out";
  at?: Place;
}

export interface TriggerPlayedToBench {
  type: "played_to_bench";
}

export interface TriggerSomeAttached {
  type: "some_attached";
  of: Player;
  where?: Filter;
}

export interface TriggerSomeBenched {
  type: "some_benched";
  of: Player;
  where?: Filter;
}

export interface TriggerSomeEvolved {
  type: "some_evolved";
  of: Player;
  where?: Filter;
}

export interface TriggerSomeKnockedOut {
  type: "some_knocked_out";
  of: Player;
  where?: Filter;
}

export interface TriggerSomePlayed {
  type: "some_played";
  of: Player;
  where?: Filter;
}

export interface TriggerTurnEnd {
  type: "turn_end";
  of: Player;
}

export interface TriggerTurnStart {
  type: "turn_start";
  of: Player;
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

export interface TurnEndedEvent {
  type: "turn_ended";
  player: Seat;
  turn_number: number;
}

export type TurnPhase = "main" | "attack" | "checkup";

export interface TurnStart {
  type: "turn_start";
  player_id: string;
  turn_number: number;
  deadline: string | null;
  time_limit_ms: number | null;
}

export interface TurnStartedEvent {
  type: "turn_started";
  player: Seat;
  turn_number: number;
}

export type TurnTimeoutConsequence = "auto_pass" | "loss";

export type TurnTimeoutKind = "warning" | "expired" | "extended";

export interface Upgrade {
  name: PlayerName;
  password: NewPassword;
}

export interface User {
  id: string;
  name: string;
}

export type UserId = string;

export interface Verification {
  ok: boolean;
  commitment_ok: boolean;
  digests_checked: number;
  first_difference?: number;
}

export interface ViewerInfo {
  seat: Seat | null;
}

export interface Weakness {
  type: EnergyType;
}

export type Zone = "deck" | "hand" | "discard" | "prizes" | "energy_deck";
