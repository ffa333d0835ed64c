import { expect, it } from "vitest";
import type { Amount, GameEvent } from "@menagerie/client";
import { printedDamage } from "../src/lib/damage.js";
import { artOf } from "../src/lib/art.js";
import { boundsOf, optionText } from "../src/lib/choice-text.js";
import { listOf, wireText } from "../src/lib/i18n.svelte.js";
import { instruction } from "../src/lib/instruction.js";
import { clockSentence, sentence, type Names } from "../src/lib/log-text.js";
import { CARDS, choosing, midgame } from "./fixtures.js";

const names: Names = {
  viewer: 0,
  players: ["Ada", "Brackwater Bot"],
  card: (definition) => CARDS.find((card) => card.id === definition)?.name ?? definition,
  thing: (id) => (id === "x" ? "Emberkit" : "a Pokémon"),
};

it.each<[GameEvent, string | undefined]>([
  [{ type: "card_drawn", player: 0, count: 1, cards: [{ id: "1", card: "t-001" }] }, "You draw Emberkit."],
  [{ type: "card_drawn", player: 1, count: 3 }, "Brackwater Bot draws 3 cards."],
  [{ type: "deck_shuffled", player: 1 }, "Brackwater Bot shuffles their deck."],
  [{ type: "first_player_chosen", player: 1 }, "Brackwater Bot goes first."],
  [{ type: "coin_flipped", player: 0, heads: false }, "You flip a coin: tails."],
  [{ type: "damage_dealt", pokemon_id: "x", amount: 30, attack: true }, "Emberkit takes 30 damage."],
  [{ type: "pokemon_placed", player: 1, active: true }, "Brackwater Bot places a card face down."],
  [
    { type: "cards_moved", player: 0, from: "hand", to: "deck_bottom", count: 2 },
    "Your cards: 2 cards, from hand to deck, at the bottom.",
  ],
  [
    { type: "cards_moved", player: 1, from: "deck", to: "discard", count: 1, cards: [{ id: "1", card: "t-101" }] },
    "Brackwater Bot’s cards: Curator Wren, from deck to discard pile.",
  ],
  [{ type: "cards_moved", player: 0, from: "deck", to: "deck", count: 3 }, "Your cards: 3 cards, from deck to deck."],
  [{ type: "retreated", player: 0, pokemon_id: "x" }, "Your Emberkit retreats."],
  [{ type: "game_ended", winner: 0, reason: "points" }, "You win: Enough points."],
  [{ type: "game_ended", reason: "turn_limit" }, "The game is a tie (Turn limit reached)."],
  [{ type: "checkup_started" }, undefined],
])("the log says it in words: %j", (event, words) => {
  expect(sentence(event, names)).toBe(words);
});

it("lists count what is there twice", () => {
  expect(listOf(["Fire", "Fire", "Wren", "Pond"])).toBe("2 Fire, Wren, and Pond");
  expect(listOf([])).toBe("nothing");
});

it("the prompt says what the game waits for", () => {
  const state = midgame();
  expect(instruction(state, "Bot")).toBe("Attach energy, play cards, then attack.");
  expect(instruction(choosing(), "Bot")).toBe("Choose up to 2 Basic Pokémon from your deck");
  expect(instruction({ ...state, pending: { player_id: "u2" }, legal_actions: [] }, "Bot")).toBe(
    "Brackwater Bot is choosing.",
  );
  expect(
    instruction(
      { ...state, status: "setup", turn: null, players: [{ ...state.players[0]!, active: null }, null] },
      "Bot",
    ),
  ).toBe("Choose a Basic Pokémon as your active Pokémon.");
});

it("the same card has the same picture, another card another one", () => {
  const [one, two] = CARDS;
  expect(artOf(one!, "Emberkit")).toBe(artOf({ ...one! }, "Emberkit"));
  expect(artOf(one!, "Emberkit")).not.toBe(artOf(two!, "Emberkit"));
  for (const card of CARDS) expect(artOf({ ...card, name: "<script>" }, "<script>")).not.toContain("<script");
});

const fixed = (value: number): Amount => ({ type: "fixed", value });
const perHead = (each: number): Amount => ({ type: "times", each: fixed(each), of: { type: "heads" } });

it.each<[Amount | undefined, string]>([
  [undefined, ""],
  [fixed(30), "30"],
  [{ type: "sum", of: [fixed(120), perHead(20)] }, "120+"],
  [perHead(30), "30×"],
  [{ type: "either", when: { type: "heads" }, then: fixed(160), otherwise: fixed(110) }, "110+"],
  [{ type: "either", when: { type: "heads" }, then: fixed(60) }, "60"],
  [{ type: "difference", from: fixed(220), take: perHead(10) }, "220−"],
  [{ type: "smaller", left: perHead(30), right: fixed(150) }, "30×"],
  [{ type: "larger", left: fixed(20), right: perHead(10) }, "10×"],
])("damage is printed with its sign: %j", (amount, printed) => {
  expect(printedDamage(amount)).toBe(printed);
});

it("what is done to a clock has a sentence of its own", () => {
  const state = midgame();
  const [own, other] = [state.players[0], state.players[1]];

  expect(clockSentence("time_warning", own?.player_id ?? "", state)).toBe("You have little time left.");
  expect(clockSentence("time_warning", other?.player_id ?? "", state)).toBe(`${other?.name} has little time left.`);
  expect(clockSentence("time_given_back", null, state)).toBe("The time that an outage took is given back.");
  expect(clockSentence("attack", own?.player_id ?? "", state)).toBeUndefined();
});

it.each(["go_first", "go_second", "yes", "no"])("an option that is a word of the wire has a label: %s", (label) => {
  expect(optionText({ id: "0", label })).not.toMatch(/_|^[a-z]/);
});

it("a value of the wire without a text is shown without underscores", () => {
  expect(wireText("preset", "my_house_rules")).toBe("My house rules");
});

it("a choice says how many options it takes", () => {
  expect(boundsOf({ player_id: "u1", min: 2, max: 2 })).toBe("Choose 2.");
  expect(boundsOf({ player_id: "u1", min: 0, max: 3 })).toBe("Choose up to 3, or none.");
  expect(boundsOf({ player_id: "u1", min: 1, max: 3 })).toBe("Choose 1 to 3.");
});
