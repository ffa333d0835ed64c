import { beforeEach, describe, expect, it } from "vitest";
import { explanation, LOG_TERMS, pieces, TERMS, termsIn } from "../src/lib/glossary.svelte.js";
import { language } from "../src/lib/i18n.svelte.js";
import { STANDARD } from "./fixtures.js";

beforeEach(() => language.use("en"));

describe("the glossary", () => {
  it("finds each word once, whole and in any case", () => {
    expect(pieces("Retreat: retreats and retreating. A retreated one.").filter((piece) => piece.term)).toEqual([
      { text: "Retreat", term: "retreat" },
    ]);
    expect(termsIn(["The toolbox is knocked out by weakness."])).toEqual(["knocked_out", "weakness"]);
  });

  it("keeps the text", () => {
    const text = "Embermole is knocked out; Ada takes a prize.";
    expect(
      pieces(text, LOG_TERMS)
        .map((piece) => piece.text)
        .join(""),
    ).toBe(text);
  });

  it("explains by the rules in force", () => {
    expect(explanation("weakness", STANDARD)).toContain(String(STANDARD.damage.weakness));
    expect(explanation("retreat", undefined)).not.toContain("undefined");
  });

  it("explains every word in every language, and the words of the English cards", async () => {
    for (const code of ["en", "de"]) {
      await language.use(code);
      for (const term of TERMS) expect(explanation(term, STANDARD)).not.toContain("glossary.");
      expect(termsIn(["Switch it with a benched one. It is now asleep."])).toContain("asleep");
    }
  });
});
