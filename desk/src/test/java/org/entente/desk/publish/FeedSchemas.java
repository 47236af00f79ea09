package org.entente.desk.publish;

import static org.assertj.core.api.Assertions.assertThat;

import com.thaiopensource.util.PropertyMapBuilder;
import com.thaiopensource.validate.ValidateProperty;
import com.thaiopensource.validate.ValidationDriver;
import com.thaiopensource.validate.rng.CompactSchemaReader;
import dev.harrel.jsonschema.Validator;
import dev.harrel.jsonschema.ValidatorFactory;
import dev.harrel.jsonschema.providers.GsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.xml.sax.ErrorHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Holds feeds against schemas that lie beside it, and against what no schema can say: that an id
 * stands once, and how many addresses a site map has.
 */
public final class FeedSchemas {
  private FeedSchemas() {}

  /** RFC 4287 and RFC 4685. */
  public static void atom(String xml) {
    xml("atom.rnc", xml);
    once(all("<id>([^<]+)</id>", xml));
  }

  /** RSS 2.0. */
  public static void rss(String xml) {
    xml("rss.rnc", xml);
    once(all("<guid[^>]*>([^<]+)</guid>", xml));
  }

  /** Site maps 0.9. */
  public static void siteMap(String xml) {
    xml("sitemap.rnc", xml);
    List<String> places = all("<loc>([^<]+)</loc>", xml);
    once(places);
    assertThat(places).hasSizeLessThanOrEqualTo(50_000);
  }

  /** JSON Feed 1.1. */
  public static void json(String json) {
    ValidatorFactory factory = new ValidatorFactory().withJsonNodeFactory(new GsonNode.Factory());
    Validator.Result result = factory.validate(text("json-feed.json"), json);
    assertThat(result.getErrors())
        .as("faults of a JSON Feed")
        .extracting(e -> e.getInstanceLocation() + ": " + e.getError())
        .isEmpty();
    assertThat(result.isValid()).isTrue();
    List<String> ids = new ArrayList<>();
    for (JsonNode item : JsonMapper.shared().readTree(json).path("items")) {
      ids.add(item.path("id").asString());
    }
    once(ids);
  }

  /** In the format that the end of an address names. */
  public static void named(String path, String body) {
    if (path.endsWith(".json")) {
      json(body);
    } else if (path.endsWith(".rss")) {
      rss(body);
    } else {
      atom(body);
    }
  }

  private static void once(List<String> names) {
    Set<String> seen = new HashSet<>();
    assertThat(names).as("stand once").allMatch(seen::add);
  }

  private static List<String> all(String pattern, String text) {
    Matcher found = Pattern.compile(pattern).matcher(text);
    return found.results().map(m -> m.group(1)).toList();
  }

  private static String text(String name) {
    try (InputStream in = FeedSchemas.class.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void xml(String schema, String xml) {
    List<String> faults = new ArrayList<>();
    PropertyMapBuilder properties = new PropertyMapBuilder();
    properties.put(ValidateProperty.ERROR_HANDLER, new Faults(faults));
    ValidationDriver driver =
        new ValidationDriver(properties.toPropertyMap(), CompactSchemaReader.getInstance());
    try {
      assertThat(driver.loadSchema(new InputSource(new StringReader(text(schema)))))
          .as(schema + " " + faults)
          .isTrue();
      driver.validate(new InputSource(new StringReader(xml)));
    } catch (SAXException e) {
      faults.add(String.valueOf(e.getMessage()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    assertThat(faults).as("faults by " + schema).isEmpty();
  }

  private record Faults(List<String> found) implements ErrorHandler {
    @Override
    public void warning(SAXParseException e) {
      found.add(line(e));
    }

    @Override
    public void error(SAXParseException e) {
      found.add(line(e));
    }

    @Override
    public void fatalError(SAXParseException e) {
      found.add(line(e));
    }

    private static String line(SAXParseException e) {
      return e.getLineNumber() + ": " + e.getMessage();
    }
  }
}
