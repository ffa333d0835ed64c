// Writes src/wire.ts and src/example-state.ts: the types of everything on the wire, from the documents that a running server makes of its own
// records. Usage: node scripts/types.mjs URL [FILE]
import { writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const quoted = (text) => JSON.stringify(text);
const last = (reference) => reference.split("/").at(-1);

/** A description as a comment on a line of its own. */
function comment(description, indent = "") {
  return description ? `${indent}/** ${description.replaceAll("*/", "* /")} */\n` : "";
}

/** A schema as a type. */
function typeOf(schema, indent = "") {
  if (schema.$ref) return last(schema.$ref);
  if ("const" in schema) return quoted(schema.const);
  if (schema.enum) return schema.enum.map(quoted).join(" | ");
  if (schema.oneOf) return schema.oneOf.map((one) => typeOf(one, indent)).join(" | ");
  switch (schema.type) {
    case "string":
    case "boolean":
    case "null":
      return schema.type;
    case "integer":
    case "number":
      return "number";
    case "array": {
      const item = typeOf(schema.items ?? {}, indent);
      return item.includes(" | ") ? `(${item})[]` : `${item}[]`;
    }
    case "object":
      return objectType(schema, indent);
    default:
      return "unknown";
  }
}

function objectType({ properties, required = [], additionalProperties }, indent) {
  if (!properties) return `Record<string, ${additionalProperties ? typeOf(additionalProperties, indent) : "unknown"}>`;
  const inner = `${indent}  `;
  const lines = Object.entries(properties).map(
    ([name, part]) =>
      `${comment(part.description, inner)}${inner}${name}${required.includes(name) ? "" : "?"}: ${typeOf(part, inner)};\n`,
  );
  return lines.length === 0 ? "Record<string, never>" : `{\n${lines.join("")}${indent}}`;
}

/** Words that programs list, too. */
const LISTED = { EnergyType: "ENERGY_TYPES", ErrorCode: "ERROR_CODES" };

function declaration(name, schema) {
  const list = LISTED[name];
  const about = comment(schema.description);
  if (list)
    return `${about}export const ${list} = ${JSON.stringify(schema.enum)} as const;\n${about}export type ${name} = (typeof ${list})[number];`;
  return schema.properties
    ? `${about}export interface ${name} ${objectType(schema, "")}`
    : `${about}export type ${name} = ${typeOf(schema)};`;
}

/** The definitions of both documents; what both have must be the same. */
function definitions(...documents) {
  const found = new Map();
  for (const [name, schema] of documents.flatMap(({ components }) => Object.entries(components.schemas))) {
    const text = declaration(name, schema);
    if ((found.get(name) ?? text) !== text)
      throw new Error(`two different things would be called ${name}:\n${found.get(name)}\n${text}`);
    found.set(name, text);
  }
  return [...found].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, text]) => text);
}

/** What is sent and received on the socket, by event, and what an acknowledgement brings. */
function messages({ operations, components }) {
  const [client, server, replies, lobby] = [[], [], [], []];
  const payload = (message) => typeOf(components.messages[message].payload, "  ");
  const about = (message) => comment(components.messages[message].summary, "  ");
  for (const [id, { action, channel, reply }] of Object.entries(operations)) {
    const [event] = id.split("@");
    if (last(channel.$ref) === "lobby") {
      if (action === "send") lobby.push(`${about(event)}  ${quoted(event)}: ${payload(event)};\n`);
      continue;
    }
    (action === "receive" ? client : server).push(`${about(event)}  ${quoted(event)}: ${payload(event)};\n`);
    if (reply)
      replies.push(
        `  /** Acknowledges \`${event}\`. */\n  ${quoted(event)}: ${reply.messages.map(({ $ref }) => payload(last($ref))).join(" | ")};\n`,
      );
  }
  return [
    `/** What a client sends, by event. */\nexport interface ClientMessages {\n${client.join("")}}`,
    `/** What the server sends, by event. */\nexport interface ServerMessages {\n${server.join("")}}`,
    `/** What the server sends in the lobby, by event. */\nexport interface LobbyMessages {\n${lobby.join("")}}`,
    `/** What acknowledges a client's message, by event. */\nexport interface Replies {\n${replies.join("")}}`,
  ];
}

const body = (content) => typeOf(content["application/json"].schema, "    ");

function call(name, { requestBody, responses, description }) {
  const success = Object.entries(responses).find(([status]) => status.startsWith("2"))?.[1];
  const takes = requestBody ? body(requestBody.content) : "undefined";
  const answers = success?.content ? body(success.content) : "undefined";
  return `${comment(description, "  ")}  ${quoted(name)}: Call<${takes}, ${answers}>;\n`;
}

function calls({ paths }) {
  const lines = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => call(`${method.toUpperCase()} ${path}`, operation)),
  );
  return `/** A REST call. */\nexport interface Call<Body, Answer> {\n  /** What it takes: the body of the request. */\n  body: Body;\n  /** What it answers: the body of the response. */\n  answer: Answer;\n}\n\n/** Every REST call: what it takes and what it answers. */\nexport interface Calls {\n${lines.join("")}}`;
}

async function document(url) {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url} answers ${response.status}`);
  return response.json();
}

/** The text of wire.ts for the server at an address. */
export async function typesOf(url) {
  const [asyncApi, openApi] = await Promise.all([document(`${url}/asyncapi.json`), document(`${url}/openapi.json`)]);
  const head =
    "// Made by scripts/types.mjs from a server's /asyncapi.json and /openapi.json: `npm run types -- URL`. Not to be edited.";
  return [head, ...messages(asyncApi), calls(openApi), ...definitions(asyncApi, openApi)].join("\n\n") + "\n";
}

/** The text of example-state.ts: the state that the server's document shows as an example. */
export async function exampleStateOf(url) {
  const { components } = await document(`${url}/asyncapi.json`);
  const { state } = components.messages["game:state"].examples[0].payload;
  return `// Made by scripts/types.mjs from the example in a server's /asyncapi.json. Not to be edited.
import type { GameState } from "./wire.js";

/** The state of the document's example. */
export const EXAMPLE_STATE: GameState = ${JSON.stringify(state)};
`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [url = "http://127.0.0.1:8080", file = fileURLToPath(new URL("../src/wire.ts", import.meta.url))] =
    process.argv.slice(2);
  writeFileSync(resolve(file), await typesOf(url));
  writeFileSync(join(dirname(resolve(file)), "example-state.ts"), await exampleStateOf(url));
}
