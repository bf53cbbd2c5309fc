import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";

const site = new URL("../site/", import.meta.url);
const namesIn = (folder: string): string[] =>
  readdirSync(new URL(folder, site)).map((file) => file.replace(/\.\w+$/, ""));
const read = (file: string): string => readFileSync(new URL(file, site), "utf8");

/** The fields that a template asks for, itself or through its partials. */
function tagsOf(template: string): Set<string> {
  const tags = new Set<string>();
  const source = read(`templates/${template}.mustache`);
  for (const [, kind, name] of source.matchAll(/\{\{\{?([#^>/]?)\s*([\w.]+)\s*\}?\}\}/g)) {
    if (name === undefined || name === "." || kind === "/") continue;
    if (kind === ">") tagsOf(name).forEach((tag) => tags.add(tag));
    else tags.add(name);
  }
  return tags;
}

function keysOf(value: unknown): Set<string> {
  if (typeof value !== "object" || value === null) return new Set();
  const nested = Object.values(value).flatMap((each) => [...keysOf(each)]);
  return new Set(Array.isArray(value) ? nested : [...Object.keys(value), ...nested]);
}

const templates = namesIn("templates/");
const fixtures = namesIn("fixtures/").map((name) => ({
  name,
  ...(JSON.parse(read(`fixtures/${name}.json`)) as { layout: unknown; page: unknown }),
}));

test("a fixture has the fields that its template asks for, and no other", () => {
  for (const { name, page } of fixtures)
    assert.deepEqual([...keysOf(page)].sort(), [...tagsOf(name)].sort(), name);
});

test("a fixture has the fields of the layout, and no other", () => {
  const asked = [...tagsOf("layout")].filter((tag) => tag !== "body").sort();
  for (const { name, layout } of fixtures) {
    const given = [...keysOf(layout)];
    assert.deepEqual(
      given.filter((key) => !asked.includes(key)),
      [],
      name,
    );
    if (name !== "home") assert.deepEqual(given.sort(), asked, name);
  }
});

test("no field has the name of a template: the server keeps both in one namespace", () => {
  for (const { name, layout, page } of fixtures) {
    const taken = [...keysOf(layout), ...keysOf(page)].filter((key) => templates.includes(key));
    assert.deepEqual(taken, [], name);
  }
});
