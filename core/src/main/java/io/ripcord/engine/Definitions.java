package io.ripcord.engine;

import io.ripcord.event.EventListener;
import io.ripcord.event.FileRole;
import io.ripcord.event.Texts;
import io.ripcord.indicator.Indicators;
import io.ripcord.market.Instrument;
import io.ripcord.market.Instruments;
import io.ripcord.market.LastPrices;
import io.ripcord.market.Names;
import io.ripcord.position.OpenPositions;
import io.ripcord.rule.Corridor;
import io.ripcord.rule.Policies;
import io.ripcord.rule.StopLossRule;
import io.ripcord.rule.TakeProfitRule;
import io.ripcord.rule.TrailingStopRule;
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
      int instrumentId, int nameId, long priceIncrementE8, long lotE8, long multiplierE8) {
    instruments.add(new Instrument(instrumentId, nameId, priceIncrementE8, lotE8, multiplierE8));
    lastPrices.add();
    corridor.addInstrument();
    openPositions.addInstrument();
    indicators.addInstrument();
  }

  @Override
  public void onPolicyBegin(
      int policyId, int nameId, int version, int partCount, boolean signalExit) {
    policies.begin(policyId, nameId, version, partCount, signalExit);
  }

  @Override
  public void onStopLossPart(int policyId, long priceE8, long percentE6, long ticks) {
    policies.part(policyId, new StopLossRule(priceE8, percentE6, ticks));
  }

  @Override
  public void onTakeProfitPart(int policyId, long priceE8, long percentE6) {
    policies.part(policyId, new TakeProfitRule(priceE8, percentE6));
  }

  @Override
  public void onLadderRungPart(int policyId, long afterNs, long percentE6) {
    policies.rung(policyId, afterNs, percentE6);
  }

  @Override
  public void onTrailingPart(
      int policyId,
      long percentE6,
      long activateAtE6,
      long stepE6,
      long tightenAtE6,
      long tightenPercentE6) {
    policies.part(
        policyId,
        new TrailingStopRule(percentE6, activateAtE6, stepE6, tightenAtE6, tightenPercentE6));
  }

  @Override
  public void onPolicyEnd(int policyId, int version, int partCount) {
    policies.end(policyId, version, partCount);
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
      lastPrices.add();
      corridor.addInstrument();
      openPositions.addInstrument();
      indicators.addInstrument();
    }
    lastPrices.read(in);
    policies.read(in);
    indicators.read(in);
  }
}
