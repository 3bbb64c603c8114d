package org.chengshu.core.settings;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.chengshu.kernel.Text;

/** The settings of a node itself: its doors, its database, the city's zone. */
public final class NodeSettings {
    public static final int HTTP_PORT_BY_DEFAULT = 8080;
    public static final int DEVICE_PORT_BY_DEFAULT = 8081;
    public static final int MQTT_PORT_BY_DEFAULT = 1883;
    public static final String BIND_BY_DEFAULT = "127.0.0.1";
    public static final String ZONE_BY_DEFAULT = "Asia/Shanghai";

    /** Where chengshu.yaml itself lies, so it stands nowhere but in --data or CHENGSHU_HOME. */
    public static final Setting<Path> DATA_FOLDER = Setting.named("data.folder")
            .since("0.1")
            .summary("数据目录，只能由 --data 或 CHENGSHU_HOME 指定", "The data folder; only --data or CHENGSHU_HOME can say it")
            .variable("CHENGSHU_HOME")
            .path(".chengshu");

    public static final Setting<Optional<String>> DATABASE_URL = Setting.named("database.url")
            .since("0.1")
            .summary(
                    "外部 PostgreSQL 15+ 的 JDBC 地址；不填则用内置数据库",
                    "JDBC address of a PostgreSQL 15+; without it the embedded one is used")
            .shownAs(address -> address.replaceAll("(?i)(password=)[^&]*", "$1" + Secret.HIDDEN)
                    .replaceAll("//[^/@]*@", "//" + Secret.HIDDEN + "@"))
            .optionalText();

    public static final Setting<Optional<String>> DATABASE_USER = Setting.named("database.user")
            .since("0.2")
            .summary("外部数据库的用户名", "User of the database given by database.url")
            .optionalText();

    public static final Setting<Optional<Secret>> DATABASE_PASSWORD = Setting.named("database.password")
            .since("0.2")
            .summary("外部数据库的密码", "Password of the database given by database.url")
            .secret();

    public static final Setting<String> BIND = Setting.named("doors.bind")
            .since("0.1")
            .summary("所有端口监听的地址", "Address that all doors listen on")
            .text(BIND_BY_DEFAULT);

    public static final Setting<Integer> HTTP_PORT = port(
                    "doors.http-port", "人员端口（网页与接口）", "Port for people: screens and API")
            .number(HTTP_PORT_BY_DEFAULT, 0, CitySettings.MAX_PORT);

    public static final Setting<Integer> DEVICE_PORT = port(
                    "doors.device-port", "设备 HTTP 端口", "Port for devices over HTTP")
            .number(DEVICE_PORT_BY_DEFAULT, 0, CitySettings.MAX_PORT);

    public static final Setting<Integer> MQTT_PORT = port("doors.mqtt-port", "设备 MQTT 端口", "Port for devices over MQTT")
            .number(MQTT_PORT_BY_DEFAULT, 0, CitySettings.MAX_PORT);

    public static final Setting<Boolean> ALLOW_PLAIN_HTTP = Setting.named("doors.allow-plain-http")
            .since("0.1")
            .summary(
                    "允许在本机之外以明文 HTTP 服务人员（前有 TLS 代理时）",
                    "Serve people beyond loopback without HTTPS, behind a TLS proxy")
            .flag(false);

    public static final Setting<ZoneId> ZONE = Setting.named("city.zone")
            .since("0.1")
            .summary("城市时区，用于日期、时限与显示", "The city's time zone, for days, deadlines and display")
            .value(ZONE_BY_DEFAULT, Text.of("时区名（如 Asia/Shanghai）", "a time zone such as Asia/Shanghai"), ZoneId::of);

    private NodeSettings() {}

    public static List<Setting<?>> all() {
        return List.of(
                DATA_FOLDER,
                DATABASE_URL,
                DATABASE_USER,
                DATABASE_PASSWORD,
                BIND,
                HTTP_PORT,
                DEVICE_PORT,
                MQTT_PORT,
                ALLOW_PLAIN_HTTP,
                ZONE,
                DaysOff.HOLIDAYS,
                DaysOff.EXTRA_WORKDAYS);
    }

    private static SettingDraft port(String name, String zh, String en) {
        return Setting.named(name).since("0.1").summary(zh + "；0 为任意空闲端口", en + "; 0 means any free one");
    }
}
