package org.entente.relation;

import java.util.List;

/** The covered bins of the window before a bin, as numbers; times count from the tested bin. */
final class Past {
  /** Events. */
  final int[] events;

  /** Time: −1 at the window's beginning, 0 at the tested bin. */
  final double[] time;

  /** Logarithm of the exposure over that of the tested bin. */
  final double[] offset;

  private Past(int size) {
    events = new int[size];
    time = new double[size];
    offset = new double[size];
  }

  /** The {@code window} bins before the one at index, those without coverage left out. */
  static Past of(List<Panel.Row> rows, int index, int window) {
    List<Panel.Row> before = rows.subList(Math.max(0, index - window), index);
    Past past = new Past((int) before.stream().filter(r -> !r.isGap()).count());
    int i = 0;
    for (int row = 0; row < before.size(); row++) {
      Panel.Row bin = before.get(row);
      if (!bin.isGap()) {
        past.events[i] = bin.events();
        past.time[i] = (double) (row - before.size()) / before.size();
        past.offset[i] = Math.log(bin.exposure() / rows.get(index).exposure());
        i++;
      }
    }
    return past;
  }

  int size() {
    return events.length;
  }

  int greatest() {
    int greatest = 0;
    for (int y : events) {
      greatest = Math.max(greatest, y);
    }
    return greatest;
  }

  /** Events per exposure of the tested bin, half an event added so that it is never 0. */
  double meanRate() {
    double sum = 0.5;
    double exposure = 0;
    for (int i = 0; i < size(); i++) {
      sum += events[i];
      exposure += Math.exp(offset[i]);
    }
    return sum / exposure;
  }
}
