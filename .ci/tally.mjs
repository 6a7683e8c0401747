// Prints "N passed, N failed[, N skipped]" from every Vitest run that .ci/run made.
// A report under-counts failures: a file that could not be imported has no failed test in it, and an unhandled error is not in
// it at all. So a failed file counts at least one, and so does a run that exited non-zero for any other reason or left no report.
import { existsSync, readdirSync, readFileSync } from "node:fs";

const out = new URL("./out/", import.meta.url);
const totals = { passed: 0, failed: 0, skipped: 0 };
for (const name of readdirSync(out).filter((file) => file.endsWith(".rc"))) {
  const succeeded = readFileSync(new URL(name, out), "utf8").trim() === "0";
  const json = new URL(name.replace(/rc$/, "json"), out);
  let failed = 0;
  if (existsSync(json)) {
    const report = JSON.parse(readFileSync(json, "utf8"));
    totals.passed += report.numPassedTests;
    totals.skipped += report.numPendingTests + report.numTodoTests;
    for (const file of report.testResults) {
      const tests = file.assertionResults.filter(({ status }) => status === "failed").length;
      failed += file.status === "failed" ? Math.max(tests, 1) : tests;
    }
  }
  totals.failed += succeeded ? failed : Math.max(failed, 1);
}
const { passed, failed, skipped } = totals;
console.log(`${passed} passed, ${failed} failed${skipped ? `, ${skipped} skipped` : ""}`);
process.exitCode = passed > 0 && failed === 0 ? 0 : 1;
