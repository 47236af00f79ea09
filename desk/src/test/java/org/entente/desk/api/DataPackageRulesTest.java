package org.entente.desk.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.entente.Entente;
import org.entente.desk.TestDesk;
import org.entente.export.DataPackage;
import org.entente.export.Selection;
import org.entente.source.Document;
import org.entente.source.Metadata;
import org.entente.store.Store;
import org.entente.store.StoredRecords;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The package that a desk hands out, by the rules of its format. */
class DataPackageRulesTest {
  @TempDir private Path folder;

  @BeforeEach
  void take() throws Exception {
    take("");
  }

  private void take(String query) throws Exception {
    URI address = URI.create(TestDesk.address() + "api/export/package" + query);
    try (InputStream in = address.toURL().openStream();
        ZipInputStream zip = new ZipInputStream(in)) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        Files.copy(zip, folder.resolve(entry.getName()), StandardCopyOption.REPLACE_EXISTING);
      }
    }
  }

  @Test
  void thePackageIsAsItsFormatSays() throws Exception {
    assertThat(DataPackageRules.check(folder)).isGreaterThan(20_000);
  }

  @Test
  void soIsOneOfNothing() throws Exception {
    take("?from=1950-01-01&to=1950-01-31");
    assertThat(DataPackageRules.check(folder)).isZero();
  }

  /** With ids that were withdrawn, and actors who are no states. */
  @Test
  void soIsOneOfWhatChanged(@TempDir Path other) throws Exception {
    Entente entente = Entente.create();
    Path out = other.resolve("package");
    try (Store store = Store.open(other.resolve("store.db").toString())) {
      Metadata of = new Metadata("Talks", null, "The Herald", null, LocalDate.of(2013, 5, 7), "en");
      for (String text :
          List.of("Israel bombed Syria.", "Syrian rebels attacked Turkey and NATO on Monday.")) {
        store.add(entente.read(Document.plain("one", text, of)), entente.version());
      }
      new DataPackage(new StoredRecords(store), Selection.ALL, out).write();
    }
    assertThat(Files.readAllLines(out.resolve("withdrawn.tab"))).hasSizeGreaterThan(1);
    assertThat(DataPackageRules.check(out)).isGreaterThan(50);
  }

  /** The rules find what is broken. */
  @ParameterizedTest
  @CsvSource({
    "datapackage.json, '\"path\":\"dyads.tab\"', '\"path\":\"../dyads.tab\"'",
    "datapackage.json, '\"name\":\"events\"', '\"name\":\"Events of ours\"'",
    "datapackage.json, '\"name\":\"CC0-1.0\"', '\"name\":\"as you like\"'",
    "datapackage.json, '\"name\":\"day\"', '\"name\":\"dai\"'",
    "datapackage.json, '\"primaryKey\":[\"event_id\"]', '\"primaryKey\":[\"article_id\"]'",
    "datapackage.json, '\"name\":\"goldstein\",\"type\":\"number\"', '\"name\":\"goldstein\",\"type\":\"date\"'",
    "datapackage.json, '\"missingValues\":[\"\"]', '\"missingValues\":[\"NA\"]'",
    "datapackage.json, '\"delimiter\":\"\\t\"', '\"delimiter\":\";\"'",
    "events.tab, 2013-05, 2014-05"
  })
  void whatIsBrokenIsFound(String file, String what, String broken) throws Exception {
    Path path = folder.resolve(file);
    String text = Files.readString(path);
    assertThat(text).contains(what);
    Files.writeString(path, text.replace(what, broken));
    assertThatThrownBy(() -> DataPackageRules.check(folder)).isInstanceOf(AssertionError.class);
  }
}
