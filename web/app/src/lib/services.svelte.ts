import {
  memoryStore,
  Menagerie,
  Refused,
  Unreachable,
  type CardDefinition,
  type ProviderReturn,
  type User,
} from "@menagerie/client";
import { dateTime, language, t } from "./i18n.svelte.js";
import { refusalText } from "./reasons.js";
import { router } from "./router.svelte.js";

/** A page in the frame of another has nothing to do with who is signed in here. */
const embedded = router.route.page === "embed";

/** The page's client; the server is where the page is, below a proxy's path if there is one. */
export const client = new Menagerie(document.baseURI.replace(/\/[^/]*$/, ""), embedded ? { store: memoryStore() } : {});

/** Remembers on this device that the user has a password, and who must sign in again. */
const REGISTERED = "menagerie.registered";

/** The signed-in user of this page. */
class Account {
  user: User | undefined = $state.raw(client.user);
  /** The user whose session the server ended. A user with a password is not replaced by a new guest. */
  expired: { name: string; registered: boolean } | undefined = $state.raw();

  constructor() {
    this.#read();
    client.on("credentials", (user) => {
      this.user = user;
      if (user) this.expired = undefined;
    });
    client.on("expired", (user) => {
      this.expired = { name: user.name, registered: registeredName() === user.name };
    });
    // Another tab signed in or out, or found that the session has expired.
    addEventListener("storage", () => this.#read());
  }

  /** Who is signed in on this device, and who must sign in again: an earlier page may have found out. */
  #read(): void {
    this.user = client.user;
    const name = registeredName();
    if (this.user) this.expired = undefined;
    else if (name) this.expired = { name, registered: true };
    else if (this.expired?.registered) this.expired = undefined;
  }

  /**
   * The signed-in user; signs in a new guest if there is none.
   *
   * @throws SignInAgain if a registered user's session has expired
   */
  async ensureSignedIn(name?: string): Promise<User> {
    // An access token that cannot be renewed shows here, before the first call fails.
    if (client.user) await client.accessToken().catch(() => undefined);
    if (client.user) return client.user;
    if (this.expired?.registered) throw new SignInAgain(this.expired.name);
    return client.signInAsGuest(name?.trim() || undefined);
  }

  /** Signs in as a new guest, also in place of a registered user whose session has expired. */
  async continueAsGuest(name: string): Promise<void> {
    await client.signInAsGuest(name.trim() || undefined);
    setRegisteredName(undefined);
  }

  async login(name: string, password: string): Promise<void> {
    setRegisteredName((await client.login(name, password)).name);
  }

  async register(name: string, password: string): Promise<void> {
    setRegisteredName((await client.register(name, password)).name);
  }

  /** Makes an account of the guest. */
  async upgrade(name: string, password: string): Promise<void> {
    setRegisteredName((await client.upgradeGuest(name, password)).name);
  }

  /** Signs in with what came back from the provider. */
  async finishAtProvider(back: ProviderReturn): Promise<void> {
    setRegisteredName((await client.finishProviderSignIn(back)).name);
  }

  /** Links the person at the provider; a guest has an account then. */
  async link(back: ProviderReturn): Promise<void> {
    setRegisteredName((await client.linkIdentity(back)).name);
  }

  async rename(name: string): Promise<void> {
    const user = await client.changeName(name);
    if (!user.guest) setRegisteredName(user.name);
  }

  /** Deletes the user for good. */
  async delete(password: string): Promise<void> {
    await client.deleteAccount(password || undefined);
    setRegisteredName(undefined);
  }

  async logout(): Promise<void> {
    setRegisteredName(undefined);
    await client.logout();
  }
}

/** A registered user's session has expired. */
export class SignInAgain extends Error {
  constructor(name: string) {
    super(t("account.expired", { name }));
    this.name = "SignInAgain";
  }
}

function registeredName(): string | undefined {
  if (embedded) return undefined;
  try {
    return localStorage.getItem(REGISTERED) ?? undefined;
  } catch {
    return undefined;
  }
}

function setRegisteredName(name: string | undefined): void {
  try {
    if (name) localStorage.setItem(REGISTERED, name);
    else localStorage.removeItem(REGISTERED);
  } catch {
    // Storage is forbidden: an expired session then continues as a guest.
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
    const first = this.firstOf(card);
    return first.type === "pokemon" && first.evolves_from ? first.evolves_from : first.name;
  }

  /** The first card of a line of evolution, as far as it is known here. */
  firstOf(card: CardDefinition): CardDefinition {
    let first = card;
    for (let step = 0; step < 3 && first.type === "pokemon" && first.evolves_from; step++) {
      const before = this.#byName.get(first.evolves_from);
      if (!before) break;
      first = before;
    }
    return first;
  }
}

export const catalog = new Catalog();

/** A failure as a sentence for the user. */
export function explain(failure: unknown): string {
  if (failure instanceof Refused) {
    const rule = refusalText(failure);
    if (rule) return rule;
    const until = failure.code === "banned" ? failure.details["until"] : undefined;
    if (typeof until === "string") return t("error.banned_until", { until: dateTime(until) });
    if (failure.code === "unavailable" && !failure.temporary) return failure.message;
    return language.has(`error.${failure.code}`) ? language.format(`error.${failure.code}`, {}) : failure.message;
  }
  if (failure instanceof Unreachable) return t("error.unreachable");
  return failure instanceof Error ? failure.message : String(failure);
}
