package org.entente.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.entente.Entente;
import org.entente.Reading;
import org.entente.desk.Fault;
import org.entente.desk.blog.BlogExport;
import org.entente.desk.blog.BlogFile;
import org.entente.desk.blog.BlogImport;
import org.entente.desk.blog.BlogNews;
import org.entente.desk.publish.PressReview;
import org.entente.source.Document;
import org.entente.source.Documents;
import org.entente.source.Item;
import org.entente.store.Block;
import org.entente.store.Content;
import org.entente.store.Drafts;
import org.entente.store.Member;
import org.entente.store.Members;
import org.entente.store.Post;
import org.entente.store.Role;
import org.entente.store.Store;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code entente review import}: of a pasted page the articles are added to the store, and clipped;
 * of a blog's export all posts and comments are taken.
 */
@Command(
    name = "import",
    mixinStandardHelpOptions = true,
    description = {
      "Makes a draft of a pasted or saved press review: its articles become clips, its own words"
          + " comments.",
      "Takes in the export of a blog (WordPress, Blogger, Ghost): posts with their dates, tags and"
          + " comments; taken twice, nothing is doubled."
    })
final class ReviewImportCommand implements Callable<Integer> {
  /** Holds drafts where no administrator has joined yet; nobody can sign in as it. */
  private static final String NOBODY = "The desk";

  @Parameters(paramLabel = "FILE", description = "file, address, or - for standard input")
  private String source = "";

  @Option(
      names = "--author",
      paramLabel = "NAME",
      description =
          "the member whose drafts or posts they are (default: the first administrator; for the export"
              + " of a blog, its writers by name)")
  private @Nullable String author;

  @Mixin private StoreOption place = new StoreOption();
  @Mixin private OwnFiles own = new OwnFiles();

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    Optional<BlogExport> export;
    try {
      export = export();
    } catch (Fault | IOException e) {
      spec.commandLine().getErr().println("entente: " + e.getMessage());
      return Exit.INPUT;
    }
    return export.isPresent() ? blog(export.get()) : page();
  }

  private Optional<BlogExport> export() throws IOException {
    try {
      Path file = Path.of(source);
      return Files.isRegularFile(file)
          ? BlogFile.read(file, String.valueOf(file.getFileName()))
          : Optional.empty();
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }

  private int blog(BlogExport export) {
    try (Store store = place.open()) {
      Member owner = author == null ? null : named(new Members(store), author);
      report(export.program(), new BlogImport(store, Instant.now()).take(export, owner));
    }
    return Exit.OK;
  }

  private void report(String program, BlogNews news) {
    PrintWriter out = spec.commandLine().getOut();
    news.problems().forEach(spec.commandLine().getErr()::println);
    out.printf(
        "%s: %d posts published, %d as drafts, %d comments; %d posts were here before.%n",
        program, news.published(), news.drafts(), news.comments(), news.known());
    if (!news.left().isEmpty()) {
      out.println(
          "Left out: "
              + news.left().entrySet().stream()
                  .map(e -> e.getKey() + " (" + e.getValue() + ")")
                  .collect(Collectors.joining(", "))
              + ".");
    }
    out.flush();
  }

  private int page() {
    Entente entente = own.create();
    boolean any = false;
    try (Store store = place.open();
        Stream<Item> items = Documents.standard().open(source)) {
      Member member = author(store);
      for (Item item : (Iterable<Item>) items::iterator) {
        item.problems().forEach(p -> spec.commandLine().getErr().println(p));
        Document document = item.document();
        if (document != null) {
          draft(entente.read(document), store, member, entente.version());
          any = true;
        }
      }
    }
    spec.commandLine().getOut().flush();
    return any ? Exit.OK : Exit.INPUT;
  }

  private void draft(Reading reading, Store store, Member member, String version) {
    store.add(reading, version);
    Content content = PressReview.of(reading.document(), reading.contents());
    Post post = new Drafts(store).begin(member, content, Post.CommentMode.FIRST_HELD);
    List<Block> blocks = content.blocks();
    long clips = blocks.stream().filter(b -> b instanceof Block.Clip).count();
    PrintWriter out = spec.commandLine().getOut();
    out.printf(
        "Draft %d, “%s”, of %s: %d clips, %d comments.%n",
        post.id(), post.title(), member.name(), clips, blocks.size() - clips);
    out.printf(
        "Edit it at /drafts/%d of the desk: entente desk --store %s%n", post.id(), place.shown());
  }

  private Member author(Store store) {
    Members members = new Members(store);
    if (author != null) {
      return named(members, author);
    }
    Optional<Member> first =
        members.all().stream().filter(m -> m.may(Role.ADMINISTRATOR)).findFirst();
    return first
        .or(() -> members.bySignIn(NOBODY))
        .or(() -> members.add(new Members.Joining(NOBODY, "", null), Role.CONTRIBUTOR))
        .orElseThrow();
  }

  private Member named(Members members, String name) {
    return members
        .bySignIn(name)
        .orElseThrow(() ->
            new ParameterException(
                spec.commandLine(), "there is no member '" + name + "' in " + place.shown()));
  }
}
