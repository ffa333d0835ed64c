import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse, TYPE, type MessageFormatElement } from "@formatjs/icu-messageformat-parser";
import { afterEach, describe, expect, it } from "vitest";
import { dateTime, language, LANGUAGES, listOf, t } from "../src/lib/i18n.svelte.js";
import { instruction } from "../src/lib/instruction.js";
import { choosing, midgame } from "./fixtures.js";

const folder = join(import.meta.dirname, "../src/messages");
const read = (name: string): Record<string, string> =>
  JSON.parse(readFileSync(join(folder, name), "utf8")) as Record<string, string>;
const english = read("en.json");
const others = readdirSync(folder).filter((name) => name !== "en.json");

afterEach(() => language.use("en"));

/** The placeholders of a text, with those inside of plurals and choices. */
function placeholders(text: string): string[] {
  const found = new Set<string>();
  const visit = (elements: MessageFormatElement[]): void => {
    for (const element of elements) {
      if (element.type === TYPE.literal || element.type === TYPE.pound) continue;
      if ("value" in element) found.add(element.value);
      if ("options" in element) for (const option of Object.values(element.options)) visit(option.value);
      if ("children" in element) visit(element.children);
    }
  };
  visit(parse(text));
  return [...found].sort();
}

describe.each(others)("%s", (name) => {
  const messages = read(name);

  it("has every text of the page and no other", () => {
    expect(Object.keys(messages).sort()).toEqual(Object.keys(english).sort());
  });

  it("uses the same placeholders", () => {
    const different = Object.keys(english).filter(
      (key) => placeholders(english[key]!).join() !== placeholders(messages[key] ?? "").join(),
    );
    expect(different).toEqual([]);
  });
});

it("a number before a word in the plural is a plural", () => {
  const counted = /\{\w+, number\} (?:[a-z]+ )?[a-z]{2,}s\b/;
  expect(Object.keys(english).filter((key) => counted.test(english[key]!))).toEqual([]);
  expect(t("rules.goal_points", { count: 1, basic: 1, ex: 2, mega: 3 })).toContain("Score 1 point.");
  expect(t("rules.deck_text", { size: 20, copies: 2, basics: 1 })).toContain("at least 1 Basic Pokémon.");
});

it("every file is a language that can be chosen", () => {
  expect([...LANGUAGES].sort()).toEqual(["en", ...others.map((name) => name.replace(".json", ""))].sort());
});

it("plurals, lists and dates follow the language", async () => {
  expect(t("game.turns", { count: 1 })).toBe("1 turn");
  await language.use("de");
  expect(t("game.turns", { count: 1 })).toBe("1 Zug");
  expect(t("game.turns", { count: 1200 })).toBe("1.200 Züge");
  expect(listOf(["Feuer", "Wasser"])).toBe("Feuer und Wasser");
  expect(dateTime("2026-03-04T10:20:00Z")).toMatch(/04\.03\.2026/);
  expect(instruction(midgame(), "Bot")).toBe("Lege Energie an, spiele Karten, dann: greife an.");
  expect(instruction(choosing(), "Bot"), "the server's English prompt is not shown").toBe("Wähle Karten.");
});

it("an unknown language is English", async () => {
  await language.use("xx");
  expect(t("nav.play")).toBe("Play");
});
