package io.ripcord.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ripcord.event.AlertKind;
import io.ripcord.money.E8;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class JsonRowsTest {
  private static ObjectNode alert(AlertKind kind, long first, long second) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    JsonRows.alert(node, new AlertRow(0, kind, E8.NULL, "", first, second));
    return node;
  }

  @ParameterizedTest
  @EnumSource(AlertKind.class)
  void shouldNameTheValuesOfEveryAlert(AlertKind kind) {
    assertThat(alert(kind, 1, 1).size()).isGreaterThan(2);
  }

  @Test
  void shouldSpellTheValuesOfAnAlertInTheirUnits() {
    assertThat(alert(AlertKind.RUNG_SKIPPED, 1_500_000, E8.ONE))
        .hasToString(
            "{\"time\":\"1970-01-01T00:00:00.000000000Z\",\"alert\":\"RUNG_SKIPPED\","
                + "\"percent\":\"1.5\",\"quantity\":\"1\"}");
    assertThat(alert(AlertKind.STALE, E8.NULL, 90_000_000_000L))
        .hasToString(
            "{\"time\":\"1970-01-01T00:00:00.000000000Z\",\"alert\":\"STALE\","
                + "\"lastMarketData\":null,\"allowed\":\"1m30s\"}");
    assertThat(alert(AlertKind.BRACKET_MISMATCH, E8.NULL, 99 * E8.ONE).get("venueStop").isNull())
        .isTrue();
  }
}
