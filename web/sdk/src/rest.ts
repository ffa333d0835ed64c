import { RequestRefused, Unreachable } from "./errors.js";
import type { Calls, Problem } from "./wire.js";

/** Longer than the server takes for anything over REST; then the network is the problem. */
const REQUEST_TIMEOUT_MS = 15_000;

type Places<Path extends string> = Path extends `${string}{${infer Place}}${infer More}`
  ? { [Name in Place]: string } & Places<More>
  : unknown;

/** What a call needs: the places in its path, its body, and whatever it may have besides. */
export type Asked<Name extends keyof Calls> = Places<Name> &
  (Calls[Name]["body"] extends undefined ? { body?: undefined } : { body: Calls[Name]["body"] }) & {
    query?: Record<string, string | undefined>;
    headers?: Record<string, string>;
  };

type Item<Name extends keyof Calls> = Calls[Name]["answer"] extends { items: (infer One)[] } ? One : never;

/** Whose token goes along. */
export interface Bearer {
  accessToken(): Promise<string | undefined>;
  /** Another token than the one that was refused, if there is one to be had. */
  tokenAfter(refused: string): Promise<string | undefined>;
}

/** Makes REST calls as the server's document describes them. */
export class Rest {
  readonly #url: string;
  readonly #bearer: Bearer | undefined;

  constructor(url: string, bearer?: Bearer) {
    this.#url = url;
    this.#bearer = bearer;
  }

  async call<Name extends keyof Calls>(name: Name, asked: Asked<Name>): Promise<Calls[Name]["answer"]> {
    const token = await this.#bearer?.accessToken();
    let response = await this.#fetch(name, asked, token);
    if (response.status === 401 && token) {
      response = await this.#fetch(name, asked, await this.#bearer?.tokenAfter(token));
    }
    if (!response.ok) throw await refusalOf(response);
    return (response.status === 204 ? undefined : await response.json()) as Calls[Name]["answer"];
  }

  /** Everything a list has, page by page. */
  async *all<Name extends keyof Calls>(name: Name, asked: Asked<Name>, cursorName = "cursor"): AsyncGenerator<Item<Name>> {
    let cursor: string | undefined;
    do {
      const query = { ...asked.query, [cursorName]: cursor };
      const page = (await this.call(name, { ...asked, query })) as { items: Item<Name>[]; next_cursor?: string };
      yield* page.items;
      cursor = page.next_cursor;
    } while (cursor);
  }

  /** The whole of a list. */
  async list<Name extends keyof Calls>(name: Name, asked: Asked<Name>): Promise<Item<Name>[]> {
    const items: Item<Name>[] = [];
    for await (const item of this.all(name, asked)) items.push(item);
    return items;
  }

  async #fetch<Name extends keyof Calls>(name: Name, asked: Asked<Name>, token: string | undefined): Promise<Response> {
    const [method, template] = name.split(" ") as [string, string];
    const places = asked as Record<string, unknown>;
    const path = template.replace(/\{(\w+)\}/g, (_, place: string) => encodeURIComponent(String(places[place])));
    const query = new URLSearchParams(Object.entries(asked.query ?? {}).filter((entry): entry is [string, string] => entry[1] !== undefined));
    const headers: Record<string, string> = { Accept: "application/json", ...asked.headers };
    if (asked.body !== undefined) headers["Content-Type"] = "application/json";
    if (token) headers["Authorization"] = `Bearer ${token}`;
    try {
      return await fetch(this.#url + path + (query.size > 0 ? `?${query}` : ""), {
        method,
        headers,
        signal: AbortSignal.timeout(REQUEST_TIMEOUT_MS),
        ...(asked.body === undefined ? {} : { body: JSON.stringify(asked.body) }),
      });
    } catch (failure) {
      throw new Unreachable(failure);
    }
  }
}

async function refusalOf(response: Response): Promise<RequestRefused> {
  // Without JSON it is not from the game server itself: a proxy's page, or nothing at all.
  const problem = (await response.json().catch(() => ({}))) as Partial<Problem>;
  const code = problem.code ?? (response.status === 404 ? "not_found" : "internal");
  return new RequestRefused(response.status, { ...problem, code }, response.headers.get("Retry-After"));
}
