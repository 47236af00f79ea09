package org.entente.source;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.zip.GZIPInputStream;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

/** The client of {@link Fetch}: no redirects, cookies, credentials or retries of its own. */
final class FetchClient {
  private FetchClient() {}

  /** More bytes than may be read. */
  static final class TooLarge extends IOException {
    private static final long serialVersionUID = 1;
  }

  /** One response, read to its end. */
  record Reply(
      int status,
      @Nullable String location,
      @Nullable String contentType,
      Fetched.Validators validators,
      @Nullable Duration retryAfter,
      byte[] body) {
    Fetched fetched(String address, String reached, @Nullable String moved) {
      return new Fetched(
          address, reached, moved, status, contentType, validators, retryAfter, body);
    }

    /** Whether it leads elsewhere for good. */
    boolean isPermanent() {
      return status == 301 || status == 308;
    }
  }

  static CloseableHttpClient of(PinnedNames names, Duration patience) {
    Timeout timeout = Timeout.of(patience);
    var connections =
        PoolingHttpClientConnectionManagerBuilder.create()
            .setDnsResolver(names)
            .setDefaultConnectionConfig(
                ConnectionConfig.custom()
                    .setConnectTimeout(timeout)
                    .setSocketTimeout(timeout)
                    .build())
            .setMaxConnTotal(64)
            .setMaxConnPerRoute(8)
            .build();
    return HttpClients.custom()
        .setConnectionManager(connections)
        .setDefaultRequestConfig(RequestConfig.custom().setResponseTimeout(timeout).build())
        // Kept connections would outlive the check of their address.
        .setConnectionReuseStrategy((request, response, context) -> false)
        .setUserAgent(Fetch.AGENT)
        .disableRedirectHandling()
        .disableAutomaticRetries()
        .disableCookieManagement()
        .disableAuthCaching()
        .disableContentCompression()
        .build();
  }

  static Reply read(ClassicHttpResponse response, int limit) throws IOException {
    return new Reply(
        response.getCode(),
        header(response, "Location"),
        header(response, "Content-Type"),
        new Fetched.Validators(header(response, "ETag"), header(response, "Last-Modified")),
        wait(header(response, "Retry-After")),
        body(response, limit));
  }

  private static byte[] body(ClassicHttpResponse response, int limit) throws IOException {
    HttpEntity entity = response.getEntity();
    if (entity == null) {
      return new byte[0];
    }
    if (entity.getContentLength() > limit) {
      throw new TooLarge();
    }
    String coding = entity.getContentEncoding();
    boolean packed = coding != null && coding.matches("(?i)(x-)?gzip");
    try (InputStream in = packed ? new GZIPInputStream(entity.getContent()) : entity.getContent()) {
      return all(in, limit);
    }
  }

  /** Unpacked bytes count: a small answer that unpacks to more than the limit is refused. */
  private static byte[] all(InputStream in, int limit) throws IOException {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    byte[] piece = new byte[1 << 16];
    for (int n = in.read(piece); n >= 0; n = in.read(piece)) {
      if (all.size() + n > limit) {
        throw new TooLarge();
      }
      all.write(piece, 0, n);
    }
    return all.toByteArray();
  }

  private static @Nullable String header(ClassicHttpResponse response, String name) {
    Header first = response.getFirstHeader(name);
    return first == null ? null : first.getValue();
  }

  /** Seconds, or a date (RFC 9110, 10.2.3). What is neither says nothing. */
  static @Nullable Duration wait(@Nullable String words) {
    if (words == null) {
      return null;
    }
    if (words.strip().matches("[0-9]{1,9}")) {
      return Duration.ofSeconds(Long.parseLong(words.strip()));
    }
    try {
      Instant until = Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(words.strip()));
      Duration left = Duration.between(Instant.now(), until);
      return left.isNegative() ? Duration.ZERO : left;
    } catch (DateTimeException e) {
      return null;
    }
  }
}
