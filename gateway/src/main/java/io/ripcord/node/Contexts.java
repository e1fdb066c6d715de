package io.ripcord.node;

import io.ripcord.config.JournalConfig;
import io.ripcord.config.PipelineConfig;
import io.ripcord.config.RipcordConfig;
import io.ripcord.journal.Durability;
import io.ripcord.journal.JournalContext;
import io.ripcord.journal.JournalDirectory;
import io.ripcord.pipeline.PipelineContext;

/** What the parts of a node are built from, as the configuration has it. */
final class Contexts {
  private Contexts() {}

  static JournalContext journal(JournalConfig settings, JournalDirectory directory, int epoch) {
    return new JournalContext()
        .directory(directory)
        .epoch(epoch)
        .durability(settings.durability())
        .blockSizeBytes(Math.toIntExact(settings.blockSizeBytes()))
        .preallocateBytes(settings.preallocateBytes())
        .maxGenerationBytes(settings.maxSizeBytes())
        .batchIntervalNs(settings.batchIntervalNs())
        .rollAfterBytes(settings.rollAfterBytes());
  }

  static PipelineContext pipeline(RipcordConfig config) {
    PipelineConfig pipeline = config.pipeline();
    return new PipelineContext()
        .topology(pipeline.topology())
        .profile(pipeline.profile())
        .ringSize(pipeline.ringSize())
        .outboundRingSize(pipeline.outboundRingSize())
        .maxPositions(config.maxPositions())
        .forceBeforeSend(config.journal().durability() == Durability.ORDER)
        .cores(pipeline.cores().engine(), pipeline.cores().journal());
  }
}
