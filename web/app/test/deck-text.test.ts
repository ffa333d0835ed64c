import { describe, expect, it } from "vitest";
import { attackCosts, brokenRules, countKinds, sampleHand } from "../src/lib/decks.js";
import { deckFromText, deckToText } from "../src/lib/deck-text.js";
import { CARDS, pocket } from "./fixtures.js";

const entries = [
  { card: "t-001", count: 2 },
  { card: "t-101", count: 1 },
  { card: "e-fire", count: 3 },
];
const cards = new Map(CARDS.map((card) => [card.id, card]));

describe("a deck as text", () => {
  it("is read back as it was written", () => {
    const text = deckToText(entries, CARDS);
    expect(text).toBe("2 Emberkit\n1 Curator Wren\n3 Fire Energy");
    expect(deckFromText(text, CARDS)).toEqual({ entries, problems: [] });
  });

  it("tells cards of one name apart by their number", () => {
    const twins = [...CARDS, { ...CARDS[0]!, id: "t-901" }];
    const text = deckToText([{ card: "t-901", count: 2 }], twins);
    expect(text).toBe("2 Emberkit (t-901)");
    expect(deckFromText(text, twins).entries).toEqual([{ card: "t-901", count: 2 }]);
  });

  it("takes comments, numbers and a multiplication sign, and adds lines of one card", () => {
    expect(deckFromText("# mine\n\n1x emberkit\n1 t-001", CARDS).entries).toEqual([{ card: "t-001", count: 2 }]);
  });

  it("names every line that is no card", () => {
    expect(deckFromText("2 Nobody\nEmberkit", CARDS).problems).toEqual([
      "Line 1: no card is called “Nobody”.",
      "Line 2: write a count and a card, for example “2 Emberkit”.",
    ]);
  });
});

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
    "At most 1 cards may be called Emberkit.",
  ]);
});
