"""Reads every table with pandas and the types of its columns given, and writes down what it understood: one line a row,
cells apart by U+001F. Then holds what was read against the store itself, which it asks by SQLite.

python3 readers.py TYPES STORE
"""

import json
import re
import sqlite3
import sys
import unicodedata

import pandas as pd

KINDS = {"I": "Int32", "L": "Int64", "N": "float64", "T": "string"}


def read(file, header, letters):
    if header == "1":
        with open(file, encoding="utf-8", newline="") as lines:
            names = lines.readline().rstrip("\n").split("," if file.endswith("csv") else "\t")
    else:
        names = ["c%d" % i for i in range(1, len(letters) + 1)]
    kinds = {n: KINDS[k] for n, k in zip(names, letters) if k != "D"}
    days = [n for n, k in zip(names, letters) if k == "D"]
    csv = file.endswith("csv")
    x = pd.read_csv(
        file, sep="," if csv else "\t", quoting=0 if csv else 3, header=0 if header == "1" else None, names=names,
        dtype=kinds, parse_dates=days, date_parser=lambda d: pd.to_datetime(d, format="%Y-%m-%d"),
        keep_default_na=False, na_values=[""], encoding="utf-8", lineterminator="\n")
    assert list(x.columns) == names and len(names) == len(letters)
    with open(file + ".pandas", "w", encoding="utf-8", newline="\n") as out:
        for row in x.itertuples(index=False, name=None):
            out.write("\x1f".join(cell(v, k) for v, k in zip(row, letters)) + "\n")
    return x


def cell(value, kind):
    if pd.isna(value):
        return ""
    return value.strftime("%Y-%m-%d") if kind == "D" else str(value)


def plain(text):
    """A text as a tab file may hold it, by the rules that the documentation gives."""
    spaced = "".join(" " if unicodedata.category(c) in ("Cc", "Zl", "Zp") or c in "\ufeff " else c for c in text)
    return re.sub(" +", " ", spaced).strip(" ").replace('"', "'")


def counts(code, quad, status):
    """What is reported as a fact, by docs/rarity.md."""
    if status in ("happened", "ongoing"):
        return True
    if status == "accused":
        return code.startswith("112")
    said = status in ("announced", "intended", "hoped", "requested", "demanded", "threatened", "refused")
    return said and quad % 2 == 1 and not code.startswith("04") and not code.startswith("057")


def stored(place):
    db = sqlite3.connect(place)
    db.row_factory = sqlite3.Row
    rows = db.execute(
        "SELECT e.*, s.name s_name, s.country s_country, s.sector s_sector, t.name t_name, t.country t_country,"
        " t.sector t_sector, a.headline, a.outlet, a.day published, d.name document, d.address, d.content, d.sha256,"
        " d.added, c.version FROM events e JOIN articles a ON a.id = e.article_id JOIN documents d ON d.id ="
        " a.document_id JOIN codings c ON c.id = e.coding_id LEFT JOIN actors s ON s.id = e.source_id LEFT JOIN actors t"
        " ON t.id = e.target_id WHERE e.live = 1 AND a.copy_of IS NULL ORDER BY e.article_id, e.start, e.id").fetchall()
    said = db.execute(
        "SELECT e.id, e.contents, d.content FROM statements e JOIN articles a ON a.id = e.article_id JOIN documents d ON"
        " d.id = a.document_id WHERE e.live = 1 AND a.copy_of IS NULL ORDER BY e.article_id, e.start, e.id").fetchall()
    return rows, said, db


def units(text, start, end):
    """The part of a text between two places that count UTF-16 units, and where it begins in code points."""
    raw = text.encode("utf-16-le", "surrogatepass")
    return raw[2 * start:2 * end].decode("utf-16-le", "replace"), len(raw[:2 * start].decode("utf-16-le", "replace"))


def same(found, expected, what):
    assert len(found) == len(expected), "%s: %d rows, not %d" % (what, len(found), len(expected))
    for i, (f, e) in enumerate(zip(found, expected)):
        f = None if f is None or f is pd.NA or f != f else f
        e = None if e is None or e == "" else e
        assert f == e, "%s, row %d: %r, not %r" % (what, i, f, e)


def column(table, name, expected):
    values = table[name]
    same(values.dt.strftime("%Y-%m-%d") if str(values.dtype).startswith("datetime") else values, expected, name)


def told(table, columns, rows):
    """Columns of a table against what the store holds of the same rows."""
    for name, value in columns.items():
        column(table, name, [value(r) for r in rows])


def words(row):
    return plain(units(row["content"], row["start"], row["finish"])[0])


def stamp(row):
    return int(re.sub("[^0-9]", "", row["added"])[:14])


def check(tables, events):
    facts = [r for r in events if r["day"] and counts(r["code"], r["quad"], r["status"])]
    told(tables["table.tab"], {
        "event_id": lambda r: r["id"], "day": lambda r: r["day"], "date_from": lambda r: r["date_from"],
        "date_to": lambda r: r["date_to"], "code": lambda r: r["code"], "quad": lambda r: r["quad"],
        "goldstein": lambda r: r["goldstein"], "status": lambda r: r["status"],
        "source_name": lambda r: plain(r["s_name"] or ""), "source_country": lambda r: r["s_country"],
        "source_sector": lambda r: r["s_sector"], "target_name": lambda r: plain(r["t_name"] or ""),
        "target_country": lambda r: r["t_country"], "target_sector": lambda r: r["t_sector"],
        "place": lambda r: plain(r["place"]), "article_id": lambda r: r["article_id"],
        "start": lambda r: units(r["content"], r["start"], r["finish"])[1], "exact": words,
        "headline": lambda r: plain(r["headline"] or ""), "publisher": lambda r: plain(r["outlet"] or ""),
        "published": lambda r: r["published"], "url": lambda r: plain(r["address"] or ""),
        "document": lambda r: plain(r["document"]), "sha256": lambda r: r["sha256"], "rule": lambda r: plain(r["rule"]),
        "confidence": lambda r: r["confidence"], "codebook": lambda r: r["version"]}, events)
    told(tables["gdelt.tab"], {
        "c1": lambda r: r["id"], "c2": lambda r: int(r["day"].replace("-", "")), "c3": lambda r: int(r["day"][:7].replace("-", "")),
        "c4": lambda r: int(r["day"][:4]), "c7": lambda r: plain((r["s_name"] or "").upper()), "c27": lambda r: r["code"],
        "c28": lambda r: r["code"][:3], "c29": lambda r: r["code"][:2], "c30": lambda r: r["quad"],
        "c31": lambda r: r["goldstein"], "c60": stamp, "c61": lambda r: plain(r["address"] or r["document"])}, facts)
    told(tables["gdelt-mentions.tab"], {
        "c1": lambda r: r["id"], "c2": stamp, "c3": stamp, "c4": lambda r: 1 if r["address"] else 2,
        "c5": lambda r: plain(r["outlet"] or ""), "c6": lambda r: plain(r["address"] or r["document"]),
        "c8": lambda r: -1 if r["source_start"] is None else units(r["content"], r["source_start"], r["source_finish"])[1],
        "c9": lambda r: -1 if r["target_start"] is None else units(r["content"], r["target_start"], r["target_finish"])[1],
        "c10": lambda r: units(r["content"], r["start"], r["finish"])[1], "c13": lambda r: len(r["content"])}, facts)
    plover = [r for r in facts if r["source_id"] and r["code"][:2] not in ("01", "02")]
    told(tables["polecat.tab"], {
        "Event ID": lambda r: r["id"], "Event Date": lambda r: r["day"], "Intensity": lambda r: r["goldstein"],
        "Actor Name": lambda r: plain(r["s_name"]), "Recipient Name": lambda r: plain(r["t_name"] or ""),
        "Primary Actor Sector": lambda r: r["s_sector"], "Source": lambda r: plain(r["outlet"] or ""),
        "Publication Date": lambda r: r["published"], "Version": lambda r: r["version"]}, plover)
    check_icews(tables["icews.tab"], [r for r in facts if r["source_id"] and r["target_id"]])
    check_acled(tables["acled.csv"], facts)


def check_icews(table, facts):
    """Odd ids are the other direction of a meeting, whose sides are changed."""
    ours, added = table[table["Event ID"] % 2 == 0], table[table["Event ID"] % 2 == 1]
    assert len(added) > 0 and set(added["CAMEO Code"]) <= {"04", "040", "041", "042", "043", "044", "046"}
    told(ours, {
        "Event ID": lambda r: 2 * r["id"], "Event Date": lambda r: r["day"], "CAMEO Code": lambda r: r["code"],
        "Intensity": lambda r: r["goldstein"], "Source Name": lambda r: plain(r["s_name"]),
        "Target Name": lambda r: plain(r["t_name"]), "Story ID": lambda r: r["article_id"],
        "Publisher": lambda r: plain(r["outlet"] or "")}, facts)
    known = {"RUS": "Russian Federation", "USA": "United States", "SYR": "Syria", "GBR": "United Kingdom"}
    for r, name in zip(facts, ours["Source Country"]):
        assert r["s_country"] not in known or name == known[r["s_country"]], name
    by_id = {r["id"]: r for r in facts}
    for _, row in added.iterrows():
        event = by_id[row["Event ID"] // 2]
        assert (row["Source Name"], row["Target Name"]) == (plain(event["t_name"]), plain(event["s_name"]))


def check_acled(table, facts):
    acted = {r["id"]: r for r in facts}
    assert len(table) > 0
    for _, row in table.iterrows():
        event = acted[int(re.sub("^[A-Z]*", "", row["event_id_cnty"]))]
        assert row["event_date"].strftime("%Y-%m-%d") == event["day"] and row["year"] == int(event["day"][:4])
        assert event["code"][:2] in ("14", "17", "18", "19", "20") and "code=" + event["code"] in row["tags"]
        notes = words(event)
        assert row["notes"] == ("'" + notes if notes[0] in "=+-@" else notes), row["notes"]


def check_dyads(table, events, db):
    """Every number against the store: reports of one event on one day count once."""
    read = {}
    for day, articles in db.execute("SELECT day, articles FROM days WHERE articles > 0"):
        read[day[:7]] = read.get(day[:7], 0) + articles
    first = {}
    state = ("", "GOV", "MIL", "COP", "SPY", "JUD", "LEG", "PRE")
    for r in events:
        two = [r["s_country"] or "", r["t_country"] or ""]
        states = all(len(c) == 3 and c not in ("IGO", "NGO") for c in two) and two[0] != two[1]
        acts = states and r["s_sector"] in state and r["t_sector"] in state
        if acts and r["day"] and counts(r["code"], r["quad"], r["status"]) and r["day"][:7] in read:
            shared = r["code"][:2] == "04" or r["code"] in ("057", "061", "062", "063", "064")
            key = (r["code"][:2], shared, tuple(sorted(two) if shared else two), r["day"])
            first.setdefault(key, (tuple(sorted(two)), r["day"][:7], r["quad"] + (0 if two == sorted(two) else 4)))
    sums = {}
    for cell_ in first.values():
        sums[cell_] = sums.get(cell_, 0) + 1
    names = list(table.columns)[8:16]
    found = {}
    for _, row in table.iterrows():
        month = "%04d-%02d" % (row["year"], row["month"])
        assert row["articles"] == read[month]
        for i, name in enumerate(names):
            if row[name]:
                found[((row["iso3_1"], row["iso3_2"]), month, i + 1)] = row[name]
    assert found == sums, set(found.items()) ^ set(sums.items())
    assert len(table) == len({k[0] for k in sums}) * len(read)
    assert set(table[table["iso3_1"] == "RUS"]["ccode1"]) == {"365"}
    assert set(table[table["iso3_2"] == "USA"]["gwcode2"]) == {"2"}


def once(pairs):
    assert len({k for k, _ in pairs}) == len(pairs), "a member stands twice"
    return dict(pairs)


def lines(file):
    with open(file, encoding="utf-8", newline="\n") as all_:
        return [json.loads(line, object_pairs_hook=once) for line in all_]


def whole(file):
    with open(file, encoding="utf-8") as all_:
        return json.load(all_, object_pairs_hook=once)


def readable(text):
    """As JSON files hold it: what ends a line for some readers is a space."""
    return re.sub("[\u2028\u2029\u0085]", " ", text)


def check_json(events, said):
    facts = [r for r in events if r["day"] and counts(r["code"], r["quad"], r["status"])]
    written = lines("events.jsonl")
    assert len(written) == len(events)
    for w, r in zip(written, events):
        text, start = units(r["content"], r["start"], r["finish"])
        assert (w["id"], w["code"], w["status"], w["day"]) == (r["id"], r["code"], r["status"], r["day"])
        assert (w["evidence"]["exact"], w["evidence"]["start"]) == (readable(text), start)
        assert (w["source"] or {}).get("name") == (readable(r["s_name"]) if r["s_name"] else None)
        assert w["article"]["headline"] == readable(r["headline"] or "")
    quotations = lines("quotations.jsonl")
    assert [q["id"] for q in quotations] == [s["id"] for s in said] and quotations
    for q, s in zip(quotations, said):
        for c in q["contents"]:
            assert readable(s["content"][c["start"]:c["end"]]) == c["exact"]
    check_geo(whole("geojson.geojson"), {r["id"]: r for r in facts})
    check_annotations(whole("annotations.jsonld"), events, said)
    check_schema_org(whole("schema-org.jsonld"), facts, said)


def check_geo(geo, facts):
    assert set(geo) == {"type", "features"} and geo["type"] == "FeatureCollection" and geo["features"]
    for f in geo["features"]:
        assert set(f) == {"type", "id", "geometry", "properties"} and f["type"] == "Feature"
        assert set(f["geometry"]) == {"type", "coordinates"} and f["geometry"]["type"] == "Point"
        longitude, latitude = f["geometry"]["coordinates"]
        assert -180 <= longitude <= 180 and -90 <= latitude <= 90 and f["properties"]["precision"] == "country"
        assert f["properties"]["code"] == facts[f["id"]]["code"] and f["properties"]["day"] == facts[f["id"]]["day"]
        if f["properties"]["country"] == "SYR":
            assert 35 < longitude < 43 and 32 < latitude < 38


def check_annotations(page, events, said):
    assert page["@context"][0] == "http://www.w3.org/ns/anno.jsonld" and page["type"] == "AnnotationPage"
    assert len(page["items"]) == len(events) + len(said) == len({i["id"] for i in page["items"]})
    texts = {r["sha256"]: r["content"] for r in events}
    for item in page["items"]:
        assert item["type"] == "Annotation" and item["motivation"] in ("classifying", "identifying") and item["body"]
        sha = item["prov:wasDerivedFrom"]["id"].replace("urn:sha256:", "")
        agent = item["prov:wasGeneratedBy"]["prov:qualifiedAssociation"]
        assert re.fullmatch("[0-9a-f]{64}", sha) and re.fullmatch(r"urn:entente:rule:[\w.:-]+", agent["prov:hadPlan"]["id"])
        for target in item["target"] if isinstance(item["target"], list) else [item["target"]]:
            assert re.fullmatch(r"(https?|urn):[!-~]+", target["source"])
            quote, at = target["selector"]
            assert (quote["type"], at["type"]) == ("TextQuoteSelector", "TextPositionSelector")
            if sha in texts:
                assert readable(texts[sha][at["start"]:at["end"]]) == quote["exact"]


def check_schema_org(graph, facts, said):
    assert set(graph) == {"@context", "@graph"} and graph["@context"] == "https://schema.org"
    kinds = {"Action": [], "Quotation": []}
    for article in graph["@graph"]:
        assert article["@type"] == "NewsArticle" and re.fullmatch("urn:entente:article:[0-9]+", article["@id"])
        for thing in article["mentions"]:
            kinds[thing["@type"]].append(int(thing["@id"].split(":")[-1]))
    assert sorted(kinds["Action"]) == sorted(r["id"] for r in facts)
    assert sorted(kinds["Quotation"]) == sorted(s["id"] for s in said)


def check_calendar(db):
    """By the grammar of RFC 5545: lines of 75 octets, folded, properties in their components, texts escaped."""
    raw = open("icalendar.ics", "rb").read()
    assert raw.endswith(b"\r\n") and b"\n" not in raw.replace(b"\r\n", b"") and b"\r" not in raw.replace(b"\r\n", b"")
    folded = raw.split(b"\r\n")[:-1]
    assert all(len(line) <= 75 and line.decode("utf-8") is not None for line in folded)
    unfolded = raw.decode("utf-8").replace("\r\n ", "").split("\r\n")[:-1]
    assert (unfolded[0], unfolded[-1]) == ("BEGIN:VCALENDAR", "END:VCALENDAR")
    events, inside = [], None
    for line in unfolded[1:-1]:
        name, value = re.fullmatch(r"([A-Z-]+(?:;VALUE=DATE)?):([^\x00-\x08\x0a-\x1f\x7f]*)", line).groups()
        if line == "BEGIN:VEVENT":
            inside = {}
        elif line == "END:VEVENT":
            assert {"UID", "DTSTAMP", "DTSTART;VALUE=DATE", "SUMMARY"} <= set(inside)
            events.append(inside)
            inside = None
        elif inside is not None:
            assert name not in inside, name
            inside[name] = value
            if name in ("SUMMARY", "DESCRIPTION", "LOCATION"):
                assert re.fullmatch(r"(?:[^\\;,]|\\[\\;,nN])*", value), value
        else:
            assert name in ("VERSION", "PRODID")
    ids = ["announcement-%d@entente" % i for (i,) in db.execute(
        "SELECT n.id FROM announcements n JOIN articles a ON a.id = n.article_id WHERE n.live = 1 AND n.date_from IS NOT"
        " NULL AND a.copy_of IS NULL")]
    assert sorted(e["UID"] for e in events) == sorted(ids) and events
    return len(events)


def check_database(icews):
    db = sqlite3.connect("icews.sqlite3")
    kinds = [k for _, _, k, *_ in db.execute("PRAGMA table_info(events)")]
    assert kinds == ["INTEGER"] * 2 + ["TEXT"] * 5 + ["REAL"] + ["TEXT"] * 3 + ["INTEGER"] * 2 + ["TEXT"] * 5 + [
        "REAL"] * 2 + ["INTEGER"] * 2 + ["TEXT"], kinds
    rows = db.execute("SELECT * FROM events ORDER BY rowid").fetchall()
    assert len(rows) == len(icews)
    for got, (_, row) in zip(rows, icews.iterrows()):
        expected = [None if pd.isna(v) else v for v in row]
        expected[1] = int(expected[1].strftime("%Y%m%d"))
        assert list(got[:20]) == expected, (got, expected)
        assert got[20:] == (expected[1] // 10000, expected[1] // 100, "events.%d.entente.tab" % (expected[1] // 10000))


def main():
    tables = {}
    for line in open(sys.argv[1], encoding="utf-8"):
        file, header, letters = line.split()
        tables[file] = read(file, header, letters)
    events, said, db = stored(sys.argv[2])
    check(tables, events)
    check_dyads(tables["dyads.tab"], events, db)
    check_json(events, said)
    check_database(tables["icews.tab"])
    days = check_calendar(db)
    assert len(tables["withdrawn.tab"]) > 0
    print(len(events), "events", len(said), "statements", days, "days")


main()
