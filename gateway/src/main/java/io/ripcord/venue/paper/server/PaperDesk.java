package io.ripcord.venue.paper.server;

import io.ripcord.event.EventSink;
import io.ripcord.event.EventSlotDescriptor;
import io.ripcord.event.ReportPublisher;
import io.ripcord.event.Sources;
import io.ripcord.venue.paper.PaperAccount;
import org.agrona.MutableDirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * An account and the session that speaks for it, if there is one. What falls due without a session
 * is said to nobody: the client asks when it is back. The server's thread.
 */
final class PaperDesk {
  private final PaperAccount account;
  private final Nowhere nowhere = new Nowhere();
  private final ReportPublisher toNobody = new ReportPublisher(nowhere, Sources.PAPER_VENUE);
  private ReportPublisher reports = toNobody;
  private PaperSession session;

  PaperDesk(PaperAccount account) {
    this.account = account;
  }

  PaperAccount account() {
    return account;
  }

  PaperSession session() {
    return session;
  }

  /** This one speaks for the account from now on, null for none. */
  void session(PaperSession newSession) {
    session = newSession;
    reports =
        newSession == null
            ? toNobody
            : new ReportPublisher(newSession.events(), Sources.PAPER_VENUE);
  }

  int publishDue(long nowNs) {
    return account.publishDue(reports, nowNs);
  }

  private static final class Nowhere implements EventSink {
    private final UnsafeBuffer slot = new UnsafeBuffer(new byte[EventSlotDescriptor.SLOT_LENGTH]);

    @Override
    public MutableDirectBuffer claim() {
      return slot;
    }

    @Override
    public MutableDirectBuffer tryClaim() {
      return slot;
    }

    @Override
    public void publish(int length) {
      // Nobody is there.
    }
  }
}
