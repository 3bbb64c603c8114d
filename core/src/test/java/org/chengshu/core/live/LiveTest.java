package org.chengshu.core.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.chengshu.core.access.Viewer;
import org.chengshu.core.db.Transactions;
import org.chengshu.core.testing.TestCityConfiguration;
import org.chengshu.kernel.Text;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

@SpringBootTest(
        classes = {LiveTest.App.class, TestCityConfiguration.class},
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class LiveTest {
    @Autowired
    Live live;

    @Autowired
    Transactions transactions;

    @LocalServerPort
    int port;

    private final HttpClient client = HttpClient.newHttpClient();

    @AfterEach
    void close() {
        client.shutdownNow();
    }

    @Test
    void tellsAnOpenStreamWhatIsPublishedInBothLanguages() throws Exception {
        try (Stream stream = new Stream("/310000/")) {
            live.publish("ping", "/310000/", new Ping(1, Text.of("你好", "hello")));

            assertThat(stream.next()).isEqualTo("ping {\"n\":1,\"text\":{\"zh\":\"你好\",\"en\":\"hello\"}}");
        }
    }

    @Test
    void keepsFromAStreamWhatItsViewerDoesNotSee() throws Exception {
        try (Stream district = new Stream("/310000/310101/")) {
            live.publish("ping", "/310000/310115/", new Ping(1, Text.of("邻区", "next door")));
            live.publish("ping", "/310000/310101/310101001/", new Ping(2, Text.of("本区", "here")));

            assertThat(district.next()).startsWith("ping {\"n\":2");
        }
    }

    @Test
    void speaksAfterTheCommitAndNeverOfARollback() throws Exception {
        try (Stream stream = new Stream("/")) {
            assertThatThrownBy(() -> transactions.run(() -> {
                        live.publish("ping", "/", new Ping(1, Text.of("作废", "void")));
                        throw new IllegalStateException("rolled back");
                    }))
                    .hasMessage("rolled back");
            transactions.run(() -> live.publish("ping", "/", new Ping(2, Text.of("提交", "done"))));

            assertThat(stream.next()).startsWith("ping {\"n\":2");
        }
    }

    @Test
    void dropsAClientThatDoesNotReadAndGoesOnForTheOthers() throws Exception {
        try (Stream slow = new Stream("/");
                Stream quick = new Stream("/")) {
            assertThat(slow).isNotNull();
            Text long_ = Text.of("长".repeat(4000), "long");
            for (int n = 1; n <= 3000; n++) {
                live.publish("ping", "/", new Ping(n, long_));
                assertThat(quick.next()).startsWith("ping {\"n\":" + n + ",");
            }
        }
    }

    record Ping(int n, Text text) {}

    /** A client that has read the opening comment, so that it is known to hear what follows. */
    private final class Stream implements AutoCloseable {
        private final InputStream body;
        private final BufferedReader lines;

        Stream(String areaPath) throws IOException, InterruptedException {
            URI uri = URI.create("http://127.0.0.1:" + port + "/live?area=" + areaPath);
            body = client.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofInputStream())
                    .body();
            lines = new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8));
            assertThat(lines.readLine()).startsWith(":");
        }

        /** The next event as its name, a blank and its data. */
        String next() throws IOException {
            String name = "";
            String line = lines.readLine();
            while (!line.startsWith("data:")) {
                name = line.startsWith("event:") ? line.substring(6) : name;
                line = lines.readLine();
            }
            return name + " " + line.substring(5);
        }

        @Override
        public void close() throws IOException {
            body.close();
        }
    }

    @RestController
    static class StreamController {
        private final Live live;

        StreamController(Live live) {
            this.live = live;
        }

        @GetMapping("/live")
        SseEmitter live(@RequestParam("area") String area) {
            Viewer watcher = new Viewer(new UUID(0, 1), "watcher", "看屏人", Set.of("test:watch"), area, Optional.empty());
            return live.stream(watcher, "test:watch", "ping");
        }
    }

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    @ComponentScan({"org.chengshu.core.db", "org.chengshu.core.live.internal"})
    static class App {
        @Bean
        StreamController streamController(Live live) {
            return new StreamController(live);
        }

        @Bean
        SecurityFilterChain open(HttpSecurity http) {
            return http.authorizeHttpRequests(all -> all.anyRequest().permitAll())
                    .build();
        }
    }
}
