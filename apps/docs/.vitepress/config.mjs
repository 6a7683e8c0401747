import { libraries } from "../build/api.mjs";
import { sections } from "../build/pages.mjs";

const guide = sections.map(({ title, pages }) => ({
  text: title,
  collapsed: false,
  items: pages.map(({ path, name }) => ({ text: name, link: `/${path}` })),
}));

export default {
  title: "Kite SDK",
  description: "TypeScript packages for Kite Connect v3: orders with a known outcome, live ticks, a simulated exchange",
  lang: "en",
  // project pages of GitHub live in a folder
  base: process.env.SITE_BASE ?? "/",
  srcDir: ".site",
  outDir: "dist",
  cleanUrls: true,
  lastUpdated: false,
  // our own check looks at the built pages, with their headings
  ignoreDeadLinks: true,
  markdown: { theme: { light: "github-light-high-contrast", dark: "github-dark-high-contrast" } },
  themeConfig: {
    search: {
      provider: "local",
      // who searches wants the page that explains before the list of fields
      options: { miniSearch: { searchOptions: { boostDocument: (id) => (id.includes("/api/") ? 0.2 : 1) } } },
    },
    outline: [2, 3],
    nav: [
      { text: "Start", link: "/getting-started" },
      { text: "Recipes", link: "/recipes/square-off" },
      { text: "API", link: "/api/" },
      { text: "Benchmarks", link: "/benchmarks" },
    ],
    sidebar: {
      "/api/": [{ text: "API", items: libraries.map(({ folder, name }) => ({ text: name, link: `/api/${folder}/` })) }],
      "/": guide,
    },
    socialLinks: [{ icon: "github", link: "https://github.com/kite-sdk/kite-sdk" }],
    footer: { message: "MIT licence. Not made or endorsed by Zerodha. Trading can lose money." },
  },
};
