import axe from "axe-core";
import type { Page } from "playwright-core";

export function openDetails(page: Page): Promise<void> {
  return page.evaluate(() => {
    for (const details of document.querySelectorAll("details")) details.open = true;
  });
}

/** What a person would stumble over on the page as laid out now; empty when all is well. */
export function layoutFaults(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const root = document.documentElement;
    const faults: [string, Element][] = [];
    if (root.lang !== "pt-PT") faults.push(["not marked as pt-PT", root]);
    if (document.querySelectorAll("h1").length !== 1) faults.push(["not exactly one h1", root]);
    if (root.scrollWidth > window.innerWidth) faults.push(["scrolls sideways", root]);

    for (const table of document.querySelectorAll("table")) {
      if (!table.caption?.textContent.trim()) faults.push(["no caption", table]);
    }
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const parent = walker.currentNode.parentElement;
      if (!parent?.checkVisibility() || !walker.currentNode.nodeValue?.trim()) continue;
      if (parseFloat(getComputedStyle(parent).fontSize) < 16) faults.push(["small text", parent]);
    }
    const targets = ".button, input, select, summary, nav a, .brand";
    for (const target of document.querySelectorAll(targets)) {
      const { width, height } = target.getBoundingClientRect();
      if (width < 44 || height < 44) faults.push(["hard to hit", target]);
    }
    return faults.map(([what, { outerHTML }]) => `${what}: ${outerHTML.slice(0, 100)}`);
  });
}

/** The rules of axe (WCAG 2.2 AA and good practice) that the page breaks, with where. */
export async function axeFaults(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  const results = await page.evaluate(() => axe.run(document, { resultTypes: ["violations"] }));
  return results.violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(" | ")}`,
  );
}

/** Walks the page with the Tab key: what came first, what was never reached, what hid its focus. */
export async function walk(page: Page): Promise<{ first: string; faults: string[] }> {
  const count = await page.evaluate(() => {
    const all = document.querySelectorAll<HTMLElement>("a[href], button, input, select, summary");
    const reachable = [...all].filter((element) => element.checkVisibility());
    reachable.forEach((element, index) => (element.dataset["stop"] = index.toString()));
    return reachable.length;
  });
  const missed = new Set(Array.from({ length: count }, (_, index) => index.toString()));
  const faults: string[] = [];
  let first = "";
  for (let press = 0; press <= count; press++) {
    await page.keyboard.press("Tab");
    const stop = await page.evaluate(() => {
      const element = document.activeElement as HTMLElement;
      const { outlineStyle, outlineWidth } = getComputedStyle(element);
      const seen = outlineStyle !== "none" && parseFloat(outlineWidth) >= 2;
      const { top, bottom } = element.getBoundingClientRect();
      const onScreen = bottom > 0 && top < window.innerHeight;
      const text = element.textContent.trim() || element.id;
      return { id: element.dataset["stop"] ?? "", text, visible: seen && onScreen };
    });
    if (press === 0) first = stop.text;
    if (stop.id !== "" && !stop.visible) faults.push(`focus not visible: ${stop.text}`);
    missed.delete(stop.id);
  }
  for (const id of missed) faults.push(`never reached: stop ${id} of ${count.toString()}`);
  return { first, faults };
}
