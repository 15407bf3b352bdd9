import nextVitals from "eslint-config-next/core-web-vitals";
import nextTypescript from "eslint-config-next/typescript";

const SENTENCE = "/[A-Za-z]{2}/";
const SENTENCES_LIVE_IN_WORDS = "Sentences for people live in lib/words.";
const SPOKEN = "aria-label|title|placeholder|alt";

export default [
  {
    ignores: [
      ".next*/**",
      ".data/**",
      "lib/data/generated/**",
      "public/calling/*.js",
      "next-env.d.ts",
      "test-results/**",
    ],
  },
  ...nextVitals,
  ...nextTypescript,
  {
    rules: {
      // Next and PostCSS read an object that is exported as it is.
      "import/no-anonymous-default-export": "off",
      "@typescript-eslint/no-explicit-any": "error",
      "@typescript-eslint/no-non-null-assertion": "error",
      "@typescript-eslint/no-unused-vars": [
        "error",
        { argsIgnorePattern: "^_", varsIgnorePattern: "^_" },
      ],
    },
  },
  {
    files: ["app/**/*.tsx", "components/**/*.tsx"],
    rules: {
      "max-lines": ["error", { max: 250, skipBlankLines: true, skipComments: true }],
      "no-restricted-syntax": [
        "error",
        { selector: `JSXText[value=${SENTENCE}]`, message: SENTENCES_LIVE_IN_WORDS },
        {
          selector: `JSXAttribute[name.name=/^(${SPOKEN})$/] > Literal[value=${SENTENCE}]`,
          message: SENTENCES_LIVE_IN_WORDS,
        },
      ],
    },
  },
  {
    files: ["app/**/*.ts", "calling/**/*.ts", "lib/**/*.ts", "components/**/*.ts"],
    // next-auth reads its own address from the environment and from nowhere else.
    ignores: [
      "lib/env.ts",
      "lib/auth/run-next-auth.ts",
      "lib/testing/**",
      "lib/words/**",
      "**/*.test.ts",
    ],
    rules: {
      "max-lines": ["error", { max: 250, skipBlankLines: true, skipComments: true }],
      "no-restricted-properties": [
        "error",
        { object: "process", property: "env", message: "Only lib/env.ts reads the environment." },
      ],
    },
  },
  {
    // Playwright hands its fixtures over by `use`, our database tests begin with `useDatabase`.
    files: ["app/**/*.test.ts", "e2e/**/*.ts", "lib/**/*.ts", "prisma/**/*.ts", "scripts/**/*.mjs"],
    rules: { "react-hooks/rules-of-hooks": "off" },
  },
];
