import type { RulesConfig } from "@menagerie/client";
import { language, t } from "./i18n.svelte.js";

/** The words that are explained; their texts are in the message files. */
export const TERMS = [
  "active",
  "bench",
  "basic",
  "evolve",
  "energy",
  "retreat",
  "knocked_out",
  "prize",
  "points",
  "weakness",
  "resistance",
  "supporter",
  "item",
  "stadium",
  "tool",
  "asleep",
  "paralyzed",
  "confused",
  "poisoned",
  "burned",
] as const;

export type Term = (typeof TERMS)[number];

/** A piece of a text; with a term it can be explained. */
export interface Piece {
  text: string;
  term?: Term;
}

class Glossary {
  /** The rules of the game that is shown; the explanations quote them. */
  rules: RulesConfig | undefined = $state.raw();
  /** The term that is being explained. */
  open: Term | undefined = $state();
}

export const glossary = new Glossary();

/** What every turn is about; a log that explained it in each line could not be read. */
const PLAIN: ReadonlySet<Term> = new Set(["active", "bench", "basic", "energy"]);

/** The words that the log explains. */
export const LOG_TERMS: ReadonlySet<Term> = new Set(TERMS.filter((term) => !PLAIN.has(term)));

const ALL: ReadonlySet<Term> = new Set(TERMS);

/** Splits a text at words that the glossary explains, each word at its first place only. */
export function pieces(text: string, terms: ReadonlySet<Term> = ALL): Piece[] {
  const found = new Set<Term>();
  const result: Piece[] = [];
  let rest = 0;
  for (const match of text.matchAll(pattern())) {
    const term = TERMS.find((one) => match.groups?.[one] !== undefined);
    if (!term || !terms.has(term) || found.has(term)) continue;
    found.add(term);
    if (match.index > rest) result.push({ text: text.slice(rest, match.index) });
    result.push({ text: match[0], term });
    rest = match.index + match[0].length;
  }
  if (rest < text.length) result.push({ text: text.slice(rest) });
  return result;
}

/** The terms that some texts have, in the order of the glossary. */
export function termsIn(texts: string[]): Term[] {
  const found = new Set(texts.flatMap((text) => pieces(text).map((piece) => piece.term)));
  return TERMS.filter((term) => found.has(term));
}

let compiled: { language: string; pattern: RegExp } | undefined;

/** The words of the current language and of the cards, which are English. */
function pattern(): RegExp {
  if (compiled?.language !== language.code) {
    const groups = TERMS.map((term) => `(?<${term}>${t(`glossary.${term}.words`)})`);
    compiled = {
      language: language.code,
      pattern: new RegExp(`(?<![\\p{L}\\p{N}])(?:${groups.join("|")})(?![\\p{L}\\p{N}])`, "giu"),
    };
  }
  return compiled.pattern;
}

/** What a term means by the rules of the game that is shown. */
export function explanation(term: Term, rules: RulesConfig | undefined): string {
  const general = t(`glossary.${term}.text`);
  const exact = rules ? byRules(term, rules) : undefined;
  return exact ? `${general} ${exact}` : general;
}

function byRules(term: Term, rules: RulesConfig): string | undefined {
  const { prizes, energy, trainers, evolution, retreat, damage, conditions, bench } = rules;
  const weakness = { mode: damage.weakness_mode, value: damage.weakness, resistance: damage.resistance };
  switch (term) {
    case "bench":
      return t("glossary.bench.rule", { max: bench.max });
    case "evolve":
      return t("rules.turn_evolve", { same_turn: evolution.same_turn ? "yes" : "no" });
    case "energy":
      return t("rules.turn_energy", { source: energy.source, count: energy.per_turn });
    case "retreat":
      return t("rules.turn_retreat", { count: retreat.per_turn });
    case "knocked_out":
    case "prize":
    case "points":
      return t(prizes.mode === "points" ? "rules.goal_points" : "rules.goal_prizes", { ...prizes });
    case "weakness":
    case "resistance":
      return t("rules.weakness", weakness);
    case "supporter":
    case "item":
    case "stadium":
      return t("rules.turn_trainers", {
        supporters: trainers.supporters,
        stadiums: trainers.stadiums,
        items: trainers.items,
      });
    case "confused":
      return t("rules.confused", { tails: conditions.confusion_tails, damage: conditions.confusion_damage });
    case "poisoned":
      return t("rules.poisoned", { damage: conditions.poison });
    case "burned":
      return t("rules.burned", { damage: conditions.burn, cure: conditions.burn_cure ? "yes" : "no" });
    case "asleep":
      return t("rules.asleep");
    case "paralyzed":
      return t("rules.paralyzed");
    case "active":
    case "basic":
    case "tool":
      return undefined;
  }
}
