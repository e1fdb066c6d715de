package io.ripcord.chaos;

/** Situations that a sweep over many seeds must have seen, or it has proved little. */
enum Rarity {
  DIED_AFTER_INPUT("died between an input's frame and its decision"),
  DIED_AFTER_ORDER_FRAME("died between an order's frame and its send"),
  DIED_AFTER_SEND("died between a send and the event that says so"),
  DIED_WITH_ORDERS_OUT("died with orders at the venue"),
  DIED_AGAIN_AT_ONCE("died again within a second of its start"),
  TAIL_LOST("a power cut took frames"),
  TAIL_TORN("a power cut tore a frame"),
  REGISTRATION_LOST("a power cut took a registration"),
  FROM_SNAPSHOT("recovered from a snapshot"),
  SAME_ID_TWICE("an order came twice under one id"),
  ARRIVED_AFTER_ABSENT("an order arrived after the venue had said that it never saw it"),
  FILL_AFTER_END("a fill was reported after its order's end"),
  EXIT_DURING_BOOKING("a full exit was decided while a partial one was under way"),
  EXIT_DURING_ENTRY("a full exit was decided while an entry was under way"),
  DOWN_HALF_AN_HOUR("the venue was away for more than half an hour with positions open"),
  PROOF_CONTRADICTED("the venue still showed a position that fills had covered");

  private final String text;

  Rarity(String text) {
    this.text = text;
  }

  String text() {
    return text;
  }
}
