package io.ripcord.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The library can report its use to its maker; not from here. */
class TelemetryTest {
  @TempDir Path temporary;

  @Test
  void shouldNotHaveTheAnalyticsClasses() {
    for (String name :
        new String[] {
          "net.openhft.chronicle.analytics.Analytics",
          "net.openhft.chronicle.analytics.internal.AnalyticsConfiguration"
        }) {
      assertThatThrownBy(() -> Class.forName(name)).isInstanceOf(ClassNotFoundException.class);
    }
  }

  @Test
  void shouldSwitchOffWhatIsLeftOfIt() {
    try (JournalFixture fixture = new JournalFixture(temporary)) {
      fixture.start();
      assertThat(System.getProperty("chronicle.analytics.disable")).isEqualTo("true");
      assertThat(System.getProperty("chronicle.announcer.disable")).isEqualTo("true");
      assertThat(Thread.getAllStackTraces().keySet())
          .noneMatch(thread -> thread.getName().contains("disk~space"));
    }
  }
}
