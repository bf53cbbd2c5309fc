import { mkdir } from "node:fs/promises";
import type { AddressInfo } from "node:net";
import type { Server } from "node:http";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";
import type { Browser, Page } from "playwright-core";
import { preview } from "../../preview.ts";

/** A page of the site as `fetch` got it: its path, and the addresses that it links to. */
export interface Found {
  path: string;
  html: string;
  links: string[];
}

const screenshots = new URL("../../../build/screenshots/", import.meta.url);

const quiet = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** The site under test: the one at BASE_URL, or the preview of the fixtures. */
export async function openSite(): Promise<{ base: string; close: () => void }> {
  const given = process.env["BASE_URL"];
  if (given !== undefined && given !== "") {
    return { base: given.replace(/\/$/, ""), close: () => undefined };
  }
  const server: Server = await preview(0);
  const { port } = server.address() as AddressInfo;
  const close = (): void => {
    server.closeAllConnections();
    server.close();
  };
  return { base: `http://127.0.0.1:${port.toString()}`, close };
}

export function openBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: "/usr/bin/chromium", args: quiet });
}

function linksOf(html: string): string[] {
  return [...html.matchAll(/<a\s[^>]*?href="([^"]*)"/g)].map(([, href]) =>
    (href ?? "").replaceAll("&#x2F;", "/").replaceAll("&amp;", "&"),
  );
}

export function isInside(link: string): boolean {
  return link.startsWith("/") && !link.startsWith("//");
}

/** Every page that links lead to from `/`, each path once whatever its query. */
export async function crawl(base: string): Promise<Found[]> {
  const found: Found[] = [];
  const seen = new Set(["/"]);
  for (const path of seen) {
    const response = await fetch(base + path);
    if (!response.headers.get("content-type")?.startsWith("text/html")) continue;
    const html = await response.text();
    const links = linksOf(html);
    found.push({ path, html, links });
    for (const link of links.filter(isInside)) {
      const { pathname } = new URL(link, base);
      if (!pathname.startsWith("/api/")) seen.add(pathname);
    }
  }
  return found;
}

/** Takes a picture of the whole page, named for its path and width. */
export async function picture(page: Page, path: string, width: number): Promise<void> {
  await mkdir(screenshots, { recursive: true });
  const name = path === "/" ? "inicio" : path.slice(1).replaceAll("/", "-");
  const file = fileURLToPath(new URL(`${name}-${width.toString()}.png`, screenshots));
  await page.screenshot({ path: file, fullPage: true });
}
