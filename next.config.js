/** @type {import("next").NextConfig} */
export default {
  // Each set-up (`up`, `test`, `dev`) has a build of its own.
  distDir: process.env.BUILD_DIR ?? ".next",
  typescript: {
    // Next would write each build folder into tsconfig.json; a file that extends it is left alone.
    tsconfigPath: "tsconfig.next.json",
    // `npm run check` and `npm test` check the types, of tests and scripts too.
    ignoreBuildErrors: true,
  },
  poweredByHeader: false,
  // Pages that are not Next's name no icon, so browsers ask for this one.
  rewrites: async () => [{ source: "/favicon.ico", destination: "/icon.svg" }],
  // No page has pictures to shrink, so the address that would do it stays shut.
  images: { unoptimized: true },
  reactStrictMode: true,
  // server.ts serves /_next/static itself, with brotli.
  compress: true,
  productionBrowserSourceMaps: false,
  turbopack: {
    resolveAlias: {
      // Sentences come to browsers taken apart: see lib/words/say.ts.
      "@formatjs/icu-messageformat-parser": {
        browser: "@formatjs/icu-messageformat-parser/no-parser.js",
      },
    },
  },
  serverExternalPackages: ["nodemailer", "pg", "pg-boss", "pino"],
};
