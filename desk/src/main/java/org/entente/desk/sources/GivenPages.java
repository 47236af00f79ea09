package org.entente.desk.sources;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.entente.desk.Asked;
import org.entente.desk.Fault;
import org.entente.desk.Form;
import org.entente.desk.Page;
import org.entente.desk.Pages;
import org.entente.desk.Room;
import org.entente.source.Documents;
import org.entente.source.Fetch;
import org.entente.source.Fetched;
import org.entente.source.Item;
import org.entente.source.Metadata;
import org.entente.store.Intakes;
import org.entente.store.StoredArticle;
import org.entente.store.StoredIntake;
import org.entente.text.Evidence;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/** What people paste, upload, or name by its address. */
public final class GivenPages {
  /** Most pages are read before anybody loads the page of their intake. */
  private static final Duration WAIT = Duration.ofSeconds(8);

  private static final int LONGEST_NAME = 200;

  private final Intake intake;
  private final Intakes intakes;
  private final Fetch fetch;
  private final Pages pages;

  public GivenPages(Room room, Intake intake, Fetch fetch) {
    this.intake = intake;
    this.intakes = new Intakes(room.store());
    this.fetch = fetch;
    this.pages = room.pages();
  }

  /** The form, empty or as the bookmark filled it. */
  public ServerResponse form(ServerRequest request) {
    PasteView view =
        new PasteView(
            Asked.words(request, "address"),
            Asked.words(request, "title"),
            request.param("text").orElse("").strip());
    return pages.page(request, new Page("Paste", "sources/paste.jte", view));
  }

  /** Reads what was pasted; an address alone is fetched. */
  public ServerResponse paste(ServerRequest request) {
    String text = request.param("text").orElse("").replace("\r\n", "\n").strip();
    String address = Asked.words(request, "address");
    address = address.isEmpty() ? "" : SourcePages.address(address);
    if (text.isEmpty() && address.isEmpty()) {
      throw Fault.badRequest("Paste a text or a page, or name the address of one.");
    }
    if (text.isEmpty()) {
      String named = address;
      return give(request, named, () -> fetched(named));
    }
    Metadata metadata =
        new Metadata(
            words(request, "title"),
            null,
            words(request, "outlet"),
            address.isEmpty() ? null : address,
            Asked.day(request, "day"),
            null);
    String name = address.isEmpty() ? "pasted:" + Evidence.hash(text).substring(0, 16) : address;
    return give(request, name, () -> Stream.of(Documents.pasted(name, text, metadata)));
  }

  private Stream<Item> fetched(String address) {
    try {
      return Documents.standard().open(fetch.get(address, Fetched.Validators.NONE));
    } catch (Fetch.FetchException e) {
      return Stream.of(new Item(null, List.of(e.problem())));
    }
  }

  private static @Nullable String words(ServerRequest request, String name) {
    String words = Asked.words(request, name);
    return words.isEmpty() ? null : words;
  }

  /** Reads a file: HTML, text, a feed, JSON Lines or WARC, gzipped or not. */
  public ServerResponse upload(ServerRequest request) throws IOException, ServletException {
    Part part =
        new Form(request)
            .file("file")
            .orElseThrow(() -> Fault.badRequest("No file was chosen, or it is empty."));
    String name = name(part.getSubmittedFileName());
    Path kept = Files.createTempFile("entente-upload", null);
    try (InputStream in = part.getInputStream()) {
      Files.copy(in, kept, StandardCopyOption.REPLACE_EXISTING);
    }
    return give(request, name, () -> uploaded(name, kept));
  }

  private static Stream<Item> uploaded(String name, Path kept) {
    try {
      return Documents.standard()
          .open(name, Files.newInputStream(kept, java.nio.file.StandardOpenOption.DELETE_ON_CLOSE));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The last part of a file's name, without what could be mistaken for a path. */
  private static String name(@Nullable String given) {
    String name =
        given == null ? "" : given.replaceAll(".*[/\\\\]", "").replaceAll("\\p{Cntrl}", "");
    String kept = name.isBlank() ? "file" : name.strip();
    return kept.length() > LONGEST_NAME ? kept.substring(kept.length() - LONGEST_NAME) : kept;
  }

  private ServerResponse give(
      ServerRequest request, String name, java.util.function.Supplier<Stream<Item>> source) {
    StoredIntake given = intake.give(name, SourcePages.who(request), source, WAIT);
    return Pages.seeOther("/sources/intake/" + given.id());
  }

  /** What became of it. */
  public ServerResponse show(ServerRequest request) {
    long id = Asked.id(request);
    StoredIntake given =
        intakes
            .intake(id)
            .orElseThrow(() -> Fault.missing("Nothing was given under the number " + id + "."));
    Long document = given.document();
    List<StoredArticle> articles = document == null ? List.of() : intakes.articles(document);
    IntakeView view = new IntakeView(given, articles);
    return pages.page(request, new Page(given.name(), "sources/intake.jte", view));
  }
}
