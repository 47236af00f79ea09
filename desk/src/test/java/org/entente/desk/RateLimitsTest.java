package org.entente.desk;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.entente.desk.RateLimits.Limit;
import org.junit.jupiter.api.Test;

class RateLimitsTest {
  private final Moving clock = new Moving();
  private final RateLimits limits = new RateLimits(clock);

  private static final class Moving extends Clock {
    private Instant now = Instant.parse("2013-05-07T10:00:00Z");

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }

    @Override
    public Instant instant() {
      return now;
    }
  }

  private void join(int times) {
    for (int i = 0; i < times; i++) {
      limits.count(Limit.JOIN, "Ada");
    }
  }

  @Test
  void aTryTooManyIsRefusedUntilTheTimeIsOver() {
    join(10);
    assertThatThrownBy(() -> join(1)).isInstanceOf(Fault.class).hasMessageContaining("too often");
    assertThatCode(() -> limits.count(Limit.JOIN, "Grace")).doesNotThrowAnyException();
    clock.now = clock.now.plus(Duration.ofMinutes(61));
    assertThatCode(() -> join(1)).doesNotThrowAnyException();
  }

  @Test
  void whoMakesManyKeysFreesNobodyOfAnEarlierTry() {
    join(10);
    clock.now = clock.now.plus(Duration.ofMinutes(20));
    for (int i = 0; i <= 50_000; i++) {
      limits.count(Limit.FIND, "machine " + i);
    }
    assertThatThrownBy(() -> join(1)).isInstanceOf(Fault.class).hasMessageContaining("too often");
  }
}
