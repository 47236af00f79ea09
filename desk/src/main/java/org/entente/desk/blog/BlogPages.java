package org.entente.desk.blog;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import org.entente.desk.Fault;
import org.entente.desk.Form;
import org.entente.desk.Page;
import org.entente.desk.Pages;
import org.entente.desk.Room;
import org.entente.desk.SignedIn;
import org.entente.store.Member;
import org.entente.store.Members;
import org.entente.store.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/**
 * Takes in a blog's export by the browser: first a look at what would come, then all of it or
 * nothing. One is read at a time, since each fills some memory. Thread-safe.
 */
public final class BlogPages {
  /** What a small desk reads beside serving pages; the command takes four times as much. */
  static final long LARGEST = 32L << 20;

  private static final int LONGEST_NAME = 100;

  private final Room room;
  private final Members members;
  private final Uploads uploads = new Uploads();
  private final ReentrantLock one = new ReentrantLock();

  public BlogPages(Room room) {
    this.room = room;
    this.members = new Members(room.store());
  }

  /** Where a file is chosen. */
  public ServerResponse form(ServerRequest request) {
    List<Member> writers = members.all().stream().filter(m -> m.may(Role.CONTRIBUTOR)).toList();
    BlogFormView view = new BlogFormView(writers, (int) (LARGEST >> 20));
    return room.pages().page(request, new Page("From another blog", "blog/form.jte", view));
  }

  /** Keeps the file and leads to the look at it; nothing is taken yet. */
  public ServerResponse upload(ServerRequest request) throws IOException, ServletException {
    Member member = SignedIn.required(request, Role.ADMINISTRATOR);
    Form form = new Form(request);
    Part part =
        form.file("file")
            .orElseThrow(() -> Fault.badRequest("No file was chosen, or it is empty."));
    if (part.getSize() > LARGEST) {
      throw Fault.badRequest(
          String.format(
              Locale.ROOT,
              "The file has %.1f MB; in the browser the desk takes up to %d MB. Take a larger one in the"
                  + " desk's terminal: entente review import FILE.",
              part.getSize() / (double) (1 << 20),
              LARGEST >> 20));
    }
    Member owner = form.number("owner").filter(n -> n > 0).map(this::writer).orElse(null);
    String name = name(part.getSubmittedFileName());
    Path file;
    try (InputStream in = part.getInputStream()) {
      file = Uploads.file(in);
    }
    Uploads.Report report;
    try {
      report = alone(() -> report(file, name, owner, false));
    } catch (Fault e) {
      Files.delete(file);
      throw e;
    }
    String key = UUID.randomUUID().toString();
    uploads.keep(
        new Uploads.Upload(key, member.id(), owner, name, file, Instant.now(), report, false));
    return Pages.seeOther("/import/" + key);
  }

  private Member writer(long id) {
    return members
        .byId(id)
        .filter(m -> m.may(Role.CONTRIBUTOR))
        .orElseThrow(() -> Fault.badRequest("There is no writer " + id + " at this desk."));
  }

  /** The last part of a file's name, without what could be mistaken for a path. */
  private static String name(@Nullable String given) {
    String name =
        given == null ? "" : given.replaceAll(".*[/\\\\]", "").replaceAll("\\p{Cntrl}", "");
    String kept = name.isBlank() ? "The file" : name.strip();
    return kept.length() > LONGEST_NAME ? kept.substring(kept.length() - LONGEST_NAME) : kept;
  }

  private static boolean isPacked(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] head = in.readNBytes(2);
      return head.length == 2 && ((head[0] == 'P' && head[1] == 'K') || head[0] == 0x1f);
    }
  }

  private Uploads.Report report(Path file, String name, @Nullable Member owner, boolean take)
      throws IOException {
    if (isPacked(file)) {
      throw Fault.badRequest(
          name
              + " is packed. Unpack it and choose the file in it: WordPress's .xml, Blogger's"
              + " feed.atom, Ghost's .json.");
    }
    BlogExport export =
        BlogFile.read(file, name)
            .orElseThrow(() ->
                Fault.badRequest(
                    name
                        + " is no export of WordPress (WXR), Blogger (backup or feed.atom) or Ghost"
                        + " (JSON)."));
    BlogImport importing = new BlogImport(room.store(), Instant.now());
    BlogNews news = take ? importing.take(export, owner) : importing.look(export);
    return new Uploads.Report(export.program(), export.base(), news);
  }

  private Uploads.Upload kept(ServerRequest request) throws IOException {
    Member member = SignedIn.required(request, Role.ADMINISTRATOR);
    return uploads
        .find(member, request.pathVariable("upload"))
        .orElseThrow(() ->
            Fault.missing(
                "This file is no longer here; a file waits for an hour. Choose it again."));
  }

  /** What would come of it; once it was taken, what came. */
  public ServerResponse look(ServerRequest request) throws IOException {
    Uploads.Upload upload = kept(request);
    Member owner = upload.owner();
    BlogLookView view =
        new BlogLookView(
            upload.key(),
            upload.name(),
            upload.report().program(),
            upload.report().base(),
            owner == null ? "" : owner.name(),
            upload.taken(),
            upload.report().news());
    return room.pages().page(request, new Page("From another blog", "blog/look.jte", view));
  }

  /** Takes all of it in one transaction; asked for again, it shows what came. */
  public ServerResponse take(ServerRequest request) throws IOException {
    return alone(() -> {
      Uploads.Upload upload = kept(request);
      if (!upload.taken()) {
        uploads.taken(upload, report(upload.file(), upload.name(), upload.owner(), true));
      }
      return Pages.seeOther("/import/" + upload.key());
    });
  }

  private interface Reading<T> {
    T done() throws IOException;
  }

  private <T> T alone(Reading<T> reading) throws IOException {
    if (!one.tryLock()) {
      throw new Fault(HttpStatus.CONFLICT, "Another export is being read; try again in a minute.");
    }
    try {
      return reading.done();
    } finally {
      one.unlock();
    }
  }
}
