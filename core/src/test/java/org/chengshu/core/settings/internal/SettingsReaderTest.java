package org.chengshu.core.settings.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.chengshu.core.http.FaultyInput;
import org.chengshu.core.settings.NodeArguments;
import org.chengshu.core.settings.NodeSettings;
import org.chengshu.core.settings.Secret;
import org.chengshu.core.settings.Setting;
import org.chengshu.core.settings.SettingOrigin;
import org.chengshu.core.settings.Settings;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsReaderTest {
    enum Wind {
        CALM,
        STRONG_GALE
    }

    private static final Setting<String> HOST =
            Setting.named("kite.host").since("0.2").summary("主机", "Host").text("hill");
    private static final Setting<Integer> PORT =
            Setting.named("kite.port").since("0.2").summary("端口", "Port").number(25, 1, 99);
    private static final Setting<Duration> FLIGHT = Setting.named("kite.flight-time")
            .since("0.2")
            .summary("飞行", "Flight")
            .duration(Duration.ofMinutes(5), Duration.ofSeconds(1), Duration.ofDays(1));
    private static final Setting<Long> SAIL =
            Setting.named("kite.sail").since("0.2").summary("帆", "Sail").bytes(1 << 20, 0, Long.MAX_VALUE);
    private static final Setting<Wind> WIND =
            Setting.named("kite.wind").since("0.2").summary("风", "Wind").choice(Wind.CALM);
    private static final Setting<Optional<Secret>> STRING = Setting.named("kite.password")
            .since("0.2")
            .summary("密码", "Password")
            .secret();
    private static final Setting<List<String>> COLOURS =
            Setting.named("kite.colours").since("0.2").summary("颜色", "Colours").list("red");
    private static final Setting<Path> SHED =
            Setting.named("kite.shed").since("0.2").summary("棚", "Shed").path("shed");

    @TempDir
    Path folder;

    private final Map<String, String> environment = new TreeMap<>();
    private final List<NodeArguments.Given> commandLine = new ArrayList<>();

    @BeforeEach
    void ownerOnly() throws IOException {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
    }

    @Test
    void takesDefaultsWhenNothingIsSaid() {
        Settings settings = read();

        assertThat(settings.get(HOST)).isEqualTo("hill");
        assertThat(settings.get(FLIGHT)).isEqualTo(Duration.ofMinutes(5));
        assertThat(settings.get(SAIL)).isEqualTo(1 << 20);
        assertThat(settings.get(STRING)).isEmpty();
        assertThat(settings.get(COLOURS)).containsExactly("red");
        assertThat(settings.get(SHED)).isEqualTo(folder.resolve("shed"));
        assertThat(settings.get(NodeSettings.DATA_FOLDER)).isEqualTo(folder);
    }

    @Test
    void readsNestedAndDottedNamesOfTheFile() throws IOException {
        file("""
                kite:
                  host: tower
                  flight-time: 2h
                  colours: [red, green]
                kite.wind: strong-gale
                kite.sail: 10 MB
                """);
        Settings settings = read();

        assertThat(settings.get(HOST)).isEqualTo("tower");
        assertThat(settings.get(FLIGHT)).isEqualTo(Duration.ofHours(2));
        assertThat(settings.get(COLOURS)).containsExactly("red", "green");
        assertThat(settings.get(WIND)).isEqualTo(Wind.STRONG_GALE);
        assertThat(settings.get(SAIL)).isEqualTo(10_000_000L);
    }

    @Test
    void letsTheEnvironmentWinOverTheFileAndTheCommandLineOverBoth() throws IOException {
        file("kite.host: file\nkite.port: 1\nkite.wind: calm\n");
        environment.put("CHENGSHU_KITE_HOST", "environment");
        environment.put("CHENGSHU_KITE_PORT", "2");
        commandLine.add(NodeArguments.Given.of("kite.port=3"));
        Settings settings = read();

        assertThat(settings.get(HOST)).isEqualTo("environment");
        assertThat(settings.get(PORT)).isEqualTo(3);
        assertThat(view(settings, PORT).origin()).isEqualTo(SettingOrigin.COMMAND_LINE);
        assertThat(view(settings, HOST).place()).isEqualTo("CHENGSHU_KITE_HOST");
        assertThat(view(settings, WIND).place()).isEqualTo("chengshu.yaml:3");
    }

    @Test
    void tellsAllFaultsAtOnceWithPlaceAndNearestName() throws IOException {
        file("""
                kite:
                  hots: tower
                  port: many
                  wind:
                kite.port: 4
                """);
        environment.put("CHENGSHU_KITE_WIMD", "calm");
        commandLine.add(NodeArguments.Given.of("kite.flight-time=400d"));

        assertThat(faults())
                .containsExactly(
                        "chengshu.yaml:2 no setting is named kite.hots; did you mean kite.host?",
                        "chengshu.yaml:3 kite.port: many is not a whole number from 1 to 99",
                        "chengshu.yaml:4 kite.wind has no value; remove the line or give one",
                        "chengshu.yaml:5 kite.port is given twice, also at chengshu.yaml:3",
                        "CHENGSHU_KITE_WIMD no setting has this variable; did you mean CHENGSHU_KITE_WIND?",
                        "--set kite.flight-time kite.flight-time: 400d is not a span from 1s to 1d, such as 30s, 5m, 12h, 7d");
    }

    @Test
    void tellsWhatIsNoYamlByItsLine() throws IOException {
        file("kite:\n  host: [tower\n");

        assertThat(faults()).singleElement().asString().startsWith("chengshu.yaml:");
    }

    @Test
    void leavesTheLaunchersOwnVariablesAlone() {
        environment.put("CHENGSHU_HOME", "/srv/city");
        environment.put("CHENGSHU_JAVA_OPTIONS", "-Xmx1g");
        environment.put("PATH", "/bin");

        assertThat(read().get(HOST)).isEqualTo("hill");
    }

    @Test
    void takesASecretFromAFileOfItsOwnOrTheEnvironment() throws IOException {
        Files.writeString(folder.resolve("password"), "swordfish\n");
        file("kite.password-file: password\n");
        assertThat(read().get(STRING)).contains(Secret.of("swordfish"));

        environment.put("CHENGSHU_KITE_PASSWORD", "halibut");
        assertThat(read().get(STRING)).contains(Secret.of("halibut"));
    }

    @Test
    void takesASecretFromTheFileOnlyWhenNobodyElseReadsIt() throws IOException {
        Path file = file("kite.password: swordfish\n");
        assertThat(read().get(STRING)).contains(Secret.of("swordfish"));

        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
        assertThat(faults())
                .containsExactly(
                        "chengshu.yaml:1 kite.password is secret and others may read this file: chmod 600 chengshu.yaml first");
    }

    @Test
    void refusesASecretOnTheCommandLineAndAMissingSecretFile() {
        commandLine.add(NodeArguments.Given.of("kite.password=swordfish"));
        environment.put("CHENGSHU_KITE_PASSWORD_FILE", "/nowhere");

        assertThat(faults()).hasSize(2).noneMatch(fault -> fault.contains("swordfish"));
    }

    @Test
    void neverShowsASecret() {
        environment.put("CHENGSHU_KITE_PASSWORD", "swordfish");
        environment.put("CHENGSHU_DATABASE_URL", "jdbc:postgresql://db/city?user=u&password=tuna");
        Settings settings = read();

        assertThat(settings.list().toString()).doesNotContain("swordfish", "tuna");
        assertThat(arguments().toString()).doesNotContain("swordfish", "tuna");
        assertThat(settings.get(STRING).toString()).doesNotContain("swordfish");
        assertThat(view(settings, NodeSettings.DATABASE_URL).value())
                .contains("jdbc:postgresql://db/city?user=u&password=***");
    }

    @Test
    void tellsWhatWaitsForTheNextStart() throws IOException {
        file("kite.port: 1\n");
        Settings settings = read();
        file("kite.port: 2\nkite.hots: x\n");

        assertThat(settings.get(PORT)).isEqualTo(1);
        assertThat(view(settings, PORT).waiting()).contains("2");
        assertThat(view(settings, HOST).waiting()).isEmpty();
        assertThat(settings.faultsOfNextStart()).hasSize(1);
    }

    @Test
    void refusesWhatNobodyDeclared() {
        Setting<String> stray =
                Setting.named("kite.stray").since("0.2").summary("无主", "Stray").text("x");

        assertThatThrownBy(() -> read().get(stray)).hasMessageContaining("kite.stray");
    }

    @Test
    void refusesDeclarationsThatContradictThemselves() {
        assertThatThrownBy(() ->
                        Setting.named("kite.a").since("0.2").summary("甲", "A").number(7, 1, 5))
                .hasMessageContaining("kite.a");
        assertThatThrownBy(() -> Setting.named("kite.a").text("x")).hasMessageContaining("since when");
        assertThatThrownBy(() -> Setting.named("Kite")).hasMessageContaining("Kite");
        Setting<String> twin =
                Setting.named("kite.flight.time").since("0.2").summary("甲", "A").text("x");
        assertThatThrownBy(() -> new SettingBook(List.of(() -> List.of(FLIGHT, twin))))
                .hasMessageContaining("kite.flight.time");
    }

    private static org.chengshu.core.settings.SettingView view(Settings settings, Setting<?> setting) {
        return settings.list().stream()
                .filter(view -> view.setting() == setting)
                .findFirst()
                .orElseThrow();
    }

    private Settings read() {
        return SettingsOfNode.read(arguments(), book());
    }

    private List<String> faults() {
        try {
            read();
            return List.of();
        } catch (FaultyInput faulty) {
            return faulty.faults().stream()
                    .map(fault -> fault.place() + " " + fault.detail().en())
                    .toList();
        }
    }

    private NodeArguments arguments() {
        return new NodeArguments(folder, commandLine, environment);
    }

    private static SettingBook book() {
        return new SettingBook(
                List.of(NodeSettings::all, () -> List.of(HOST, PORT, FLIGHT, SAIL, WIND, STRING, COLOURS, SHED)));
    }

    private Path file(String text) throws IOException {
        Path file = Files.writeString(folder.resolve("chengshu.yaml"), text);
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    }
}
