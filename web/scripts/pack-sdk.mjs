// Packs the client as npm would publish it and puts it beside the page, so that every server offers the client that
// fits it: npm install http://HOST:PORT/sdk/menagerie-client.tgz
import { execFileSync } from "node:child_process";
import { mkdirSync, renameSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const web = resolve(dirname(fileURLToPath(import.meta.url)), "..");
const target = join(web, "app/dist/sdk");
mkdirSync(target, { recursive: true });
const args = ["pack", "-w", "sdk", "--json", "--ignore-scripts", "--pack-destination", target];
const [packed] = JSON.parse(execFileSync("npm", args, { cwd: web, encoding: "utf8" }));
renameSync(join(target, packed.filename), join(target, "menagerie-client.tgz"));
