package io.ripcord.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ConfigTreeTest {
  static Stream<Arguments> refused() {
    return Stream.of(
        Arguments.of(
            "a: [1, 2\n", "f.yaml:2:1: not valid YAML: expected ',' or ']', but got <stream end>"),
        Arguments.of(
            "a: {b: 1\n", "f.yaml:2:1: not valid YAML: expected ',' or '}', but got <stream end>"),
        Arguments.of(
            "a: b: c\n", "f.yaml:1:5: not valid YAML: mapping values are not allowed here"),
        Arguments.of("a: 'x\n", "f.yaml:2:1: not valid YAML: found unexpected end of stream"),
        Arguments.of("a: 1\n\tb: 2\n", "f.yaml:2:1: not valid YAML: found a tab, expected spaces"),
        Arguments.of(
            "a: @x\n",
            "f.yaml:1:4: not valid YAML: found character '@' that cannot start any token"),
        Arguments.of(
            "- a\nb: 1\n", "f.yaml:2:1: not valid YAML: expected <block end>, but found '?'"),
        Arguments.of(
            "a: \u0001\n", "f.yaml:1:1: not valid YAML: special characters are not allowed"),
        Arguments.of(
            "? [a]\n: b\n",
            "f.yaml:1:4: not valid YAML: found a key that is not plain text,"
                + " expected a word and a colon"),
        Arguments.of(
            "*k : 1\n",
            "f.yaml:1:3: not valid YAML: found a key that is not plain text,"
                + " expected a word and a colon"),
        Arguments.of(
            "a: 1\nb: 2\na: 3\n",
            "f.yaml:3:1: a: found this key again, expected it once; first at line 1"),
        Arguments.of(
            "a: {b: {c: 1, c: 2}}\n",
            "f.yaml:1:15: a.b.c: found this key again, expected it once; first at line 1"),
        Arguments.of(
            "a: &x {b: 1}\n", "f.yaml:1:4: found anchor '&x', expected YAML without anchors"),
        Arguments.of("&x a: 1\n", "f.yaml:1:1: found anchor '&x', expected YAML without anchors"),
        Arguments.of("a: &x 1\nb: *x\n", "f.yaml:2:4: found alias '*x', expected the value itself"),
        Arguments.of("a: *x\n", "f.yaml:1:4: found alias '*x', expected the value itself"),
        Arguments.of("a: [*x]\n", "f.yaml:1:5: found alias '*x', expected the value itself"),
        Arguments.of(
            "a: !!java.util.Date 1\n",
            "f.yaml:1:4: found type tag 'tag:yaml.org,2002:java.util.Date',"
                + " expected YAML without type tags"),
        Arguments.of(
            "a: !x [1]\n", "f.yaml:1:4: found type tag 'x', expected YAML without type tags"),
        Arguments.of(
            "", "f.yaml:1:1: found an empty document, expected a mapping of keys to values"),
        Arguments.of(
            "# only\n",
            "f.yaml:1:1: found an empty document, expected a mapping of keys to values"),
        Arguments.of(
            "---\n", "f.yaml:1:1: found an empty document, expected a mapping of keys to values"),
        Arguments.of("- a\n", "f.yaml:1:1: found a list, expected a mapping of keys to values"),
        Arguments.of("word\n", "f.yaml:1:1: found 'word', expected a mapping of keys to values"),
        Arguments.of(
            "a: 1\n---\nb: 2\n",
            "f.yaml:3:1: found a second document, expected one document per file"));
  }

  @ParameterizedTest
  @MethodSource
  void refused(String yaml, String message) {
    assertThatThrownBy(() -> ConfigTree.parse("f.yaml", yaml))
        .isInstanceOf(ConfigException.class)
        .hasMessage(message);
  }

  @Test
  void shouldReportEveryRepeatedKey() {
    assertThatThrownBy(() -> ConfigTree.parse("f.yaml", "a: 1\na: 2\nb: 3\nb: 4\n"))
        .hasMessage(
            """
            f.yaml:2:1: a: found this key again, expected it once; first at line 1
            f.yaml:4:1: b: found this key again, expected it once; first at line 3""");
  }

  @Test
  void shouldKeepTheExactTextOfScalars() {
    ConfigNode root =
        ConfigTree.parse(
            "f.yaml", "a: 0.10\nb: 1_000\nc: 0010\nd: ON\ne: \"1.50\"\nf: 1e3\ng:\nh: ''\n");

    assertThat(root.children().values())
        .extracting(ConfigNode::text)
        .containsExactly("0.10", "1_000", "0010", "ON", "1.50", "1e3", "", "");
    assertThat(root.children().values())
        .extracting(ConfigNode::kind)
        .containsExactly(
            ConfigNode.Kind.NUMBER,
            ConfigNode.Kind.NUMBER,
            ConfigNode.Kind.NUMBER,
            ConfigNode.Kind.BOOLEAN,
            ConfigNode.Kind.TEXT,
            ConfigNode.Kind.NUMBER,
            ConfigNode.Kind.EMPTY,
            ConfigNode.Kind.TEXT);
  }

  @Test
  void shouldKnowPlaceAndPathOfEveryNode() {
    ConfigNode root =
        ConfigTree.parse("f.yaml", "policies:\n  \"a.b\":\n    ladder:\n      - {after: 0m}\n");
    ConfigNode policy = root.children().get("policies").children().get("a.b");
    ConfigNode after = policy.children().get("ladder").items().get(0).children().get("after");

    assertThat(after.path()).isEqualTo("policies.\"a.b\".ladder[1].after");
    assertThat(after.file()).isEqualTo("f.yaml");
    assertThat(after.line()).isEqualTo(4);
    assertThat(after.column()).isEqualTo(17);
    assertThat(after.keyColumn()).isEqualTo(10);
    assertThat(policy.line()).as("a mapping stands at its key").isEqualTo(2);
    assertThat(policy.column()).isEqualTo(3);
  }

  @Test
  void shouldRefuseDeepNesting() {
    String deepest = "a: " + "[".repeat(31) + "]".repeat(31);

    assertThat(ConfigTree.parse("f.yaml", deepest).children()).containsKey("a");
    assertThatThrownBy(() -> ConfigTree.parse("f.yaml", "a: " + "[".repeat(32)))
        .hasMessage("f.yaml:1:35: found a deeper nesting, expected at most 32 levels");
    assertThatThrownBy(() -> ConfigTree.parse("f.yaml", "a: " + "[".repeat(500_000)))
        .hasMessage("f.yaml:1:35: found a deeper nesting, expected at most 32 levels");
  }

  @Test
  void shouldRefuseLongText() {
    String longest = "x".repeat(ConfigTree.MAX_TEXT);

    assertThat(ConfigTree.parse("f.yaml", "a: " + longest).child("a").text()).isEqualTo(longest);
    assertThatThrownBy(() -> ConfigTree.parse("f.yaml", "a: x" + longest))
        .hasMessage("f.yaml:1:4: found a text of 65537 characters, expected at most 65536");
  }

  @Test
  void shouldRefuseTooManyValues() {
    assertThatThrownBy(() -> ConfigTree.parse("f.yaml", "a: [" + "1,".repeat(1 << 20) + "1]"))
        .hasMessageEndingWith("found more than 1048576 values, expected fewer");
  }
}
