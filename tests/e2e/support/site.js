import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join, normalize } from "node:path";

/** @type {Record<string, string>} */
const TYPES = {
  ".css": "text/css",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript",
  ".json": "application/json",
  ".svg": "image/svg+xml",
  ".wasm": "application/wasm",
  ".webmanifest": "application/manifest+json",
};

/**
 * A server of a folder's files, as plain as static hosts are.
 *
 * @param {string} folder
 * @param {{ base?: string, replaced?: (name: string) => string | undefined }} [options] the folder's address on the
 *   server, and the content of files that are to differ from those in the folder
 */
export function siteServer(folder, { base = "/", replaced = () => undefined } = {}) {
  return createServer(async (request, response) => {
    const { pathname } = new URL(request.url ?? "/", "http://localhost");
    if (!pathname.startsWith(base)) {
      response.writeHead(404).end();
      return;
    }
    const asked = normalize(decodeURIComponent(pathname.slice(base.length)));
    const name = asked === "." || asked.endsWith("/") ? join(asked, "index.html") : asked;
    const type = TYPES[extname(name)] ?? "application/octet-stream";
    const content = replaced(name);
    if (content !== undefined) {
      response.writeHead(200, { "content-type": type }).end(content);
      return;
    }
    const path = join(folder, name);
    const found = await stat(path).catch(() => null);
    if (!found?.isFile()) {
      response.writeHead(404).end();
      return;
    }
    response.writeHead(200, { "content-type": type, "content-length": found.size });
    createReadStream(path).pipe(response);
  });
}
