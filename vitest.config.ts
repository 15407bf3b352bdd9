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
    setupFiles: ["lib/testing/environment.ts"],
  },
});
