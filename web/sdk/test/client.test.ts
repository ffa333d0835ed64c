import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { Menagerie, memoryStore, RequestRefused, Unreachable } from "../src/index.js";
import { House } from "./house.js";

let house: House;

beforeEach(async () => {
  house = await House.open();
});

afterEach(() => house.close());

describe("a client", () => {
  it("signs in and sends its token", async () => {
    const client = new Menagerie(house.url);
    expect(await client.signInAsGuest("Ada")).toEqual({ id: "me", name: "Ada" });
    await client.decks();
    expect(house.requests[0]).toMatchObject({ path: "/decks", token: "access-1" });
  });

  it("renews an old token once, however many calls need it", async () => {
    const client = new Menagerie(house.url);
    await client.signInAsGuest();
    house.goodToken = "elsewhere";
    await Promise.all([client.decks(), client.activeGames(), client.openGames()]);
    expect(house.renewals).toBe(1);
  });

  it("renews before a token runs out", async () => {
    house.expiresIn = 5;
    const client = new Menagerie(house.url);
    await client.signInAsGuest();
    house.expiresIn = 3600;
    await client.decks();
    expect(house.renewals).toBe(1);
    expect(house.requests).toHaveLength(1);
  });

  it("uses what another client with the same store has renewed", async () => {
    const store = memoryStore();
    const one = new Menagerie(house.url, { store });
    const other = new Menagerie(house.url, { store });
    await one.signInAsGuest();
    await one.renew();
    await other.decks();
    expect(house.renewals).toBe(1);
    expect(house.requests[0]?.token).toBe("access-2");
  });

  it("is signed out when its renewal token is no good any more", async () => {
    const client = new Menagerie(house.url);
    await client.signInAsGuest();
    house.renewals = 7;
    await expect(client.renew()).rejects.toMatchObject({ code: "unauthenticated" });
    expect(client.user).toBeUndefined();
  });

  it("gathers all pages of a list", async () => {
    house.rest = ({ path }) => ({
      status: 200,
      body: path.includes("cursor=two") ? { items: [{ id: "c" }] } : { items: [{ id: "a" }, { id: "b" }], next_cursor: "two" },
    });
    const decks = await new Menagerie(house.url).decks();
    expect(decks.map((deck) => deck.id)).toEqual(["a", "b", "c"]);
  });

  it("tells every broken rule of a deck", async () => {
    house.rest = () => ({
      status: 422,
      body: { code: "deck_invalid", detail: "The deck breaks rules", errors: [{ path: "$.cards", message: "20 cards needed" }, { path: "$.cards[1]", message: "2 copies at most" }] },
    });
    const failure = await new Menagerie(house.url).checkDeck({ name: "x", rules: "pocket", cards: [] }).catch((problem: unknown) => problem);
    expect(failure).toBeInstanceOf(RequestRefused);
    expect((failure as RequestRefused).brokenRules.map((rule) => rule.message)).toEqual(["20 cards needed", "2 copies at most"]);
  });

  it("says that nobody is there", async () => {
    await expect(new Menagerie("http://127.0.0.1:9").signInAsGuest()).rejects.toBeInstanceOf(Unreachable);
  });
});
