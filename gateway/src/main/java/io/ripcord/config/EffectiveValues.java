package io.ripcord.config;

import io.ripcord.calendar.SessionCalendar;
import io.ripcord.config.ScalarType.Form;
import io.ripcord.money.E8;
import io.ripcord.money.Percent;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * Lists all values in effect: settings, then calendars, instruments, policies and groups by name,
 * then positions.
 */
final class EffectiveValues {
  /**
   * One value in effect.
   *
   * @param keys from the root; an item of a list is {@code [number]}, counted from 1
   * @param text canonical
   * @param form how JSON shows it
   */
  record EffectiveValue(List<String> keys, String text, Form form) {
    /** The key path, as {@link ConfigNode#path()} writes it. */
    String path() {
      String path = "";
      for (String key : keys) {
        path = key.startsWith("[") ? path + key : KeyPath.child(path, key);
      }
      return path;
    }
  }

  private final List<EffectiveValue> values = new ArrayList<>();

  private EffectiveValues() {}

  static List<EffectiveValue> of(RipcordConfig config) {
    EffectiveValues all = new EffectiveValues();
    for (Setting<?> setting : Setting.ALL) {
      List<String> keys = List.of(setting.path().split("\\.", -1));
      all.values.add(
          new EffectiveValue(keys, setting.effectiveText(config), setting.type().form()));
    }
    config.calendars().values().forEach(calendar -> all.addCalendar(calendar.sessions()));
    config.instruments().values().forEach(all::addInstrument);
    config.policies().values().forEach(all::addPolicy);
    config.groups().values().forEach(group -> GroupBinder.show(group, all.values));
    for (int i = 0; i < config.positions().size(); i++) {
      all.addPosition("[" + (i + 1) + "]", config.positions().get(i));
    }
    return all.values;
  }

  private void addInstrument(InstrumentConfig instrument) {
    String symbol = instrument.symbol();
    add(E8.format(instrument.priceIncrementE8()), "instruments", symbol, "price-increment");
    add(E8.format(instrument.lotE8()), "instruments", symbol, "lot");
    add(E8.format(instrument.multiplierE8()), "instruments", symbol, "multiplier");
    add(Percent.format(instrument.feePercentE6()), "instruments", symbol, "fee-percent");
    values.add(
        new EffectiveValue(
            List.of("instruments", symbol, "inverse"),
            Boolean.toString(instrument.inverse()),
            Form.BOOLEAN));
    add(Scalars.lowerCase(instrument.kind().name()), "instruments", symbol, "kind");
    if (instrument.hasBadTick()) {
      String percent = Percent.format(instrument.badTickPercentE6());
      add(percent, "instruments", symbol, "bad-tick", "percent");
      String confirm = Durations.format(instrument.badTickConfirmNs());
      add(confirm, "instruments", symbol, "bad-tick", "confirm");
    }
    if (instrument.hasCalendar()) {
      add(instrument.calendar(), "instruments", symbol, "calendar");
    }
  }

  private void addCalendar(SessionCalendar calendar) {
    String name = calendar.name();
    add(calendar.version(), Calendars.KEY, name, "version");
    add(calendar.zone().getId(), Calendars.KEY, name, "zone");
    calendar.until().ifPresent(date -> add(date.toString(), Calendars.KEY, name, "until"));
    if (calendar.cutoffNs() != E8.NULL) {
      String cutoff = TimeScalars.TIME_OF_DAY.format(calendar.cutoffNs());
      add(cutoff, Calendars.KEY, name, "square-off-cutoff");
    }
    calendar
        .week()
        .forEach(
            (day, plan) ->
                add(plan.toString(), Calendars.KEY, name, "week", CalendarScalars.word(day)));
    if (!calendar.holidays().isEmpty()) {
      List<String> dates = calendar.holidays().stream().map(LocalDate::toString).toList();
      add(String.join(", ", dates), Calendars.KEY, name, "holidays");
    }
    calendar
        .special()
        .forEach(
            (date, plan) -> add(plan.toString(), Calendars.KEY, name, "special", date.toString()));
  }

  private void addPolicy(PolicyConfig policy) {
    BlockValues shown = new BlockValues(values, "policies", policy.name());
    policy.blocks().forEach(block -> block.show(shown));
    shown.flag("unprotected", policy.unprotected());
  }

  private void addPosition(String item, PositionConfig position) {
    List<String> id = List.of("positions", item, "id");
    values.add(new EffectiveValue(id, Long.toString(position.id()), Form.NUMBER));
    add(position.symbol(), "positions", item, "symbol");
    add(position.side().name(), "positions", item, "side");
    add(E8.format(position.quantityE8()), "positions", item, "quantity");
    addPrice(position.entryPriceE8(), "positions", item, "entry-price");
    add(position.policy(), "positions", item, "policy");
    if (!position.groups().isEmpty()) {
      add(String.join(",", position.groups()), "positions", item, "group");
    }
    add(E8.format(position.leverageE8()), "positions", item, "leverage");
  }

  private void addPrice(long priceE8, String... keys) {
    if (priceE8 != E8.NULL) {
      add(E8.format(priceE8), keys);
    }
  }

  private void add(String text, String... keys) {
    values.add(new EffectiveValue(List.of(keys), text, Form.TEXT));
  }
}
