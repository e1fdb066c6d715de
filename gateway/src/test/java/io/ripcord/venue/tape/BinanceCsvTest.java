package io.ripcord.venue.tape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BinanceCsvTest {
  private static final String TRADES = "BTCUSDT-trades-2024-08-08.csv";

  @TempDir private Path directory;

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "BTCUSDT-trades-2024-08-08.csv;Binance trades CSV;"
            + "id,price,qty,quote_qty,time,is_buyer_maker;7,61800.3,0.006,370.8,1723161256322,true",
        "BTCUSDT-trades-2024-08-08.csv;Binance trades CSV;"
            + ";7,61800.3,0.006,370.8,1723161256322,true",
        "BTCUSDT-trades-2025-01.csv;Binance trades CSV;"
            + ";7,61800.3,0.006,370.8,1723161256322000,True,True",
        "BTCUSDT-aggTrades-2024-08-08.csv;Binance aggTrades CSV;agg_trade_id,price,quantity,"
            + "first_trade_id,last_trade_id,transact_time,is_buyer_maker;"
            + "7,61800.3,0.006,1,2,1723161256322,false",
        "BTCUSDT-aggTrades-2024-08-08.csv;Binance aggTrades CSV;"
            + ";7,61800.3,0.006,1,2,1723161256322,false",
        "btcusdt-aggTrades-2025-08-08.csv;Binance aggTrades CSV;"
            + ";7,61800.3,0.006,1,2,1723161256322000,False,True",
        "spot-BTCUSDT-trades-2025-08-08.csv.gz;Binance trades CSV;"
            + "trade_id,qty,price,time;7,0.006,61800.3,1723161256322000",
      })
  void shouldReadTradesWithOrWithoutHeader(String name, String format, String header, String row) {
    String content = (header == null ? "" : header + "\n") + row + "\n";
    Path file = TapeFiles.write(directory, name, content);

    assertThat(TapeFiles.rows(file))
        .containsExactly(
            new TapeFiles.Row(
                0,
                1,
                1723161256322000000L,
                1723161256322000000L,
                0,
                "BTCUSDT",
                "61800.3",
                "0.006",
                null,
                null));
    assertThat(TapeFiles.scan(file).format()).isEqualTo(format);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "update_id,best_bid_price,best_bid_qty,best_ask_price,best_ask_qty,transaction_time,"
            + "event_time;5,61800.2,2.5,61800.3,1.25,1723161256310,1723161256313",
        ";5,61800.2,2.5,61800.3,1.25,1723161256310,1723161256313",
      })
  void shouldReadQuotesWithOrWithoutHeader(String header, String row) {
    String content = (header == null ? "" : header + "\n") + row + "\n";
    Path file = TapeFiles.write(directory, "BTCUSD_PERP-bookTicker-2024-08-08.csv", content);

    assertThat(TapeFiles.rows(file))
        .extracting(
            TapeFiles.Row::symbol,
            TapeFiles.Row::ingressNs,
            TapeFiles.Row::last,
            TapeFiles.Row::bid,
            TapeFiles.Row::ask)
        .containsExactly(tuple("BTCUSD_PERP", 1723161256313000000L, null, "61800.2", "61800.3"));
    assertThat(TapeFiles.scan(file).format()).isEqualTo("Binance bookTicker CSV");
  }

  @Test
  void shouldClampTimesThatStepBack() {
    Path file =
        TapeFiles.write(
            directory,
            TRADES,
            "1,5,1,5,1723161256322,true\n2,5,1,5,1723161256321,true\n3,5,1,5,1723161256323,true\n");

    assertThat(TapeFiles.rows(file))
        .extracting(TapeFiles.Row::ingressNs, TapeFiles.Row::venueNs)
        .containsExactly(
            tuple(1723161256322000000L, 1723161256322000000L),
            tuple(1723161256322000000L, 1723161256321000000L),
            tuple(1723161256323000000L, 1723161256323000000L));
    TapeSummary summary = TapeFiles.scan(file);
    assertThat(summary.count(TapeCounter.CLAMPED_TIMES)).isEqualTo(1);
    assertThat(summary.count(TapeCounter.BACKWARD_VENUE_TIMES)).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '\0',
      value = {
        "2,x,1,5,1723161256322,true;price \"x\": not a plain decimal number, expected at most 8 decimals and a magnitude up to 1000000000",
        "2,5,,5,1723161256322,true;quantity \"\": not a plain decimal number, expected at most 8 decimals and a magnitude up to 1000000000",
        "2,5,1,5,noon,true;time \"noon\": expected milliseconds or microseconds since 1970",
        "2,5,1,5,17231612563220,true;time \"17231612563220\": expected milliseconds or"
            + " microseconds since 1970",
        "2,5,1,5,1723161256322000000,true;time \"1723161256322000000\": expected milliseconds or"
            + " microseconds since 1970",
        "2,5,1,5,1723161256322;row has 5 columns: expected 6",
      })
  void shouldNameLineFieldAndValueOfAMalformedRow(String row, String message) {
    Path file = TapeFiles.write(directory, TRADES, "1,5,1,5,1723161256322,true\n" + row + "\n");

    assertThat(TapeFiles.failure(file)).isEqualTo(TRADES + ":2: " + message);
  }

  @Test
  void shouldSayHowToNameAFileWithoutSymbol() {
    Path file = TapeFiles.write(directory, "trades.csv", "1,5,1,5,1723161256322,true\n");

    assertThat(TapeFiles.failure(file))
        .isEqualTo(
            "trades.csv:1: Binance trades CSV has no symbol column and the file name names none:"
                + " expected a name like BTCUSDT-trades-2024-08-08.csv (SYMBOL, then -trades,"
                + " -aggTrades or -bookTicker)");
  }
}
