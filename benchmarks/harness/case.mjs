// One case of a suite in a process of its own: node case.mjs <suite> <measure> <case> <scenario>, and figures as JSON.
const [suiteName, measureName, caseName, scenario] = process.argv.slice(2);
const { suite } = await import(`../suites/${suiteName}.mjs`);
const measure = suite.measures.find(({ name }) => name === measureName);
const figures = await measure.run(suite.cases[caseName], scenario, caseName);
process.stdout.write(`\n${JSON.stringify(figures)}\n`, () => process.exit());
