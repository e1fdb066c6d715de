package io.ripcord.event;

import io.ripcord.money.E8;
import org.agrona.DirectBuffer;
import org.agrona.collections.Int2ObjectHashMap;

/**
 * The part of {@link EventFields} for definitions: names, instruments, policies, groups. Remembers
 * what is called how, so that other records can say it.
 */
abstract class DefinitionFields implements EventListener {
  private static final String NO_NAME = "?";
  private static final int PARAMETERS_PER_PART = DefinitionPublisher.PARAMETERS_PER_PART;

  /** How far the rule of a policy has come, over its parts. */
  private static final class OpenRule {
    private int ruleIndex = -1;
    private int seen;
  }

  final FieldSink sink;
  private final Int2ObjectHashMap<String> names = new Int2ObjectHashMap<>();
  private final Int2ObjectHashMap<String> symbols = new Int2ObjectHashMap<>();
  private final Int2ObjectHashMap<String> policies = new Int2ObjectHashMap<>();
  private final Int2ObjectHashMap<String> groups = new Int2ObjectHashMap<>();
  private final Int2ObjectHashMap<OpenRule> openRules = new Int2ObjectHashMap<>();
  private long sequence;
  private long timeNs;
  private int source;

  DefinitionFields(FieldSink sink) {
    this.sink = sink;
  }

  /** Symbol of an instrument, {@code "?"} before its definition. */
  public final String symbol(int instrumentId) {
    return symbols.getOrDefault(instrumentId, NO_NAME);
  }

  /** Name of a policy, {@code "?"} before its definition. */
  public final String policy(int policyId) {
    return policies.getOrDefault(policyId, NO_NAME);
  }

  /** Name of a group, {@code "?"} before its definition. */
  public final String group(int groupId) {
    return groups.getOrDefault(groupId, NO_NAME);
  }

  final void begin(String kind) {
    sink.begin(kind);
    sink.number("sequence", sequence);
    sink.time("time", timeNs);
    sink.number("source", source);
  }

  private void policy(String kind, int policyId) {
    begin(kind);
    sink.text("policy", policy(policyId));
  }

  @Override
  public void onInput(long inputSequence, long inputTimeNs, int inputSource, long sourceSequence) {
    sequence = inputSequence;
    timeNs = inputTimeNs;
    source = inputSource;
  }

  @Override
  public void onNameDefined(int nameId, DirectBuffer text, int offset, int length) {
    String name = Texts.ascii(text, offset, length);
    names.put(nameId, name);
    begin("NameDefined");
    sink.number("nameId", nameId);
    sink.text("name", name);
    sink.end();
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
    symbols.put(instrumentId, names.getOrDefault(nameId, NO_NAME));
    begin("InstrumentDefined");
    sink.number("instrumentId", instrumentId);
    sink.text("symbol", symbol(instrumentId));
    sink.decimal("priceIncrement", priceIncrementE8);
    sink.decimal("lot", lotE8);
    sink.decimal("multiplier", multiplierE8);
    if (inverse) {
      sink.text("inverse", "true");
    }
    if (feePercentE6 != 0) {
      sink.percent("feePercent", feePercentE6);
    }
    sink.percent("badTickPercent", badTickPercentE6);
    duration("badTickConfirm", badTickConfirmNs);
    if (kind != InstrumentKind.SPOT) {
      sink.text("kind", kind.name());
    }
    sink.end();
  }

  @Override
  public void onPolicyBegin(
      int policyId, int nameId, int version, int partCount, boolean signalExit) {
    policies.put(policyId, names.getOrDefault(nameId, NO_NAME));
    openRules.remove(policyId);
    policy("PolicyBegin", policyId);
    sink.number("version", version);
    sink.number("parts", partCount);
    sink.text("signalExit", Boolean.toString(signalExit));
    sink.end();
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
    OpenRule open = openRules.computeIfAbsent(policyId, id -> new OpenRule());
    if (open.ruleIndex != ruleIndex) {
      open.ruleIndex = ruleIndex;
      open.seen = 0;
    }
    RuleLayout layout = RuleLayout.of(ruleKind);
    policy("RulePart", policyId);
    sink.number("rule", ruleIndex);
    sink.text("ruleKind", layout == null ? Integer.toString(ruleKind) : layout.name());
    long[] parameters = {p1, p2, p3, p4, p5, p6, p7, p8};
    for (int i = 0; i < PARAMETERS_PER_PART && open.seen < count; i++) {
      if (layout == null) {
        sink.number("p" + (open.seen + 1), parameters[i]);
      } else {
        parameter(layout.name(open.seen, count), parameters[i]);
      }
      open.seen++;
    }
    sink.end();
  }

  private void parameter(ParameterName name, long value) {
    if (value == E8.NULL) {
      return;
    }
    switch (name.unit()) {
      case "E8" -> sink.decimal(name.text(), value);
      case "E6" -> sink.percent(name.text(), value);
      case "Ns" -> duration(name.text(), value);
      case "Id" ->
          sink.text(
              name.text(),
              value == (int) value ? names.getOrDefault((int) value, NO_NAME) : NO_NAME);
      default -> {
        if (value >= 0 && value < name.words().size()) {
          sink.text(name.text(), name.words().get((int) value));
        } else {
          sink.number(name.text(), value);
        }
      }
    }
  }

  final void duration(String name, long durationNs) {
    if (durationNs != E8.NULL) {
      sink.text(name, Texts.duration(durationNs));
    }
  }

  @Override
  public void onPolicyEnd(int policyId, int version, int partCount) {
    openRules.remove(policyId);
    policy("PolicyEnd", policyId);
    sink.number("version", version);
    sink.number("parts", partCount);
    sink.end();
  }

  @Override
  public void onPolicyWatched(int instrumentId, int policyId) {
    begin("PolicyWatched");
    sink.text("symbol", symbol(instrumentId));
    sink.text("policy", policy(policyId));
    sink.end();
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
      long staleNs,
      GroupScope scope) {
    groups.put(groupId, names.getOrDefault(nameId, NO_NAME));
    begin("GroupDefined");
    sink.number("groupId", groupId);
    sink.text("group", group(groupId));
    sink.decimal("stop", stopE8);
    sink.decimal("target", targetE8);
    sink.decimal("lockAt", lockAtE8);
    sink.decimal("lockFloor", lockFloorE8);
    duration("confirm", confirmNs);
    duration("staleAfter", staleNs);
    sink.text("scope", scope.name());
    sink.end();
  }
}
