import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import type { CardDefinition } from "@menagerie/client";
import { artOf } from "../src/lib/art.js";

interface SetFile {
  cards: CardDefinition[];
}

const SETS = new URL("../../../cards/src/main/resources/menagerie/sets/", import.meta.url);
const WRITTEN = new URL("../../../cards/src/test/pictures.txt", import.meta.url);

/** `menagerie cards show --pictures` draws the same pictures; its test reads the same file. */
test("the pictures of our own cards are as written down", () => {
  const cards = ["hedgerow", "undertow"].flatMap(
    (set) => (JSON.parse(readFileSync(new URL(`${set}.json`, SETS), "utf8")) as SetFile).cards,
  );
  const byName = new Map(cards.map((card) => [card.name, card]));
  const first = (card: CardDefinition): CardDefinition => {
    const before = card.type === "pokemon" && card.evolves_from ? byName.get(card.evolves_from) : undefined;
    return before ? first(before) : card;
  };
  const lines = cards.map((card) => {
    const line = first(card);
    const hint = card.art ?? line.art;
    const svg = artOf({ ...card, ...(hint && { art: { ...hint, palette: hint.palette ?? [] } }) }, line.name);
    const content = svg.slice(svg.indexOf(">") + 1);
    return `${card.id} ${createHash("sha256").update(content).digest("hex").slice(0, 16)}`;
  });
  expect(`${lines.join("\n")}\n`).toBe(readFileSync(WRITTEN, "utf8"));
});
