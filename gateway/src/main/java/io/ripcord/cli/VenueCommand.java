package io.ripcord.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ripcord.money.E8;
import io.ripcord.venue.paper.LedgerBook;
import io.ripcord.venue.paper.PaperLedger;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Venues of our own. */
@Command(
    name = "venue",
    description = "Serves the paper venue from a process of its own, and reads its ledger.",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "(paper | ledger)",
    subcommands = PaperVenueCommand.class)
final class VenueCommand {
  @Spec private CommandSpec spec;

  @Command(
      name = "ledger",
      description =
          "Sums up a paper venue's ledger: what was held and exited of every position, and what was"
              + " exited twice.",
      mixinStandardHelpOptions = true)
  int ledger(
      @Parameters(paramLabel = "FILE", description = "Ledger, also of a running venue.") Path file,
      @Option(names = "--json", description = "Prints one JSON object.") boolean json)
      throws IOException {
    List<LedgerBook.Row> rows = PaperLedger.read(file).rows();
    PrintWriter out = spec.commandLine().getOut();
    long doubled = rows.stream().filter(LedgerBook.Row::isDoubled).count();
    if (json) {
      out.println(json(rows, doubled));
    } else {
      rows.forEach(row -> out.println(text(row)));
      out.println(rows.size() + " positions, " + doubled + " exited more than was held");
    }
    return doubled == 0 ? ExitCodes.OK : ExitCodes.DIFFERENCE;
  }

  private static String text(LedgerBook.Row row) {
    return row.client()
        + " position "
        + row.positionId()
        + " "
        + row.symbol()
        + " "
        + row.side()
        + ": held "
        + E8.format(row.heldE8())
        + ", "
        + row.exits()
        + " exits ("
        + row.refused()
        + " refused), "
        + row.executions()
        + " executions of "
        + E8.format(row.exitedE8())
        + (row.entries() > 0
            ? ", " + row.entries() + " entries of " + E8.format(row.addedE8())
            : "")
        + ", net "
        + E8.format(row.netE8())
        + (row.working() > 0 ? ", " + row.working() + " working" : "")
        + (row.isDoubled() ? ", DOUBLED" : "");
  }

  private static String json(List<LedgerBook.Row> rows, long doubled) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    ArrayNode positions = node.putArray("positions");
    for (LedgerBook.Row row : rows) {
      positions
          .addObject()
          .put("client", row.client())
          .put("position", row.positionId())
          .put("symbol", row.symbol())
          .put("side", row.side().name())
          .put("held", E8.format(row.heldE8()))
          .put("exits", row.exits())
          .put("entries", row.entries())
          .put("refused", row.refused())
          .put("executions", row.executions())
          .put("added", E8.format(row.addedE8()))
          .put("exited", E8.format(row.exitedE8()))
          .put("net", E8.format(row.netE8()))
          .put("working", row.working())
          .put("doubled", row.isDoubled());
    }
    node.put("doubled", doubled);
    return node.toPrettyString();
  }
}
