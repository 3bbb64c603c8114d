package org.chengshu.core.settings;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Objects;
import java.util.Optional;

/**
 * What one node is told at its start, as {@link NodeSettings} declare it. A port of 0 means any free one. Without a database
 * URL the node starts the embedded PostgreSQL in its data folder. The zone is used for days, deadlines and display only;
 * everything stored is UTC. Immutable.
 */
public record CitySettings(
        Path dataFolder,
        Optional<String> databaseUrl,
        String bind,
        int httpPort,
        int devicePort,
        int mqttPort,
        ZoneId zone,
        boolean allowPlainHttp) {
    public static final int MAX_PORT = 65_535;

    public CitySettings {
        Objects.requireNonNull(dataFolder, "dataFolder");
        Objects.requireNonNull(databaseUrl, "databaseUrl");
        Objects.requireNonNull(bind, "bind");
        Objects.requireNonNull(zone, "zone");
        requirePort(httpPort, "httpPort");
        requirePort(devicePort, "devicePort");
        requirePort(mqttPort, "mqttPort");
        dataFolder = dataFolder.toAbsolutePath().normalize();
    }

    public static CitySettings of(Settings settings) {
        return new CitySettings(
                settings.get(NodeSettings.DATA_FOLDER),
                settings.get(NodeSettings.DATABASE_URL),
                settings.get(NodeSettings.BIND),
                settings.get(NodeSettings.HTTP_PORT),
                settings.get(NodeSettings.DEVICE_PORT),
                settings.get(NodeSettings.MQTT_PORT),
                settings.get(NodeSettings.ZONE),
                settings.get(NodeSettings.ALLOW_PLAIN_HTTP));
    }

    private static void requirePort(int port, String name) {
        if (port < 0 || port > MAX_PORT) {
            throw new IllegalArgumentException(name + " must be 0.." + MAX_PORT + ", not " + port);
        }
    }

    /** Without the database's address, which may hold a password. */
    @Override
    public String toString() {
        return "CitySettings[" + dataFolder + ", bind=" + bind + ", http=" + httpPort + ", device=" + devicePort
                + ", mqtt=" + mqttPort + ", zone=" + zone + "]";
    }
}
