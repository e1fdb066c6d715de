package io.ripcord.chaos;

import io.ripcord.event.CommandPublisher;
import io.ripcord.event.DefinitionPublisher;
import io.ripcord.event.EventSink;
import io.ripcord.event.MarketDataPublisher;
import io.ripcord.event.NodePublisher;
import io.ripcord.event.ReportPublisher;
import io.ripcord.event.Sources;

/** The publishers of one start of the process, each with its source. */
final class Inputs {
  final NodePublisher node;
  final DefinitionPublisher definitions;
  final CommandPublisher commands;
  final NodePublisher timer;
  final ReportPublisher sender;
  final ReportPublisher venue;
  final MarketDataPublisher feed;

  Inputs(EventSink sink) {
    node = new NodePublisher(sink, Sources.NODE);
    definitions = new DefinitionPublisher(sink, Sources.CONFIGURATION);
    commands = new CommandPublisher(sink, Sources.COMMAND);
    timer = new NodePublisher(sink, Sources.TIMER);
    sender = new ReportPublisher(sink, Sources.SENDER);
    venue = new ReportPublisher(sink, Sources.PAPER_VENUE);
    feed = new MarketDataPublisher(sink, Sources.FIRST_FEED);
  }
}
