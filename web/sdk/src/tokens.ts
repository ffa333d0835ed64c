import type { User } from "./wire.js";

/** What a signed-in client keeps between starts. */
export interface Credentials {
  access_token: string;
  refresh_token: string;
  /** By this machine's clock, in milliseconds. */
  expires_at: number;
  user: User;
}

/** Where credentials are kept; other tabs may share it. */
export interface CredentialStore {
  load(): Credentials | undefined;
  save(credentials: Credentials | undefined): void;
}

/** Forgotten with the process. */
export function memoryStore(): CredentialStore {
  let kept: Credentials | undefined;
  return {
    load: () => kept,
    save: (credentials) => {
      kept = credentials;
    },
  };
}

/** Kept in the browser, shared by its tabs; behaves as memory where storage is not allowed. */
export function browserStore(key = "menagerie.credentials"): CredentialStore {
  const memory = memoryStore();
  return {
    load() {
      try {
        const text = localStorage.getItem(key);
        return text ? (JSON.parse(text) as Credentials) : memory.load();
      } catch {
        return memory.load();
      }
    },
    save(credentials) {
      memory.save(credentials);
      try {
        if (credentials) localStorage.setItem(key, JSON.stringify(credentials));
        else localStorage.removeItem(key);
      } catch {
        // Storage is full or forbidden: memory has them for this page.
      }
    },
  };
}
