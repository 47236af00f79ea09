package org.entente.export;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Whether an error tells of a full disk. Java has no exception of its own for that: systems, Hadoop
 * and databases say it in words. Not so a file that is called {@code quotations}.
 */
public final class FullDisk {
  private static final Pattern WORDS =
      Pattern.compile(
          "(?i)no space left|not enough space|disk (?:is )?full|sqlite_full|\\bquota\\b.*\\bexceeded");

  private FullDisk() {}

  public static boolean isTold(@Nullable String message) {
    return message != null && WORDS.matcher(message).find();
  }
}
