package io.ripcord.node;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ripcord.console.ExplanationJson;
import io.ripcord.pipeline.Topology;
import io.ripcord.replay.Explainer;
import io.ripcord.replay.Question;
import io.ripcord.testing.Seeds;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A run that was killed and went on explains as the one that was never killed. */
class ExplainAfterKillTest {
  private static final int KILLS = 3;

  /** Numbers of inputs go on after a start, and what a start says is none of the market's. */
  private static final List<String> OF_A_START = List.of("sequence", "sentence", "moment");

  @TempDir private Path directory;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void shouldExplainAsTheRunThatWasNeverKilled(long seed) throws IOException {
    SmallRun run = new SmallScenario(seed).run(directory.resolve("run"), Topology.FUSED);
    run.run();
    CrashPoints points = new CrashPoints(run.journal(), directory.resolve("points"));
    Random random = Seeds.random(this);
    for (int kill = 0; kill < KILLS; kill++) {
      int count = random.nextInt(points.frames().size());
      Path killed = points.killedAfter(count, "killed");
      run.resume(killed);
      for (long id : ids(run.journal())) {
        assertThat(explanation(killed, id))
            .as("seed %d killed after %d position %d", seed, count, id)
            .isEqualTo(explanation(run.journal(), id));
      }
      CrashPoints.remove(killed);
    }
  }

  private static List<Long> ids(Path journal) {
    Explainer explainer = new Explainer(journal, Question.ofPosition(1));
    explainer.run();
    assertThat(explainer.positionIds()).isNotEmpty();
    return explainer.positionIds();
  }

  private static JsonNode explanation(Path journal, long id) {
    Explainer explainer = new Explainer(journal, Question.ofPosition(id));
    assertThat(explainer.run().problem()).isNull();
    ObjectNode json = ExplanationJson.of(explainer.explanation());
    json.remove("orders");
    json.remove("alerts");
    OF_A_START.forEach(key -> remove(json, key));
    remove(json.path("firing").path("input"), "clOrdId");
    dropWhatCameAfter(json.path("commands"), json.at("/firing/input/time").asText());
    return json;
  }

  /** A proof takes longer when the process dies over it: what is heard meanwhile is more. */
  private static void dropWhatCameAfter(JsonNode commands, String leftAt) {
    Iterator<JsonNode> each = commands.elements();
    while (!leftAt.isEmpty() && each.hasNext()) {
      if (each.next().path("time").asText().compareTo(leftAt) > 0) {
        each.remove();
      }
    }
  }

  private static void remove(JsonNode node, String key) {
    if (node instanceof ObjectNode object) {
      object.remove(key);
    }
    node.forEach(child -> remove(child, key));
  }
}
