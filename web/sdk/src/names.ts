import type * as wire from "./wire.js";

/** A step of a replay with the parts that the document leaves open. */
export type ReplayFrame = wire.ReplayFrame & {
  events: wire.GameEvent[];
  state?: wire.GameState;
  patch?: wire.PatchOperation[];
};

/** What a game can be played by: a preset's name, or any fields over a preset. */
export type RulesChoice =
  | string
  | ({ preset: string } & { [Group in Exclude<keyof wire.RulesConfig, "preset">]?: Partial<wire.RulesConfig[Group]> });

/** An accepted action. */
export type Acted = Extract<wire.Replies["game:action"], { ok: true }>;

/** A seat or a place beside the table, taken. */
export type Joined = Extract<wire.Replies["game:join"], { ok: true }>;
