package org.entente.cli;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.Locale;
import org.entente.export.FullDisk;

/** Why a file could not be written, in one sentence that says what to do. */
final class ExportProblem {
  private ExportProblem() {}

  static String of(Path file, IOException e) {
    String said = String.valueOf(e.getMessage());
    if (e instanceof ExportCommand.Standing) {
      return said;
    }
    if (e instanceof FileAlreadyExistsException || e instanceof NotDirectoryException) {
      return file + " is a file where a folder is to be; name a folder";
    }
    String lower = said.toLowerCase(Locale.ROOT);
    if (FullDisk.isTold(said)) {
      return "the disk is full and "
          + file
          + " is not whole; free some space and run the same again";
    }
    if (e instanceof AccessDeniedException
        || lower.contains("permission denied")
        || lower.contains("read-only")) {
      return file + " may not be written; name a folder that you own";
    }
    if (e instanceof NoSuchFileException || e instanceof FileNotFoundException) {
      return file + " cannot be made; does its folder exist?";
    }
    if (e instanceof DirectoryNotEmptyException || lower.contains("is a directory")) {
      return file + " is a folder where a file is to be; name a file in it";
    }
    return file + " could not be written: " + said;
  }
}
