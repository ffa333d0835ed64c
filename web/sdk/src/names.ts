import type * as wire from "./wire.js";

/** A step of a replay, with the fields that the OpenAPI document leaves untyped. */
export type ReplayFrame = wire.ReplayFrame & {
  /** What happened, in order, with nothing hidden. */
  events: wire.GameEvent[];
  /** The whole state; absent: a patch leads to it. */
  state?: wire.GameState;
  /** RFC 6902 operations on the state before. */
  patch?: wire.PatchOperation[];
};

/** The rules of a game: a preset's name, or a preset with changed fields. */
export type RulesChoice =
  | string
  | ({
      /** The preset that the rules are made from. */
      preset: string;
    } & { [Group in Exclude<keyof wire.RulesConfig, "preset">]?: Partial<wire.RulesConfig[Group]> });

/** Which of the user's finished games; all that is given must hold. */
export interface GameFilter {
  /** The preset of the rules. */
  preset?: string;
  /** `casual`, `ranked`, `campaign` and others. */
  game_type?: string;
  /** How the game ended for the user. */
  result?: wire.GameResult;
  /** Games against people, or against bots. */
  against?: "people" | "bots";
  /** The id of a user. */
  opponent?: string;
  /** The id of the user's deck, as in a past game's `deck`. */
  deck?: string;
  /** The id of the opponent's deck. */
  opponent_deck?: string;
  /** Games that ended at this time or later. */
  since?: string;
  /** Games that ended before this time. */
  until?: string;
}

/** An accepted action. */
export type Acted = Extract<wire.Replies["game:action"], { ok: true }>;

/** An accepted join. */
export type Joined = Extract<wire.Replies["game:join"], { ok: true }>;
