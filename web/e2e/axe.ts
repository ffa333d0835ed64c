import type { Page } from "@playwright/test";
import type { AxeResults } from "axe-core";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

const OPTIONS = {
  runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
  // Axe calls this rule experimental; a person who speaks the words on a button needs it.
  rules: { "label-content-name-mismatch": { enabled: true } },
};

/** Waits until no color fades any more from one scheme to the other; a fade may start those of what is inside. */
async function settled(): Promise<void> {
  const fades = (): Animation[] => document.getAnimations().filter((one) => one instanceof CSSTransition);
  const frame = (): Promise<unknown> => new Promise((next) => requestAnimationFrame(next));
  do {
    await Promise.allSettled(fades().map((fade) => fade.finished));
    await frame();
  } while (fades().length > 0);
}

/** Shows a page in this color scheme. */
export async function useScheme(page: Page, colorScheme: "light" | "dark"): Promise<void> {
  await page.emulateMedia({ colorScheme });
  await page.evaluate(settled);
}

/** What axe finds on a page in this color scheme, a line for each rule. Waits for the page's heading, which comes late. */
export async function barriers(page: Page, colorScheme: "light" | "dark"): Promise<string[]> {
  await page.locator("h1").first().waitFor({ state: "attached", timeout: 15_000 });
  await useScheme(page, colorScheme);
  await page.evaluate(axe);
  const results = (await page.evaluate(`axe.run(document, ${JSON.stringify(OPTIONS)})`)) as AxeResults;
  return results.violations.map(
    (violation) =>
      `${violation.id}: ${violation.nodes
        .map((node) => node.target.join(" "))
        .slice(0, 3)
        .join(", ")}`,
  );
}
