package org.entente.export;

import java.io.BufferedOutputStream;
import java.io.FileOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * Writes one file aside, as {@code NAME.part}, and moves it when it is whole: what bears the name
 * is complete. An interrupted run is gone on with by the next one that asks for the same of records
 * that did not change in between; otherwise that begins anew. Not thread-safe.
 */
public final class ExportFile {
  /** Articles between two points from which to go on. */
  private static final int STEP = 500;

  private final Layout layout;
  private final Records records;
  private final Selection selection;
  private final Path file;
  private final Path part;
  private long resumedAfter;

  public ExportFile(Layout layout, Records records, Selection selection, Path file) {
    this.layout = layout;
    this.records = records;
    this.selection = selection;
    this.file = file;
    this.part = file.resolveSibling(file.getFileName() + ".part");
  }

  /** The id of the article after which this run went on; 0 when it began at the beginning. */
  public long resumedAfter() {
    return resumedAfter;
  }

  /**
   * Writes it.
   *
   * @throws IOException when the disk is full, the folder is missing or read-only; what was written
   *     stays aside
   */
  public Written write() throws IOException {
    Heading heading = records.heading(selection);
    Mark start = Mark.read(part, layout, heading);
    resumedAfter = start.after();
    try (FileOutputStream open = open(start);
        Counted out = new Counted(new BufferedOutputStream(open, 1 << 16), start.bytes())) {
      Sheet sheet = layout.sheet(out, heading, start.written());
      if (start.after() == 0) {
        sheet.begin();
      }
      records.each(selection, start.after(), new Steps(sheet, out, heading));
      sheet.end();
      out.flush();
      open.getFD().sync();
      Mark.forget(part);
      Files.move(part, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
      return sheet.written();
    }
  }

  private FileOutputStream open(Mark start) throws IOException {
    if (start.bytes() == 0) {
      return new FileOutputStream(part.toFile());
    }
    try (RandomAccessFile cut = new RandomAccessFile(part.toFile(), "rw")) {
      cut.setLength(start.bytes());
    }
    return new FileOutputStream(part.toFile(), true);
  }

  /** Notes from time to time how far the file is whole. */
  private final class Steps implements Records.Reader {
    private final Sheet sheet;
    private final Counted out;
    private final Heading heading;
    private int articles;

    Steps(Sheet sheet, Counted out, Heading heading) {
      this.sheet = sheet;
      this.out = out;
      this.heading = heading;
    }

    @Override
    public void take(ArticleRecord article) throws IOException {
      sheet.add(article);
      if (layout.isResumable() && ++articles % STEP == 0) {
        sheet.flush();
        out.flush();
        new Mark(article.article().id(), out.bytes, sheet.written()).write(part, layout, heading);
      }
    }
  }

  private static final class Counted extends FilterOutputStream {
    private long bytes;

    Counted(OutputStream out, long bytes) {
      super(out);
      this.bytes = bytes;
    }

    @Override
    public void write(int b) throws IOException {
      out.write(b);
      bytes++;
    }

    @Override
    public void write(byte[] b, int offset, int length) throws IOException {
      out.write(b, offset, length);
      bytes += length;
    }
  }
}
