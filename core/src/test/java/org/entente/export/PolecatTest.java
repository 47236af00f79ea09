package org.entente.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.entente.codebook.Codebook;
import org.entente.codebook.DataFile;
import org.entente.codebook.EventType;
import org.junit.jupiter.api.Test;

/** What is written of types, modes and contexts is what the PLOVER codebook names. */
class PolecatTest {
  /** The codebook's 16 types, each with its modes (doi:10.31235/osf.io/rm5dw). */
  private static final Map<String, String> MODES =
      Map.ofEntries(
          Map.entry("AGREE", ""),
          Map.entry("CONSULT", "visit third-party multilateral phone"),
          Map.entry("SUPPORT", ""),
          Map.entry("CONCEDE", ""),
          Map.entry("COOPERATE", ""),
          Map.entry("AID", ""),
          Map.entry("RETREAT", "withdraw release disarm ceasefire access resign"),
          Map.entry("REQUEST", "assist change yield meet"),
          Map.entry("ACCUSE", "disapprove investigate allege"),
          Map.entry("REJECT", "assist change yield meet"),
          Map.entry("THREATEN", "restrict arrest relations expel territory violence"),
          Map.entry("PROTEST", "demo riot strike hunger boycott obstruct vandalize"),
          Map.entry("SANCTION", "convict expel withdraw discontinue"),
          Map.entry("MOBILIZE", "troops weapons police militia"),
          Map.entry(
              "COERCE",
              "seize restrict censor curfew martial-law arrest deport withhold misinformation cyber"),
          Map.entry(
              "ASSAULT",
              "abduct beat torture sexual targeted destroy primitive firearms explosives"
                  + " suicide-attack aerial drone heavy-weapons crowd-control unconventional"));

  private static final Set<String> CONTEXTS =
      Set.of(
          "military",
          "intelligence",
          "executive",
          "legislative",
          "election",
          "political_institutions",
          "pro_democracy",
          "pro_autocracy",
          "economic",
          "legal",
          "reparations",
          "human_rights",
          "rights_freedoms",
          "repression",
          "human_security",
          "gender",
          "lgbt",
          "religion_ethnicity",
          "inequality",
          "diplomatic",
          "territory",
          "peacekeeping",
          "health",
          "asylum",
          "migration",
          "disasters",
          "natural_resource",
          "environment",
          "technology",
          "terrorism",
          "cbrn",
          "cyber",
          "misinformation",
          "crime",
          "corruption",
          "illegal_drugs",
          "trafficking");

  private final PolecatTerms terms = PolecatTerms.shipped();

  private static List<EventType> types() {
    return Codebook.load().types().stream().filter(t -> !t.plover().isEmpty()).toList();
  }

  @Test
  void everyTermIsOneOfTheCodebook() {
    Map<String, Set<String>> written = new TreeMap<>();
    for (EventType type : types()) {
      assertThat(MODES).as(type.code()).containsKey(terms.type(type));
      assertThat(CONTEXTS).as(type.code()).containsAll(terms.contexts(type));
      String mode = terms.mode(type);
      written.computeIfAbsent(terms.type(type), t -> new TreeSet<>()).add(mode);
      assertThat(mode.isEmpty() || List.of(MODES.get(terms.type(type)).split(" ")).contains(mode))
          .as(type.code() + " " + type.plover() + " " + type.mode())
          .isTrue();
    }
    assertThat(written.keySet()).isEqualTo(MODES.keySet());
    assertThat(written.get("ACCUSE")).contains("investigate", "allege", "disapprove");
  }

  /** A term that our codebook does not have any more is to leave the file, too. */
  @Test
  void everyEntryIsOfATermThatWeHave() {
    Set<String> ours = new TreeSet<>();
    for (EventType type : types()) {
      ours.add("type " + type.plover());
      ours.add("mode " + type.plover() + "/" + type.mode());
      type.contexts().forEach(c -> ours.add("context " + c));
    }
    DataFile file =
        DataFile.resource(PolecatTerms.class, "/org/entente/export/polecat-terms.tsv", 3);
    assertThat(file.rows()).extracting(r -> r.column(0) + " " + r.column(1)).isSubsetOf(ours);
  }

  @Test
  void aRowHasThem() {
    ExportEvent investigated = Samples.kind("091");
    List<String> row = new Polecat().rows(investigated, List.of(investigated)).getFirst();
    assertThat(row.subList(2, 4)).containsExactly("ACCUSE", "investigate");
  }
}
