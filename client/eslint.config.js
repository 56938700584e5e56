const { defineConfig } = require("eslint/config");
const expo = require("eslint-config-expo/flat");
const typescript = require("@typescript-eslint/eslint-plugin");
const prettier = require("eslint-config-prettier");

/** The arrows of ARCHITECTURE §2.6: app → screens → features → ui | api | state; i18n below all. */
const floors = [
  {
    target: "./src/i18n",
    from: ["./src/app", "./src/features", "./src/ui", "./src/api", "./src/state"],
  },
  { target: "./src/state", from: ["./src/app", "./src/features", "./src/ui", "./src/api"] },
  { target: "./src/api", from: ["./src/app", "./src/features", "./src/ui"] },
  { target: "./src/ui", from: ["./src/app", "./src/features"] },
  { target: "./src/features", from: ["./src/app", "./src/screens.ts"] },
];

module.exports = defineConfig([
  expo,
  prettier,
  { ignores: ["dist/*", "src/api/generated/*", ".expo/*", "coverage/*", "expo-env.d.ts"] },
  {
    rules: {
      "import/no-restricted-paths": ["error", { zones: floors }],
      "import/no-named-as-default-member": "off",
      "no-console": "error",
      eqeqeq: ["error", "always", { null: "ignore" }],
      "max-lines": ["error", 400],
      "no-restricted-syntax": [
        "error",
        {
          selector:
            "CallExpression[callee.property.name='mutate'] CallExpression[callee.name='toast']",
          message:
            "It is lost with what asked for the change: say it in the options of useMutation.",
        },
      ],
    },
  },
  {
    files: ["**/*.ts", "**/*.tsx"],
    plugins: { "@typescript-eslint": typescript },
    rules: {
      "@typescript-eslint/no-explicit-any": "error",
      "@typescript-eslint/consistent-type-imports": ["error", { disallowTypeAnnotations: false }],
    },
  },
  { files: ["scripts/**", "*.config.js"], rules: { "no-console": "off" } },
]);
