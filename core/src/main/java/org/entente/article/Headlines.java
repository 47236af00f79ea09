package org.entente.article;

/**
 * Tells headlines from sub-headings and from short paragraphs: by the head line near them, by their
 * place, by their heading element, then by their length.
 */
final class Headlines implements Heuristic {
  /** Ours: sub-headings are labels of few words, headlines are clauses. */
  private static final int LEAST_WORDS = 6;

  @Override
  public void apply(Sheet sheet) {
    int level = topLevel(sheet);
    boolean capitals = mostlyCapitals(sheet);
    Paragraph before = null;
    boolean opened = false;
    for (int i = 0; i < sheet.size(); i++) {
      Paragraph p = sheet.get(i);
      if (p.isUnknown() && Wording.isTitle(p) && !(before != null && before.is(Label.HEADLINE))) {
        String rule = rule(sheet, i, new Place(before, opened, level, capitals));
        if (rule != null) {
          p.label(Label.HEADLINE, rule);
          opened = true;
        } else if (opened && isFollowedByProse(sheet, i) && !p.endsSentence()) {
          p.label(Label.SUBHEADING, "sub-heading");
        }
      }
      before = p.is(Label.FURNITURE) && !p.rule.equals(Separators.RULE) ? before : p;
    }
  }

  private record Place(
      @org.jspecify.annotations.Nullable Paragraph before,
      boolean opened,
      int level,
      boolean capitals) {}

  private static @org.jspecify.annotations.Nullable String rule(Sheet sheet, int i, Place place) {
    Paragraph p = sheet.get(i);
    if (place.level > 0) {
      return p.layout.heading() == place.level ? "headline.element" : null;
    }
    boolean capitals = Wording.isAllCapitals(p.text);
    boolean odd = capitals != place.capitals && p.words < LEAST_WORDS;
    if (!odd && isHeaded(sheet, i)) {
      return "headline.head-line-follows";
    }
    if (place.before != null && place.before.is(Label.HEAD_LINE) && isFollowedByProse(sheet, i)) {
      return "headline.head-line-before";
    }
    if (p.endsSentence() || Wording.isSingular(p) || !isFollowedByProse(sheet, i)) {
      return null;
    }
    boolean parted =
        place.before == null
            || place.before.is(Label.COMMENTARY)
            || place.before.rule.equals(Separators.RULE);
    boolean enough = p.words >= (parted || !place.opened ? 3 : LEAST_WORDS);
    return enough && !(odd && !parted) ? "headline.before-prose" : null;
  }

  /** A head line follows, at once or after one paragraph (the standfirst). */
  private static boolean isHeaded(Sheet sheet, int i) {
    int next = sheet.skipFurniture(i + 1);
    if (next < sheet.size() && sheet.get(next).is(Label.HEAD_LINE)) {
      return sheet.get(i).words >= 2;
    }
    int second = sheet.skipFurniture(next + 1);
    int third = sheet.skipFurniture(second + 1);
    return third < sheet.size()
        && sheet.get(next).isUnknown()
        && sheet.get(second).is(Label.HEAD_LINE)
        && sheet.get(third).isUnknown()
        && !Wording.isTitle(sheet.get(third));
  }

  private static boolean isFollowedByProse(Sheet sheet, int i) {
    int next = sheet.skipFurniture(i + 1);
    if (next == sheet.size()) {
      return false;
    }
    Paragraph p = sheet.get(next);
    return p.isUnknown() && (p.words > sheet.get(i).words || !Wording.isTitle(p));
  }

  /**
   * The highest heading element in use, 0 where there is none: on such pages the layout decides.
   */
  private static int topLevel(Sheet sheet) {
    int top = 0;
    for (Paragraph p : sheet.unknown()) {
      int level = p.layout.heading();
      top = level > 0 && (top == 0 || level < top) ? level : top;
    }
    return top;
  }

  private static boolean mostlyCapitals(Sheet sheet) {
    int capitals = 0;
    int titles = 0;
    for (Paragraph p : sheet.unknown()) {
      if (Wording.isTitle(p) && p.words >= 3) {
        titles++;
        capitals += Wording.isAllCapitals(p.text) ? 1 : 0;
      }
    }
    return 2 * capitals > titles;
  }
}
