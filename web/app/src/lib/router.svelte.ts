/** A page and its parameters; every page has its own address. */
export type Route =
  | { page: "home" }
  | { page: "new" }
  | { page: "table"; game: string }
  | { page: "spectate"; game: string }
  | { page: "lobby" }
  | { page: "ladder" }
  | { page: "players" }
  | { page: "campaign" }
  | { page: "puzzle"; day: string }
  | { page: "tournaments" }
  | { page: "tournament"; tournament: string }
  | { page: "join"; game: string; code: string | undefined; rules: string | undefined; host: string | undefined }
  | { page: "watch" }
  | { page: "decks" }
  | { page: "deck"; deck: string }
  | { page: "history" }
  | { page: "statistics" }
  | { page: "replay"; game: string; at: number | undefined }
  | { page: "embed"; game: string; at: number | undefined }
  | { page: "account" }
  | { page: "signed_in" }
  | { page: "rules" }
  | { page: "missing" };

export function routeOf(path: string, query: string): Route {
  const [first = "", second, third, ...more] = path.split("/").filter(Boolean).map(decoded);
  const search = new URLSearchParams(query);
  const at = search.has("at") ? Number(search.get("at")) : undefined;
  if (first === "embed" && second === "replays" && third && more.length === 0)
    return { page: "embed", game: third, at };
  if (third !== undefined) return { page: "missing" };
  switch (first) {
    case "":
      return { page: "home" };
    case "play":
      return second ? { page: "table", game: second } : { page: "new" };
    case "watch":
      return second ? { page: "spectate", game: second } : { page: "watch" };
    case "join":
      return second
        ? {
            page: "join",
            game: second,
            code: search.get("code") ?? undefined,
            rules: search.get("rules") ?? undefined,
            host: search.get("host") ?? undefined,
          }
        : { page: "lobby" };
    case "decks":
      return second ? { page: "deck", deck: second } : { page: "decks" };
    case "replay":
      return second ? { page: "replay", game: second, at } : { page: "missing" };
    case "lobby":
      return second ? { page: "missing" } : { page: "lobby" };
    case "players":
      return second ? { page: "missing" } : { page: "players" };
    case "campaign":
      return second ? { page: "missing" } : { page: "campaign" };
    case "puzzle":
      return { page: "puzzle", day: second ?? "today" };
    case "tournaments":
      return second ? { page: "tournament", tournament: second } : { page: "tournaments" };
    case "ladder":
      return second ? { page: "missing" } : { page: "ladder" };
    case "statistics":
      return second ? { page: "missing" } : { page: "statistics" };
    case "history":
      return second ? { page: "missing" } : { page: "history" };
    case "account":
      return second ? { page: "missing" } : { page: "account" };
    case "signed-in":
      return second ? { page: "missing" } : { page: "signed_in" };
    case "rulebook":
      return second ? { page: "missing" } : { page: "rules" };
    default:
      return { page: "missing" };
  }
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

/** The path that the page is served below, without a slash at its end: empty, or a proxy's prefix. */
const base = new URL(document.baseURI).pathname.replace(/\/[^/]*$/, "");

class Router {
  route: Route = $state.raw(currentRoute());

  constructor() {
    addEventListener("popstate", () => this.#read());
    document.addEventListener("click", (event) => this.#follow(event));
  }

  /** The address of a path of the page. */
  href(path: string): string {
    return base + path;
  }

  /** The absolute address of a path of the page, to be shared. */
  link(path: string): string {
    return location.origin + base + path;
  }

  go(path: string): void {
    history.pushState(null, "", this.href(path));
    this.#read();
    scrollTo(0, 0);
  }

  replace(path: string): void {
    history.replaceState(null, "", this.href(path));
    this.#read();
  }

  #read(): void {
    this.route = currentRoute();
  }

  /** Follows links to the page without loading it again. */
  #follow(event: MouseEvent): void {
    if (event.defaultPrevented || event.button !== 0) return;
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    const link = (event.target as Element | null)?.closest("a");
    if (!link || link.target || link.hasAttribute("download") || link.origin !== location.origin) return;
    if (link.hasAttribute("data-outside") || !link.pathname.startsWith(`${base}/`)) return;
    event.preventDefault();
    this.go(link.pathname.slice(base.length) + link.search);
  }
}

function currentRoute(): Route {
  const { pathname, search } = location;
  return routeOf(pathname.startsWith(base) ? pathname.slice(base.length) : pathname, search);
}

export const router = new Router();
