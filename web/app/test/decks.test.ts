import { expect, it } from "vitest";
import { attackCosts, brokenRules, countKinds, sampleHand } from "../src/lib/decks.js";
import { CARDS, pocket } from "./fixtures.js";

const entries = [
  { card: "t-001", count: 2 },
  { card: "t-101", count: 1 },
  { card: "e-fire", count: 3 },
];
const cards = new Map(CARDS.map((card) => [card.id, card]));

it("a deck is counted by kind and by the costs of its attacks", () => {
  expect(countKinds(entries, cards)).toEqual({ pokemon: 2, trainers: 1, energy: 3 });
  expect(attackCosts(entries, cards)).toEqual([0, 2, 0, 2, 0]);
});

it("a sample hand is part of the deck", () => {
  const hand = sampleHand(entries, 5);
  expect(hand).toHaveLength(5);
  for (const { card, count } of entries) expect(hand.filter((one) => one === card).length).toBeLessThanOrEqual(count);
});

it("the simple rules of a deck are checked without the server", () => {
  const rules = {
    ...pocket().rules,
    deck: { size: 6, copies_per_name: 1, min_basics: 1, energy_cards: true, energy_deck_size: 0, energy_types: 3 },
  };
  expect(brokenRules({ cards: entries, energy_cards: [], energy_types: [] }, rules, cards)).toEqual([
    "Choose 1 to 3 energy types.",
    "At most 1 card may be called Emberkit.",
  ]);
});
