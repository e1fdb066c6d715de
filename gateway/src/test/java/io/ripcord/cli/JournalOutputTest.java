package io.ripcord.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What print and export write of one small journal. */
class JournalOutputTest {
  @TempDir private static Path folder;

  private static Path journal;

  @BeforeAll
  static void run() {
    journal = new SmallFiles(folder).journalled();
  }

  @Test
  void shouldPrintInputsAndBelowThemTheDecisionsThatTheyCaused() {
    assertThat(Cli.run("journal", "print", journal, "--from", 19, "--to", 22).ok().out().lines())
        .containsExactly(
            "Tick sequence=19 time=2026-01-05T10:00:02.000000000Z source=32 symbol=ACME"
                + " venueTime=2026-01-05T10:00:02.000000000Z last=98.5 bid=98 ask=99",
            "  ExitOrder cause=19 index=0 time=2026-01-05T10:00:02.000000000Z position=1"
                + " symbol=ACME clOrdId=0000010000001000100E side=LONG orderType=MARKET quantity=2"
                + " attempt=1 reason=STOP_LOSS exitSource=MONITOR_SOFT level=99 triggerPrice=98.5"
                + " triggerTime=2026-01-05T10:00:02.000000000Z",
            "  PositionChanged cause=19 index=1 time=2026-01-05T10:00:02.000000000Z position=1"
                + " symbol=ACME status=CLOSING openQuantity=2 realizedPnl=0 entryPrice=100 quantity=2",
            "OrderSent sequence=20 time=2026-01-05T10:00:02.000000000Z source=6"
                + " clOrdId=0000010000001000100E",
            "ExecutionReport sequence=21 time=2026-01-05T10:00:02.000000000Z source=16"
                + " clOrdId=0000010000001000100E execType=NEW execId=1 lastQuantity=0"
                + " cumQuantity=0 leavesQuantity=2 reject=NONE",
            "ExecutionReport sequence=22 time=2026-01-05T10:00:02.000000000Z source=16"
                + " clOrdId=0000010000001000100E execType=TRADE execId=2 lastQuantity=2"
                + " lastPrice=98 cumQuantity=2 leavesQuantity=0 reject=NONE",
            "  PositionChanged cause=22 index=0 time=2026-01-05T10:00:02.000000000Z position=1"
                + " symbol=ACME status=CLOSING openQuantity=0 exitPrice=98 realizedPnl=-4 entryPrice=100 quantity=2",
            "  PositionsQuery cause=22 index=1 time=2026-01-05T10:00:02.000000000Z position=1"
                + " symbol=ACME queryId=281474977759233");
  }

  @Test
  void shouldPrintDefinitions() {
    assertThat(Cli.run("journal", "print", journal, "--to", 16).ok().out().lines())
        .hasSize(16)
        .contains(
            "InstrumentDefined sequence=5 time=2026-01-05T10:00:00.000000000Z source=2"
                + " instrumentId=0 symbol=ACME priceIncrement=0.5 lot=1 multiplier=1",
            "RulePart sequence=8 time=2026-01-05T10:00:00.000000000Z source=2 policy=narrow"
                + " rule=0 ruleKind=STOP_LOSS percent=1",
            "PositionRegistered sequence=16 time=2026-01-05T10:00:00.000000000Z source=3"
                + " position=2 symbol=ACME side=SHORT quantity=3 entryPrice=100 leverage=1"
                + " policy=wide");
  }

  @Test
  void shouldPrintNothingBehindTheEnd() {
    Cli.Outcome outcome = Cli.run("journal", "print", journal, "--from", 1_000).ok();

    assertThat(outcome.out()).isEmpty();
    assertThat(outcome.err()).isEmpty();
  }

  @Test
  void shouldPrintJsonWithSymbolsThatWereDefinedBeforeTheRange() {
    assertThat(
            Cli.run("journal", "print", journal, "--from", 19, "--to", 19, "--json")
                .ok()
                .out()
                .lines())
        .containsExactly(
            "{\"kind\":\"Tick\",\"sequence\":19,\"time\":\"2026-01-05T10:00:02.000000000Z\","
                + "\"source\":32,\"symbol\":\"ACME\",\"venueTime\":\"2026-01-05T10:00:02.000000000Z\","
                + "\"last\":\"98.5\",\"bid\":\"98\",\"ask\":\"99\"}",
            "{\"kind\":\"ExitOrder\",\"cause\":19,\"index\":0,"
                + "\"time\":\"2026-01-05T10:00:02.000000000Z\",\"position\":1,\"symbol\":\"ACME\","
                + "\"clOrdId\":\"0000010000001000100E\",\"side\":\"LONG\",\"orderType\":\"MARKET\","
                + "\"quantity\":\"2\",\"attempt\":1,\"reason\":\"STOP_LOSS\","
                + "\"exitSource\":\"MONITOR_SOFT\",\"level\":\"99\",\"triggerPrice\":\"98.5\","
                + "\"triggerTime\":\"2026-01-05T10:00:02.000000000Z\"}",
            "{\"kind\":\"PositionChanged\",\"cause\":19,\"index\":1,"
                + "\"time\":\"2026-01-05T10:00:02.000000000Z\",\"position\":1,\"symbol\":\"ACME\","
                + "\"status\":\"CLOSING\",\"openQuantity\":\"2\",\"realizedPnl\":\"0\","
                + "\"entryPrice\":\"100\",\"quantity\":\"2\"}");
  }

  @Test
  void shouldExportCsvWithOneSetOfColumns() {
    List<String> lines =
        Cli.run("journal", "export", journal, "--to", "csv").ok().out().lines().toList();

    assertThat(lines).hasSize(1 + 25 + 6);
    assertThat(lines.get(0))
        .isEqualTo(
            "kind,sequence,cause,index,time,source,symbol,position,side,quantity,last,bid,ask,"
                + "clOrdId,reason,level,triggerPrice,status,openQuantity,realizedPnl,more");
    assertThat(lines)
        .contains(
            "RulePart,8,,,2026-01-05T10:00:00.000000000Z,2,,,,,,,,,,,,,,,policy=narrow rule=0"
                + " ruleKind=STOP_LOSS percent=1",
            "PositionRegistered,16,,,2026-01-05T10:00:00.000000000Z,3,ACME,2,SHORT,3,,,,,,,,,,,"
                + "entryPrice=100 leverage=1 policy=wide",
            "Tick,19,,,2026-01-05T10:00:02.000000000Z,32,ACME,,,,98.5,98,99,,,,,,,,"
                + "venueTime=2026-01-05T10:00:02.000000000Z",
            "ExitOrder,,19,0,2026-01-05T10:00:02.000000000Z,,ACME,1,LONG,2,,,,"
                + "0000010000001000100E,STOP_LOSS,99,98.5,,,,orderType=MARKET attempt=1"
                + " exitSource=MONITOR_SOFT triggerTime=2026-01-05T10:00:02.000000000Z",
            "PositionChanged,,24,0,2026-01-05T10:00:02.000000000Z,,ACME,1,,2,,,,,,,,CLOSED,0,-4,"
                + "exitPrice=98 entryPrice=100");
    assertThat(lines).allMatch(line -> line.chars().filter(c -> c == ',').count() == 20);
  }

  @Test
  void shouldExportJsonLinesByDefaultAndTheSameToAFile() throws IOException {
    String printed = Cli.run("journal", "export", journal).ok().out();
    Path file = folder.resolve("export.jsonl");
    Cli.Outcome outcome = Cli.run("journal", "export", journal, "--to", "jsonl", "--output", file);

    assertThat(printed.lines()).hasSize(31).allMatch(line -> line.startsWith("{\"kind\":\""));
    assertThat(outcome.ok().out()).isEmpty();
    assertThat(file).hasContent(printed);
    assertThat(Files.exists(folder.resolve("export.jsonl.tmp"))).isFalse();
  }

  @Test
  void shouldNoticeADiskThatDoesNotTakeTheExport() {
    Path full = Path.of("/dev/full");
    Assumptions.assumeTrue(
        Files.exists(full) && Files.isWritable(Path.of("/dev")), "SKIPPED: no /dev/full here");
    Cli.Outcome outcome = Cli.run("journal", "export", journal, "--output", full);

    assertThat(outcome.code()).isEqualTo(3);
    assertThat(outcome.errLines()).hasSize(1);
    assertThat(outcome.err()).startsWith("ripcord: /dev/full: cannot be written: ");
  }
}
