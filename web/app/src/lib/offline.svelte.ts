/** Whether the browser has a network connection, and whether a new version of the page is ready. */
class Connectivity {
  online = $state(navigator.onLine);
  updateReady = $state(false);

  constructor() {
    addEventListener("online", () => (this.online = true));
    addEventListener("offline", () => (this.online = false));
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
