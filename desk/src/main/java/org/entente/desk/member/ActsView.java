package org.entente.desk.member;

import java.util.List;
import org.entente.store.Acts;

/**
 * What moderators and administrators did.
 *
 * @param lines the newest first
 */
public record ActsView(List<Acts.Line> lines) {
  public ActsView {
    lines = List.copyOf(lines);
  }
}
