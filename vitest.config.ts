import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["tests/**/*.test.ts"],
    exclude: process.env["CAREMARKET_LONG"] === "1" ? [] : ["tests/long/**"],
    pool: "forks",
    maxWorkers: 2,
    testTimeout: 30_000,
    hookTimeout: 30_000,
    allowOnly: false,
    globalSetup: ["tests/support/global-setup.ts"],
    setupFiles: ["tests/support/fast-check.ts"],
  },
});
