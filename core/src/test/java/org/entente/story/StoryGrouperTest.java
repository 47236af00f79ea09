package org.entente.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class StoryGrouperTest {
  private static final StoryReader READER = new StoryReader();
  private static final LocalDate DAY = LocalDate.of(2013, 5, 7);

  private static final String CONFERENCE =
      "Russia and the United States agreed in Moscow to call a conference on Syria. Sergei Lavrov and"
          + " John Kerry said that both sides in the war would be asked to come before the month is"
          + " out.";
  private static final String CONFERENCE_TOO =
      "Washington and Moscow want a Syria conference this month, Kerry announced beside Lavrov. The"
          + " two powers will press government and rebels to attend.";
  private static final String FERRY =
      "A ferry with two hundred passengers sank off the island of Cebu. Fishermen pulled most of them"
          + " from the sea before the coast guard came.";

  private final StoryGrouper grouper = new StoryGrouper();
  private long next;

  private Placement add(@Nullable LocalDate day, String headline, String body) {
    next++;
    return grouper.add(READER.read(next, day, headline, body));
  }

  @Test
  void reportsOfOneHappeningAreOneStory() {
    long first = add(DAY, "Powers call a Syria conference", CONFERENCE).story();
    Placement second = add(DAY.plusDays(1), "Kerry, Lavrov plan Syria talks", CONFERENCE_TOO);
    Placement other = add(DAY, "Ferry sinks off Cebu", FERRY);
    assertThat(first).isEqualTo(1);
    assertThat(second.story()).isEqualTo(first);
    assertThat(second.copyOf()).isNull();
    assertThat(other.story()).isEqualTo(3);
  }

  @Test
  void anEditedCopyIsKnown() {
    add(DAY, "Powers call a Syria conference", CONFERENCE);
    String[] sentences = CONFERENCE.split("(?<=\\.) ");
    Placement turned = add(DAY, "Talks", sentences[1] + " " + sentences[0]);
    Placement cut = add(DAY.plusDays(1), "In brief", sentences[1]);
    assertThat(turned.copyOf()).isEqualTo(1);
    assertThat(cut.copyOf()).isEqualTo(1);
    assertThat(cut.story()).isEqualTo(1);
  }

  @Test
  void theSameWordsYearsLaterAreAnotherStory() {
    add(DAY, "Ferry sinks off Cebu", FERRY);
    assertThat(add(DAY.plusYears(3), "Ferry sinks off Cebu", FERRY).story()).isEqualTo(2);
  }

  @Test
  void articlesWithoutDayMeetEachOther() {
    add(DAY, "Ferry sinks off Cebu", FERRY);
    assertThat(add(null, "Ferry sinks off Cebu", FERRY).story()).isEqualTo(2);
    assertThat(add(null, "Ferry sinks off Cebu", FERRY).story()).isEqualTo(2);
  }

  @Test
  void emptyAndStrangeTextsAreStoriesOfTheirOwn() {
    for (String text : List.of("", " \n", "…", "\uD83D\uDE80", "of the and", "'", "x'")) {
      assertThat(add(DAY, "", text).story()).isEqualTo(next);
    }
  }

  @Test
  void theSameOrderGivesTheSameStories() {
    List<Placement> once = new ArrayList<>();
    List<Placement> again = new ArrayList<>();
    for (List<Placement> run : List.of(once, again)) {
      StoryGrouper fresh = new StoryGrouper();
      List<String> texts = List.of(CONFERENCE, FERRY, CONFERENCE_TOO);
      for (int i = 0; i < texts.size(); i++) {
        run.add(fresh.add(READER.read(i, DAY, "", texts.get(i))));
      }
    }
    assertThat(once).isEqualTo(again);
  }

  @Test
  void whatIsForgottenIsNoLongerCompared() {
    add(DAY, "Ferry sinks off Cebu", FERRY);
    grouper.retain(DAY.plusDays(1), DAY.plusDays(9));
    assertThat(grouper.size()).isZero();
    assertThat(add(DAY, "Ferry sinks off Cebu", FERRY).story()).isEqualTo(2);
  }

  @Test
  void reachShrinksWhereNewsAreDense() {
    Reach reach = new Reach();
    assertThat(reach.of(DAY)).isEqualTo(StorySettings.REACH_DAYS);
    for (int i = -30; i <= 30; i++) {
      reach.add(DAY.plusDays(i), 2_000);
    }
    assertThat(reach.of(DAY)).isEqualTo(2);
  }
}
