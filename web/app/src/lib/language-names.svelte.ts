import { t, language, LANGUAGES } from "./i18n.svelte.js";

/** The browser's data of languages take their time at the first use: the names of the others come after the page. */
class LanguageNames {
  #names: Record<string, string> = $state({});

  constructor() {
    setTimeout(() => {
      for (const code of LANGUAGES)
        this.#names[code] = new Intl.DisplayNames([code], { type: "language" }).of(code) ?? code;
    }, 500);
  }

  /** The name of a language in that language. */
  nameOf(code: string): string {
    return code === language.code ? t("language.name") : (this.#names[code] ?? code);
  }
}

export const languages = new LanguageNames();
