/**
 * The pages of the site, in the order of the sidebar: a file of the repository, its address, and its name in the sidebar.
 * Whatever a page links to that is no page leads to the repository.
 */
export const sections = [
  {
    title: "Start",
    pages: [
      { file: "docs/getting-started.md", path: "getting-started", name: "Five minutes" },
      { file: "docs/test-your-bot.md", path: "test-your-bot", name: "Test your bot" },
      { file: "docs/faq.md", path: "faq", name: "Questions" },
    ],
  },
  {
    title: "Concepts",
    pages: [
      { file: "docs/concepts/typed-and-raw.md", path: "concepts/typed-and-raw", name: "Typed and raw" },
      { file: "docs/concepts/plugins-and-layers.md", path: "concepts/plugins-and-layers", name: "Plugins and layers" },
      { file: "docs/order-outcomes.md", path: "concepts/order-outcomes", name: "Outcome of an order" },
      { file: "docs/packages/order-limits.md", path: "concepts/order-limits", name: "Budgets and limits" },
      { file: "docs/concepts/time-and-money.md", path: "concepts/time-and-money", name: "Time and money" },
      { file: "docs/errors.md", path: "errors", name: "Errors by code" },
      { file: "docs/rules-2026.md", path: "rules-2026", name: "Rules since April 2026" },
    ],
  },
  {
    title: "Packages",
    pages: [
      { file: "packages/core/README.md", path: "packages/core", name: "core" },
      { file: "packages/models/README.md", path: "packages/models", name: "models" },
      { file: "packages/auth/README.md", path: "packages/auth", name: "auth" },
      { file: "docs/packages/orders.md", path: "packages/orders", name: "orders" },
      { file: "packages/portfolio/README.md", path: "packages/portfolio", name: "portfolio" },
      { file: "docs/packages/market-data.md", path: "packages/market-data", name: "market-data" },
      { file: "docs/packages/mf.md", path: "packages/mf", name: "mf" },
      { file: "docs/packages/gtt.md", path: "packages/gtt", name: "gtt" },
      { file: "docs/packages/alerts.md", path: "packages/alerts", name: "alerts" },
      { file: "docs/packages/ticker.md", path: "packages/ticker", name: "ticker" },
      { file: "packages/legacy/README.md", path: "packages/legacy", name: "legacy" },
      { file: "packages/simulator/README.md", path: "packages/simulator", name: "simulator" },
      { file: "docs/packages/gateway.md", path: "packages/gateway", name: "gateway" },
    ],
  },
  {
    title: "Recipes",
    pages: [
      { file: "docs/recipes/login-in-a-web-app.md", path: "recipes/login-in-a-web-app", name: "Login in a web app" },
      { file: "docs/recipes/option-chain.md", path: "recipes/option-chain", name: "Option chain" },
      {
        file: "docs/recipes/streaming-to-a-chart.md",
        path: "recipes/streaming-to-a-chart",
        name: "Streaming to a chart",
      },
      { file: "docs/recipes/bracket-with-gtt.md", path: "recipes/bracket-with-gtt", name: "Bracket with GTT" },
      { file: "docs/recipes/square-off.md", path: "recipes/square-off", name: "Square off before the close" },
      { file: "docs/recipes/history-download.md", path: "recipes/history-download", name: "History download" },
      { file: "docs/recipes/many-accounts.md", path: "recipes/many-accounts", name: "Many accounts" },
      { file: "docs/recipes/static-ip.md", path: "recipes/static-ip", name: "Static IP" },
    ],
  },
  {
    title: "Moving over",
    pages: [
      { file: "docs/migration/README.md", path: "migration/index", name: "Which guide" },
      { file: "docs/migration/from-kiteconnect.md", path: "migration/from-kiteconnect", name: "From kiteconnect" },
      {
        file: "docs/migration/from-kiteconnect-ts.md",
        path: "migration/from-kiteconnect-ts",
        name: "From kiteconnect-ts",
      },
      {
        file: "docs/migration/from-pykiteconnect.md",
        path: "migration/from-pykiteconnect",
        name: "From pykiteconnect",
      },
      { file: "docs/migration/configuration.md", path: "migration/configuration", name: "Configuration" },
      { file: "docs/migration/errors.md", path: "migration/errors", name: "Errors" },
      { file: "docs/migration/kept-and-fixed.md", path: "migration/kept-and-fixed", name: "Kept and fixed" },
    ],
  },
  {
    title: "The project",
    pages: [
      { file: "benchmarks/README.md", path: "benchmarks", name: "Benchmarks" },
      { file: "CONTRIBUTING.md", path: "contributing", name: "Contributing" },
      { file: "SECURITY.md", path: "security", name: "Security" },
      { file: "docs/decisions/README.md", path: "decisions/index", name: "Decisions" },
    ],
  },
];
