import type { Commit, GameEvent, GameState } from "@menagerie/client";

/** With more waiting commits than this, animations are skipped to catch up. */
const CATCH_UP_ABOVE = 5;

/** Pause between two commits in milliseconds, so that they are seen one after the other. */
const BETWEEN_COMMITS_MS = 90;

/** One step to show: the events of a commit, then the state they lead to. */
export interface Scene {
  commit: Commit | undefined;
  state: GameState;
}

/** Receives the scenes of a {@link SceneQueue} in order. */
export interface SceneTarget {
  /** Shows one event of the commit that leads to `after`; resolves when its animation is over. */
  animate(event: GameEvent, after: GameState): Promise<void>;
  /** A commit is about to be shown. */
  begin(scene: Scene): void;
  /** All events of a scene were shown. */
  show(state: GameState): void;
  /** Waits for `millis` milliseconds at the chosen speed. */
  pause(millis: number): Promise<void>;
}

/** Plays commits one after the other, so that the table shows each event before its result. */
export class SceneQueue {
  /** Whether a scene is being shown. */
  playing = $state(false);
  readonly #target: SceneTarget;
  #waiting: Scene[] = [];
  /** The state that the current scene leads to; a reset replaces it. */
  #next: GameState | undefined;
  #stopped = false;

  constructor(target: SceneTarget) {
    this.#target = target;
  }

  /** Whether animations are to be skipped. */
  get behind(): boolean {
    return this.#waiting.length > CATCH_UP_ABOVE;
  }

  /** The newest state that is queued or being shown. */
  get newest(): GameState | undefined {
    return this.#waiting.at(-1)?.state ?? this.#next;
  }

  push(scene: Scene): void {
    this.#waiting.push(scene);
    if (!this.playing) void this.#play();
  }

  /** Drops everything that is queued, including the result of the current scene. */
  clear(): void {
    this.#waiting = [];
    this.#next = undefined;
  }

  stop(): void {
    this.#stopped = true;
    this.#waiting = [];
  }

  async #play(): Promise<void> {
    this.playing = true;
    try {
      for (let scene = this.#waiting.shift(); scene && !this.#stopped; scene = this.#waiting.shift()) {
        await this.#perform(scene);
      }
    } finally {
      this.playing = false;
    }
  }

  async #perform(scene: Scene): Promise<void> {
    this.#next = scene.state;
    this.#target.begin(scene);
    for (const event of scene.commit?.events ?? []) await this.#target.animate(event, scene.state);
    if (this.#next === scene.state) this.#target.show(scene.state);
    this.#next = undefined;
    await this.#target.pause(BETWEEN_COMMITS_MS);
  }
}
