import { Menagerie, Refused, Unreachable, type CardDefinition, type User } from "@menagerie/client";

/** The one client of this page, and who is signed in with it. */
export const client = new Menagerie();

class Account {
  user: User | undefined = $state.raw(client.user);

  constructor() {
    client.on("credentials", (user) => {
      this.user = user;
    });
    // Signed in or out in another tab.
    addEventListener("storage", () => {
      this.user = client.user;
    });
  }

  /** Somebody to play as: whoever is signed in, else a new guest. */
  async somebody(name?: string): Promise<User> {
    return client.user ?? (await client.signInAsGuest(name?.trim() || undefined));
  }
}

export const account = new Account();

/** Every card there is, by id; loaded once. */
class Catalogue {
  #byId: Map<string, CardDefinition> = $state.raw(new Map());
  #byName = new Map<string, CardDefinition>();
  #loading: Promise<void> | undefined;

  get all(): CardDefinition[] {
    return [...this.#byId.values()];
  }

  load(): Promise<void> {
    this.#loading ??= client.cards().then(
      (cards) => this.use(cards),
      (failure) => {
        this.#loading = undefined;
        throw failure;
      },
    );
    return this.#loading;
  }

  use(cards: CardDefinition[]): void {
    this.#byName = new Map(cards.map((card) => [card.name, card]));
    this.#byId = new Map(cards.map((card) => [card.id, card]));
  }

  get(id: string): CardDefinition | undefined {
    return this.#byId.get(id);
  }

  nameOf(id: string): string {
    return this.get(id)?.name ?? id;
  }

  /** The name that a card's line of evolution begins with. */
  familyOf(card: CardDefinition): string {
    let at = card;
    for (let step = 0; step < 3 && at.type === "pokemon" && at.evolves_from; step++) {
      const before = this.#byName.get(at.evolves_from);
      if (!before) return at.evolves_from;
      at = before;
    }
    return at.name;
  }
}

export const catalogue = new Catalogue();

/** What to tell a person about a failure. */
export function explain(failure: unknown): string {
  if (failure instanceof Refused) {
    switch (failure.code) {
      case "game_not_found":
        return "There is no such game, or it is not yours to see.";
      case "game_full":
        return "Somebody else has taken that seat.";
      case "rate_limited":
        return "That was a little fast. Wait a moment and try again.";
      case "unavailable":
      case "busy":
        return failure.passing ? "The server is busy. Try again in a moment." : failure.message;
      case "unauthenticated":
        return failure.message || "Sign in first.";
      default:
        return failure.message;
    }
  }
  if (failure instanceof Unreachable) return "The server cannot be reached. Is it running, and are you online?";
  if (failure instanceof Error) return failure.message;
  return String(failure);
}
