package org.entente.desk;

import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.csrf.CsrfToken;

/**
 * What every page needs beside its own view.
 *
 * @param title of the page
 * @param path of the page, to mark where the reader is
 * @param navigation what the reader may open
 * @param reader the name of who is signed in, or null
 * @param demo whether this is the demo's store
 * @param words dates and numbers as the reader's browser asks for them
 * @param assets addresses of style sheet and scripts
 * @param token what every form that changes something must carry; asking for it begins a session
 */
public record Frame(
    String title,
    String path,
    List<Navigation.Entry> navigation,
    @Nullable String reader,
    boolean demo,
    LocaleWords words,
    Assets assets,
    Supplier<@Nullable CsrfToken> token) {
  public Frame {
    navigation = List.copyOf(navigation);
  }

  /** Whether the reader may write press reviews. */
  public boolean mayWrite() {
    return navigation.stream().anyMatch(e -> e.path().equals("/drafts"));
  }

  /** Whether an entry of the navigation is where the reader is. */
  public boolean isAt(Navigation.Entry entry) {
    return entry.path().equals("/")
        ? path.equals("/")
        : path.equals(entry.path()) || path.startsWith(entry.path() + "/");
  }
}
