package org.entente.desk.member;

import java.util.List;
import org.entente.store.Newsletters;
import org.jspecify.annotations.Nullable;

/**
 * Which reviews a member gets by mail.
 *
 * @param often when mails come, or null for none
 * @param tags as typed, with commas between
 * @param author whose reviews, 0 for anybody's
 * @param authors whose reviews can be chosen
 * @param known tags of published reviews, the commonest first
 * @param instead where mails go without a mail server, "" where one sends them
 */
public record NewsletterView(
    Newsletters.@Nullable Often often,
    String tags,
    long author,
    List<Newsletters.Author> authors,
    List<String> known,
    String instead) {
  public NewsletterView {
    authors = List.copyOf(authors);
    known = List.copyOf(known);
  }
}
