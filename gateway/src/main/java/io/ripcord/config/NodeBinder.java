package io.ripcord.config;

import java.util.ArrayList;
import java.util.List;

/** Turns settings into a {@link NodeConfig} and says which of them contradict each other. */
final class NodeBinder {
  private final SettingValues settings;

  NodeBinder(SettingValues settings) {
    this.settings = settings;
  }

  NodeConfig bind() {
    checkVenue();
    return new NodeConfig(
        settings.get(Setting.DATA),
        settings.get(Setting.INSTANCE),
        new NodeConfig.Venue(settings.get(Setting.VENUE_KIND), settings.get(Setting.VENUE_ADDRESS)),
        new NodeConfig.Feed(
            settings.get(Setting.FEED_TAPE),
            settings.get(Setting.FEED_SEED),
            settings.get(Setting.FEED_SPEED)),
        new NodeConfig.Control(
            settings.get(Setting.CONTROL_PORT),
            settings.get(Setting.CONTROL_BIND),
            settings.get(Setting.TOKEN_FILE),
            settings.get(Setting.COMMANDS)),
        new NodeConfig.Snapshots(
            settings.get(Setting.SNAPSHOT_INTERVAL), settings.get(Setting.SNAPSHOT_KEEP)),
        new NodeConfig.Retention(settings.get(Setting.KEEP_CYCLES)),
        new NodeConfig.Log(settings.get(Setting.LOG_LEVEL), settings.get(Setting.LOG_FILE)));
  }

  private void checkVenue() {
    boolean isRemote = settings.get(Setting.VENUE_KIND) == VenueKind.REMOTE_PAPER;
    boolean hasAddress = settings.isSet(Setting.VENUE_ADDRESS);
    if (isRemote && !hasAddress) {
      settings.error(
          Setting.VENUE_KIND,
          "found 'remote-paper' without venue.address, expected HOST:PORT of the venue");
    }
    if (!isRemote && hasAddress) {
      settings.error(
          Setting.VENUE_ADDRESS,
          "found '"
              + settings.get(Setting.VENUE_ADDRESS)
              + "' for a venue inside the node, expected none or venue.kind remote-paper");
    }
    if (isRemote) {
      for (Setting<?> setting : feedSettings()) {
        settings.error(
            setting, "found a feed with venue.kind remote-paper, expected none: the venue has one");
      }
    } else if (settings.isSet(Setting.FEED_TAPE) && settings.isSet(Setting.FEED_SEED)) {
      settings.error(
          Setting.FEED_SEED, "found both feed.tape and feed.generated.seed, expected one of them");
    }
  }

  private List<Setting<?>> feedSettings() {
    List<Setting<?>> given = new ArrayList<>();
    for (Setting<?> setting : List.of(Setting.FEED_TAPE, Setting.FEED_SEED, Setting.FEED_SPEED)) {
      if (settings.isSet(setting)) {
        given.add(setting);
      }
    }
    return given;
  }
}
