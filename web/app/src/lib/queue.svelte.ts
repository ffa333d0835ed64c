import type { NewTicket, SessionEvents, Ticket } from "@menagerie/client";
import { router } from "./router.svelte.js";
import { client } from "./services.svelte.js";

/** Remembers in this tab that the user waits, so that other visits ask for no ticket. */
const KEY = "menagerie.queued";

/** A sign of life well within the server's 30 seconds, and a newer estimate. */
const REFRESH_MS = 10_000;

/** The user's place in the queue for an opponent. */
class Queue {
  /** The ticket while it waits. */
  ticket: Ticket | undefined = $state.raw();
  /** A game that was found while the user was at another table or in another tab. */
  found: { game: string; opponent: string } | undefined = $state.raw();
  /** The server dropped the ticket. */
  lost = $state(false);
  #timer: ReturnType<typeof setInterval> | undefined;

  async start(ticket: NewTicket): Promise<void> {
    this.lost = false;
    this.found = undefined;
    remember(true);
    try {
      this.#use(await client.matchmaking.queue(ticket));
    } catch (failure) {
      remember(false);
      throw failure;
    }
  }

  /** Stops waiting. A pair that was made at this moment is kept, and its game follows. */
  async stop(): Promise<void> {
    await client.matchmaking.leave();
    this.#end();
  }

  /** Asks for the state of the ticket if this tab waits. */
  async refresh(): Promise<void> {
    if (!remembered()) return;
    try {
      const ticket = await client.matchmaking.ticket();
      this.lost = !ticket;
      this.#use(ticket);
    } catch {
      // The next refresh, or the server's message, tells.
    }
  }

  receive(match: SessionEvents["match"]): void {
    if (match.game_id) this.#matched(match.game_id, match.opponent_name);
  }

  clear(): void {
    this.#end();
    this.found = undefined;
    this.lost = false;
  }

  #use(ticket: Ticket | undefined): void {
    if (ticket?.status === "matched" && ticket.game_id) this.#matched(ticket.game_id, "");
    else if (ticket) {
      this.ticket = ticket;
      this.#timer ??= setInterval(() => void this.refresh(), REFRESH_MS);
    } else this.#end();
  }

  #matched(game: string, opponent: string): void {
    const here = remembered();
    this.#end();
    const { page } = router.route;
    const path = `/play/${game}`;
    if (page === "table" && router.route.game === game) return;
    if (here && page !== "table") router.go(path);
    else this.found = { game, opponent };
  }

  #end(): void {
    clearInterval(this.#timer);
    this.#timer = undefined;
    this.ticket = undefined;
    remember(false);
  }
}

/** Without storage the tab forgets its ticket when it is loaded again; the server's message still tells of the game. */
function remember(queued: boolean): void {
  memory = queued;
  try {
    if (queued) sessionStorage.setItem(KEY, "yes");
    else sessionStorage.removeItem(KEY);
  } catch {
    // The variable serves this page.
  }
}

let memory = false;

function remembered(): boolean {
  try {
    return memory || sessionStorage.getItem(KEY) !== null;
  } catch {
    return memory;
  }
}

export const queue = new Queue();
