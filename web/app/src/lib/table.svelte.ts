import { Refused, type Action, type ChoiceOption, type Commit, type GameEvent, type GameState, type Seat } from "@menagerie/client";
import { Chronicle } from "./chronicle.svelte.js";
import { catalogue, explain } from "./here.svelte.js";
import { choiceAction, movesBySource, type Moves } from "./moves.js";
import { Stage } from "./stage.svelte.js";

/** With more than so many commits waiting to be shown, they are shown without pauses. */
const HURRY_ABOVE = 5;

/** Between two commits, so that one is seen to follow the other. */
const BETWEEN_MS = 90;

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
  /** The card or attack that was played last: what is asked now is asked because of it. */
  cause: string | undefined = $state();
  /** Something is being shown; acting waits for it. */
  busy: boolean = $state(false);
  readonly log = new Chronicle();
  readonly stage: Stage;
  readonly moves: Map<string, Moves> = $derived(
    this.shown && this.live && !this.busy ? movesBySource(this.shown) : new Map(),
  );

  readonly #options: TableOptions;
  #queue: Scene[] = [];
  /** What the scene that is being shown leads to; a reset takes it away. */
  #staged: GameState | undefined;
  #stopped = false;

  constructor(options: TableOptions = {}) {
    this.#options = options;
    this.stage = new Stage(() => (this.#queue.length > HURRY_ABOVE || document.hidden ? 0 : (options.pace?.() ?? 1)));
  }

  get live(): boolean {
    return this.#options.act !== undefined;
  }

  /** Whose side is drawn below. */
  get below(): Seat {
    return this.shown?.viewer.seat ?? this.#options.below ?? 0;
  }

  /** It is for the one who sits here to do something. */
  get acting(): boolean {
    return this.live && !this.busy && (this.shown?.legal_actions.length ?? 0) > 0;
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
    this.log.remember(state);
    for (const commit of missed) {
      this.log.tell(commit.events, state);
      this.log.tellClock(commit, state);
    }
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
    if (this.shown) this.log.remember(this.shown);
    this.log.remember(state);
    if (commit) this.log.tellClock(commit, state);
    for (const event of commit?.events ?? []) {
      this.log.tell([event], state);
      this.cause = causeOf(event, this.cause);
      await this.stage.show(event, this.shown);
    }
    if (this.#staged === state) this.#show(state);
    this.#staged = undefined;
    await this.stage.pause(BETWEEN_MS);
  }

  #show(state: GameState): void {
    if (this.shown?.event_id !== state.event_id || this.shown.epoch !== state.epoch) this.undo();
    this.shown = state;
  }

  // ---- what one does ----

  /** What the selected thing may be done to, by id. */
  get targets(): Map<string, Action> {
    return (this.selected && this.moves.get(this.selected)?.targeted) || new Map();
  }

  /** Where the selected Pokémon card may be put, if it is one. */
  get placing(): { action: Action; at: "active" | "bench" } | undefined {
    const moves = this.selected ? this.moves.get(this.selected) : undefined;
    const action = moves?.direct.find(({ type }) => type === "play_pokemon");
    return action && { action, at: this.shown?.players[this.below]?.active ? "bench" : "active" };
  }

  /** Puts the selected card where it may be put. */
  place(): void {
    if (this.placing) void this.send(this.placing.action);
  }

  /** Options of the pending choice that lie on the table, by id. */
  get options(): Map<string, ChoiceOption> {
    if (!this.live || this.busy) return new Map();
    return new Map((this.shown?.pending?.options ?? []).map((option) => [option.id, option]));
  }

  /** Touches a card, a Pokémon or the energy zone. */
  touch(id: string, card: string | undefined): void {
    this.notice = undefined;
    const action = this.targets.get(id) ?? this.moves.get(id)?.direct.find(({ type }) => type === "select_active");
    if (action) {
      void this.send(action);
    } else if (this.options.has(id)) {
      this.#choose(id);
    } else if (this.selected === id) {
      this.undo();
    } else {
      this.selected = this.moves.has(id) ? id : undefined;
      this.inspected = card ? { card, id } : undefined;
    }
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

  /** Where one is asked for, one is the answer. */
  #choose(id: string): void {
    const { min = 1, max = 1 } = this.shown?.pending ?? {};
    const only = min === 1 && max === 1;
    if (only) this.picks = [];
    this.pick(id);
    if (only) this.confirm();
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
    if (!state?.pending?.choice_id || !this.pickable) return;
    void this.send(choiceAction(state, state.pending.choice_id, [...this.picks]));
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

function causeOf(event: GameEvent, before: string | undefined): string | undefined {
  switch (event.type) {
    case "trainer_played":
      return catalogue.nameOf(event.trainer.card);
    case "ability_used":
      return event.ability;
    case "attack_used":
      return event.attack;
    case "turn_started":
    case "turn_ended":
      return undefined;
    default:
      return before;
  }
}
