import { RequestRefused, Unreachable } from "./errors.js";
import type { Calls, Problem } from "./wire.js";

/** Longer than the server takes for any call; after that the network is at fault. */
const REQUEST_TIMEOUT_MS = 15_000;

type PathParameters<Path extends string> = Path extends `${string}{${infer Name}}${infer Rest}`
  ? { [Parameter in Name]: string } & PathParameters<Rest>
  : unknown;

/** The input of a call: path parameters, body, and optional query and headers. */
export type CallInput<Name extends keyof Calls> = PathParameters<Name> &
  (Calls[Name]["body"] extends undefined ? { body?: undefined } : { body: Calls[Name]["body"] }) & {
    query?: Record<string, string | undefined>;
    headers?: Record<string, string>;
  };

type Item<Name extends keyof Calls> = Calls[Name]["answer"] extends { items: (infer Element)[] } ? Element : never;

/** Supplies the tokens token of a call. */
export interface TokenSource {
  accessToken(): Promise<string | undefined>;
  /** A token other than `refused`, if there is one. */
  tokenAfter(refused: string): Promise<string | undefined>;
}

/** Makes the REST calls of the server's OpenAPI document. */
export class RestClient {
  readonly #url: string;
  readonly #tokens: TokenSource | undefined;

  constructor(url: string, tokens?: TokenSource) {
    this.#url = url;
    this.#tokens = tokens;
  }

  async call<Name extends keyof Calls>(name: Name, input: CallInput<Name>): Promise<Calls[Name]["answer"]> {
    const token = await this.#tokens?.accessToken();
    let response = await this.#fetch(name, input, token);
    if (response.status === 401 && token) {
      response = await this.#fetch(name, input, await this.#tokens?.tokenAfter(token));
    }
    if (!response.ok) throw await toRefusal(response);
    return (response.status === 204 ? undefined : await response.json()) as Calls[Name]["answer"];
  }

  /** Yields all items of a list, page by page. */
  async *all<Name extends keyof Calls>(
    name: Name,
    input: CallInput<Name>,
    cursorName = "cursor",
  ): AsyncGenerator<Item<Name>> {
    let cursor: string | undefined;
    do {
      const query = { ...input.query, [cursorName]: cursor };
      const page = (await this.call(name, { ...input, query })) as { items: Item<Name>[]; next_cursor?: string };
      yield* page.items;
      cursor = page.next_cursor;
    } while (cursor);
  }

  /** All items of a list. */
  async list<Name extends keyof Calls>(name: Name, input: CallInput<Name>): Promise<Item<Name>[]> {
    const items: Item<Name>[] = [];
    for await (const item of this.all(name, input)) items.push(item);
    return items;
  }

  async #fetch<Name extends keyof Calls>(
    name: Name,
    input: CallInput<Name>,
    token: string | undefined,
  ): Promise<Response> {
    const [method, template] = name.split(" ") as [string, string];
    const parameters = input as Record<string, unknown>;
    const path = template.replace(/\{(\w+)\}/g, (_, parameter: string) =>
      encodeURIComponent(String(parameters[parameter])),
    );
    const query = new URLSearchParams(
      Object.entries(input.query ?? {}).filter((entry): entry is [string, string] => entry[1] !== undefined),
    );
    const headers: Record<string, string> = { Accept: "application/json", ...input.headers };
    if (input.body !== undefined) headers["Content-Type"] = "application/json";
    if (token) headers["Authorization"] = `Bearer ${token}`;
    try {
      return await fetch(this.#url + path + (query.size > 0 ? `?${query}` : ""), {
        method,
        headers,
        signal: AbortSignal.timeout(REQUEST_TIMEOUT_MS),
        ...(input.body === undefined ? {} : { body: JSON.stringify(input.body) }),
      });
    } catch (failure) {
      throw new Unreachable(failure);
    }
  }
}

async function toRefusal(response: Response): Promise<RequestRefused> {
  // A body without JSON is not from the game server: it is a proxy's page, or empty.
  const problem = (await response.json().catch(() => ({}))) as Partial<Problem>;
  const code = problem.code ?? (response.status === 404 ? "not_found" : "internal");
  return new RequestRefused(response.status, { ...problem, code }, response.headers.get("Retry-After"));
}
