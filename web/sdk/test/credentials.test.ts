import { afterEach, expect, test, vi } from "vitest";
import { browserStore, type Credentials } from "../src/credentials.js";

const ADA: Credentials = {
  access_token: "access",
  refresh_token: "refresh",
  expires_at: 0,
  user: { id: "ada", name: "Ada", guest: false },
};

afterEach(() => vi.unstubAllGlobals());

/** The browser's storage, which all tabs share. */
function storage(refusesToWrite = false): Map<string, string> {
  const items = new Map<string, string>();
  vi.stubGlobal("localStorage", {
    getItem: (key: string) => items.get(key) ?? null,
    setItem: (key: string, value: string) => {
      if (refusesToWrite) throw new DOMException("full", "QuotaExceededError");
      items.set(key, value);
    },
    removeItem: (key: string) => items.delete(key),
  });
  return items;
}

test("credentials that another tab has removed are gone in the tab that saved them", () => {
  const items = storage();
  const store = browserStore();
  store.save(ADA);
  expect(store.load()).toEqual(ADA);
  items.clear();
  expect(store.load()).toBeUndefined();
});

test("credentials that storage does not take are kept in memory", () => {
  storage(true);
  const store = browserStore();
  store.save(ADA);
  expect(store.load()).toEqual(ADA);
  store.save(undefined);
  expect(store.load()).toBeUndefined();
});

test("where storage is forbidden, credentials are kept in memory", () => {
  vi.stubGlobal("localStorage", {
    getItem: () => {
      throw new DOMException("no", "SecurityError");
    },
    setItem: () => {
      throw new DOMException("no", "SecurityError");
    },
  });
  const store = browserStore();
  store.save(ADA);
  expect(store.load()).toEqual(ADA);
});
