/** Colors come from `app/src/styles/tokens.css` alone. */
export default {
  overrides: [{ files: ["**/*.svelte"], customSyntax: "postcss-html" }],
  ignoreFiles: ["**/dist/**", "app/src/styles/tokens.css"],
  rules: {
    "color-no-hex": true,
    "color-named": "never",
    "function-disallowed-list": ["rgb", "rgba", "hsl", "hsla", "hwb", "lab", "lch", "oklab", "oklch"],
    "block-no-empty": true,
    "declaration-block-no-duplicate-properties": true,
    "no-duplicate-selectors": true,
    "property-no-unknown": [true, { ignoreProperties: ["container", "container-type", "text-wrap"] }],
    "unit-no-unknown": true,
  },
};
