import { applyPatch, type GameState, type ReplayFrame, type Verification } from "@menagerie/client";
import { Attempt } from "./attempt.svelte.js";
import { t } from "./i18n.svelte.js";
import { account, catalog, client } from "./services.svelte.js";
import { TableModel } from "./table.svelte.js";

interface Frame {
  commit: ReplayFrame;
  state: GameState;
}

/** Between two steps when playing at single speed. */
const STEP_MS = 1_100;

/** The log begins this far before the moment one jumps to. */
const LOG_FRAMES = 30;

/** A finished game to be walked through. */
export class ReplayModel {
  readonly game: string;
  readonly table: TableModel;
  speed = $state(1);
  frames: Frame[] = $state.raw([]);
  at = $state(0);
  running = $state(false);
  loading = $state(true);
  readonly attempt = new Attempt();
  verification: Verification | undefined = $state.raw();
  readonly #moved: (eventId: number) => void;

  /** Where turns begin. */
  readonly #turns: number[] = $derived(
    this.frames.flatMap(({ commit }, i) => (commit.events.some(({ type }) => type === "turn_started") ? [i] : [])),
  );

  /** @param moved hears the moment that is shown */
  constructor(game: string, moved: (eventId: number) => void) {
    this.game = game;
    this.#moved = moved;
    this.table = new TableModel({ bottomSeat: 0, speed: () => 1 / this.speed });
  }

  get current(): Frame | undefined {
    return this.frames[this.at];
  }

  async load(startAt: number | undefined): Promise<void> {
    await this.attempt.poll(async () => {
      await account.ensureSignedIn();
      await catalog.load();
      this.frames = await framesOf(this.game);
      if (this.frames.length === 0) throw new Error(t("replay.empty"));
      this.jump(startAt === undefined ? 0 : this.frames.findIndex((frame) => frame.commit.event_id >= startAt));
    });
    this.loading = false;
  }

  /** To a moment at once; what led there is in the log. */
  jump(to: number): void {
    const target = Math.max(0, Math.min(this.frames.length - 1, to));
    const frame = this.frames[target];
    if (!frame) return;
    this.running = false;
    this.at = target;
    this.table.log.clear();
    this.table.reset(
      frame.state,
      this.frames.slice(Math.max(0, target - LOG_FRAMES), target + 1).map((one) => one.commit),
    );
    this.#moved(frame.commit.event_id);
  }

  /** One action on, shown as it was. */
  forward(): void {
    const next = this.frames[this.at + 1];
    if (!next) {
      this.running = false;
      return;
    }
    this.at++;
    this.table.push(next.commit, next.state);
    this.#moved(next.commit.event_id);
  }

  step(direction: 1 | -1): void {
    this.running = false;
    if (direction > 0) this.forward();
    else this.jump(this.at - 1);
  }

  turn(direction: 1 | -1): void {
    const next =
      direction > 0 ? this.#turns.find((start) => start > this.at) : this.#turns.findLast((start) => start < this.at);
    this.jump(next ?? (direction > 0 ? this.frames.length - 1 : 0));
  }

  /** While it runs: the next step, after a while; returns what calls it off. */
  tick(): (() => void) | undefined {
    void this.at;
    if (!this.running || this.table.busy) return undefined;
    const timer = setTimeout(() => this.forward(), STEP_MS / this.speed);
    return () => clearTimeout(timer);
  }

  async verify(): Promise<void> {
    await this.attempt.run(async () => (this.verification = await client.verifyReplay(this.game)));
  }

  async download(): Promise<void> {
    await this.attempt.poll(async () => {
      const replay = await client.replay(this.game);
      const url = URL.createObjectURL(new Blob([JSON.stringify(replay, null, 1)], { type: "application/json" }));
      const link = document.createElement("a");
      link.href = url;
      link.download = `menagerie-${this.game}.json`;
      link.click();
      setTimeout(() => URL.revokeObjectURL(url), 1000);
    });
  }
}

async function framesOf(game: string): Promise<Frame[]> {
  const found: Frame[] = [];
  let state: GameState | undefined;
  for await (const commit of client.replayFrames(game)) {
    state = commit.state ?? (state && commit.patch ? applyPatch(state, commit.patch) : undefined);
    if (!state) throw new Error("The replay does not begin with a state.");
    found.push({ commit, state });
  }
  return found;
}
