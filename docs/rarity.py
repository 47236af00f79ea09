#!/usr/bin/env python3
"""Recomputes the rarity of the last bin of a CSV panel, with the standard library only.

    python3 docs/rarity.py panel.csv [--exposure COLUMN] [--window 104] [--level 0.01]

The panel has a header with the columns bin, events and an exposure (articles or sentences read; 0 is
a gap), one line a bin, in order of time without a hole. Formulas: docs/rarity.md. Written to be read
beside them, not to be fast.
"""
import argparse
import csv
import json
from math import exp, lgamma, log, log1p, sqrt
from statistics import NormalDist, median_high

GRID = [0.05 * k for k in range(41)]  # coefficients of variation, √α
OUTSTANDING = 2.58
LEAST_PAST, LEAST_SHARE, FARTHEST, LEAST_EVENTS = 26, 0.5, 10, 3


def fit(past, weights, alpha):
    """Level, slope and the variance of the level, by Fisher scoring with Jeffreys' prior."""
    level = log((sum(y for y, _, _ in past) + 0.5) / sum(exp(o) for _, _, o in past))
    slope = 0.0
    for _ in range(200):
        means = [exp(level + slope * t + o) for _, t, o in past]
        info = [w * m / (1 + alpha * m) for w, m in zip(weights, means)]
        i00 = sum(info)
        i01 = sum(w * t for w, (_, t, _) in zip(info, past))
        i11 = 1 + sum(w * t * t for w, (_, t, _) in zip(info, past))
        det = i00 * i11 - i01 * i01
        v00, v01, v11 = i11 / det, -i01 / det, i00 / det
        u0, u1 = 0.0, -slope
        for (y, t, _), w, m, i in zip(past, weights, means, info):
            leverage = i * (v00 + 2 * t * v01 + t * t * v11)
            u = (w * (y - m) + leverage / 2) / (1 + alpha * m)
            u0, u1 = u0 + u, u1 + u * t
        d0, d1 = v00 * u0 + v01 * u1, v01 * u0 + v11 * u1
        if abs(d0) + abs(d1) < 1e-10:
            break
        damp = min(1, 2 / max(abs(d0), abs(d1)))
        level, slope = level + damp * d0, slope + damp * d1
    return level, slope, v00, means


def likelihood(past, weights, means, alpha):
    total = 0.0
    for (y, _, _), w, m in zip(past, weights, means):
        rising = sum(log1p(alpha * j) for j in range(y))
        growth = log1p(alpha * m) / alpha if alpha else m
        total += w * (rising + y * log(m / (1 + alpha * m)) - growth)
    return total


def mid_tail(count, mean, alpha):
    """P(more) + P(exactly so many) / 2 of a negative binomial."""
    size = 1 / max(alpha, 1e-6)
    share = mean / (size + mean)
    term = exp(lgamma(count + size) - lgamma(size) - lgamma(count + 1)
               + count * log(share) - size * log1p(mean / size))
    total, k = term / 2, count
    while k < mean or term > 1e-17 * total:
        term *= share * (k + size) / (k + 1)
        k += 1
        total += term
    return total


def learn(past, weights):
    """The mixture over the grid: (weight, mean, dispersion) each, the likeliest fit, its α."""
    parts, best = [], None
    for k, cv in enumerate(GRID):
        alpha = cv * cv
        level, slope, s2, means = fit(past, weights, alpha)
        score = likelihood(past, weights, means, alpha) - slope * slope / 2
        score += log(0.5) if k in (0, len(GRID) - 1) else 0
        parts.append((score, exp(level), alpha + s2 + alpha * s2))
        if best is None or score > best[0]:
            best = (score, alpha, level, slope, s2, means)
    shares = [exp(p[0] - best[0]) for p in parts]
    return [(s / sum(shares), m, a) for s, (_, m, a) in zip(shares, parts)], best


def forecast(past, count):
    weights = [1.0] * len(past)
    parts, best = learn(past, weights)
    for i, (y, _, _) in enumerate(past):
        tail = max(mid_tail(y, best[5][i], best[1]), 1e-300)
        score = -NormalDist().inv_cdf(tail) if tail < 0.5 else 0
        if score > OUTSTANDING:
            weights[i] = (OUTSTANDING / score) ** 2
    if min(weights) < 1:
        parts, best = learn(past, weights)
    _, alpha, level, slope, s2, _ = best
    span = exp(NormalDist().inv_cdf(0.975) * sqrt(s2))
    return {
        "expected": exp(level), "low": exp(level) / span, "high": exp(level) * span,
        "trend": exp(slope), "dispersion": alpha,
        "tail": sum(s * mid_tail(count, m, a) for s, m, a in parts),
    }


def rarity(rows, window=104, level=0.01):
    """rows: (bin, events, exposure) in order; the last is tested."""
    *before, (name, count, exposure) = rows
    before = before[-window:]
    past = [(y, (i - len(before)) / len(before), log(e / exposure) if exposure else 0)
            for i, (_, y, e) in enumerate(before) if e > 0]
    read = [e for _, _, e in before if e > 0]
    result = {"bin": name, "events": count, "past": len(before), "covered": len(read)}
    if exposure == 0 or len(read) < LEAST_PAST:
        doubt = "NOT_READ" if exposure == 0 else "PAST_TOO_SHORT"
        return result | {"verdict": "CANNOT_BE_TOLD", "doubt": doubt}
    result |= {"rank": 1 + sum(y > count for y, _, _ in past)} | forecast(past, count)
    ratio = exposure / median_high(read)
    rare = result["tail"] <= level
    doubt = None
    if len(read) < LEAST_SHARE * len(before):
        doubt = "PAST_FULL_OF_GAPS"
    elif ratio > FARTHEST or ratio * FARTHEST < 1:
        doubt = "READ_OTHERWISE"
    elif rare and count < LEAST_EVENTS:
        doubt = "FEW_EVENTS"
    verdict = "CANNOT_BE_TOLD" if doubt else "RARE" if rare else "NOT_RARE"
    return result | {"verdict": verdict, "doubt": doubt}


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("panel")
    parser.add_argument("--exposure", help="column to use (default: exposure, else sentences)")
    parser.add_argument("--window", type=int, default=104)
    parser.add_argument("--level", type=float, default=0.01)
    options = parser.parse_args()
    with open(options.panel, newline="", encoding="utf-8") as file:
        table = list(csv.DictReader(file))
    column = options.exposure or ("exposure" if "exposure" in table[0] else "sentences")
    rows = [(r["bin"], int(r["events"]), float(r[column])) for r in table]
    print(json.dumps(rarity(rows, options.window, options.level), indent=1))


if __name__ == "__main__":
    main()
