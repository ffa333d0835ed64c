import {
  RequestRefused,
  type BrokenRule,
  type Deck,
  type DeckDraft,
  type EnergyType,
  type RulesConfig,
} from "@menagerie/client";
import { brokenRules, countOf, sortedLines, withCard, type DeckLine } from "./decks.js";
import { t } from "./i18n.svelte.js";
import { quickGame } from "./quick-game.js";
import { account, catalog, client, explain } from "./services.svelte.js";

/** Adding four copies in a row sends one request. */
const CHECK_AFTER_MS = 350;

/** A deck that is being edited, with the result of its validation. */
export class DeckEditor {
  /** The id of the deck; `new` for a deck that was never stored. */
  readonly id: string;
  readonly value = $state({ name: t("deck.default_name"), rules: "pocket", ...emptyLists() });
  presets: RulesConfig[] = $state.raw([]);
  loaded = $state(false);
  /** A starter deck is read-only; editing makes a copy. */
  starter = $state(false);
  /** What a starter deck is about. */
  about: string | undefined = $state();
  /** Cards that the user has, by id; undefined: every card can be used. */
  #owned: ReadonlyMap<string, number> | undefined = $state.raw();
  broken: BrokenRule[] = $state.raw([]);
  verdict: "unknown" | "checking" | "valid" | "invalid" = $state("unknown");
  failure: string | undefined = $state();
  saving = $state(false);
  saved = $state(false);
  #copied = false;
  #storedId: string | undefined;
  /** Numbers the validations; an outdated result is dropped. */
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
      const [presets, decks, collection] = await Promise.all([
        client.rules(),
        client.decks(),
        client.collection(),
        catalog.load(),
      ]);
      this.presets = presets;
      if (collection.limited) this.#owned = new Map(collection.cards.map(({ card, count }) => [card, count]));
      const deck = decks.find((one) => one.id === this.id);
      if (deck) this.#take(deck);
      else if (this.id !== "new") {
        this.failure = t("deck.missing");
        return;
      }
      this.loaded = true;
    } catch (problem) {
      this.failure = explain(problem);
    }
  }

  #take(deck: Deck): void {
    const { starter, about, name, rules, cards, energy_cards, energy_types } = deck;
    this.starter = starter;
    this.about = about;
    Object.assign(this.value, { name, rules, cards, energy_cards, energy_types });
  }

  copy(): void {
    this.starter = false;
    this.about = undefined;
    this.#copied = true;
    this.value.name = t("deck.copy_name", { name: this.value.name });
  }

  change(card: string, by: number): void {
    const list = this.usesEnergyDeck && catalog.get(card)?.type === "energy" ? "energy_cards" : "cards";
    this.value[list] = withCard(this.value[list], card, by);
  }

  countIn(card: string): number {
    return [...this.value.cards, ...this.value.energy_cards].find((entry) => entry.card === card)?.count ?? 0;
  }

  /** How many copies of a card the user has; undefined: as many as wanted. */
  ownedOf(card: string): number | undefined {
    const definition = catalog.get(card);
    const isBasicEnergy = definition?.type === "energy" && definition.basic;
    return this.#owned && !isBasicEnergy ? (this.#owned.get(card) ?? 0) : undefined;
  }

  toggleType(type: EnergyType): void {
    const types = this.value.energy_types;
    this.value.energy_types = types.includes(type) ? types.filter((one) => one !== type) : [...types, type];
  }

  /** The deck as a list that people read. */
  async text(): Promise<string> {
    return (await client.readDeck(this.sendable())).text;
  }

  /**
   * Takes the cards of a list that people read.
   *
   * @returns one message for each line that could not be read; if there is any, the deck stays as it is
   */
  async takeText(text: string): Promise<string[]> {
    const { name, rules } = $state.snapshot(this.value);
    const read = await client.readDeck({ name: name.trim() || t("deck.default_name"), rules, text });
    const unread = read.errors.filter((error) => error.path === "$.text");
    if (unread.length === 0) {
      const { cards, energy_cards, energy_types } = read;
      Object.assign(this.value, { cards, energy_cards, ...(energy_types.length > 0 ? { energy_types } : {}) });
    }
    return unread.map((error) => error.message);
  }

  /**
   * Validates the deck: simple rules here, all others by the server once the deck was unchanged for a moment.
   *
   * @returns cancels the validation
   */
  validate(): () => void {
    if (!this.loaded || this.starter) return () => undefined;
    const candidate = this.sendable();
    const turn = ++this.#asked;
    this.saved = false;
    const broken = this.preset ? brokenRules($state.snapshot(this.value), this.preset, catalog) : [];
    if (broken.length > 0) {
      this.verdict = "invalid";
      this.broken = broken.map((message) => ({ path: "", message }));
      return () => undefined;
    }
    this.verdict = "checking";
    const timer = setTimeout(() => void this.#check(candidate, turn), CHECK_AFTER_MS);
    return () => clearTimeout(timer);
  }

  async #check(candidate: DeckDraft, turn: number): Promise<void> {
    try {
      const broken = await client.checkDeck(candidate);
      if (turn !== this.#asked) return;
      this.failure = undefined;
      this.broken = broken;
      this.verdict = broken.length === 0 ? "valid" : "invalid";
    } catch (problem) {
      if (turn === this.#asked) this.#refused(problem);
    }
  }

  #refused(problem: unknown): void {
    if (problem instanceof RequestRefused && problem.code === "deck_invalid") {
      this.verdict = "invalid";
      this.broken = problem.brokenRules.length > 0 ? problem.brokenRules : [{ path: "", message: problem.message }];
    } else {
      this.verdict = "unknown";
      this.failure = explain(problem);
    }
  }

  /** Stores the deck; returns its id, or undefined when the server refuses. */
  async save(): Promise<string | undefined> {
    this.saving = true;
    this.failure = undefined;
    try {
      const draft = this.sendable();
      const stored =
        this.id === "new" || this.#copied ? await client.createDeck(draft) : await client.updateDeck(this.id, draft);
      this.saved = true;
      this.#storedId = stored.id;
      return stored.id;
    } catch (problem) {
      this.#refused(problem);
      return undefined;
    } finally {
      this.saving = false;
    }
  }

  /** Starts a game against the easiest bot with this deck; returns its id. */
  async play(): Promise<string | undefined> {
    const id = this.starter || this.saved ? (this.#storedId ?? this.id) : await this.save();
    if (!id) return undefined;
    try {
      const deck = (await client.decks()).find((one) => one.id === id);
      return deck && (await quickGame(deck)).game_id;
    } catch (problem) {
      this.failure = explain(problem);
      return undefined;
    }
  }

  /** The deck with only those fields that its rules use. */
  sendable(): DeckDraft {
    const { name, rules, cards, energy_cards, energy_types } = $state.snapshot(this.value);
    return {
      name: name.trim() || t("deck.default_name"),
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
