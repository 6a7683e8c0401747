const rotate = (word: number, by: number): number => (word >>> by) | (word << (32 - by));

/** Fractions of roots of the first primes, as 32-bit words: the constants of the algorithm. */
function fractions(count: number, root: (prime: number) => number): number[] {
  const words: number[] = [];
  for (let candidate = 2; words.length < count; candidate += 1) {
    let isPrime = true;
    for (let divisor = 2; divisor * divisor <= candidate; divisor += 1) isPrime &&= candidate % divisor !== 0;
    if (isPrime) words.push((root(candidate) % 1) * 2 ** 32);
  }
  return words.map((word) => word | 0);
}

/** Text, a 1 bit, zeros, and the length in bits, in whole blocks of 64 bytes. */
function padded(text: string): DataView {
  const bytes = new TextEncoder().encode(text);
  const block = new Uint8Array((((bytes.length + 8) >> 6) + 1) * 64);
  block.set(bytes);
  block[bytes.length] = 0x80;
  const view = new DataView(block.buffer);
  view.setUint32(block.length - 8, bytes.length / 2 ** 29);
  view.setUint32(block.length - 4, bytes.length << 3);
  return view;
}

/**
 * Gives the SHA-256 of a text in lower-case hex, at once. Web Crypto only promises it, and a promise where a program tests for true
 * would let every forged postback in.
 *
 * @see https://csrc.nist.gov/pubs/fips/180-4/upd1/final
 */
export function sha256(text: string): string {
  const constants = fractions(64, Math.cbrt);
  const state = fractions(8, Math.sqrt);
  const blocks = padded(text);
  const words = new Int32Array(64);
  for (let start = 0; start < blocks.byteLength; start += 64) {
    for (let index = 0; index < 64; index += 1) {
      words[index] = index < 16 ? blocks.getInt32(start + index * 4) : extended(words, index);
    }
    const mixed = state.slice();
    for (let index = 0; index < 64; index += 1) mix(mixed, at(constants, index) + at(words, index));
    for (let index = 0; index < 8; index += 1) state[index] = (at(state, index) + at(mixed, index)) | 0;
  }
  return state.map((word) => (word >>> 0).toString(16).padStart(8, "0")).join("");
}

function extended(words: Int32Array, index: number): number {
  const early = at(words, index - 15);
  const late = at(words, index - 2);
  const first = rotate(early, 7) ^ rotate(early, 18) ^ (early >>> 3);
  const second = rotate(late, 17) ^ rotate(late, 19) ^ (late >>> 10);
  return (at(words, index - 16) + first + at(words, index - 7) + second) | 0;
}

/** One round: `input` is the word of the message and the constant, added. */
function mix(state: number[], input: number): void {
  const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = state;
  const one = rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25);
  const sum = (h + one + ((e & f) ^ (~e & g)) + input) | 0;
  const zero = rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22);
  const majority = (a & b) ^ (a & c) ^ (b & c);
  state.pop();
  state.unshift((sum + zero + majority) | 0);
  state[4] = (d + sum) | 0;
}

const at = (words: ArrayLike<number>, index: number): number => words[index] ?? 0;
