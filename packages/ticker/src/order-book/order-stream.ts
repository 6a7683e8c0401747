import { streamError } from "../stream/errors.ts";
import type { OrderNews, OrderNewsOptions } from "./order-news.ts";

/** Milliseconds until a part of the program that did not load is asked for again. */
const pause = 5_000;

/**
 * Order updates from the first listener on. What reads them, with the schema of an order, is most of this package and is
 * loaded then: a page that shows prices never loads it.
 */
export class OrderStream {
  readonly #options: OrderNewsOptions;
  #isOn = false;
  #isClosed = false;
  #news: OrderNews | undefined;
  /** What happened while it was loading. */
  #early: ((news: OrderNews) => void)[] = [];
  #cancelTimer: () => void = () => {};

  constructor(options: OrderNewsOptions) {
    this.#options = options;
  }

  begin(): void {
    if (this.#isOn || this.#isClosed) return;
    this.#isOn = true;
    void this.#load();
  }

  receive(payload: unknown): void {
    this.#tell((news) => news.receive(payload));
  }

  opened(isBack: boolean): void {
    this.#tell((news) => news.opened(isBack));
  }

  close(): void {
    this.#isClosed = true;
    this.#cancelTimer();
    this.#news?.close();
  }

  #tell(what: (news: OrderNews) => void): void {
    if (this.#news) what(this.#news);
    else if (this.#isOn && !this.#isClosed) this.#early.push(what);
  }

  async #load(): Promise<void> {
    const { clock, onError } = this.#options;
    try {
      const { OrderNews } = await import("./order-news.ts");
      if (this.#isClosed) return;
      const news = new OrderNews(this.#options);
      this.#news = news;
      for (const what of this.#early.splice(0)) what(news);
    } catch (cause) {
      if (this.#isClosed) return;
      // A browser could not fetch the chunk. Nothing is lost: it is kept until the next try.
      this.#cancelTimer = clock.after(pause, () => void this.#load());
      const message = "order updates wait: the part of this package that reads them could not be loaded";
      onError(streamError("ConnectionFailed", message, { cause }));
    }
  }
}
