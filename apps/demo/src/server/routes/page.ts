import type { Hono } from "hono";
import type { PageFile } from "../page-files.ts";

/** The page itself. */
export function pageRoutes(app: Hono, files: ReadonlyMap<string, PageFile>): void {
  for (const [path, { body, type, forever }] of files) {
    app.get(path, (context) => {
      context.header("content-type", type);
      // asked for anew each time, so that a page never outlives the server it was built with
      context.header("cache-control", forever ? "public, max-age=31536000, immutable" : "no-cache");
      return context.body(body);
    });
  }
}
