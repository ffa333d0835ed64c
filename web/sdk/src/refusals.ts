import type { BrokenRule, EnergyType, ErrorCode, Problem } from "./wire.js";

/** A stable code of a refusal: those of messages and those of REST calls. */
export type RefusalCode = ErrorCode | Problem["code"];

/** The facts of each rule that can forbid an action, by `details.rule` of `invalid_action`. */
export interface RuleFacts {
  /** There is no such card in your hand, or it is not where the action says. */
  no_such_card: object;
  /** The target is not there, or it cannot be one. */
  no_such_target: object;
  /** The attacking Pokémon has only so many attacks. */
  no_such_attack: {
    /** How many attacks it has. */
    attacks: number;
  };
  /** The Pokémon or stadium has no such ability that a player uses. */
  no_such_ability: object;
  /** Before the game has begun only placing is allowed. */
  not_in_setup: object;
  /** A choice waits for its answer. */
  choose_first: object;
  /** No such choice waits. */
  no_such_choice: object;
  /** The opponent is here, or the time to come back still runs. */
  nothing_to_claim: object;
  /** The selection does not fit the choice. */
  bad_selection: {
    /** The fewest that may be chosen. */
    min: number;
    /** The most that may be chosen. */
    max: number;
  };
  /** In setup the active Pokémon comes first. */
  place_active_first: object;
  /** The action is for another kind of card. */
  wrong_kind_of_card: object;
  /** Only a Basic Pokémon can be placed. */
  not_basic: object;
  /** The bench is full. */
  bench_full: {
    /** How many Pokémon the bench holds. */
    max: number;
  };
  /** The card does not evolve from that Pokémon. */
  does_not_evolve: object;
  /** The Pokémon cannot evolve in this turn. */
  too_early_to_evolve: object;
  /** The turn's energy is attached. */
  energy_already_attached: {
    /** How many may be attached in a turn. */
    allowed_per_turn: number;
  };
  /** In these rules energy comes from elsewhere: hand or zone. */
  wrong_energy_source: object;
  /** The energy zone is empty. */
  no_energy_in_zone: object;
  /** The turn's Supporters are played. */
  supporter_already_played: {
    /** How many may be played in a turn. */
    allowed_per_turn: number;
  };
  /** The turn's Stadiums are played. */
  stadium_already_played: {
    /** How many may be played in a turn. */
    allowed_per_turn: number;
  };
  /** A Stadium of that name is in play. */
  same_stadium: object;
  /** The turn's Items are played. */
  too_many_items: {
    /** How many may be played in a turn. */
    allowed_per_turn: number;
  };
  /** The Pokémon has its tools. */
  tool_already_attached: {
    /** How many tools a Pokémon may have. */
    allowed: number;
  };
  /** Not in the first turn. */
  not_in_first_turn: object;
  /** The card would do nothing. */
  would_do_nothing: object;
  /** An effect in play forbids it. */
  forbidden: object;
  /** The ability was used as often as it may be. */
  ability_already_used: object;
  /** The turn's retreats are done. */
  already_retreated: {
    /** How many retreats a turn has. */
    allowed_per_turn: number;
  };
  /** The energy attached does not pay the retreat. */
  cannot_pay_retreat: {
    /** How many energies the retreat costs. */
    cost: number;
  };
  /** The Pokémon is asleep or paralyzed. */
  cannot_move: object;
  /** The energy attached does not pay the attack. */
  cost_not_paid: {
    /** The part of the cost that is not paid. */
    missing: EnergyType[];
  };
}

/** The name of a rule that can forbid an action. */
export type Rule = keyof RuleFacts;

/** The rule that forbids an action, with its facts; `rule` tells them apart. */
export type ForbiddingRule = {
  [Name in Rule]: {
    /** Which rule. */
    rule: Name;
  } & RuleFacts[Name];
}[Rule];

/** What `details` has, by code. The details of other codes are empty. */
export interface RefusalDetails {
  /** The message or request is not what the server takes. */
  invalid_message: {
    /** Every problem with its path. */
    errors?: BrokenRule[];
  };
  /** The deck breaks rules. */
  deck_invalid: {
    /** All rules that the deck breaks. */
    errors?: BrokenRule[];
  };
  /** The rules of the game do not allow it; without a rule where no rule of the table is broken. */
  invalid_action:
    | ForbiddingRule
    | {
        /** No rule of the table. */
        rule?: undefined;
      };
  /** The game has moved on. */
  stale_version: {
    /** The version that the game is at. */
    event_id: number;
  };
  /** Too many messages or requests. */
  rate_limited: {
    /** How long to wait, in milliseconds; over REST see {@link RequestRefused.retryAfterMs}. */
    retry_after_ms?: number;
  };
  /** A store does not answer; whether it happened is not known. */
  unavailable: {
    /** `cards`: nothing happened; this server lacks the cards of the game, and repeating does not help. */
    reason?: "cards";
    /** The store that does not answer. */
    store?: string;
  };
  /** The server made a mistake. */
  internal: {
    /** Operators find the mistake under this id in the log. */
    incident?: string;
  };
  /** The user has as many as allowed. */
  limit_reached: {
    /** How many are allowed. */
    most: number;
  };
  /** An operator has banned the user. */
  banned: {
    /** When the ban ends, ISO 8601 in UTC. Absent: it does not end. */
    until?: string;
  };
}

/** The `details` of a code. */
export type DetailsOf<Code extends RefusalCode> = Code extends keyof RefusalDetails
  ? RefusalDetails[Code]
  : Record<string, never>;

/**
 * A refusal whose `code` tells the type of its `details`: made for a `switch`. A newer server may send codes that this
 * version does not know, so a `switch` needs a `default`.
 */
export type TypedRefusal = {
  [Code in RefusalCode]: {
    /** The stable code. */
    code: Code;
    /** One sentence in English, for people; it may change. */
    message: string;
    /** Facts for programs. */
    details: DetailsOf<Code>;
  };
}[RefusalCode];
