import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { gzipSync } from "node:zlib";
import type { Browser, Page } from "playwright-core";
import { axeFaults, layoutFaults, openDetails, walk } from "./support/checks.ts";
import { crawl, isInside, openBrowser, openSite, picture } from "./support/site.ts";
import type { Found } from "./support/site.ts";

const widths = [1280, 390] as const;
const missing = "/esta-pagina-nao-existe";
const budget = { requests: 12, css: 20_000, html: 40_000, font: 40_000 };

let base: string;
let close: () => void;
let browser: Browser;
let found: Found[];

before(async () => {
  ({ base, close } = await openSite());
  browser = await openBrowser();
  found = await crawl(base);
});

after(async () => {
  await browser.close();
  close();
});

async function open(path: string, width: number, javaScriptEnabled = true): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width, height: 900 },
    reducedMotion: "reduce",
    javaScriptEnabled,
  });
  const page = await context.newPage();
  await page.goto(base + path);
  return page;
}

async function onEveryPage(
  width: number,
  look: (page: Page, path: string) => Promise<void>,
): Promise<void> {
  const page = await open("/", width);
  for (const path of [...found.map((each) => each.path), missing]) {
    await page.goto(base + path);
    await look(page, path);
  }
  await page.context().close();
}

test("the links from the first page lead to every public page", () => {
  const paths = found.map(({ path }) => path);
  for (const path of [
    "/",
    "/observatorio",
    "/autarquias",
    "/acessibilidade",
    "/creditos",
    "/dados",
  ])
    assert.ok(paths.includes(path), `${path} is not linked: ${paths.join(" ")}`);
  for (const shape of [
    /^\/edicoes\/[^/]+$/,
    /^\/edicoes\/[^/]+\/resultados$/,
    /^\/observatorio\/./,
  ])
    assert.ok(
      paths.some((path) => shape.test(path)),
      `no page like ${shape.source}`,
    );
});

test("no link is dead", async () => {
  const targets = new Set(found.flatMap(({ links }) => links.filter(isInside)));
  for (const target of targets) {
    const { status } = await fetch(base + target);
    assert.equal(status, 200, target);
  }
  for (const { path, html, links } of found) {
    for (const link of links.filter((each) => each.startsWith("#")))
      assert.ok(html.includes(`id="${link.slice(1)}"`), `${path} has no ${link}`);
  }
});

test("a page that does not exist says so", async () => {
  const response = await fetch(base + missing);
  assert.equal(response.status, 404);
  assert.match(await response.text(), /<h1>/);
});

for (const width of widths) {
  test(`every page holds at ${width.toString()} px, and axe finds nothing`, async () => {
    await onEveryPage(width, async (page, path) => {
      await picture(page, path, width);
      await openDetails(page);
      assert.deepEqual(await layoutFaults(page), [], path);
      assert.deepEqual(await axeFaults(page), [], path);
    });
  });
}

test("nothing scrolls sideways at 320 px, which is 1280 px enlarged four times", async () => {
  await onEveryPage(320, async (page, path) => {
    await openDetails(page);
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    assert.ok(width <= 320, `${path} is ${width.toString()} px wide`);
  });
});

test("the keyboard reaches everything, the skip link first, and shows where it is", async () => {
  await onEveryPage(1280, async (page, path) => {
    const { first, faults } = await walk(page);
    assert.equal(first, "Saltar para o conteúdo", path);
    assert.deepEqual(faults, [], path);
  });
});

test("the skip link leads to the content", async () => {
  const page = await open("/", 1280);
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  assert.equal(await page.evaluate(() => document.activeElement?.id), "conteudo");
});

test("searching works without JavaScript", async () => {
  const page = await open("/observatorio", 390, false);
  await page.getByLabel("Palavras").fill("rede social");
  await page.getByRole("button", { name: "Procurar" }).click();
  await page.waitForURL(/texto=rede\+social/);
  assert.equal(await page.locator("h1").count(), 1);
  assert.ok(await page.locator(".card").count());
});

test("a demonstration says on every page that its scores are invented", () => {
  const marked = found.filter(({ html }) => html.includes("Demonstração: "));
  assert.deepEqual(marked, found);
});

test("every page keeps to its budget, and asks nobody else", async () => {
  for (const { path, html } of found) {
    assert.ok(gzipSync(html).length <= budget.html, `${path} is too long`);
    const context = await browser.newContext();
    const page = await context.newPage();
    const requests: string[] = [];
    page.on("request", (request) => requests.push(request.url()));
    await page.goto(base + path);
    assert.ok(requests.length <= budget.requests, `${path}: ${requests.join(" ")}`);
    assert.deepEqual(
      requests.filter((url) => !url.startsWith(base)),
      [],
      path,
    );
    await context.close();
  }
});

test("styles and font keep to their budgets", async () => {
  const sizeOf = async (name: string): Promise<Buffer> =>
    Buffer.from(await (await fetch(`${base}/estaticos/${name}`)).arrayBuffer());
  assert.ok(gzipSync(await sizeOf("site.css")).length <= budget.css);
  assert.ok((await sizeOf("noto-sans.woff2")).length <= budget.font);
});
