package org.chengshu.data.feed.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.chengshu.core.CoreError;
import org.chengshu.core.settings.Secret;
import org.chengshu.data.DataError;
import org.chengshu.data.feed.Feed;
import org.chengshu.data.feed.FeedContract;
import org.chengshu.data.feed.OpenSource;
import org.chengshu.data.feed.file.TestShapes;
import org.chengshu.data.feed.net.TestReach;
import org.chengshu.kernel.ErrorCode;
import org.chengshu.kernel.Fault;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class WebFeedTest {
    private static final JsonMapper JSON = new JsonMapper();

    private WebSite site;

    @BeforeEach
    void open() throws IOException {
        site = new WebSite();
    }

    @AfterEach
    void close() {
        site.close();
    }

    private static WebSource source(String... networks) {
        return new WebSource(
                id -> {
                    throw new AssertionError("nobody looks up " + id);
                },
                TestShapes.shapes(),
                TestReach.of(networks),
                JSON,
                Clock.systemUTC());
    }

    private Feed open(ObjectNode config, Optional<JsonNode> from) {
        return source("127.0.0.0/8").open(source(config), from);
    }

    private static OpenSource source(ObjectNode config) {
        return new OpenSource(
                UUID.randomUUID(), "site", config, Map.of("secretHeaders", Secret.of("{\"X-Key\":\"k1\"}")));
    }

    private ObjectNode config(String paging) {
        ObjectNode config = JSON.createObjectNode()
                .put("url", site.url("/" + paging))
                .put("paging", paging)
                .put("requestsPerMinute", 6_000);
        return switch (paging) {
            case "page" -> config.put("totalPath", "data.total").put("by", "id").put("sinceParam", "since");
            case "offset" ->
                config.put("sizeParam", "limit")
                        .put("pageSize", 4)
                        .put("by", "id")
                        .put("sinceParam", "since");
            case "cursor" ->
                config.put("cursorPath", "next").put("pageParam", "after").put("path", "rows");
            default -> config;
        };
    }

    private static List<Map<String, Object>> objects(List<List<String>> rows) {
        return rows.stream()
                .map(row -> {
                    Map<String, Object> object = new LinkedHashMap<>();
                    object.put("id", Integer.parseInt(row.getFirst()));
                    object.put("name", row.get(1));
                    object.put("note", row.get(2));
                    return object;
                })
                .toList();
    }

    abstract class Paged extends FeedContract {
        private final String paging;

        Paged(String paging) {
            this.paging = paging;
        }

        @Override
        protected void given(List<List<String>> rows) {
            site.hold(objects(rows));
        }

        @Override
        protected void more(List<List<String>> rows) {
            site.add(objects(rows));
        }

        @Override
        protected Feed open(Optional<JsonNode> from) {
            return WebFeedTest.this.open(config(paging), from);
        }

        @Override
        protected boolean tells() {
            return paging.equals("page");
        }

        @Override
        protected boolean goesOn() {
            return true;
        }
    }

    @Nested
    class ByPage extends Paged {
        ByPage() {
            super("page");
        }
    }

    @Nested
    class ByOffset extends Paged {
        ByOffset() {
            super("offset");
        }
    }

    @Test
    void walksByCursorByLinkAndOverDetours() {
        site.hold(objects(Rows.of(20)));
        assertThat(count(config("cursor"))).isEqualTo(20);
        assertThat(count(config("link"))).isEqualTo(20);
        assertThat(count(config("link").put("url", site.url("/moved")))).isEqualTo(20);
    }

    @Test
    void comesAgainWhenTheSourceIsBusyAndGivesUpInTheEnd() {
        site.hold(objects(Rows.of(3)));
        site.busy.set(2);
        assertThat(count(config("link"))).isEqualTo(3);
        assertThat(site.asked).hasSize(3).allMatch(call -> call.endsWith(" k1"));
        site.busy.set(9);
        assertRefused(config("link").put("attempts", 2), DataError.FEED_BROKEN, "answered 429");
    }

    @Test
    void saysWhatIsWrongWithAnAnswer() {
        site.hold(objects(Rows.of(9)));
        assertRefused(config("page").put("url", site.url("/nothing")), DataError.SOURCE_REFUSED, "answered 404");
        assertRefused(config("page").put("url", site.url("/text")), DataError.FEED_FAULTY, "no sound JSON");
        assertRefused(config("page").put("path", "data.rows"), DataError.FEED_FAULTY, "no list at data.rows");
        assertRefused(
                config("page").put("url", site.url("/same")).put("path", ""),
                DataError.FEED_FAULTY,
                "two pages are the same");
        assertThatThrownBy(() -> source().open(source(config("page")), Optional.empty()))
                .hasMessageContaining("data.allowed-networks")
                .extracting(fault -> ((Fault) fault).code())
                .isEqualTo(CoreError.ADDRESS_NOT_ALLOWED);
    }

    @Test
    void settingsThatCannotWorkAreToldAllAtOnce() {
        ObjectNode config = JSON.createObjectNode()
                .put("url", "ftp://user@host/x")
                .put("paging", "cursor")
                .put("by", "id")
                .put("attempts", 99);
        config.putObject("headers").put("Host", "other");
        assertThat(WebConfig.check(config))
                .extracting("place")
                .containsExactlyInAnyOrder("url", "cursorPath", "sinceParam", "attempts", "headers");
    }

    private long count(ObjectNode config) {
        try (Feed feed = open(config, Optional.empty())) {
            long rows = 0;
            while (feed.next()) {
                rows++;
            }
            return rows;
        }
    }

    private void assertRefused(ObjectNode config, ErrorCode code, String words) {
        assertThatThrownBy(() -> count(config))
                .isInstanceOf(Fault.class)
                .hasMessageContaining(words)
                .extracting(fault -> ((Fault) fault).code())
                .isEqualTo(code);
    }

    /** Some rows of the contract. */
    private abstract static class Rows extends FeedContract {
        static List<List<String>> of(int count) {
            return rows(1, count);
        }
    }
}
