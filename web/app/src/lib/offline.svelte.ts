/** Between two questions whether a server that did not answer is there again. */
const ASK_AGAIN_MS = 5_000;

/** Whether the server can be reached, and whether a new version of the page is ready. */
class Connectivity {
  online = $state(navigator.onLine);
  updateReady = $state(false);

  constructor() {
    addEventListener("online", () => (this.online = true));
    addEventListener("offline", () => (this.online = false));
    // The worker opens the page without a server, too, and browsers may then say that they have a connection.
    if (navigator.serviceWorker?.controller) void this.#ask();
  }

  async #ask(): Promise<void> {
    try {
      await fetch(`${import.meta.env.BASE_URL}health/live`, { cache: "no-store" });
      this.online = true;
    } catch {
      this.online = false;
      setTimeout(() => void this.#ask(), ASK_AGAIN_MS);
    }
  }
}

export const connectivity = new Connectivity();

/** Lets the page be installed and opened without a connection. Browsers offer this on secure addresses only. */
export function registerServiceWorker(): void {
  if (!("serviceWorker" in navigator) || !isSecureContext || import.meta.env.DEV) return;
  navigator.serviceWorker.register(`${import.meta.env.BASE_URL}service-worker.js`).then(
    (registration) => {
      registration.addEventListener("updatefound", () => {
        // Without a controller this is the first installation, not an update.
        if (navigator.serviceWorker.controller) connectivity.updateReady = true;
      });
    },
    () => undefined,
  );
}
