import { Menagerie, Refused, Unreachable, type CardDefinition, type User } from "@menagerie/client";

/** The page's client. */
export const client = new Menagerie();

/** The signed-in user of this page. */
class Account {
  user: User | undefined = $state.raw(client.user);

  constructor() {
    client.on("credentials", (user) => {
      this.user = user;
    });
    // Another tab signed in or out.
    addEventListener("storage", () => {
      this.user = client.user;
    });
  }

  /** The signed-in user; signs in a new guest if there is none. */
  async ensureSignedIn(name?: string): Promise<User> {
    return client.user ?? (await client.signInAsGuest(name?.trim() || undefined));
  }
}

export const account = new Account();

/** All cards by id, loaded once. */
class Catalog {
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

  /** The name of the first card in a card's evolution line. */
  familyOf(card: CardDefinition): string {
    let first = card;
    for (let step = 0; step < 3 && first.type === "pokemon" && first.evolves_from; step++) {
      const before = this.#byName.get(first.evolves_from);
      if (!before) return first.evolves_from;
      first = before;
    }
    return first.name;
  }
}

export const catalog = new Catalog();

/** A failure as a sentence for the user. */
export function explain(failure: unknown): string {
  if (failure instanceof Refused) {
    switch (failure.code) {
      case "game_not_found":
        return "This game does not exist, or you may not see it.";
      case "game_full":
        return "Another player has taken that seat.";
      case "rate_limited":
        return "Too many requests. Wait a moment and try again.";
      case "unavailable":
      case "busy":
        return failure.temporary ? "The server is busy. Try again in a moment." : failure.message;
      case "unauthenticated":
        return failure.message || "Sign in first.";
      default:
        return failure.message;
    }
  }
  if (failure instanceof Unreachable) return "The server cannot be reached. Are you online?";
  if (failure instanceof Error) return failure.message;
  return String(failure);
}
