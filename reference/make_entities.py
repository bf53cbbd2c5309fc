#!/usr/bin/env python3
"""Writes entities.json from two CSV files with a heading row, UTF-8:

    make_entities.py municipalities.csv parishes.csv > entities.json

municipalities.csv: code, name, display_name, district, region, nuts2_code, nuts2, nuts3_code,
                    nuts3, population_2021, voters_2025, website
parishes.csv:       code, name, short_name, municipality_code, category, voters_2025
Other columns are passed over. Each line of the result is the body of an `entity.register` command.
"""

import csv
import json
import sys
import unicodedata

CATEGORIES = {"Freguesia": "freguesia", "União de Freguesias": "uniao-de-freguesias"}
INHERITED = ("district", "region", "nuts2_code", "nuts2", "nuts3_code", "nuts3")


def rows(path):
    with open(path, encoding="utf-8", newline="") as file:
        return sorted(csv.DictReader(file), key=lambda row: row["code"])


def entity(row, display_name, category, municipality):
    body = {
        "code": row["code"],
        "official_name": row["name"],
        "display_name": display_name,
        "category": category,
        "municipality": municipality["code"],
        **{field: municipality[field] for field in INHERITED},
    }
    for figure in ("population_2021", "voters_2025"):
        if row.get(figure):
            body[figure] = int(row[figure])
    if row.get("website"):
        body["website"] = row["website"]
    return body


def entities(municipalities, parishes):
    for row in municipalities:
        yield entity(row, row["display_name"], "municipio", row)
    by_code = {row["code"]: row for row in municipalities}
    for row in parishes:
        municipality = by_code[row["municipality_code"]]
        yield entity(row, row["short_name"], CATEGORIES[row["category"]], municipality)


def main(municipalities, parishes):
    lines = [
        unicodedata.normalize("NFC", json.dumps(body, ensure_ascii=False, separators=(",", ":")))
        for body in entities(rows(municipalities), rows(parishes))
    ]
    print('{"entities":[\n' + ",\n".join(lines) + "\n]}")


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    main(*sys.argv[1:])
