import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync, mkdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript";
import { expect, it } from "vitest";
import { undocumented } from "../scripts/check-docs.mjs";

const sdk = join(dirname(fileURLToPath(import.meta.url)), "..");
const run = (command: string, ...args: string[]): string => execFileSync(command, args, { cwd: sdk, encoding: "utf8" });

it("what would be published is the built client with its types and its readme, and nothing else", () => {
  const [packed] = JSON.parse(run("npm", "pack", "--dry-run", "--json", "--ignore-scripts")) as [
    { files: { path: string }[] },
  ];
  const paths = packed.files.map((file) => file.path);
  expect(paths).toEqual(
    expect.arrayContaining([
      "package.json",
      "README.md",
      "LICENSE",
      "dist/index.js",
      "dist/index.d.ts",
      "dist/wire.d.ts",
    ]),
  );
  expect(paths.filter((path) => !/^(package\.json|README\.md|LICENSE|dist\/[\w-]+(\.d\.ts|\.js))$/.test(path))).toEqual(
    [],
  );
});

it("everything that package.json points to is there, and loads by the package's name in plain Node", () => {
  const { main, types, exports } = JSON.parse(readFileSync(join(sdk, "package.json"), "utf8")) as {
    main: string;
    types: string;
    exports: Record<string, { types: string; default: string }>;
  };
  expect(Object.keys(exports)).toEqual([".", "./testing"]);
  for (const path of [main, types, ...Object.values(exports).flatMap((entry) => [entry.types, entry.default])])
    expect(() => readFileSync(join(sdk, path))).not.toThrow();
  const names = run(
    process.execPath,
    "--input-type=module",
    "-e",
    'console.log(Object.keys(await import("@menagerie/client")).join(" "))',
  );
  expect(names.trim().split(" ")).toEqual(
    expect.arrayContaining(["Menagerie", "GameSession", "RequestRefused", "applyPatch", "ERROR_CODES"]),
  );
});

it("the readme's program for tests runs against the built package", () => {
  const readme = readFileSync(join(sdk, "README.md"), "utf8");
  const program = [...readme.matchAll(/```ts\n([\s\S]*?)```/g)]
    .map((match) => match[1]!)
    .find((one) => one.includes("FakeTable"));
  const folder = join(sdk, "dist-test");
  mkdirSync(folder, { recursive: true });
  const file = join(folder, "readme.mjs");
  const { outputText } = ts.transpileModule(program ?? "", {
    compilerOptions: { module: ts.ModuleKind.ESNext, target: ts.ScriptTarget.ES2022 },
  });
  writeFileSync(
    file,
    `${outputText}\nconsole.log(session.gameOver.end_reason, session.status, table.sent.length > 0);`,
  );
  expect(run(process.execPath, file).trim()).toBe("points closed true");
});

it("the check of doc comments finds what has none", () => {
  const folder = join(sdk, "dist-test");
  mkdirSync(folder, { recursive: true });
  const file = join(folder, "planted.ts");
  writeFileSync(
    file,
    `/** Told. */
export interface Told {
  /** Told. */
  a: { silent: number };
}
export type Silent = string;
/** Told. */
export class Half {
  /** Told. */
  told = 1;
  silent = 2;
  #secret = 3;
  private hidden = 4;
}
`,
  );
  expect(
    undocumented([file])
      .map((line: string) => line.split(" ")[1])
      .toSorted(),
  ).toEqual(["Half.silent", "Silent", "Told.a.silent"]);
});
