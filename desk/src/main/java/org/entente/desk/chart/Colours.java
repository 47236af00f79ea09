package org.entente.desk.chart;

/** The rules of style that a chart needs when it stands alone as a file. */
final class Colours {
  static final String STYLE =
      """
      text{font:11px sans-serif;fill:#5a564e}.tick{text-anchor:end}.agree{fill:#2b8a93}.tense{fill:#c05a3a}
      .read{fill:#8d8676}.hatch{stroke:#8d8676;stroke-width:2}
      .grid{stroke:#dcd6c9}.axis{stroke:#8d8676}.pointer{fill:#1c1b19}.count{fill:#8d8676}.asked .count{fill:#1c1b19}
      .limit{stroke:#1c1b19;stroke-dasharray:4 3}.edge{fill:none}
      """;

  private Colours() {}
}
