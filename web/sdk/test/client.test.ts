import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { Menagerie, memoryStore, RequestRefused, Unreachable } from "../src/index.js";
import { FakeServer } from "./fake-server.js";

let server: FakeServer;

beforeEach(async () => {
  server = await FakeServer.open();
});

afterEach(() => server.close());

describe("a client", () => {
  it("signs in and sends its token", async () => {
    const client = new Menagerie(server.url);
    expect(await client.signInAsGuest("Ada")).toEqual({ id: "me", name: "Ada" });
    await client.decks();
    expect(server.requests[0]).toMatchObject({ path: "/decks", token: "access-1" });
  });

  it("renews an old token once, however many calls need it", async () => {
    const client = new Menagerie(server.url);
    await client.signInAsGuest();
    server.goodToken = "elsewhere";
    await Promise.all([client.decks(), client.activeGames(), client.openGames()]);
    expect(server.renewals).toBe(1);
  });

  it("renews a token before it expires", async () => {
    server.expiresIn = 5;
    const client = new Menagerie(server.url);
    await client.signInAsGuest();
    server.expiresIn = 3600;
    await client.decks();
    expect(server.renewals).toBe(1);
    expect(server.requests).toHaveLength(1);
  });

  it("uses a token that another client with the same store renewed", async () => {
    const store = memoryStore();
    const one = new Menagerie(server.url, { store });
    const other = new Menagerie(server.url, { store });
    await one.signInAsGuest();
    await one.renew();
    await other.decks();
    expect(server.renewals).toBe(1);
    expect(server.requests[0]?.token).toBe("access-2");
  });

  it("is signed out when its refresh token is rejected", async () => {
    const client = new Menagerie(server.url);
    await client.signInAsGuest();
    server.renewals = 7;
    const expired = client.once("expired");
    await expect(client.renew()).rejects.toMatchObject({ code: "unauthenticated" });
    expect(await expired).toEqual({ id: "me", name: "Ada" });
    expect(client.user).toBeUndefined();
  });

  it("reads all pages of a list", async () => {
    server.rest = ({ path }) => ({
      status: 200,
      body: path.includes("cursor=two")
        ? { items: [{ id: "c" }] }
        : { items: [{ id: "a" }, { id: "b" }], next_cursor: "two" },
    });
    const decks = await new Menagerie(server.url).decks();
    expect(decks.map((deck) => deck.id)).toEqual(["a", "b", "c"]);
  });

  it("reports every broken rule of a deck", async () => {
    server.rest = () => ({
      status: 422,
      body: {
        code: "deck_invalid",
        detail: "The deck breaks rules",
        errors: [
          { path: "$.cards", message: "20 cards needed" },
          { path: "$.cards[1]", message: "2 copies at most" },
        ],
      },
    });
    const failure = await new Menagerie(server.url)
      .checkDeck({ name: "x", rules: "pocket", cards: [] })
      .catch((problem: unknown) => problem);
    expect(failure).toBeInstanceOf(RequestRefused);
    expect((failure as RequestRefused).brokenRules.map((rule) => rule.message)).toEqual([
      "20 cards needed",
      "2 copies at most",
    ]);
  });

  it("reports an unreachable server", async () => {
    await expect(new Menagerie("http://127.0.0.1:9").signInAsGuest()).rejects.toBeInstanceOf(Unreachable);
  });
});
