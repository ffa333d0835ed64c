import { describe, expect, it } from "vitest";
import { compareCards, countOf, faceOf, withCard } from "../src/lib/decks.js";
import { canPass, definitionOf, ENERGY_ZONE, movesBySource } from "../src/lib/moves.js";
import { CARDS, midgame, pocket } from "./fixtures.js";

describe("legal actions", () => {
  it("are found at the card or Pokémon one would touch", () => {
    const state = midgame();
    const own = state.players[0]!;
    const moves = movesBySource(state);
    expect(moves.get(own.hand![0]!.id)?.direct).toEqual([{ type: "play_pokemon", card_id: own.hand![0]!.id }]);
    expect([...moves.get(own.hand![4]!.id)!.targeted.keys()]).toEqual([
      own.active!.id,
      ...own.bench.map((pokemon) => pokemon.id),
    ]);
    expect(moves.get(own.active!.id)?.direct.map((action) => action.type)).toEqual(["use_ability", "attack", "attack"]);
    expect([...moves.get(own.active!.id)!.targeted.keys()]).toEqual([own.bench[0]!.id]);
    expect(moves.has(own.hand![6]!.id)).toBe(false);
    expect(canPass(state)).toBe(true);
  });

  it("take energy from the zone where there is one", () => {
    const state = pocket();
    expect(movesBySource(state).get(ENERGY_ZONE)?.targeted.size).toBe(1);
  });

  it("pay for a retreat as little as they can", () => {
    const state = midgame();
    const bench = state.players[0]!.bench[0]!.id;
    state.legal_actions = [
      { type: "retreat", bench_id: bench, energy_ids: ["a", "b"] },
      { type: "retreat", bench_id: bench, energy_ids: ["a"] },
    ];
    expect(movesBySource(state).get(state.players[0]!.active!.id)?.targeted.get(bench)).toMatchObject({
      energy_ids: ["a"],
    });
  });

  it("of somebody who only watches are none", () => {
    const state = { ...midgame(), viewer: { seat: null }, legal_actions: [] };
    expect(movesBySource(state).size).toBe(0);
  });
});

it("an instance is known wherever it lies", () => {
  const state = midgame();
  const own = state.players[0]!;
  expect(definitionOf(state, own.active!.energy[0]!.id)).toBe("e-fire");
  expect(definitionOf(state, own.discard[0]!.id)).toBe("t-100");
  expect(definitionOf(state, state.stadium!.id)).toBe("t-102");
  expect(definitionOf(state, "nobody")).toBeUndefined();
});

describe("a deck list", () => {
  it("counts, adds and takes away", () => {
    const one = withCard([], "a", 1);
    const two = withCard(one, "a", 1);
    expect(countOf(two)).toBe(2);
    expect(withCard(withCard(two, "a", -1), "a", -1)).toEqual([]);
    expect(withCard([], "a", -1)).toEqual([]);
  });

  it("is known by its grandest Pokémon", () => {
    const cards = new Map(CARDS.map((card) => [card.id, card]));
    expect(
      faceOf(
        {
          cards: [
            { card: "e-fire", count: 9 },
            { card: "t-020", count: 2 },
            { card: "t-003", count: 1 },
          ],
        },
        cards,
      ),
    ).toBe("t-003");
  });

  it("lies in order: Pokémon by family, trainers, energy", () => {
    const family = (card: (typeof CARDS)[number]): string =>
      card.type === "pokemon" ? (card.evolves_from ?? card.name) : card.name;
    const sorted = [...CARDS].sort((a, b) => compareCards(a, b, family)).map((card) => card.type);
    expect(sorted.join(" ")).toMatch(/^(pokemon ?)+(trainer ?)+(energy ?)+$/);
  });
});
