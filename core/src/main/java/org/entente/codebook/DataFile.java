package org.entente.codebook;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A data file of the project: text with tab-separated columns, one entry a line; lines that begin
 * with # are remarks. All errors of a file are collected and named with their lines; nothing is
 * loaded from a broken file.
 */
public final class DataFile {
  private final String name;
  private final List<Row> rows = new ArrayList<>();
  private final List<String> errors = new ArrayList<>();

  /**
   * One entry.
   *
   * @param line its number in the file, from 1
   * @param columns at least as many as the file must have; missing ones at the end are empty
   */
  public record Row(int line, String[] columns) {
    public String column(int i) {
      return columns[i];
    }

    /** The parts of a column that lists several, split at semicolons. */
    public List<String> list(int i) {
      return columns[i].isEmpty() ? List.of() : List.of(columns[i].split("\\s*;\\s*"));
    }
  }

  private DataFile(String name) {
    this.name = name;
  }

  /**
   * @param owner the class beside whose package the resource stands
   * @throws IllegalStateException when the resource is missing or holds no entry
   */
  public static DataFile resource(Class<?> owner, String path, int columns) {
    try (InputStream in = owner.getResourceAsStream(path)) {
      if (in == null) {
        throw new IllegalStateException("the installation lacks the data file " + path);
      }
      DataFile file = read(path, in, columns);
      file.check();
      if (file.rows.isEmpty()) {
        throw new IllegalStateException("the data file " + path + " is empty");
      }
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the data file " + path, e);
    }
  }

  /**
   * A file that a user may have written beside the shipped ones.
   *
   * @param folder the user's folder, or null
   * @return null when there is no such file
   * @throws IllegalArgumentException naming every line that is wrong
   */
  public static @Nullable DataFile own(@Nullable Path folder, String name, int columns) {
    Path path = folder == null ? null : folder.resolve(name);
    if (path == null || !Files.exists(path)) {
      return null;
    }
    try (InputStream in = Files.newInputStream(path)) {
      DataFile file = read(path.toString(), in, columns);
      file.check();
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the data file " + path, e);
    }
  }

  /** Reads a file under its name; {@link #check} tells whether it is whole. */
  public static DataFile read(String name, InputStream in, int columns) throws IOException {
    DataFile file = new DataFile(name);
    BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
    int number = 0;
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      number++;
      if (!line.isBlank() && line.charAt(0) != '#') {
        file.add(number, line, columns);
      }
    }
    return file;
  }

  private void add(int number, String line, int columns) {
    String[] parts = line.split("\t", -1);
    if (parts.length > columns) {
      error(number, "has " + parts.length + " columns, expected at most " + columns);
      return;
    }
    String[] padded = new String[columns];
    for (int i = 0; i < columns; i++) {
      padded[i] = i < parts.length ? parts[i].strip() : "";
    }
    rows.add(new Row(number, padded));
  }

  public List<Row> rows() {
    return rows;
  }

  /** Notes that a line is wrong: what it is and what was expected. */
  public void error(int line, String what) {
    errors.add(name + ":" + line + ": " + what);
  }

  /**
   * @throws IllegalArgumentException naming every error of the file
   */
  public void check() {
    if (!errors.isEmpty()) {
      throw new IllegalArgumentException(String.join("\n", errors));
    }
  }
}
