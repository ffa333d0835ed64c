import { t } from "./i18n.svelte.js";

const COPIED_MS = 2_000;

/** Whether this browser has a sheet of the system for sharing. */
export const shareable = "share" in navigator;

/** A link that can be shared: by the system's sheet, or copied. */
export class SharedLink {
  /** The link was copied a moment ago. */
  copied = $state(false);

  /** Copies a link; throws a sentence for the user if the browser does not allow it. */
  async copy(link: string): Promise<void> {
    try {
      await navigator.clipboard.writeText(link);
    } catch {
      throw new Error(t("share.copy_failed"));
    }
    this.copied = true;
    setTimeout(() => (this.copied = false), COPIED_MS);
  }

  /** Opens the share sheet. */
  async share(link: string, text: string): Promise<void> {
    // Closing the share sheet is no failure.
    await navigator.share({ title: "Menagerie", text, url: link }).catch(() => undefined);
  }
}
