import path from "node:path";
import { defineConfig } from "vitest/config";

// A zone with an odd offset, so that code which forgets the zone fails at once.
process.env.TZ = "Asia/Kathmandu";

export default defineConfig({
  resolve: {
    alias: {
      "@": import.meta.dirname,
      "server-only": path.join(import.meta.dirname, "lib/testing/empty.ts"),
    },
  },
  test: {
    include: ["{app,bench,calling,components,lib,prisma,scripts}/**/*.test.{ts,tsx,mjs}"],
    // Patience for busy machines: nothing here is about speed, and a hang still ends.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    setupFiles: ["lib/testing/environment.ts"],
  },
});
