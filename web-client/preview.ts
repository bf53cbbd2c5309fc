import { existsSync, readdirSync, readFileSync } from "node:fs";
import { createServer } from "node:http";
import type { IncomingMessage, Server, ServerResponse } from "node:http";
import { fileURLToPath } from "node:url";
import Mustache from "mustache";

const here = new URL("./", import.meta.url);
const statics = new URL("../build/site/", here);

interface Fixture {
  layout: Record<string, unknown>;
  page: Record<string, unknown>;
}

const pages: readonly (readonly [RegExp, string])[] = [
  [/^\/$/, "home"],
  [/^\/edicoes\/[^/]+$/, "edition"],
  [/^\/edicoes\/[^/]+\/resultados$/, "results"],
  [/^\/observatorio$/, "observatory"],
  [/^\/observatorio\/[^/]+$/, "practice"],
  [/^\/autarquias$/, "entities"],
  [/^\/acessibilidade$/, "accessibility"],
  [/^\/creditos$/, "credits"],
  [/^\/dados$/, "interfaces"],
];

const types: Record<string, string> = {
  css: "text/css; charset=utf-8",
  svg: "image/svg+xml",
  woff2: "font/woff2",
};

function templates(): Record<string, string> {
  const folder = new URL("site/templates/", here);
  return Object.fromEntries(
    readdirSync(folder).map((file) => [
      file.replace(".mustache", ""),
      readFileSync(new URL(file, folder), "utf8"),
    ]),
  );
}

function render(name: string): string {
  const known = templates();
  const source = readFileSync(new URL(`site/fixtures/${name}.json`, here), "utf8");
  const { layout, page } = JSON.parse(source) as Fixture;
  const body = Mustache.render(known[name] ?? "", page, known);
  return Mustache.render(known["layout"] ?? "", { ...layout, body }, known);
}

function sendStatic(name: string, response: ServerResponse): void {
  const file = new URL(name, statics);
  const type = types[name.split(".").pop() ?? ""];
  if (type === undefined || name.includes("/") || !existsSync(file)) {
    response.writeHead(404).end();
    return;
  }
  response.writeHead(200, { "content-type": type }).end(readFileSync(file));
}

function answer(request: IncomingMessage, response: ServerResponse): void {
  const { pathname } = new URL(request.url ?? "/", "http://preview");
  if (pathname.startsWith("/estaticos/")) {
    sendStatic(pathname.slice("/estaticos/".length), response);
    return;
  }
  if (pathname.startsWith("/api/")) {
    response.writeHead(200, { "content-type": "application/json" }).end("{}");
    return;
  }
  const name = pages.find(([pattern]) => pattern.test(pathname))?.[1];
  response.writeHead(name === undefined ? 404 : 200, {
    "content-type": "text/html; charset=utf-8",
    "content-security-policy": "default-src 'self'",
  });
  response.end(render(name ?? "error"));
}

/** Serves every page from its fixture, for work on templates and styles without the server. */
export async function preview(port: number): Promise<Server> {
  const server = createServer(answer);
  await new Promise<void>((listening) => server.listen(port, "127.0.0.1", listening));
  return server;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const port = Number(process.env["PORT"] ?? 8081);
  await preview(port);
  console.log(`http://127.0.0.1:${port.toString()}`);
}
