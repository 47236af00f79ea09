package org.entente.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.entente.Entente;
import org.entente.Reading;
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
import org.entente.store.PressArchive;
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

/** {@code entente review}: press reviews, from the terminal. */
@Command(
    name = "review",
    mixinStandardHelpOptions = true,
    description = "Press reviews: drafts of pasted ones; all that people wrote as one archive.",
    subcommands = {
      ReviewCommand.Import.class,
      ReviewCommand.Export.class,
      ReviewCommand.Restore.class
    })
final class ReviewCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(),
        "say what to do: entente review import FILE, export ARCHIVE or restore ARCHIVE");
  }

  /** {@code entente review export}: one zip archive of all that people wrote. */
  @Command(
      name = "export",
      mixinStandardHelpOptions = true,
      description =
          "Writes members, reviews with all versions, comments and cited texts into one zip archive. It"
              + " holds mail addresses and password hashes.")
  static final class Export implements Callable<Integer> {
    @Parameters(paramLabel = "ARCHIVE", description = "file to write")
    private Path file = Path.of("reviews.zip");

    @Mixin private StoreOption place = new StoreOption();

    @Spec private CommandSpec spec;

    @Override
    public Integer call() {
      try (Store store = place.existing()) {
        PressArchive.Counts counts = new PressArchive(store).write(file);
        say(spec, "wrote " + file, counts);
        return Exit.OK;
      } catch (IOException e) {
        spec.commandLine()
            .getErr()
            .println("entente: cannot write " + file + ": " + e.getMessage());
        return Exit.EXPORT;
      }
    }
  }

  private static void say(CommandSpec spec, String done, PressArchive.Counts counts) {
    PrintWriter out = spec.commandLine().getOut();
    out.printf(
        "%s: %d members, %d reviews in %d versions, %d comments, %d cited texts.%n",
        done,
        counts.rows().getOrDefault("members", 0),
        counts.rows().getOrDefault("posts", 0),
        counts.rows().getOrDefault("post_versions", 0),
        counts.rows().getOrDefault("comments", 0),
        counts.texts());
    out.flush();
  }

  /** {@code entente review restore}: the archive into a store without members. */
  @Command(
      name = "restore",
      mixinStandardHelpOptions = true,
      description = "Takes such an archive into a store where nobody is a member yet.")
  static final class Restore implements Callable<Integer> {
    @Parameters(paramLabel = "ARCHIVE", description = "file that 'review export' wrote")
    private Path file = Path.of("reviews.zip");

    @Mixin private StoreOption place = new StoreOption();

    @Spec private CommandSpec spec;

    @Override
    public Integer call() {
      try (Store store = place.open()) {
        say(spec, "restored from " + file, new PressArchive(store).read(file));
        return Exit.OK;
      }
    }
  }

  /** {@code entente review import}: the file's articles are added to the store, and clipped. */
  @Command(
      name = "import",
      mixinStandardHelpOptions = true,
      description =
          "Makes a draft of a pasted or saved press review: its articles become clips, its own words"
              + " comments.")
  static final class Import implements Callable<Integer> {
    /** Holds drafts where no administrator has joined yet; nobody can sign in as it. */
    private static final String NOBODY = "The desk";

    @Parameters(paramLabel = "FILE", description = "file, address, or - for standard input")
    private String source = "";

    @Option(
        names = "--author",
        paramLabel = "NAME",
        description = "the member whose draft it is (default: the first administrator)")
    private @Nullable String author;

    @Mixin private StoreOption place = new StoreOption();
    @Mixin private OwnFiles own = new OwnFiles();

    @Spec private CommandSpec spec;

    @Override
    public Integer call() {
      Entente entente = own.create();
      PrintWriter out = spec.commandLine().getOut();
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
      out.flush();
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
        return members
            .bySignIn(author)
            .orElseThrow(() ->
                new ParameterException(
                    spec.commandLine(), "there is no member '" + author + "' in " + place.shown()));
      }
      Optional<Member> first =
          members.all().stream().filter(m -> m.may(Role.ADMINISTRATOR)).findFirst();
      return first
          .or(() -> members.bySignIn(NOBODY))
          .or(() -> members.add(new Members.Joining(NOBODY, "", null), Role.CONTRIBUTOR))
          .orElseThrow();
    }
  }
}
