package org.entente.desk.speaker;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.entente.desk.Asked;
import org.entente.desk.EventLine;
import org.entente.desk.Fault;
import org.entente.desk.Links;
import org.entente.desk.Page;
import org.entente.desk.Room;
import org.entente.store.Sayings;
import org.entente.store.StoredStatement;
import org.entente.text.Span;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/** What one speaker says, a page at a time. */
public final class SpeakerPages {
  private static final int SHOWN = 50;
  private static final int ADDRESSEES = 200;

  private final Room room;
  private final Sayings sayings;

  public SpeakerPages(Room room) {
    this.room = room;
    this.sayings = new Sayings(room.store());
  }

  /**
   * What is looked for.
   *
   * @param name who speaks
   * @param about words of the statement; empty for all
   * @param to the addressee; empty for all
   * @param from the first day; null for all
   */
  private record Sought(String name, String about, String to, @Nullable LocalDate from) {
    boolean isAll() {
      return about.isEmpty() && to.isEmpty() && from == null;
    }

    boolean fits(StoredStatement s) {
      LocalDate day = s.article().day();
      String said = EventLine.oneLine(s.exact()).toLowerCase(Locale.ROOT);
      return said.contains(about.toLowerCase(Locale.ROOT))
          && (to.isEmpty() || (s.addressee() != null && s.addressee().name().equals(to)))
          && (from == null || (day != null && !day.isBefore(from)));
    }

    String address(int page) {
      Map<String, String> parts = new LinkedHashMap<>();
      parts.put("name", name);
      parts.put("about", about);
      parts.put("to", to);
      parts.put("from", Objects.toString(from, ""));
      parts.put("page", page == 1 ? "" : String.valueOf(page));
      return Links.with("/speaker", parts);
    }
  }

  /** Newest first. */
  public ServerResponse show(ServerRequest request) {
    Sought asked =
        new Sought(
            Asked.required(request, "name"),
            Asked.words(request, "about"),
            Asked.words(request, "to"),
            Asked.day(request, "from"));
    int all = sayings.count(asked.name());
    if (all == 0) {
      throw unheard(asked.name());
    }
    int page = Asked.number(request, "page", 1);
    long passed = (page - 1L) * SHOWN;
    Found found = asked.isAll() ? some(asked, all, passed) : search(asked, passed);
    SpeakerView view =
        new SpeakerView(
            asked.name(),
            room.names().name(asked.name()),
            asked.about(),
            asked.to(),
            Objects.toString(asked.from(), ""),
            all,
            found.count(),
            sayings.addressees(asked.name(), ADDRESSEES),
            found.shown(),
            found.count() > passed + SHOWN ? asked.address(page + 1) : null,
            page > 1 ? asked.address(page - 1) : null);
    return room.pages().page(request, new Page(view.title(), "speaker/speaker.jte", view));
  }

  /**
   * @param count how many fit
   * @param shown those of the page
   */
  private record Found(int count, List<SpeakerView.Said> shown) {}

  private Found some(Sought asked, int all, long passed) {
    List<StoredStatement> some =
        passed < all ? sayings.newest(asked.name(), SHOWN, (int) passed) : List.of();
    return new Found(all, some.stream().map(s -> said(s, asked)).toList());
  }

  private SpeakerView.Said said(StoredStatement s, Sought asked) {
    Span cue = s.cue();
    return SpeakerView.Said.of(
        s, asked.name(), cue == null ? "" : cue.in(room.store().content(s.article().document())));
  }

  /** Looks through all that is said, and holds what is shown. */
  private Found search(Sought asked, long passed) {
    List<SpeakerView.Said> shown = new ArrayList<>();
    int[] count = {0};
    sayings
        .newest(asked.name())
        .filter(asked::fits)
        .forEachOrdered(s -> {
          if (count[0] >= passed && shown.size() < SHOWN) {
            shown.add(said(s, asked));
          }
          count[0]++;
        });
    return new Found(count[0], shown);
  }

  private Fault unheard(String name) {
    List<String> like = room.store().speakers(name);
    return Fault.missing(
        "Nobody called '"
            + name
            + "' is heard here"
            + (like.isEmpty()
                ? "."
                : "; did you mean "
                    + String.join(", ", like.subList(0, Math.min(3, like.size())))
                    + "?"));
  }
}
