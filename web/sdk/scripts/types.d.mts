/** The text of wire.ts for the server at an address. */
export function typesOf(url: string): Promise<string>;
/** The text of example-state.ts for the server at an address. */
export function exampleStateOf(url: string): Promise<string>;
