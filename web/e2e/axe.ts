import type { Page } from "@playwright/test";
import type { AxeResults } from "axe-core";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** The dark page differs in its colors only. */
const TAGS = {
  light: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
  dark: ["wcag2aa"],
};
/** Axe calls this rule experimental; a person who speaks the words on a button needs it. */
const RULES = { "label-content-name-mismatch": { enabled: true } };

/** What axe finds on a page, a line for each rule. */
export async function barriers(page: Page, colorScheme: "light" | "dark"): Promise<string[]> {
  await page.evaluate(axe);
  const options = { runOnly: TAGS[colorScheme], rules: RULES };
  const results = (await page.evaluate(`axe.run(document, ${JSON.stringify(options)})`)) as AxeResults;
  return results.violations.map(
    (violation) =>
      `${violation.id}: ${violation.nodes
        .map((node) => node.target.join(" "))
        .slice(0, 3)
        .join(", ")}`,
  );
}
