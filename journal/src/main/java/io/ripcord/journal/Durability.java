package io.ripcord.journal;

/** What an operator may rely on once an append has returned or an order has left. */
public enum Durability {
  /**
   * Everything that was appended survives the death of the process, {@code kill -9} included; a
   * power cut or a kernel crash may lose the last seconds, and what was decided in them.
   */
  PROCESS,

  /**
   * As {@link #PROCESS}, and a power cut loses at most what was appended within about one batch
   * interval plus one sync; an order may have left whose cause is among the lost.
   */
  BATCH,

  /**
   * No order leaves before the input that caused it and the order itself are on the disk: a power
   * cut loses no cause of anything that was sent. It costs one disk sync per drained batch of
   * orders, and what a disk with a lying write cache promises, this cannot mend.
   */
  ORDER
}
