import { describe, expect, it } from "vitest";
import { attacksOf } from "../src/lib/attacks.js";
import { CARDS, midgame } from "./fixtures.js";

const cards = { get: (id: string) => CARDS.find((card) => card.id === id) };
const drake = cards.get("t-003")!;

describe("the attacks of an Active", () => {
  it("are those of its card", () => {
    expect(attacksOf(midgame(), drake, cards).map(({ attack, action }) => [attack.name, action])).toEqual([
      ["Nudge", { type: "attack", attack_index: 0 }],
      ["Long Leap", { type: "attack", attack_index: 1 }],
    ]);
  });

  it("of earlier stages stand between its own and those of tools, and each sends its own action", () => {
    const state = midgame();
    const active = state.players[0]!.active!.id;
    state.attacks = [
      { card: "t-003", index: 0, pokemon_id: active },
      { card: "t-002", index: 1, pokemon_id: active },
      { card: "t-001", index: 1, pokemon_id: active },
    ];
    state.legal_actions = [{ type: "attack", attack_index: 2 }];
    expect(attacksOf(state, drake, cards).map(({ attack, action }) => [attack.name, action])).toEqual([
      ["Nudge", undefined],
      ["Long Leap", undefined],
      ["Long Leap", { type: "attack", attack_index: 2 }],
    ]);
  });
});
