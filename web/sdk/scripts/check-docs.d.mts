/** What modules export without a doc comment, as `file:line name`. */
export function undocumented(entries: string[]): string[];
