"""Loads this data package with pandas; run it in the folder of the package.

Codes stay text (040), missing values are empty cells, days are days.
"""

import json

import pandas as pd

KINDS = {"integer": "Int64", "number": "float64", "string": "string"}


def read(resource):
    fields = resource["schema"]["fields"]
    days = [f["name"] for f in fields if f["type"] == "date"]
    kinds = {f["name"]: KINDS[f["type"]] for f in fields if f["type"] != "date"}
    return pd.read_csv(
        resource["path"], sep="\t", quoting=3, dtype=kinds, parse_dates=days,
        keep_default_na=False, na_values=[""], encoding="utf-8")


with open("datapackage.json", encoding="utf-8") as file:
    package = json.load(file)
tables = {r["name"]: read(r) for r in package["resources"] if "schema" in r}
quotations = pd.read_json("quotations.jsonl", lines=True, convert_dates=False, dtype=False)
events, dyads, withdrawn = tables["events"], tables["dyads"], tables["withdrawn"]

if __name__ == "__main__":
    for name, table in tables.items():
        print(name, len(table), *("%s:%s" % (c, t) for c, t in table.dtypes.items()))
    print("quotations", len(quotations))
