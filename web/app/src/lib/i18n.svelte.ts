import { IntlMessageFormat } from "intl-messageformat";
import english from "../messages/en.json";

// A language is the name of a file: looking up what the browser supports takes some 60 ms at the first text.
IntlMessageFormat.resolveLocale = (locales) => new Intl.Locale(String(locales));

/** Signs of the message format; a text without them is shown as it is. */
const SYNTAX = /[{}<>'#]/;

/** The name of a text in `messages/*.json`. */
export type MessageKey = keyof typeof english;
/** The values of a text's placeholders. */
export type Values = Record<string, string | number>;
type Messages = Partial<Record<string, string>>;

/** Every language is one file of `messages`; a new file is a new language. English is part of the first load. */
const files = import.meta.glob<{ default: Messages }>(["../messages/*.json", "!../messages/en.json"]);
const codeOf = (path: string): string => path.replace(/^.*\/|\.json$/g, "");

/** The codes of all languages, English first. */
export const LANGUAGES: readonly string[] = ["en", ...Object.keys(files).map(codeOf).sort()];

const KEY = "menagerie.language";

class Language {
  code = $state("en");
  #messages: Messages = $state.raw(english);
  #compiled = new Map<string, IntlMessageFormat>();

  /** Loads the language that the user chose, or the best of the browser's languages. */
  async load(): Promise<void> {
    await this.use(stored() ?? preferred());
  }

  /** Switches the page to a language. */
  async use(code: string): Promise<void> {
    const file = Object.entries(files).find(([path]) => codeOf(path) === code)?.[1];
    this.#messages = file ? (await file()).default : english;
    this.code = file ? code : "en";
    this.#compiled.clear();
    if (globalThis.document) document.documentElement.lang = this.code;
  }

  /** Switches the page to a language and stores the choice on this device. */
  async choose(code: string): Promise<void> {
    await this.use(code);
    try {
      localStorage.setItem(KEY, this.code);
    } catch {
      // Storage is forbidden: the choice lasts as long as the page.
    }
  }

  has(key: string): boolean {
    return key in english;
  }

  format(key: string, values: Values): string {
    const text = this.#messages[key] ?? (english as Messages)[key] ?? key;
    if (!SYNTAX.test(text)) return text;
    let compiled = this.#compiled.get(key);
    if (!compiled) this.#compiled.set(key, (compiled = new IntlMessageFormat(text, this.code)));
    return String(compiled.format(values));
  }
}

export const language = new Language();

/** A text in the current language. */
export function t(key: MessageKey, values: Values = {}): string {
  return language.format(key, values);
}

/**
 * The word for a value of the wire, such as a condition or a phase. A value without a text, such as the name of a
 * preset of house rules, is shown with spaces.
 */
export function wireText(group: string, value: string, values: Values = {}): string {
  const key = `${group}.${value}`;
  if (language.has(key)) return language.format(key, values);
  return value.replaceAll("_", " ").replace(/^./, (letter) => letter.toUpperCase());
}

/** Whether there is a text for a value of the wire. */
export function hasWireText(group: string, value: string): boolean {
  return language.has(`${group}.${value}`);
}

/** A list of words in the current language; words that appear twice are counted. */
export function listOf(words: string[]): string {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  const parts = [...counts].map(([word, count]) => (count > 1 ? `${count} ${word}` : word));
  return parts.length === 0 ? t("list.empty") : new Intl.ListFormat(language.code).format(parts);
}

/** A point in time as date and time of day. */
export function dateTime(iso: string): string {
  return new Intl.DateTimeFormat(language.code, { dateStyle: "medium", timeStyle: "short" }).format(new Date(iso));
}

function stored(): string | undefined {
  try {
    return localStorage.getItem(KEY) ?? undefined;
  } catch {
    return undefined;
  }
}

function preferred(): string {
  const codes = (globalThis.navigator?.languages ?? []).map((tag) => tag.split("-")[0] ?? tag);
  return codes.find((code) => LANGUAGES.includes(code)) ?? "en";
}
