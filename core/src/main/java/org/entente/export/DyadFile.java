package org.entente.export;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.entente.relation.ActorKey;

/**
 * The panel of {@link DyadPanel} as a file. Everything is sorted before the first line is written,
 * so that it cannot be resumed.
 */
final class DyadFile implements Layout {
  @Override
  public String name() {
    return "dyads";
  }

  @Override
  public String about() {
    return "counts of two states and month by quad class and direction, with articles read";
  }

  @Override
  public String extension() {
    return "tab";
  }

  @Override
  public String mediaType() {
    return "text/tab-separated-values;charset=UTF-8";
  }

  @Override
  public boolean isResumable() {
    return false;
  }

  @Override
  public Sheet sheet(OutputStream out, Heading heading, Written before) {
    return new Counts(new OutputStreamWriter(out, StandardCharsets.UTF_8), heading);
  }

  private static final class Counts implements Sheet {
    private final Writer out;
    private final DyadPanel panel;
    private final Tally tally = new Tally(Written.NOTHING);
    private long rows;

    Counts(Writer out, Heading heading) {
      this.out = new BufferedWriter(out);
      this.panel = new DyadPanel(heading.read());
      List<ActorKey> pair = heading.selection().pair();
      if (pair.size() == 2 && panel.isPair(pair.getFirst().toString(), pair.getLast().toString())) {
        panel.include(pair.getFirst().toString(), pair.getLast().toString());
      }
    }

    @Override
    public void begin() {
      // The header stands over rows that are not known yet.
    }

    @Override
    public void add(ArticleRecord article) throws IOException {
      for (ExportEvent event : article.events()) {
        String reason = Refusal.ofDirectedFact(event);
        if (reason != null) {
          tally.refuse(reason);
        } else if (!panel.isDyadic(event)) {
          tally.refuse("not between two states");
        } else {
          panel.add(event);
        }
      }
    }

    @Override
    public void flush() throws IOException {
      out.flush();
    }

    @Override
    public void end() throws IOException {
      rows = panel.write(out);
      out.flush();
      tally.refuse("reported before", panel.repeated());
      tally.refuse("in a month of which nothing was read", panel.outside());
    }

    @Override
    public Written written() {
      return new Written(rows, tally.written().refused());
    }
  }
}
