package org.entente.export;

import java.io.IOException;
import java.io.OutputStream;

/**
 * Writes records in a layout.
 *
 * <pre>{@code
 * Exports.write(Layouts.named("icews").orElseThrow(), records, Selection.ALL, out);
 * }</pre>
 *
 * <p>Streams: what keeps the records decides how many articles are held at a time, whatever their
 * number. Stateless and thread-safe.
 */
public final class Exports {
  private Exports() {}

  /**
   * Writes all that is selected.
   *
   * @param out takes the bytes; stays open
   */
  public static Written write(Layout layout, Records records, Selection selection, OutputStream out)
      throws IOException {
    Heading heading = records.heading(selection);
    Sheet sheet = layout.sheet(out, heading, Written.NOTHING);
    sheet.begin();
    records.each(selection, 0, sheet::add);
    sheet.end();
    return sheet.written();
  }
}
