/** The text of wire.ts for the server at an address. */
export function typesOf(url: string): Promise<string>;
