import {
  RequestRefused,
  type BrokenRule,
  type Deck,
  type DeckDraft,
  type EnergyType,
  type RulesConfig,
} from "@menagerie/client";
import { countOf, sortedLines, withCard, type DeckLine } from "./decks.js";
import { account, catalog, client, explain } from "./services.svelte.js";

/** Long enough that somebody adding four copies asks the server once. */
const CHECK_AFTER_MS = 350;

/** A deck being built: what is in it, and what the server says of it. */
export class DeckEditor {
  /** Whose deck is edited; `new`: nobody's yet. */
  readonly id: string;
  readonly value = $state({ name: "My deck", rules: "pocket", ...emptyLists() });
  presets: RulesConfig[] = $state.raw([]);
  loaded = $state(false);
  /** A starter stays as it is; what is edited is a copy. */
  starter = $state(false);
  broken: BrokenRule[] = $state.raw([]);
  verdict: "unknown" | "checking" | "good" | "broken" = $state("unknown");
  failure: string | undefined = $state();
  saving = $state(false);
  saved = $state(false);
  #copied = false;
  /** An answer that a later change has overtaken is dropped. */
  #asked = 0;

  constructor(id: string) {
    this.id = id;
  }

  get preset(): RulesConfig | undefined {
    return this.presets.find((one) => one.preset === this.value.rules);
  }

  get usesZone(): boolean {
    return this.preset?.energy.source === "zone";
  }

  get usesEnergyDeck(): boolean {
    return this.preset?.energy.source === "energy_deck";
  }

  get size(): number {
    return countOf(this.value.cards);
  }

  get energySize(): number {
    return countOf(this.value.energy_cards);
  }

  readonly lines: DeckLine[] = $derived([
    ...sortedLines(this.value.cards, catalog),
    ...(this.usesEnergyDeck ? sortedLines(this.value.energy_cards, catalog) : []),
  ]);

  async load(): Promise<void> {
    try {
      await account.ensureSignedIn();
      const [presets, decks] = await Promise.all([client.rules(), client.decks(), catalog.load()]);
      this.presets = presets;
      const deck = decks.find((one) => one.id === this.id);
      if (deck) this.#take(deck);
      else if (this.id !== "new") {
        this.failure = "There is no such deck.";
        return;
      }
      this.loaded = true;
    } catch (problem) {
      this.failure = explain(problem);
    }
  }

  #take(deck: Deck): void {
    const { starter, name, rules, cards, energy_cards, energy_types } = deck;
    this.starter = starter;
    Object.assign(this.value, { name, rules, cards, energy_cards, energy_types });
  }

  copy(): void {
    this.starter = false;
    this.#copied = true;
    this.value.name = `${this.value.name}, mine`;
  }

  change(card: string, by: number): void {
    const list = this.usesEnergyDeck && catalog.get(card)?.type === "energy" ? "energy_cards" : "cards";
    this.value[list] = withCard(this.value[list], card, by);
  }

  countIn(card: string): number {
    return [...this.value.cards, ...this.value.energy_cards].find((entry) => entry.card === card)?.count ?? 0;
  }

  toggleType(type: EnergyType): void {
    const types = this.value.energy_types;
    this.value.energy_types = types.includes(type) ? types.filter((one) => one !== type) : [...types, type];
  }

  /** Has the server judge the deck as it is now, once it has been left alone for a moment; returns what calls that off. */
  judge(): () => void {
    if (!this.loaded || this.starter) return () => undefined;
    const candidate = this.#sendable();
    const turn = ++this.#asked;
    this.saved = false;
    this.verdict = "checking";
    const timer = setTimeout(() => void this.#check(candidate, turn), CHECK_AFTER_MS);
    return () => clearTimeout(timer);
  }

  async #check(candidate: DeckDraft, turn: number): Promise<void> {
    let failure: unknown;
    await client.checkDeck(candidate).catch((problem) => (failure = problem));
    if (turn !== this.#asked) return;
    this.failure = undefined;
    if (failure === undefined) this.verdict = "good";
    else this.#refused(failure);
  }

  #refused(problem: unknown): void {
    if (problem instanceof RequestRefused && problem.code === "deck_invalid") {
      this.verdict = "broken";
      this.broken = problem.brokenRules.length > 0 ? problem.brokenRules : [{ path: "", message: problem.message }];
    } else {
      this.verdict = "unknown";
      this.failure = explain(problem);
    }
  }

  /** Keeps the deck; the one it is kept as. */
  async save(): Promise<string | undefined> {
    this.saving = true;
    this.failure = undefined;
    try {
      const draft = this.#sendable();
      const kept =
        this.id === "new" || this.#copied ? await client.createDeck(draft) : await client.updateDeck(this.id, draft);
      this.saved = true;
      return kept.id;
    } catch (problem) {
      this.#refused(problem);
      return undefined;
    } finally {
      this.saving = false;
    }
  }

  /** Only what the rules know is sent. */
  #sendable(): DeckDraft {
    const { name, rules, cards, energy_cards, energy_types } = $state.snapshot(this.value);
    return {
      name: name.trim() || "My deck",
      rules,
      cards,
      ...(this.usesEnergyDeck ? { energy_cards } : {}),
      ...(this.usesZone ? { energy_types } : {}),
    };
  }
}

function emptyLists(): Pick<Deck, "cards" | "energy_cards" | "energy_types"> {
  return { cards: [], energy_cards: [], energy_types: [] };
}
