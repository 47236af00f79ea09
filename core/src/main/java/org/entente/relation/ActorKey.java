package org.entente.relation;

import java.util.Locale;
import java.util.Set;
import org.entente.actor.Actor;
import org.jspecify.annotations.Nullable;

/**
 * One side of a pair: a state with all who act for it ({@code RUS}), one sector of a country
 * ({@code RUS/MIL}, {@code SYR/REB}), or an organisation by its name ({@code United Nations}).
 *
 * <p>A state's government, parliament, courts, army, police and services act for it; its rebels,
 * opposition, parties, companies and citizens do not and have a key of their own, so that "the
 * United States armed Syrian rebels" is no agreement with Syria.
 *
 * @param value the key that events carry: country, country/sector, or name
 * @param sector a sector of a state to which the question is narrowed; empty for all who act for it
 */
public record ActorKey(String value, String sector) {
  private static final Set<String> OF_THE_STATE =
      Set.of("", "GOV", "MIL", "COP", "SPY", "JUD", "LEG", "PRE");

  public ActorKey {
    if (value.isBlank()) {
      throw new IllegalArgumentException("an actor key must not be blank");
    }
  }

  /**
   * What an event carries for an actor; empty for one that belongs nowhere: an unresolved name, or
   * somebody named by role without a country.
   */
  public static String of(@Nullable Actor actor) {
    if (actor == null) {
      return "";
    }
    if (isCountry(actor.country())) {
      return OF_THE_STATE.contains(actor.sector())
          ? actor.country()
          : actor.country() + "/" + actor.sector();
    }
    boolean named =
        actor.kind() == Actor.Kind.ORGANISATION
            || actor.kind() == Actor.Kind.GROUP
            || actor.kind() == Actor.Kind.STATE;
    return named ? actor.name() : "";
  }

  /** The key of a question: {@code RUS}, {@code rus/mil}, {@code SYR/REB}, {@code NATO}. */
  public static ActorKey parse(String words) {
    int slash = words.indexOf('/');
    String country = (slash < 0 ? words : words.substring(0, slash)).toUpperCase(Locale.ROOT);
    if (slash < 0 || !isCountry(country)) {
      return new ActorKey(slash < 0 && isCountry(country) ? country : words, "");
    }
    String sector = words.substring(slash + 1).toUpperCase(Locale.ROOT);
    return OF_THE_STATE.contains(sector)
        ? new ActorKey(country, sector)
        : new ActorKey(country + "/" + sector, "");
  }

  private static boolean isCountry(String code) {
    return code.length() == 3
        && code.chars().allMatch(c -> c >= 'A' && c <= 'Z')
        && !code.equals("IGO")
        && !code.equals("NGO");
  }

  @Override
  public String toString() {
    return sector.isEmpty() ? value : value + "/" + sector;
  }
}
