const plain = process.env.NO_COLOR || !process.stdout.isTTY;
const paint = (code, text) => (plain ? text : `\u001b[${code}m${text}\u001b[0m`);

/** Prints what is tried as it goes, and what came of it at the end. */
export class Report {
  #done = 0;
  #failed = [];
  #heading = "";
  #start = Date.now();

  heading(text) {
    this.#heading = text;
    console.log(`\n${paint(1, text)}`);
  }

  fine(text, details = "") {
    this.#done += 1;
    console.log(`  ${paint(32, "ok")}  ${text.padEnd(20)} ${paint(2, details)}`.trimEnd());
  }

  /** Runs a step; when it throws, the rehearsal goes on with the next one and fails at the end. */
  async step(name, work) {
    try {
      this.fine(name, await work());
    } catch (error) {
      this.#failed.push(`${this.#heading}: ${name}`);
      console.log(`  ${paint(31, "FAILED")}  ${name}\n${String(error.message).replace(/^/gm, "          ")}`);
    }
  }

  end() {
    const seconds = Math.round((Date.now() - this.#start) / 1000);
    console.log(`\n${this.#done} steps fine, ${this.#failed.length} failed, in ${seconds} s`);
    for (const step of this.#failed) console.log(`  ${step}`);
    if (this.#failed.length) process.exitCode = 1;
  }
}
