import { fileURLToPath } from "node:url";
import react from "@vitejs/plugin-react";
import { runnerImport } from "vite";
import { defineConfig, type ViteUserConfig } from "vitest/config";

const alias = { "@": fileURLToPath(new URL("./src", import.meta.url)) };
const backend = process.env["VANGUARD_SERVER"] ?? "http://127.0.0.1:8080";

/** `--mode mock` answers the API from dev/, which no other mode even loads. */
async function mockPlugins() {
  const { module } = await runnerImport<typeof import("./dev/mockServer")>("./dev/mockServer.ts", {
    resolve: { alias },
  });
  return [module.mockServer()];
}

export default defineConfig(
  async ({ mode }): Promise<ViteUserConfig> => ({
    plugins: [react(), ...(mode === "mock" ? await mockPlugins() : [])],
    resolve: { alias },
    server: {
      port: 5173,
      proxy: mode === "mock" ? {} : { "/api": backend, "/ws": { target: backend, ws: true } },
    },
    build: {
      outDir: "target/classes/META-INF/resources",
      emptyOutDir: true,
      // A strict CSP allows no data: scripts and no inline anything.
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      target: "es2023",
      chunkSizeWarningLimit: 900,
    },
    test: {
      restoreMocks: true,
      // Logic needs no browser and is much quicker without one.
      projects: [
        { extends: true, test: { name: "logic", environment: "node", include: ["src/**/*.test.ts"] } },
        {
          extends: true,
          test: {
            name: "page",
            environment: "jsdom",
            setupFiles: ["src/test/setup.ts"],
            include: ["src/**/*.test.tsx"],
            testTimeout: 30_000,
          },
        },
      ],
    },
  }),
);
