package io.ripcord.event;

import static org.assertj.core.api.Assertions.assertThat;

import io.ripcord.event.codec.MessageHeaderEncoder;
import io.ripcord.money.E8;
import io.ripcord.testing.ArraySink;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;

/** What journals of version 2 of the schema hold reads as what it meant then. */
class OlderSchemaTest {
  private static final int VERSION = 2;
  private static final int HEADER = MessageHeaderEncoder.ENCODED_LENGTH;

  private final ArraySink sink = new ArraySink();
  private final DefinitionPublisher definitions =
      new DefinitionPublisher(sink, Sources.CONFIGURATION);
  private InstrumentKind kind;
  private GroupScope scope;
  private long staleNs;

  private final EventObserver heard =
      new EventObserver() {
        @Override
        public void onInstrumentDefined(
            int instrumentId,
            int nameId,
            long priceIncrementE8,
            long lotE8,
            long multiplierE8,
            boolean inverse,
            long feePercentE6,
            long badTickPercentE6,
            long badTickConfirmNs,
            InstrumentKind newKind) {
          kind = newKind;
        }

        @Override
        public void onGroupDefined(
            int groupId,
            int nameId,
            long stopE8,
            long targetE8,
            long lockAtE8,
            long lockFloorE8,
            long confirmNs,
            long newStaleNs,
            GroupScope newScope) {
          staleNs = newStaleNs;
          scope = newScope;
        }
      };

  /** The message that was published last, as it was when its block had so many bytes. */
  private void hearCutTo(int blockLength) {
    UnsafeBuffer old = new UnsafeBuffer(new byte[HEADER + blockLength]);
    old.putBytes(0, sink.last(), 0, old.capacity());
    new MessageHeaderEncoder().wrap(old, 0).blockLength(blockLength).version(VERSION);
    new EventDispatcher().dispatch(1, old, 0, old.capacity(), heard);
  }

  @Test
  void shouldTakeAnInstrumentWithoutAKindForSpot() {
    definitions.instrumentDefined(
        1, 0, 1, 1, 1, E8.ONE, false, 0, E8.NULL, E8.NULL, InstrumentKind.OPTION);

    hearCutTo(80);

    assertThat(kind).isEqualTo(InstrumentKind.SPOT);
  }

  @Test
  void shouldTakeAGroupWithoutAScopeForAStrategyWithoutASilence() {
    definitions.groupDefined(1, 0, 1, 2, 3, 4, 5, 6, 7, GroupScope.ACCOUNT);

    hearCutTo(72);

    assertThat(scope).isEqualTo(GroupScope.STRATEGY);
    assertThat(staleNs).isEqualTo(E8.NULL);
  }
}
