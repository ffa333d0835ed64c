import { createHash, createSign, generateKeyPairSync, randomUUID } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** An OpenID provider with a page of its own, where the person types who they are. */
export interface OwnProvider {
  issuer: string;
  /** What its token endpoint was asked with. */
  exchanged: URLSearchParams[];
  stop: () => Promise<void>;
}

const CLIENT = "menagerie";

interface Grant {
  subject: string;
  nonce: string;
  challenge: string;
  returnTo: string;
}

/** Starts a provider with a public client, which PKCE alone protects. */
export async function startProvider(): Promise<OwnProvider> {
  const { privateKey, publicKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
  const grants = new Map<string, Grant>();
  const exchanged: URLSearchParams[] = [];
  let issuer = "";

  const server = createServer((request, response) => {
    void answer(request, response).catch(() => response.writeHead(500).end());
  });

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? "/", issuer);
    switch (url.pathname) {
      case "/.well-known/openid-configuration":
        return json(response, {
          issuer,
          authorization_endpoint: `${issuer}/authorize`,
          token_endpoint: `${issuer}/token`,
          jwks_uri: `${issuer}/keys`,
          response_types_supported: ["code"],
          subject_types_supported: ["public"],
          id_token_signing_alg_values_supported: ["RS256"],
        });
      case "/keys":
        return json(response, { keys: [{ ...publicKey.export({ format: "jwk" }), kid: "one", use: "sig" }] });
      case "/authorize":
        return page(response, url.searchParams);
      case "/allow": {
        const asked = url.searchParams;
        const code = randomUUID();
        const returnTo = asked.get("redirect_uri") ?? "";
        grants.set(code, {
          subject: asked.get("subject") ?? "",
          nonce: asked.get("nonce") ?? "",
          challenge: asked.get("code_challenge") ?? "",
          returnTo,
        });
        const back = new URLSearchParams({ code, state: asked.get("state") ?? "" });
        return void response.writeHead(302, { location: `${returnTo}?${back}` }).end();
      }
      case "/deny": {
        const back = new URLSearchParams({ error: "access_denied", state: url.searchParams.get("state") ?? "" });
        return void response.writeHead(302, { location: `${url.searchParams.get("redirect_uri")}?${back}` }).end();
      }
      case "/token":
        return json(response, token(new URLSearchParams(await body(request))));
      default:
        return void response.writeHead(404).end();
    }
  }

  function token(asked: URLSearchParams): unknown {
    exchanged.push(asked);
    const grant = grants.get(asked.get("code") ?? "");
    grants.delete(asked.get("code") ?? "");
    const challenge = createHash("sha256")
      .update(asked.get("code_verifier") ?? "")
      .digest("base64url");
    if (!grant || challenge !== grant.challenge || asked.get("redirect_uri") !== grant.returnTo)
      throw new Error("no such grant");
    const now = Math.floor(Date.now() / 1000);
    const claims = {
      iss: issuer,
      aud: CLIENT,
      sub: grant.subject,
      preferred_username: grant.subject,
      nonce: grant.nonce,
      iat: now,
      exp: now + 300,
    };
    const content = [{ alg: "RS256", kid: "one" }, claims]
      .map((part) => Buffer.from(JSON.stringify(part)).toString("base64url"))
      .join(".");
    const signature = createSign("sha256").update(content).sign(privateKey, "base64url");
    return { access_token: "unused", token_type: "Bearer", expires_in: 300, id_token: `${content}.${signature}` };
  }

  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    issuer,
    exchanged,
    stop: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}

function page(response: ServerResponse, asked: URLSearchParams): void {
  const hidden = [...asked].map(([name, value]) => `<input type="hidden" name="${name}" value="${escaped(value)}">`);
  response
    .writeHead(200, { "content-type": "text/html" })
    .end(
      `<!doctype html><title>Provider</title><form action="/allow"><label>Who <input name="subject"></label>` +
        `${hidden.join("")}<button>Allow</button><button formaction="/deny">Deny</button></form>`,
    );
}

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

function json(response: ServerResponse, value: unknown): void {
  response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify(value));
}

async function body(request: IncomingMessage): Promise<string> {
  let text = "";
  for await (const part of request) text += String(part);
  return text;
}
