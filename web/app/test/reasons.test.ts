import { Refused, type CardDefinition, type GameState } from "@menagerie/client";
import { describe, expect, it } from "vitest";
import { refusalText, missingEnergy, whyNoAttack, whyNotPlayable } from "../src/lib/reasons.js";
import { CARDS, midgame, pocket } from "./fixtures.js";

const cards = { get: (id: string): CardDefinition | undefined => CARDS.find((card) => card.id === id) };
const card = (id: string): CardDefinition => cards.get(id)!;

function changed(change: (state: GameState) => void): GameState {
  const state = structuredClone(midgame());
  change(state);
  return state;
}

describe("the reason", () => {
  it("of an attack names the missing energy", () => {
    const state = changed((one) => (one.players[0]!.active!.energy = []));
    const [, leap] = (card("t-002") as Extract<CardDefinition, { type: "pokemon" }>).attacks;
    expect(whyNoAttack(state, leap!, cards)).toBe("needs 2 Fire and Colorless energy");
  });

  it("of an attack names the condition", () => {
    const state = changed((one) => (one.players[0]!.active!.conditions = ["paralyzed"]));
    const [nudge] = (card("t-002") as Extract<CardDefinition, { type: "pokemon" }>).attacks;
    expect(whyNoAttack(state, nudge!, cards)).toBe("cannot attack while paralyzed");
  });

  it.each<[string, (state: GameState) => void, string, string]>([
    ["a full bench", (one) => (one.rules.bench.max = 3), "t-001", "the bench is full (3)"],
    ["no Pokémon to evolve", () => undefined, "t-003", "would"],
    ["a supporter played", (one) => (one.turn!.supporters_played = 1), "t-101", "only 1 supporter each turn"],
    ["energy attached", (one) => (one.turn!.energy_attached = 1), "e-fire", "only 1 energy each turn"],
    ["the same stadium", () => undefined, "t-102", "this stadium is in play"],
    ["no effect", () => undefined, "t-100", "would have no effect now"],
    ["another turn", (one) => (one.turn!.player_id = "u2"), "t-100", "not your turn"],
  ])("of a card in the hand: %s", (_, change, id, text) => {
    const state = changed((one) => {
      one.rules = {
        ...pocket().rules,
        ...one.rules,
        trainers: { supporters: 1, stadiums: 1, items: 0, tools_per_pokemon: 1 },
      };
      one.rules.first_turn = {
        draw: true,
        attack: true,
        supporter: true,
        energy: true,
        evolve: false,
        second_draws: 1,
      };
      change(one);
    });
    expect(whyNotPlayable(state, card(id), cards)).toBe(id === "t-003" ? "Cindervix can evolve next turn" : text);
  });

  it("of a refusal has the facts of the rule", () => {
    const refused = new Refused({
      code: "invalid_action",
      message: "The rules do not allow that.",
      details: { rule: "cost_not_paid", missing: ["fairy"] },
    });
    expect(refusalText(refused)).toBe("The attack still needs Fairy.");
    expect(refusalText(new Refused({ code: "invalid_action", message: "x", details: { rule: "unheard_of" } }))).toBe(
      undefined,
    );
  });
});

it("energy of the zone and of several types pays a cost", () => {
  const pokemon = { ...midgame().players[0]!.active!, energy: [{ id: "z", card: "zone-water" }] };
  expect(missingEnergy(["water", "colorless"], pokemon, cards)).toEqual(["colorless"]);
  expect(missingEnergy(["water"], pokemon, cards)).toEqual([]);
});
