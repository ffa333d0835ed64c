import type { ChoiceOption, Pending } from "@menagerie/client";
import { hasWireText, language, t, wireText } from "./i18n.svelte.js";

/** The question of a choice. The server's own prompt is more exact, but English. */
export function promptOf(pending: Pending): string {
  const { kind, min = 1, max = 1, prompt } = pending;
  if (kind === "go_first") return t("choice.go_first");
  if (prompt && language.code === "en") return prompt;
  return wireText("choice", kind ?? "cards", { min, max });
}

/** What happens with the answer; empty for the choices whose question says it. */
export function purposeOf({ purpose }: Pending): string {
  return purpose && hasWireText("purpose", purpose) ? wireText("purpose", purpose) : "";
}

/** How many options a choice takes. */
export function boundsOf({ min = 1, max = 1 }: Pending): string {
  if (min === max) return t("choice.exactly", { count: min });
  return min === 0 ? t("choice.up_to", { max }) : t("choice.between", { min, max });
}

/** The label of an option that is a word of the wire, such as `go_first` or `yes`. */
export function optionText({ label, id }: ChoiceOption): string {
  return wireText("option", label ?? id);
}
