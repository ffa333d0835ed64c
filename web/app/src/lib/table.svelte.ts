import { Refused, type Action, type ChoiceOption, type Commit, type GameEvent, type GameState, type Seat } from "@menagerie/client";
import { catalogue, explain } from "./here.svelte.js";
import { definitionOf, movesBySource, type Moves } from "./moves.js";
import { sentence, type Speakers } from "./words.js";

/** Older lines are dropped; nobody scrolls back further in a running game. */
const LOG_LINES = 400;

/** With more than so many commits waiting to be shown, they are shown without pauses. */
const HURRY_ABOVE = 5;

/** What floats over a Pokémon for a moment. */
export interface Float {
  key: number;
  target: string;
  text: string;
  tone: "hurt" | "heal" | "note";
}

export interface LogLine {
  key: number;
  text: string;
  turn: boolean;
  own: boolean;
}

/** What stands in the middle of the table for a moment. */
export type Flash =
  | { kind: "coin"; heads: boolean; who: string; key: number }
  | { kind: "words"; text: string; key: number }
  | { kind: "card"; card: string; who: string; key: number };

interface Scene {
  commit: Commit | undefined;
  state: GameState;
}

export interface TableOptions {
  /** Sends an action; absent: one only looks. */
  act?: (action: Action, state: GameState) => Promise<unknown>;
  /** Whose side is below when nobody sits here. */
  below?: Seat;
  /** How long things stay; 1 is as usual, 0 not at all. */
  pace?: () => number;
}

/** What one table shows and what its player is about to do. Knows nothing of connections. */
export class TableModel {
  /** What is shown; may be a moment behind what is known. */
  shown: GameState | undefined = $state.raw();
  /** The card or Pokémon in hand, so to say: its targets are lit. */
  selected: string | undefined = $state();
  /** Looked at closely. */
  inspected: { card: string; id: string | undefined } | undefined = $state();
  /** Chosen so far, not yet sent. */
  picks: string[] = $state([]);
  sending: boolean = $state(false);
  notice: string | undefined = $state();
  log: LogLine[] = $state.raw([]);
  floats: Float[] = $state.raw([]);
  flash: Flash | undefined = $state.raw();
  /** Whose attack or blow is shown right now. */
  struck: string | undefined = $state();
  /** Something is being shown; acting waits for it. */
  busy: boolean = $state(false);
  readonly moves: Map<string, Moves> = $derived(
    this.shown && this.live && !this.busy ? movesBySource(this.shown) : new Map(),
  );

  readonly #options: TableOptions;
  #queue: Scene[] = [];
  /** What the scene that is being shown leads to; a reset takes it away. */
  #staged: GameState | undefined;
  #keys = 0;
  #names = new Map<string, string>();
  #stopped = false;

  constructor(options: TableOptions = {}) {
    this.#options = options;
  }

  get live(): boolean {
    return this.#options.act !== undefined;
  }

  /** Whose side is drawn below. */
  get below(): Seat {
    return this.shown?.viewer.seat ?? this.#options.below ?? 0;
  }

  // ---- what happens ----

  /** The state as it is; what was missed is told, not shown. */
  reset(state: GameState, missed: Commit[] = []): void {
    const newest = this.#queue.at(-1)?.state ?? this.#staged ?? this.shown;
    if (this.busy && missed.length === 0 && newest?.event_id === state.event_id && newest.epoch === state.epoch) {
      // The same version with another clock: what is being shown goes on.
      this.#queue.push({ commit: undefined, state });
      return;
    }
    this.#queue = [];
    this.#staged = undefined;
    this.#remember(state);
    for (const commit of missed) this.#tell(commit.events, state);
    this.#show(state);
  }

  push(commit: Commit, state: GameState): void {
    this.#queue.push({ commit, state });
    if (!this.busy) void this.#play();
  }

  stop(): void {
    this.#stopped = true;
    this.#queue = [];
  }

  clearLog(): void {
    this.log = [];
  }

  async #play(): Promise<void> {
    this.busy = true;
    try {
      for (let scene = this.#queue.shift(); scene && !this.#stopped; scene = this.#queue.shift()) {
        await this.#perform(scene);
      }
    } finally {
      this.busy = false;
    }
  }

  async #perform({ commit, state }: Scene): Promise<void> {
    this.#staged = state;
    if (this.shown) this.#remember(this.shown);
    this.#remember(state);
    if (commit) {
      for (const event of commit.events) {
        this.#tell([event], state);
        await this.#stage(event);
      }
    }
    if (this.#staged === state) this.#show(state);
    this.#staged = undefined;
    await this.#pause(90);
  }

  #show(state: GameState): void {
    if (this.shown?.event_id !== state.event_id || this.shown.epoch !== state.epoch) this.undo();
    this.shown = state;
  }

  /** What an event looks like before its outcome lies on the table. */
  async #stage(event: GameEvent): Promise<void> {
    switch (event.type) {
      case "coin_flipped":
        await this.#flash({ kind: "coin", heads: event.heads, who: this.#who(event.player), key: this.#key() }, 1000);
        return;
      case "trainer_played":
        if (event.player !== this.shown?.viewer.seat) {
          await this.#flash({ kind: "card", card: event.trainer.card, who: this.#who(event.player), key: this.#key() }, 850);
        }
        return;
      case "attack_used":
        this.struck = event.pokemon_id;
        await this.#flash({ kind: "words", text: event.attack, key: this.#key() }, 550);
        this.struck = undefined;
        return;
      case "ability_used":
        await this.#flash({ kind: "words", text: event.ability, key: this.#key() }, 450);
        return;
      case "damage_dealt":
        return this.#float(event.pokemon_id, event.amount === 0 ? "0" : `−${event.amount}`, "hurt");
      case "counters_placed":
        return this.#float(event.pokemon_id, `−${event.counters * 10}`, "hurt");
      case "counters_removed":
        return this.#float(event.pokemon_id, `+${event.counters * 10}`, "heal");
      case "damage_healed":
        return this.#float(event.pokemon_id, `+${event.amount}`, "heal");
      case "condition_applied":
        return this.#float(event.pokemon_id, event.condition, "note");
      case "knocked_out":
        return this.#float(event.pokemon_id, "knocked out", "note");
      case "turn_started":
        await this.#flash(
          { kind: "words", text: event.player === this.shown?.viewer.seat ? "Your turn" : `${this.#who(event.player)}’s turn`, key: this.#key() },
          600,
        );
        return;
      default:
        return;
    }
  }

  async #flash(flash: Flash, millis: number): Promise<void> {
    if (this.#pace() === 0) return;
    this.flash = flash;
    await this.#pause(millis);
    this.flash = undefined;
  }

  async #float(target: string, text: string, tone: Float["tone"]): Promise<void> {
    if (this.#pace() === 0) return;
    const float = { key: this.#key(), target, text, tone };
    this.floats = [...this.floats, float];
    setTimeout(() => {
      this.floats = this.floats.filter((other) => other !== float);
    }, 1100);
    await this.#pause(380);
  }

  #pace(): number {
    return this.#queue.length > HURRY_ABOVE || document.hidden ? 0 : (this.#options.pace?.() ?? 1);
  }

  #pause(millis: number): Promise<void> {
    const wait = millis * this.#pace();
    return wait === 0 ? Promise.resolve() : new Promise((resolve) => setTimeout(resolve, wait));
  }

  #key(): number {
    return ++this.#keys;
  }

  // ---- words ----

  #who(seat: Seat): string {
    return this.shown?.players[seat]?.name ?? (seat === 0 ? "First player" : "Second player");
  }

  /** Names of instances outlive them: the log still speaks of what was knocked out. */
  #remember(state: GameState): void {
    for (const side of state.players) {
      if (!side) continue;
      for (const spot of [side.active, ...side.bench]) {
        if (spot) this.#names.set(spot.id, catalogue.nameOf(spot.card));
      }
    }
  }

  #tell(events: GameEvent[], state: GameState): void {
    const speakers: Speakers = {
      viewer: state.viewer.seat,
      names: [state.players[0]?.name ?? "First player", state.players[1]?.name ?? "Second player"],
      card: (definition) => catalogue.nameOf(definition),
      thing: (id) => {
        const definition = this.#names.get(id) ?? definitionOf(state, id);
        return this.#names.get(id) ?? (definition ? catalogue.nameOf(definition) : "a Pokémon");
      },
    };
    const lines: LogLine[] = [];
    for (const event of events) {
      const text = sentence(event, speakers);
      if (!text) continue;
      const own = "player" in event && event.player === state.viewer.seat;
      lines.push({ key: this.#key(), text, turn: event.type === "turn_started", own });
    }
    if (lines.length > 0) this.log = [...this.log, ...lines].slice(-LOG_LINES);
  }

  // ---- what one does ----

  /** What the selected thing may be done to, by id. */
  get targets(): Map<string, Action> {
    return (this.selected && this.moves.get(this.selected)?.targeted) || new Map();
  }

  /** Options of the pending choice that lie on the table, by id. */
  get options(): Map<string, ChoiceOption> {
    const state = this.shown;
    if (!this.live || this.busy || !state?.pending?.options) return new Map();
    return new Map(state.pending.options.map((option) => [option.id, option]));
  }

  /** Touches a card, a Pokémon or the energy zone. */
  touch(id: string, card: string | undefined): void {
    this.notice = undefined;
    const target = this.targets.get(id);
    if (target) {
      void this.send(target);
      return;
    }
    const forced = this.moves.get(id)?.direct.find((action) => action.type === "select_active");
    if (forced) {
      void this.send(forced);
      return;
    }
    if (this.options.has(id)) {
      const { min = 1, max = 1 } = this.shown?.pending ?? {};
      if (min === 1 && max === 1) this.picks = [];
      this.pick(id);
      if (min === 1 && max === 1) this.confirm();
      return;
    }
    if (this.selected === id) {
      this.undo();
      return;
    }
    this.selected = this.moves.has(id) ? id : undefined;
    this.inspected = card ? { card, id } : undefined;
  }

  inspect(card: string): void {
    this.inspected = { card, id: undefined };
    this.selected = undefined;
  }

  /** Takes back what has not been sent. */
  undo(): void {
    this.selected = undefined;
    this.inspected = undefined;
    this.picks = [];
    this.notice = undefined;
  }

  /** Chooses or unchooses an option. */
  pick(id: string): void {
    const pending = this.shown?.pending;
    if (!pending?.options || this.sending) return;
    const max = pending.max ?? 1;
    if (this.picks.includes(id)) this.picks = this.picks.filter((other) => other !== id);
    else if (this.picks.length < max) this.picks = [...this.picks, id];
    else if (max === 1) this.picks = [id];
  }

  get pickable(): boolean {
    const pending = this.shown?.pending;
    const count = this.picks.length;
    return count >= (pending?.min ?? 1) && count <= (pending?.max ?? 1);
  }

  /** Sends the choice as picked. */
  confirm(): void {
    const state = this.shown;
    const pending = state?.pending;
    if (!state || !pending?.choice_id || !this.pickable) return;
    void this.send(choiceAction(state, pending.choice_id, [...this.picks]));
  }

  async send(action: Action): Promise<void> {
    const state = this.shown;
    const act = this.#options.act;
    if (!state || !act || this.sending) return;
    this.sending = true;
    this.selected = undefined;
    this.inspected = undefined;
    this.notice = undefined;
    try {
      await act(action, state);
      this.picks = [];
    } catch (failure) {
      this.notice = failure instanceof Refused && failure.code === "stale_version"
        ? "The table has changed meanwhile. Choose again."
        : explain(failure);
    } finally {
      this.sending = false;
    }
  }
}

/** Forced choices of a Pokémon or a prize have actions of their own; every other one is a `select`. */
function choiceAction(state: GameState, choiceId: string, selected: string[]): Action {
  const only = selected.length === 1 ? selected[0] : undefined;
  const own = state.legal_actions.find(
    (action) =>
      (action.type === "select_active" && action.pokemon_id === only) ||
      (action.type === "select_prize" && String(action.index) === only),
  );
  return own ?? { type: "select", choice_id: choiceId, selected };
}
