package org.chengshu.app.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chengshu.core.testing.Eventually.eventually;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.chengshu.core.testing.PeopleClient;
import org.chengshu.core.testing.TestCityConfiguration;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Whatever the shipped dashboard, the alert rules and the manual name is really there. */
@SpringBootTest(
        classes = {NodeApplication.class, TestCityConfiguration.class},
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class MetricsTest {
    private static final Pattern NAME =
            Pattern.compile("\\b(chengshu|http_server|hikaricp|jvm|process|system)_[a-z_]*[a-z]\\b");
    private static final Pattern SHOWN = Pattern.compile("(?m)^([a-z_]+)[{ ]");
    /** Only there once the collector has run or a listener is known. */
    private static final Set<String> LATER = Set.of("jvm_gc_pause_seconds_sum");

    @LocalServerPort
    int port;

    @Test
    void theDashboardNamesOnlyWhatANodeMeasures() throws IOException {
        Set<String> named = namesIn("ops", "grafana", "chengshu.json");

        assertThat(named).hasSizeGreaterThan(25);
        assertThat(measured()).containsAll(named);
    }

    @Test
    void theAlertRulesNameOnlyWhatANodeMeasures() throws IOException {
        Set<String> named = namesIn("ops", "prometheus", "chengshu.rules.yml");

        assertThat(named).hasSizeGreaterThan(8);
        assertThat(measured()).containsAll(named);
    }

    @Test
    void theManualNamesEveryMeasureOfOurs() throws IOException {
        String manual = Files.readString(Path.of("..", "docs", "operations.md"));
        Set<String> missing = measured().stream()
                .filter(name -> name.startsWith("chengshu_"))
                .map(name -> name.replaceAll("_(bucket|count|sum|max)$", ""))
                .filter(name -> !manual.contains("`" + name + "`"))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(missing).isEmpty();
    }

    private Set<String> measured() {
        PeopleClient nobody = PeopleClient.at(port);
        eventually("requests are measured", () -> {
            nobody.get("/api/core/v1/me");
            return nobody.get("/metrics").body().contains("http_server_requests_seconds_count");
        });
        Matcher shown = SHOWN.matcher(nobody.get("/metrics").body());
        return shown.results().map(found -> found.group(1)).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> namesIn(String... path) throws IOException {
        Matcher names = NAME.matcher(Files.readString(Path.of("..", path)));
        return names.results()
                .map(found -> found.group())
                .filter(name -> !LATER.contains(name))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
