import type { Action, GameState, Puzzle, PuzzleCommit, PuzzleStatus } from "@menagerie/client";
import { Attempt } from "./attempt.svelte.js";
import { account, catalog, client } from "./services.svelte.js";
import { speed } from "./speed.svelte.js";
import { TableModel } from "./table.svelte.js";

/** The puzzle of a day on the table: the server plays the whole line again for every action. */
export class PuzzleModel {
  readonly table: TableModel;
  readonly attempt = new Attempt();
  puzzle: Puzzle | undefined = $state.raw();
  status: PuzzleStatus = $state("open");
  streak = $state(0);
  /** Whether solving the puzzle would add to the streak: it is today's, and neither solved nor looked up. */
  counts = $state(false);
  /** Whether the solution is shown, and nothing can be played. */
  showing = $state(false);
  readonly #day: string;
  #line: Action[] = [];

  /** @param day `today`, or a date */
  constructor(day: string) {
    this.#day = day;
    this.table = new TableModel({ act: (action) => this.#act(action), speed: () => speed.factor });
  }

  /** Whether the verdict can be told: everything has been shown. */
  get over(): boolean {
    return this.status !== "open" && !this.table.busy;
  }

  async load(): Promise<void> {
    await this.attempt.run(async () => {
      await account.ensureSignedIn();
      await catalog.load();
      const puzzle = await client.puzzle(this.#day);
      this.puzzle = puzzle;
      this.streak = puzzle.streak;
      const today = new Date().toISOString().slice(0, 10);
      this.counts = puzzle.day === today && !puzzle.solved_at && !puzzle.solution_seen_at;
      this.restart();
    });
  }

  restart(): void {
    if (!this.puzzle) return;
    this.#line = [];
    this.status = "open";
    this.showing = false;
    this.table.log.clear();
    this.table.reset(this.puzzle.state);
  }

  /** Plays the solution from the start. */
  async show(): Promise<void> {
    const { puzzle } = this;
    if (!puzzle) return;
    await this.attempt.run(async () => {
      const steps = await client.puzzleSolution(puzzle.day);
      this.counts = false;
      this.restart();
      this.showing = true;
      for (const { commits, state } of steps) this.#push(commits, withoutMoves(state));
    });
  }

  async #act(action: Action): Promise<void> {
    const { puzzle } = this;
    if (!puzzle || this.showing) return;
    const line = [...this.#line, action];
    const { commits, state, status, streak } = await client.tryPuzzle(puzzle.day, line);
    this.#line = line;
    this.status = status;
    this.streak = streak;
    if (status === "solved") this.counts = false;
    this.#push(commits, state);
  }

  /** The opponent's answers are shown with the action that they answer. */
  #push(commits: PuzzleCommit[], state: GameState): void {
    const [first] = commits;
    if (first) this.table.push({ ...first, events: commits.flatMap(({ events }) => events) }, state);
  }
}

/** A position to look at. */
function withoutMoves(state: GameState): GameState {
  return { ...state, legal_actions: [], pending: null };
}
