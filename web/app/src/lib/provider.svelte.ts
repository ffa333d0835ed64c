import { RequestRefused } from "@menagerie/client";
import { router } from "./router.svelte.js";
import { account, client } from "./services.svelte.js";

/** What the browser remembers while the user is at the provider's pages; only in this tab. */
const PENDING = "menagerie.provider";

interface Pending {
  signIn: string;
  /** Whether the identity is linked to the user who is signed in. */
  link: boolean;
}

/** How a sign-in at the provider ended. */
export type ProviderResult = "signed_in" | "linked" | "taken" | "cancelled" | "again";

/** The OpenID Connect provider that users may sign in through, if the server has one. */
class Provider {
  /** What players know it by; undefined: there is none, or it is not known yet. */
  name: string | undefined = $state();
  #asked = false;

  /** Asks the server once. */
  async load(): Promise<void> {
    if (this.#asked) return;
    this.#asked = true;
    try {
      this.name = (await client.signInProvider()).name;
    } catch {
      this.#asked = false;
    }
  }

  /**
   * Leaves the page for the provider's.
   *
   * @param link whether the signed-in user keeps the account; else the provider's user is signed in
   */
  async leave(link: boolean): Promise<void> {
    const begun = await client.beginProviderSignIn(link);
    sessionStorage.setItem(PENDING, JSON.stringify({ signIn: begun.sign_in, link } satisfies Pending));
    location.assign(begun.authorization_url);
  }

  /** Finishes what the address of the page says, once: the address is forgotten at once. */
  async comeBack(): Promise<ProviderResult> {
    const answer = new URLSearchParams(location.search);
    const pending = takePending();
    // The router is not told: it would open the page anew, without an answer.
    history.replaceState(null, "", router.href("/signed-in"));
    const [state, code, iss] = ["state", "code", "iss"].map((name) => answer.get(name) ?? undefined);
    if (answer.has("error")) return "cancelled";
    if (!pending || !state || !code) return "again";
    const back = { sign_in: pending.signIn, state, code, ...(iss && { iss }) };
    try {
      await (pending.link ? account.link(back) : account.finishAtProvider(back));
      return pending.link ? "linked" : "signed_in";
    } catch (failure) {
      if (failure instanceof RequestRefused && failure.code === "identity_taken") return "taken";
      if (failure instanceof RequestRefused && "reason" in failure.details) return "again";
      throw failure;
    }
  }
}

function takePending(): Pending | undefined {
  const text = sessionStorage.getItem(PENDING);
  sessionStorage.removeItem(PENDING);
  return text ? (JSON.parse(text) as Pending) : undefined;
}

export const provider = new Provider();
