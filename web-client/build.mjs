import { copyFile, mkdir } from "node:fs/promises";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";

/** Puts what the server offers under /estaticos into build/site at the project's root. */
const fonts = "@fontsource-variable/noto-sans/files/";
const files = {
  "site.css": fileURLToPath(new URL("site/styles/site.css", import.meta.url)),
  "marca.svg": fileURLToPath(new URL("site/images/marca.svg", import.meta.url)),
  "noto-sans.woff2": createRequire(import.meta.url).resolve(
    `${fonts}noto-sans-latin-wght-normal.woff2`,
  ),
};

const target = new URL("../build/site/", import.meta.url);
await mkdir(target, { recursive: true });
for (const [name, source] of Object.entries(files)) {
  await copyFile(source, new URL(name, target));
}
