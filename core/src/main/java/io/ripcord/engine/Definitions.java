package io.ripcord.engine;

import io.ripcord.event.EventListener;
import io.ripcord.event.FileRole;
import io.ripcord.event.InstrumentKind;
import io.ripcord.event.Texts;
import io.ripcord.indicator.Indicators;
import io.ripcord.market.Instrument;
import io.ripcord.market.Instruments;
import io.ripcord.market.LastPrices;
import io.ripcord.market.Names;
import io.ripcord.position.OpenPositions;
import io.ripcord.rule.Corridor;
import io.ripcord.rule.Policies;
import io.ripcord.state.StateIn;
import io.ripcord.state.StateOut;
import org.agrona.DirectBuffer;

/** The part of the engine that takes definitions: names, instruments, policies. May allocate. */
abstract class Definitions implements EventListener {
  final Names names = new Names();
  final Instruments instruments = new Instruments();
  final LastPrices lastPrices = new LastPrices();
  final Policies policies = new Policies();
  final Indicators indicators = new Indicators();
  final Corridor corridor;
  final OpenPositions openPositions;

  Definitions(Corridor corridor, OpenPositions openPositions) {
    this.corridor = corridor;
    this.openPositions = openPositions;
  }

  @Override
  public void onInputFile(FileRole role, long lengthBytes, DirectBuffer sha256, int offset) {}

  @Override
  public void onNameDefined(int nameId, DirectBuffer text, int offset, int length) {
    names.define(nameId, Texts.ascii(text, offset, length));
  }

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
      InstrumentKind kind) {
    instruments.add(
        new Instrument(
            instrumentId,
            nameId,
            priceIncrementE8,
            lotE8,
            multiplierE8,
            inverse,
            feePercentE6,
            badTickPercentE6,
            badTickConfirmNs,
            kind));
    makeRoom(instrumentId);
  }

  private void makeRoom(int instrumentId) {
    lastPrices.add();
    corridor.addInstrument();
    openPositions.addInstrument();
    indicators.addInstrument();
    onInstrumentAdded(instruments.get(instrumentId));
  }

  /** There is one more instrument. */
  abstract void onInstrumentAdded(Instrument instrument);

  @Override
  public void onPolicyBegin(
      int policyId, int nameId, int version, int partCount, boolean signalExit) {
    policies.begin(policyId, nameId, version, partCount, signalExit);
  }

  @Override
  public void onRulePart(
      int policyId,
      int ruleIndex,
      int ruleKind,
      int count,
      long p1,
      long p2,
      long p3,
      long p4,
      long p5,
      long p6,
      long p7,
      long p8) {
    policies.part(policyId, ruleIndex, ruleKind, count, p1, p2, p3, p4, p5, p6, p7, p8);
  }

  @Override
  public void onPolicyEnd(int policyId, int version, int partCount) {
    policies.end(policyId, version, partCount);
  }

  @Override
  public void onPolicyWatched(int instrumentId, int policyId) {
    if (instruments.contains(instrumentId) && policies.contains(policyId)) {
      policies.get(policyId).watch(indicators, instrumentId);
    }
  }

  final void writeDefinitions(StateOut out) {
    names.write(out);
    instruments.write(out);
    lastPrices.write(out);
    policies.write(out);
    indicators.write(out);
  }

  final void readDefinitions(StateIn in) {
    names.read(in);
    instruments.read(in);
    for (int id = 0; id < instruments.count(); id++) {
      makeRoom(id);
    }
    lastPrices.read(in);
    policies.read(in);
    indicators.read(in);
  }
}
