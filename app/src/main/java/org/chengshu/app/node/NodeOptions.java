package org.chengshu.app.node;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.chengshu.core.settings.NodeArguments;
import org.chengshu.core.settings.NodeSettings;
import org.chengshu.core.settings.Setting;
import picocli.CommandLine.Option;

/** The options of every verb that may start a node; each is short for a setting. */
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

    @Option(
            names = "--bind",
            paramLabel = "ADDRESS",
            description = "address of all doors (default: " + NodeSettings.BIND_BY_DEFAULT + ")")
    String bind = "";

    @Option(
            names = "--http-port",
            paramLabel = "PORT",
            description = "people (default: " + NodeSettings.HTTP_PORT_BY_DEFAULT + ")")
    String httpPort = "";

    @Option(
            names = "--device-port",
            paramLabel = "PORT",
            description = "devices over HTTP (default: " + NodeSettings.DEVICE_PORT_BY_DEFAULT + ")")
    String devicePort = "";

    @Option(
            names = "--mqtt-port",
            paramLabel = "PORT",
            description = "devices over MQTT (default: " + NodeSettings.MQTT_PORT_BY_DEFAULT + ")")
    String mqttPort = "";

    @Option(
            names = "--zone",
            paramLabel = "ZONE",
            description = "the city's time zone (default: " + NodeSettings.ZONE_BY_DEFAULT + ")")
    String zone = "";

    @Option(names = "--allow-plain-http", description = "serve people beyond loopback without HTTPS (behind a proxy)")
    boolean allowPlainHttp;

    @Option(
            names = "--no-backup",
            description = "make no backup before this release changes the tables of an older one")
    boolean noBackup;

    @Option(
            names = "--set",
            paramLabel = "NAME=VALUE",
            description = "any setting of the manual (docs/settings.md); may be repeated, wins over chengshu.yaml")
    List<String> set = new ArrayList<>();

    private static Path defaultFolder() {
        String home = System.getenv("CHENGSHU_HOME");
        return home == null || home.isBlank() ? Path.of(".chengshu") : Path.of(home);
    }

    public Path data() {
        return data.toAbsolutePath().normalize();
    }

    public NodeArguments arguments() {
        return new NodeArguments(data(), given(), System.getenv());
    }

    /** The same, on free loopback ports: for a verb that needs a node only for itself. */
    public NodeArguments privately() {
        Map<Setting<?>, String> own = Map.of(
                NodeSettings.BIND, NodeSettings.BIND_BY_DEFAULT,
                NodeSettings.HTTP_PORT, "0",
                NodeSettings.DEVICE_PORT, "0",
                NodeSettings.MQTT_PORT, "0",
                NodeSettings.ALLOW_PLAIN_HTTP, "false");
        List<NodeArguments.Given> given = new ArrayList<>(given());
        own.forEach((setting, text) -> {
            given.removeIf(other -> other.name().equals(setting.name()));
            given.add(new NodeArguments.Given(setting.name(), text, "this command's own node"));
        });
        return new NodeArguments(data(), given, System.getenv());
    }

    private List<NodeArguments.Given> given() {
        List<NodeArguments.Given> given = new ArrayList<>();
        add(given, "--db-url", NodeSettings.DATABASE_URL, databaseUrl);
        add(given, "--bind", NodeSettings.BIND, bind);
        add(given, "--http-port", NodeSettings.HTTP_PORT, httpPort);
        add(given, "--device-port", NodeSettings.DEVICE_PORT, devicePort);
        add(given, "--mqtt-port", NodeSettings.MQTT_PORT, mqttPort);
        add(given, "--zone", NodeSettings.ZONE, zone);
        add(given, "--allow-plain-http", NodeSettings.ALLOW_PLAIN_HTTP, allowPlainHttp ? "true" : "");
        if (noBackup) {
            given.add(new NodeArguments.Given("backup.before-upgrade", "false", "--no-backup"));
        }
        set.stream().map(NodeArguments.Given::of).forEach(given::add);
        return given;
    }

    private static void add(List<NodeArguments.Given> given, String option, Setting<?> setting, String text) {
        if (!text.isBlank()) {
            given.add(new NodeArguments.Given(setting.name(), text, option));
        }
    }
}
