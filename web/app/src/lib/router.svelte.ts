/** Where in the page one is; every place has its own address. */
export type Route =
  | { page: "home" }
  | { page: "new" }
  | { page: "table"; game: string }
  | { page: "spectate"; game: string }
  | { page: "open" }
  | { page: "join"; game: string; code: string | undefined; rules: string | undefined }
  | { page: "watch" }
  | { page: "decks" }
  | { page: "deck"; deck: string }
  | { page: "history" }
  | { page: "replay"; game: string; at: number | undefined }
  | { page: "account" }
  | { page: "missing" };

export function routeOf(path: string, query: string): Route {
  const [first = "", second, ...more] = path.split("/").filter(Boolean).map(decoded);
  if (more.length > 0) return { page: "missing" };
  const search = new URLSearchParams(query);
  switch (first) {
    case "":
      return { page: "home" };
    case "play":
      return second ? { page: "table", game: second } : { page: "new" };
    case "watch":
      return second ? { page: "spectate", game: second } : { page: "watch" };
    case "join":
      return second
        ? { page: "join", game: second, code: search.get("code") ?? undefined, rules: search.get("rules") ?? undefined }
        : { page: "open" };
    case "decks":
      return second ? { page: "deck", deck: second } : { page: "decks" };
    case "replay":
      return second
        ? { page: "replay", game: second, at: search.has("at") ? Number(search.get("at")) : undefined }
        : { page: "missing" };
    case "history":
      return second ? { page: "missing" } : { page: "history" };
    case "account":
      return second ? { page: "missing" } : { page: "account" };
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

class Router {
  route: Route = $state.raw(routeOf(location.pathname, location.search));

  constructor() {
    addEventListener("popstate", () => this.#read());
    document.addEventListener("click", (event) => this.#follow(event));
  }

  go(href: string): void {
    history.pushState(null, "", href);
    this.#read();
    scrollTo(0, 0);
  }

  replace(href: string): void {
    history.replaceState(null, "", href);
    this.#read();
  }

  #read(): void {
    this.route = routeOf(location.pathname, location.search);
  }

  /** Plain links within the page need no loading. */
  #follow(event: MouseEvent): void {
    if (event.defaultPrevented || event.button !== 0) return;
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    const link = (event.target as Element | null)?.closest("a");
    if (!link || link.target || link.hasAttribute("download") || link.origin !== location.origin) return;
    if (link.hasAttribute("data-outside")) return;
    event.preventDefault();
    this.go(link.pathname + link.search);
  }
}

export const router = new Router();
