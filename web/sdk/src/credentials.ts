import type { User } from "./wire.js";

/** The tokens of a signed-in user, as stored between starts. */
export interface Credentials {
  /** Authorizes calls and connections. */
  access_token: string;
  /** Gets new tokens, once. */
  refresh_token: string;
  /** Expiry of the access token by this machine's clock, in milliseconds. */
  expires_at: number;
  /** Whose tokens they are. */
  user: User;
}

/** Stores credentials; several tabs may share one store. */
export interface CredentialStore {
  /** The stored tokens; undefined: none. */
  load(): Credentials | undefined;
  /** Replaces the stored tokens; undefined deletes them. */
  save(credentials: Credentials | undefined): void;
}

/** A store in memory. */
export function memoryStore(): CredentialStore {
  let stored: Credentials | undefined;
  return {
    load: () => stored,
    save: (credentials) => {
      stored = credentials;
    },
  };
}

/** A store in the browser, shared by its tabs; falls back to memory where storage is forbidden. */
export function browserStore(key = "menagerie.credentials"): CredentialStore {
  const memory = memoryStore();
  // What another tab has removed is gone here too; memory is for what storage did not take.
  let isStored = true;
  return {
    load() {
      if (!isStored) return memory.load();
      try {
        const text = localStorage.getItem(key);
        return text ? (JSON.parse(text) as Credentials) : undefined;
      } catch {
        return memory.load();
      }
    },
    save(credentials) {
      memory.save(credentials);
      try {
        if (credentials) localStorage.setItem(key, JSON.stringify(credentials));
        else localStorage.removeItem(key);
        isStored = true;
      } catch {
        isStored = false; // it is full or forbidden
      }
    },
  };
}
