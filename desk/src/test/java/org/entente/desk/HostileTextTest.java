package org.entente.desk;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.entente.Entente;
import org.entente.source.Documents;
import org.entente.store.Query;
import org.entente.store.Store;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Text that tries to be script, in every place that a source fills: headline, outlet, author,
 * address, body. Each case calls {@code fired()}, which the test defines; nothing may call it.
 */
class HostileTextTest {
  /** Elements and links that none of our own templates makes. */
  private static final String FOREIGN =
      "document.querySelectorAll('main script, main iframe, main object, main img, main style,"
          + " a[href^=javascript], [onerror], [onload], [onfocus]').length";

  @Test
  void nothingThatASourceSaysIsRun(@TempDir Path folder) throws Exception {
    List<String> cases = cases();
    assertThat(cases).hasSizeGreaterThanOrEqualTo(100);
    Path file = folder.resolve("hostile.jsonl");
    Files.write(file, lines(cases));
    String store = folder.resolve("hostile.db").toString();
    List<Long> articles = fill(store, file);
    assertThat(articles).hasSize(cases.size());
    List<String> run = new ArrayList<>();
    try (Desk desk = Desk.start(DeskSettings.of(store).withPort(0));
        BrowserContext profile = Browser.profile(true, ColorScheme.LIGHT)) {
      Page page = profile.newPage();
      page.exposeFunction("fired", given -> run.add(page.url()));
      page.onDialog(dialog -> {
        run.add(page.url());
        dialog.dismiss();
      });
      for (String path : paths(articles)) {
        page.navigate(desk.address() + path);
        page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)");
        assertThat(page.evaluate(FOREIGN)).as(path).isEqualTo(0);
      }
    }
    assertThat(run).isEmpty();
  }

  private static List<String> paths(List<Long> articles) {
    List<String> paths = new ArrayList<>(List.of("", "wire", "wire?words=fired", "network"));
    paths.add(
        "wire?words=%22%3E%3Cscript%3Efired()%3C/script%3E&outlet=%22onfocus=fired()%20autofocus=%22");
    paths.add("pair?a=%3Csvg%20onload=fired()%3E&b=USA");
    paths.add("speaker?name=%3Cimg%20src=x%20onerror=fired()%3E");
    articles.forEach(id -> paths.add("article/" + id));
    return paths;
  }

  private static List<Long> fill(String place, Path file) throws Exception {
    Entente entente = Entente.create();
    try (Store store = Store.open(place);
        var items = Documents.standard().open(file.toString())) {
      items.forEach(item -> store.add(entente.read(item.document()), entente.version()));
      return store.articles(Query.ALL.withPage(500, 0)).stream().map(a -> a.id()).toList();
    }
  }

  private static List<String> lines(List<String> cases) {
    JsonMapper json = JsonMapper.shared();
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < cases.size(); i++) {
      String hostile = cases.get(i);
      ObjectNode line = json.createObjectNode();
      line.put("id", "case-" + i + hostile);
      line.put("date", "2013-05-07");
      line.put("title", "Talks " + hostile);
      line.put("publisher", hostile);
      line.put("url", "javascript:fired()//" + i);
      line.put(
          "text", "Case " + i + ". Russia told the United States that " + hostile + " is safe.");
      lines.add(json.writeValueAsString(line));
    }
    return lines;
  }

  private static List<String> cases() throws Exception {
    try (InputStream in = HostileTextTest.class.getResourceAsStream("hostile.txt")) {
      assertThat(in).as("hostile.txt").isNotNull();
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return text.lines().filter(l -> !l.isBlank() && !l.startsWith("# ")).toList();
    }
  }
}
