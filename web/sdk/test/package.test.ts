import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";

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
    exports: { ".": { types: string; default: string } };
  };
  for (const path of [main, types, exports["."].types, exports["."].default])
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
