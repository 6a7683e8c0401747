import react from "@vitejs/plugin-react";
import { defineConfig, type UserConfig } from "vite";

/** Where `pnpm demo` listens; `pnpm dev` in this folder serves the page anew at every edit and asks it for data. */
const server = "http://127.0.0.1:4173";

const config: UserConfig = defineConfig({
  plugins: [react()],
  build: {
    outDir: "dist/web",
    emptyOutDir: true,
    // everything is a file of its own: the page's policy allows neither data: addresses nor inline scripts
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
  server: {
    // the login's cookie belongs to this name
    host: "127.0.0.1",
    proxy: { "^/(kite|demo)(/|$)": { target: server, changeOrigin: true, ws: true, headers: { origin: server } } },
  },
});

export default config;
