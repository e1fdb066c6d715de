package io.ripcord.control;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ripcord.event.Side;
import io.ripcord.money.E8;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** RELIABILITY section 6, S4, and what each command is written like. */
class CommandFieldsTest {
  private static Command read(String word, String json) {
    return CommandReader.read(word, CommandFields.parse(json.getBytes(UTF_8)));
  }

  @Test
  void shouldReadARegistration() {
    Command expected =
        new Command.Register(
            7, "BTCUSDT", Side.SHORT, 50_000_000, 5_500_050_000_000L, 2 * E8.ONE, "scalp");
    assertThat(
            read(
                "register",
                """
                {"id":7,"symbol":"BTCUSDT","side":"SHORT","quantity":"0.5","entryPrice":55000.5,
                 "leverage":"2","policy":"scalp"}
                """))
        .isEqualTo(expected);
    assertThat(
            read(
                "register",
                "{\"symbol\":\"A\",\"side\":\"LONG\",\"quantity\":1,\"policy\":\"p\",\"id\":null}"))
        .isEqualTo(new Command.Register(E8.NULL, "A", Side.LONG, E8.ONE, E8.NULL, E8.NULL, "p"));
  }

  @Test
  void shouldReadAnAdoption() {
    assertThat(read("adopt", "{\"id\":7,\"policy\":\"p\"}"))
        .isEqualTo(new Command.Adopt(7, "p", false));
    assertThat(read("adopt", "{\"id\":7,\"policy\":\"p\",\"loosen\":true}"))
        .isEqualTo(new Command.Adopt(7, "p", true));
  }

  @Test
  void shouldReadTheCharactersOfANumber() {
    assertThat(read("amend", "{\"id\":1,\"stop\":0.1,\"target\":123456789.12345678}"))
        .isEqualTo(new Command.Amend(1, 10_000_000, 12_345_678_912_345_678L, false));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "adopt|{'id':1}|policy: found nothing, expected a value",
        "adopt|{'id':1,'policy':'p','loosen':'yes'}|loosen: found 'yes', expected true or false",
        "close-now|{'id':1e3}|id: found '1e3', expected a whole number from 1 to",
        "close-now|{'id':0}|id: found '0', expected a whole number from 1 to 9007199254740991",
        "close-now|{'id':true}|id: found true, expected a number",
        "close-now|{}|id: found nothing, expected a value",
        "close-now|{'id':1,'idd':2}|unknown field 'idd', did you mean 'id'?",
        "close-now|{'id':1,'id':1}|found no JSON at line 1 column",
        "close-now|{'id':1} {}|found more behind the JSON object",
        "close-now|{'id':1} x|found no JSON at line 1 column",
        "close-now|{'id':[1]}|'id': found a nested value, expected a text or a number",
        "close-now|[1]|found no JSON object, expected one",
        "close-now|{'id':|found no JSON at line 1 column",
        "halt|{'id':1}|unknown field 'id', expected none",
        "amend|{'id':1,'stop':0.123456789}|stop: found '0.123456789', expected a number above 0",
        "amend|{'id':1,'stop':-1}|stop: found '-1', expected a number above 0",
        "amend|{'id':1,'loosen':'yes'}|loosen: found 'yes', expected true or false",
        "amend|{'id':1,'stpo':1}|unknown field 'stpo', did you mean 'stop'?",
        "signal|{'symbol':5}|symbol: found 5, expected a text",
        "resume|{}|confirm: found no true, expected \"confirm\": true",
        "resume|{'confirm':false}|confirm: found no true",
        "register|{'symbol':'A','side':'long'}|side: found 'long', did you mean 'LONG'?",
        "register|{'symbol':'A','entry-price':'1'}|unknown field 'entry-price', did you mean"
            + " 'entryPrice'?",
      })
  void shouldNameFieldValueAndExpectation(String word, String json, String message) {
    assertThatThrownBy(() -> read(word, json.replace('\'', '"')))
        .isInstanceOf(MalformedCommandException.class)
        .hasMessageStartingWith(message);
  }

  @Test
  void shouldBoundEverything() {
    String tooMuch = "too long or too deep, expected names of at most 128, numbers of at most 32";
    refuses("{\"" + "n".repeat(129) + "\":1}", tooMuch);
    refuses("{\"id\":" + "1".repeat(33) + "}", tooMuch);
    refuses("{\"id\":\"" + "x".repeat(8193) + "\"}", tooMuch);
    refuses("{\"id\":0." + "1".repeat(33) + "}", tooMuch);
    refuses("[".repeat(40), "found no JSON object");
  }

  private static void refuses(String json, String message) {
    assertThatThrownBy(() -> CommandFields.parse(json.getBytes(UTF_8)))
        .isInstanceOf(MalformedCommandException.class)
        .hasMessageStartingWith(message)
        .hasMessageNotContaining("Constraints")
        .hasMessageNotContaining("\n");
  }

  @Test
  void shouldNotTakeTwoIds() {
    CommandFields fields = CommandFields.parse("{\"id\":\"2\"}".getBytes(UTF_8));
    assertThatThrownBy(() -> fields.put("id", "1"))
        .hasMessage("id: found '2', expected 1 as in the path");
  }
}
