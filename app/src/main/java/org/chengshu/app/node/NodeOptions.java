package org.chengshu.app.node;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Optional;
import org.chengshu.core.settings.CitySettings;
import picocli.CommandLine.Option;

/** The options of every verb that may start a node. */
public final class NodeOptions {
    @Option(
            names = "--data",
            paramLabel = "FOLDER",
            description = "data folder (default: $CHENGSHU_HOME or ./.chengshu)")
    Path data = defaultFolder();

    @Option(
            names = "--db-url",
            paramLabel = "URL",
            description =
                    "a PostgreSQL 15+ to use instead of the embedded one, e.g. jdbc:postgresql://db/city?user=u&password=p")
    String databaseUrl = "";

    @Option(names = "--bind", paramLabel = "ADDRESS", description = "address of all doors (default: ${DEFAULT-VALUE})")
    String bind = "127.0.0.1";

    @Option(names = "--http-port", paramLabel = "PORT", description = "people (default: ${DEFAULT-VALUE})")
    int httpPort = 8080;

    @Option(names = "--device-port", paramLabel = "PORT", description = "devices over HTTP (default: ${DEFAULT-VALUE})")
    int devicePort = 8081;

    @Option(names = "--mqtt-port", paramLabel = "PORT", description = "devices over MQTT (default: ${DEFAULT-VALUE})")
    int mqttPort = 1883;

    @Option(names = "--zone", paramLabel = "ZONE", description = "the city's time zone (default: ${DEFAULT-VALUE})")
    String zone = "Asia/Shanghai";

    @Option(names = "--allow-plain-http", description = "serve people beyond loopback without HTTPS (behind a proxy)")
    boolean allowPlainHttp;

    private static Path defaultFolder() {
        String home = System.getenv("CHENGSHU_HOME");
        return home == null || home.isBlank() ? Path.of(".chengshu") : Path.of(home);
    }

    public Path data() {
        return data.toAbsolutePath().normalize();
    }

    public CitySettings settings() {
        Optional<String> url = Optional.of(databaseUrl).filter(text -> !text.isBlank());
        return new CitySettings(data(), url, bind, httpPort, devicePort, mqttPort, ZoneId.of(zone), allowPlainHttp);
    }

    /** The same, on free loopback ports: for a verb that needs a node only for itself. */
    public CitySettings privately() {
        Optional<String> url = Optional.of(databaseUrl).filter(text -> !text.isBlank());
        return new CitySettings(data(), url, "127.0.0.1", 0, 0, 0, ZoneId.of(zone), false);
    }
}
