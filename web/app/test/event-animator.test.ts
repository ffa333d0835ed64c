import type { GameEvent } from "@menagerie/client";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { EventAnimator } from "../src/lib/event-animator.svelte.js";
import { midgame } from "./fixtures.js";

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
});

const table = midgame();
const target = table.players[1]!.active!.id;

it.each<[GameEvent, object]>([
  [
    { type: "coin_flipped", player: 0, heads: true },
    { kind: "coin", heads: true, who: "You" },
  ],
  [
    { type: "coin_flipped", player: 1, heads: false },
    { kind: "coin", heads: false, who: table.players[1]!.name },
  ],
  [
    { type: "attack_used", player: 1, pokemon_id: target, attack: "Long Leap" },
    { kind: "words", text: "Long Leap" },
  ],
  [
    { type: "ability_used", player: 0, pokemon_id: target, ability: "Warm Hearth" },
    { kind: "words", text: "Warm Hearth" },
  ],
  [
    { type: "trainer_played", player: 1, trainer: { id: "x", card: "t-101" } },
    { kind: "card", card: "t-101" },
  ],
  [
    { type: "turn_started", player: 0, turn_number: 8 },
    { kind: "words", text: "Your turn" },
  ],
])("stands in the middle for a moment, and is gone: %j", async (event, shown) => {
  const stage = new EventAnimator(() => 1);
  const done = stage.show(event, table);
  expect(stage.announcement).toMatchObject(shown);
  await vi.runAllTimersAsync();
  await done;
  expect(stage.announcement).toBeUndefined();
});

it.each<[GameEvent, object]>([
  [
    { type: "damage_dealt", pokemon_id: target, amount: 60, attack: true },
    { text: "−60", tone: "hurt" },
  ],
  [
    { type: "damage_healed", pokemon_id: target, amount: 20 },
    { text: "+20", tone: "heal" },
  ],
  [
    { type: "condition_applied", pokemon_id: target, condition: "asleep" },
    { text: "asleep", tone: "note" },
  ],
  [
    { type: "knocked_out", player: 1, pokemon_id: target },
    { text: "knocked out", tone: "note" },
  ],
])("floats over the Pokémon it happens to: %j", async (event, shown) => {
  const stage = new EventAnimator(() => 1);
  const done = stage.show(event, table);
  expect(stage.floats).toMatchObject([{ target, ...shown }]);
  await vi.runAllTimersAsync();
  await done;
  expect(stage.floats).toEqual([]);
});

it("waits for nothing when things are to be shown at once", async () => {
  const stage = new EventAnimator(() => 0);
  await stage.show({ type: "coin_flipped", player: 0, heads: true }, table);
  await stage.show({ type: "damage_dealt", pokemon_id: target, amount: 60, attack: true }, table);
  expect([stage.announcement, stage.floats]).toEqual([undefined, []]);
});
