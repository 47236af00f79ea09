package org.entente.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import org.entente.actor.Actor;
import org.entente.text.Span;
import org.jspecify.annotations.Nullable;

/** Columns that several questions select, and what they become. */
final class Columns {
  /** Of articles {@code a} and documents {@code d}. */
  static final String ARTICLE =
      "a.id AS a_id, a.document_id AS a_document, d.name AS a_name, d.address AS a_address, a.headline"
          + " AS a_headline, a.author AS a_author, a.outlet AS a_outlet, a.printed AS a_printed, a.day"
          + " AS a_day, a.start AS a_start, a.finish AS a_finish, a.story_id AS a_story, a.copy_of AS"
          + " a_copy_of";

  private Columns() {}

  /** Of actors under the name and prefix {@code p}. */
  static String actor(String p) {
    return "%1$s.name AS %1$s_name, %1$s.kind AS %1$s_kind, %1$s.country AS %1$s_country, %1$s.sector AS %1$s_sector, %1$s.office AS %1$s_office"
        .formatted(p);
  }

  static StoredArticle article(ResultSet rs) throws SQLException {
    return new StoredArticle(
        rs.getLong("a_id"),
        rs.getLong("a_document"),
        rs.getString("a_name"),
        rs.getString("a_address"),
        rs.getString("a_headline"),
        rs.getString("a_author"),
        rs.getString("a_outlet"),
        rs.getString("a_printed"),
        day(rs, "a_day"),
        new Span(rs.getInt("a_start"), rs.getInt("a_finish")),
        number(rs, "a_story"),
        number(rs, "a_copy_of"));
  }

  static @Nullable Actor actor(ResultSet rs, String prefix) throws SQLException {
    String name = rs.getString(prefix + "_name");
    return name == null
        ? null
        : new Actor(
            name,
            Actor.Kind.valueOf(rs.getString(prefix + "_kind")),
            rs.getString(prefix + "_country"),
            rs.getString(prefix + "_sector"),
            rs.getString(prefix + "_office"));
  }

  static @Nullable Span span(ResultSet rs, String prefix) throws SQLException {
    int start = rs.getInt(prefix + "start");
    return rs.wasNull() ? null : new Span(start, rs.getInt(prefix + "finish"));
  }

  static @Nullable LocalDate day(ResultSet rs, String column) throws SQLException {
    return Words.day(rs.getString(column));
  }

  static @Nullable Long number(ResultSet rs, String column) throws SQLException {
    long value = rs.getLong(column);
    return rs.wasNull() ? null : value;
  }
}
