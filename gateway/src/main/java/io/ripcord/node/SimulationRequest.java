package io.ripcord.node;

import io.ripcord.config.PositionsConfig;
import io.ripcord.config.RipcordConfig;
import io.ripcord.event.FileRole;
import io.ripcord.venue.tape.Tape;
import java.nio.file.Path;
import java.util.List;

/**
 * What a simulation runs on.
 *
 * @param config effective configuration
 * @param positions positions, signals, policies and the instruments that they name
 * @param tapes market data, at least one
 * @param files what goes on record as the files of the run, tapes excepted
 * @param journal directory of the journal
 * @param pace how fast tape time passes
 * @param seed of the paper venue's draws
 * @param buildId commit of this build
 * @param resume whether to go on where the journal ends
 * @param snapshotIntervalNs time between two snapshots, {@link #NO_SNAPSHOTS} for none
 */
public record SimulationRequest(
    RipcordConfig config,
    PositionsConfig positions,
    List<Tape> tapes,
    List<HashedFile> files,
    Path journal,
    Pace pace,
    long seed,
    String buildId,
    boolean resume,
    long snapshotIntervalNs) {

  /** "No snapshots". */
  public static final long NO_SNAPSHOTS = 0;

  /** One that begins anew and writes no snapshots. */
  public SimulationRequest(
      RipcordConfig config,
      PositionsConfig positions,
      List<Tape> tapes,
      List<HashedFile> files,
      Path journal,
      Pace pace,
      long seed,
      String buildId) {
    this(config, positions, tapes, files, journal, pace, seed, buildId, false, NO_SNAPSHOTS);
  }

  /**
   * A file that feeds the run.
   *
   * @param sha256 of its bytes, lower-case hexadecimal
   */
  public record HashedFile(FileRole role, long lengthBytes, String sha256) {}
}
