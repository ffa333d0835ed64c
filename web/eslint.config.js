import js from "@eslint/js";
import svelte from "eslint-plugin-svelte";
import globals from "globals";
import typescript from "typescript-eslint";

export default typescript.config(
  { ignores: ["**/dist/", "**/node_modules/", "sdk/src/wire.ts", "sdk/dist-test/", "sdk/src/example-state.ts"] },
  js.configs.recommended,
  ...typescript.configs.strict,
  ...svelte.configs.recommended,
  {
    languageOptions: { globals: { ...globals.browser, ...globals.node } },
    rules: {
      // The compiler knows better than the linter which names exist.
      "no-undef": "off",
      // `noUncheckedIndexedAccess` makes many indexes optional that a check above has settled.
      "@typescript-eslint/no-non-null-assertion": "off",
      "@typescript-eslint/consistent-type-imports": ["error", { fixStyle: "inline-type-imports" }],
      "@typescript-eslint/explicit-function-return-type": ["error", { allowExpressions: true }],
      // A patch removes members by their path.
      "@typescript-eslint/no-dynamic-delete": "off",
      "max-lines": ["error", 300],
      eqeqeq: ["error", "always", { null: "ignore" }],
    },
  },
  { files: ["**/*.mjs", "**/*.js"], rules: { "@typescript-eslint/explicit-function-return-type": "off" } },
  {
    files: ["**/*.svelte", "**/*.svelte.ts"],
    languageOptions: { parserOptions: { parser: typescript.parser, extraFileExtensions: [".svelte"] } },
    rules: {
      // The page's router follows plain links.
      "svelte/no-navigation-without-resolve": "off",
      // Maps and sets that are replaced as a whole need no reactive variant.
      "svelte/prefer-svelte-reactivity": "off",
      "svelte/no-at-html-tags": "error",
    },
  },
);
