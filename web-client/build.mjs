import { copyFile, mkdir, readFile, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";

/** Puts what the server offers under /estaticos into build/site at the project's root. */
const target = new URL("../build/site/", import.meta.url);
const site = new URL("site/", import.meta.url);
const font = createRequire(import.meta.url).resolve(
  "@fontsource-variable/noto-sans/files/noto-sans-latin-wght-normal.woff2",
);

/** The order is the cascade's: what comes later overrides. */
const styles = ["base", "frame", "lists", "reading", "tables", "forms", "widths", "print"];
const parts = styles.map((name) => readFile(new URL(`styles/${name}.css`, site), "utf8"));

await mkdir(target, { recursive: true });
await writeFile(new URL("site.css", target), (await Promise.all(parts)).join("\n"));
await copyFile(new URL("images/marca.svg", site), new URL("marca.svg", target));
await copyFile(font, new URL("noto-sans.woff2", target));
