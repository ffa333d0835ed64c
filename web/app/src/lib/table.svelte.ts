import {
  Refused,
  type Action,
  type ChoiceOption,
  type Commit,
  type GameEvent,
  type GameState,
  type Seat,
} from "@menagerie/client";
import { EventAnimator } from "./event-animator.svelte.js";
import { glossary } from "./glossary.svelte.js";
import { t } from "./i18n.svelte.js";
import { GameLog } from "./game-log.svelte.js";
import { choiceAction, movesBySource, type Moves } from "./moves.js";
import { SceneQueue } from "./scene-queue.svelte.js";
import { optionsOf, Selection, takesOne } from "./selection.svelte.js";
import { explain } from "./services.svelte.js";

export interface TableOptions {
  /** Sends an action; absent on a table that is only watched. */
  act?: (action: Action, state: GameState) => Promise<unknown>;
  /** The seat drawn at the bottom when the viewer has none. */
  bottomSeat?: Seat;
  /** Animation durations as a factor; 0 shows results at once. */
  speed?: () => number;
}

interface FaceDown {
  active: boolean;
  bench: number;
}

const nothingHidden = (): FaceDown => ({ active: false, bench: 0 });

/** What one table shows, and the actions of its player. Knows nothing of connections. */
export class TableModel {
  /** The state on the table; it may be a moment behind the newest one. */
  shown: GameState | undefined = $state.raw();
  sending: boolean = $state(false);
  notice: string | undefined = $state();
  /** Cards that lie face down during setup, by seat; the state does not show them. */
  faceDown: [FaceDown, FaceDown] = $state([nothingHidden(), nothingHidden()]);
  readonly selection = new Selection();
  readonly log = new GameLog();
  readonly animator: EventAnimator;
  readonly #scenes: SceneQueue;
  readonly #options: TableOptions;
  /** What the player may do now, by the card to touch. */
  readonly moves: Map<string, Moves> = $derived(this.shown && this.ready ? movesBySource(this.shown) : new Map());

  constructor(options: TableOptions = {}) {
    this.#options = options;
    this.animator = new EventAnimator(() => (this.#scenes.behind || document.hidden ? 0 : (options.speed?.() ?? 1)));
    this.#scenes = new SceneQueue({
      begin: ({ commit, state }) => {
        if (this.shown) this.log.rememberNames(this.shown);
        this.log.rememberNames(state);
        if (commit) this.log.addClockNote(commit, state);
      },
      animate: async (event, after) => {
        this.log.addEvents([event], after);
        this.#hide(event);
        await this.animator.show(event, this.shown);
      },
      show: (state) => this.#show(state),
      pause: (millis) => this.animator.pause(millis),
    });
  }

  /** Whether the viewer plays at this table. */
  get live(): boolean {
    return this.#options.act !== undefined;
  }

  /** Whether events are being shown; acting waits for them. */
  get busy(): boolean {
    return this.#scenes.playing;
  }

  /** The seat drawn at the bottom. */
  get below(): Seat {
    return this.shown?.viewer.seat ?? this.#options.bottomSeat ?? 0;
  }

  /** Whether the player may act now. */
  get acting(): boolean {
    return this.live && !this.busy && (this.shown?.legal_actions.length ?? 0) > 0;
  }

  /** Whether the table can be touched: what was possible before an action that is on its way may not be after it. */
  get ready(): boolean {
    return this.acting && !this.sending;
  }

  // ---- states and commits ----

  /** Replaces the state; missed commits go to the log without animations. */
  reset(state: GameState, missed: Commit[] = []): void {
    const newest = this.#scenes.newest ?? this.shown;
    if (this.busy && missed.length === 0 && newest?.event_id === state.event_id && newest.epoch === state.epoch) {
      // The same version with another deadline: the current animation goes on.
      this.#scenes.push({ commit: undefined, state });
      return;
    }
    this.#scenes.clear();
    this.log.rememberNames(state);
    for (const commit of missed) {
      for (const event of commit.events) this.#hide(event);
      this.log.addEvents(commit.events, state);
      this.log.addClockNote(commit, state);
    }
    this.#show(state);
  }

  /** Shows a commit after those that came before it. */
  push(commit: Commit, state: GameState): void {
    this.#scenes.push({ commit, state });
  }

  stop(): void {
    this.#scenes.stop();
  }

  #show(state: GameState): void {
    glossary.rules = state.rules;
    if (this.shown?.event_id !== state.event_id || this.shown.epoch !== state.epoch) this.undo();
    this.shown = state;
  }

  /** Counts face-down cards until they are revealed. */
  #hide(event: GameEvent): void {
    if (event.type === "pokemon_placed" && !event.card) {
      const hidden = this.faceDown[event.player];
      if (event.active) hidden.active = true;
      else hidden.bench++;
    } else if (event.type === "pokemon_revealed") {
      this.faceDown[event.player] = nothingHidden();
    }
  }

  // ---- actions ----

  /** The actions of the selected card, by the id of their target. */
  get targets(): Map<string, Action> {
    const { selected } = this.selection;
    return (selected && this.moves.get(selected)?.targeted) || new Map();
  }

  /** Where the selected card can be put into play. */
  get placing(): { action: Action; at: "active" | "bench" } | undefined {
    const { selected } = this.selection;
    const moves = selected ? this.moves.get(selected) : undefined;
    const action = moves?.direct.find(({ type }) => type === "play_pokemon");
    return action && { action, at: this.shown?.players[this.below]?.active ? "bench" : "active" };
  }

  /** Puts the selected card into play. */
  place(): void {
    if (this.placing) void this.send(this.placing.action);
  }

  /** The options of the pending choice that lie on the table, by id. */
  get options(): Map<string, ChoiceOption> {
    return this.ready ? optionsOf(this.shown?.pending) : new Map();
  }

  /** A tap on a card, a Pokémon or the energy zone: acts, picks, selects or deselects. */
  touch(id: string, card: string | undefined): void {
    this.notice = undefined;
    const action = this.targets.get(id) ?? this.moves.get(id)?.direct.find(({ type }) => type === "select_active");
    if (action) {
      void this.send(action);
    } else if (this.options.has(id)) {
      this.#choose(id);
    } else if (this.selection.selected === id) {
      this.undo();
    } else {
      this.selection.selected = this.moves.has(id) ? id : undefined;
      this.selection.inspected = card ? { card, id } : undefined;
    }
  }

  /** Drops everything that was selected but not sent. */
  undo(): void {
    this.selection.clear();
    this.notice = undefined;
  }

  #choose(id: string): void {
    const pending = this.shown?.pending;
    if (!pending) return;
    const one = takesOne(pending);
    if (one) this.selection.picks = [];
    this.pick(id);
    if (one) this.confirm();
  }

  /** Picks or unpicks an option. */
  pick(id: string): void {
    const pending = this.shown?.pending;
    if (pending?.options && !this.sending) this.selection.toggle(id, pending);
  }

  get pickable(): boolean {
    return this.selection.completes(this.shown?.pending);
  }

  /** Sends the picked options. */
  confirm(): void {
    const state = this.shown;
    if (!state?.pending?.choice_id || !this.pickable) return;
    void this.send(choiceAction(state, state.pending.choice_id, [...this.selection.picks]));
  }

  async send(action: Action): Promise<void> {
    const state = this.shown;
    const act = this.#options.act;
    if (!state || !act || this.sending) return;
    this.sending = true;
    this.selection.selected = undefined;
    this.selection.inspected = undefined;
    this.notice = undefined;
    try {
      await act(action, state);
      this.selection.picks = [];
    } catch (failure) {
      this.notice =
        failure instanceof Refused && failure.code === "stale_version" ? t("error.stale_version") : explain(failure);
    } finally {
      this.sending = false;
    }
  }
}
