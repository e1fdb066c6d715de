package io.ripcord.event;

import io.ripcord.event.codec.GroupDefinedEncoder;
import io.ripcord.event.codec.GroupScopeCode;
import io.ripcord.event.codec.InstrumentDefinedEncoder;
import io.ripcord.event.codec.InstrumentKindCode;
import io.ripcord.event.codec.NameDefinedEncoder;
import io.ripcord.event.codec.PolicyBeginEncoder;
import io.ripcord.event.codec.PolicyEndEncoder;
import io.ripcord.event.codec.PolicyWatchedEncoder;
import io.ripcord.event.codec.RulePartEncoder;
import io.ripcord.money.E8;
import java.util.List;

/**
 * Publishes names, instruments, policies and groups. One thread; waits for a slot when the ring is
 * full. A policy takes effect at its end.
 */
public final class DefinitionPublisher extends Publisher {
  /** Parameters that fit into one part of a rule. */
  static final int PARAMETERS_PER_PART = 8;

  private final NameDefinedEncoder nameDefined = new NameDefinedEncoder();
  private final InstrumentDefinedEncoder instrumentDefined = new InstrumentDefinedEncoder();
  private final PolicyBeginEncoder policyBegin = new PolicyBeginEncoder();
  private final RulePartEncoder rulePart = new RulePartEncoder();
  private final PolicyWatchedEncoder policyWatched = new PolicyWatchedEncoder();
  private final GroupDefinedEncoder groupDefined = new GroupDefinedEncoder();
  private final PolicyEndEncoder policyEnd = new PolicyEndEncoder();

  /** Publishes as {@code source}, one of {@link Sources}, into {@code sink}. */
  public DefinitionPublisher(EventSink sink, int source) {
    super(sink, source);
  }

  /** Gives a name of at most 64 ASCII characters a number. */
  public void nameDefined(long timeNs, int nameId, String text) {
    checkText("name", text, Texts.NAME_LENGTH);
    nameDefined.wrapAndApplyHeader(claim(), 0, header);
    stamp(nameDefined.origin(), timeNs);
    nameDefined.nameId(nameId).text(text);
    publish(NameDefinedEncoder.BLOCK_LENGTH);
  }

  /** A linear instrument without fees, whose every trade counts. */
  public void instrumentDefined(
      long timeNs,
      int instrumentId,
      int nameId,
      long priceIncrementE8,
      long lotE8,
      long multiplierE8) {
    instrumentDefined(
        timeNs,
        instrumentId,
        nameId,
        priceIncrementE8,
        lotE8,
        multiplierE8,
        false,
        0,
        E8.NULL,
        E8.NULL);
  }

  /** A spot instrument with its fee per side and what makes a trade suspicious. */
  public void instrumentDefined(
      long timeNs,
      int instrumentId,
      int nameId,
      long priceIncrementE8,
      long lotE8,
      long multiplierE8,
      boolean inverse,
      long feePercentE6,
      long badTickPercentE6,
      long badTickConfirmNs) {
    instrumentDefined(
        timeNs,
        instrumentId,
        nameId,
        priceIncrementE8,
        lotE8,
        multiplierE8,
        inverse,
        feePercentE6,
        badTickPercentE6,
        badTickConfirmNs,
        InstrumentKind.SPOT);
  }

  /** An instrument with its steps, its fee per side, what makes a trade suspicious, its kind. */
  public void instrumentDefined(
      long timeNs,
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
    InstrumentKindCode kindCode = InstrumentKindCode.get(kind.code());
    instrumentDefined.wrapAndApplyHeader(claim(), 0, header);
    stamp(instrumentDefined.origin(), timeNs);
    instrumentDefined
        .instrumentId(instrumentId)
        .priceIncrementE8(priceIncrementE8)
        .lotE8(lotE8)
        .multiplierE8(multiplierE8)
        .nameId(nameId)
        .inverse(inverse ? 1 : 0)
        .feePercentE6(feePercentE6)
        .badTickPercentE6(badTickPercentE6)
        .badTickConfirmNs(badTickConfirmNs)
        .kind(kindCode)
        .reserved(0);
    publish(InstrumentDefinedEncoder.BLOCK_LENGTH);
  }

  /** Opens a policy of {@code partCount} parts. */
  public void policyBegin(
      long timeNs, int policyId, int nameId, int version, int partCount, boolean signalExit) {
    policyBegin.wrapAndApplyHeader(claim(), 0, header);
    stamp(policyBegin.origin(), timeNs);
    policyBegin
        .policyId(policyId)
        .nameId(nameId)
        .policyVersion(version)
        .partCount(partCount)
        .signalExit(signalExit ? 1 : 0);
    publish(PolicyBeginEncoder.BLOCK_LENGTH);
  }

  /** How many parts a rule takes. */
  public static int parts(RuleParameters rule) {
    return (rule.count() + PARAMETERS_PER_PART - 1) / PARAMETERS_PER_PART;
  }

  /** How many parts rules take together: the part count of their policy. */
  public static int parts(List<? extends RuleParameters> rules) {
    return rules.stream().mapToInt(DefinitionPublisher::parts).sum();
  }

  /** A whole policy: begin, its rules, end. */
  public void policy(
      long timeNs,
      int policyId,
      int nameId,
      int version,
      boolean signalExit,
      List<? extends RuleParameters> rules) {
    int parts = parts(rules);
    policyBegin(timeNs, policyId, nameId, version, parts, signalExit);
    for (int i = 0; i < rules.size(); i++) {
      rule(timeNs, policyId, i, rules.get(i));
    }
    policyEnd(timeNs, policyId, version, parts);
  }

  /** A rule of an open policy, in as many parts as it takes. */
  public void rule(long timeNs, int policyId, int ruleIndex, RuleParameters rule) {
    for (int i = 0; i < rule.count(); i += PARAMETERS_PER_PART) {
      rulePart(
          timeNs,
          policyId,
          ruleIndex,
          rule.kindCode(),
          rule.count(),
          parameter(rule, i),
          parameter(rule, i + 1),
          parameter(rule, i + 2),
          parameter(rule, i + 3),
          parameter(rule, i + 4),
          parameter(rule, i + 5),
          parameter(rule, i + 6),
          parameter(rule, i + 7));
    }
  }

  private static long parameter(RuleParameters rule, int index) {
    return index < rule.count() ? rule.parameter(index) : 0;
  }

  /** Up to eight parameters of a rule; {@code count} is that of the whole rule. */
  public void rulePart(
      long timeNs,
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
    rulePart.wrapAndApplyHeader(claim(), 0, header);
    stamp(rulePart.origin(), timeNs);
    rulePart
        .policyId(policyId)
        .ruleIndex(ruleIndex)
        .ruleKind(ruleKind)
        .count(count)
        .reserved(0)
        .p1(p1)
        .p2(p2)
        .p3(p3)
        .p4(p4)
        .p5(p5)
        .p6(p6)
        .p7(p7)
        .p8(p8);
    publish(RulePartEncoder.BLOCK_LENGTH);
  }

  /** The policy takes effect. */
  public void policyEnd(long timeNs, int policyId, int version, int partCount) {
    policyEnd.wrapAndApplyHeader(claim(), 0, header);
    stamp(policyEnd.origin(), timeNs);
    policyEnd.policyId(policyId).policyVersion(version).partCount(partCount);
    publish(PolicyEndEncoder.BLOCK_LENGTH);
  }

  /** Keeps the indicators that a policy needs of an instrument up to date. */
  public void policyWatched(long timeNs, int instrumentId, int policyId) {
    policyWatched.wrapAndApplyHeader(claim(), 0, header);
    stamp(policyWatched.origin(), timeNs);
    policyWatched.instrumentId(instrumentId).policyId(policyId).reserved(0);
    publish(PolicyWatchedEncoder.BLOCK_LENGTH);
  }

  /** Positions that exit together; amounts are money, {@link E8#NULL} where there is none. */
  public void groupDefined(
      long timeNs,
      int groupId,
      int nameId,
      long stopE8,
      long targetE8,
      long lockAtE8,
      long lockFloorE8,
      long confirmNs,
      long staleNs,
      GroupScope scope) {
    GroupScopeCode scopeCode = GroupScopeCode.get(scope.code());
    groupDefined.wrapAndApplyHeader(claim(), 0, header);
    stamp(groupDefined.origin(), timeNs);
    groupDefined
        .groupId(groupId)
        .stopE8(stopE8)
        .targetE8(targetE8)
        .lockAtE8(lockAtE8)
        .lockFloorE8(lockFloorE8)
        .confirmNs(confirmNs)
        .nameId(nameId)
        .reserved(0)
        .staleNs(staleNs)
        .scope(scopeCode)
        .reserved32(0);
    publish(GroupDefinedEncoder.BLOCK_LENGTH);
  }
}
