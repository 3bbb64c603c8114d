package org.chengshu.data.feed.web;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.chengshu.core.http.PlacedFault;
import org.chengshu.data.feed.ConfigChecks;
import org.chengshu.data.feed.OpenSource;
import tools.jackson.databind.JsonNode;

/**
 * What a web source is set to. Immutable.
 *
 * @param path of the list of rows in an answer; found out when left empty
 * @param paging none, page, offset, cursor or link
 * @param pageParam the parameter of the page's number, of the offset or of the cursor
 * @param cursorPath where an answer has the next cursor, or the address of the next page
 * @param totalPath where an answer says how many rows there are in all
 * @param by the column of which the greatest value is sent as {@code sinceParam} the next time
 */
record WebConfig(
        URI url,
        String method,
        Optional<String> body,
        Map<String, String> headers,
        Optional<String> path,
        String paging,
        String pageParam,
        Optional<String> sizeParam,
        int pageSize,
        int firstPage,
        Optional<String> cursorPath,
        Optional<String> totalPath,
        Optional<String> by,
        Optional<String> sinceParam,
        int requestsPerMinute,
        int attempts,
        int timeoutSeconds) {
    static final Set<String> PAGING = Set.of("none", "page", "offset", "cursor", "link");

    private static final Pattern PARAMETER = Pattern.compile("[\\w.$\\[\\]-]{1,80}");
    private static final Pattern WAY = Pattern.compile("[^\\s]{1,200}");
    private static final Pattern HEADER = Pattern.compile("[A-Za-z0-9-]{1,80}");
    /** Set by the client itself, or leading to another host than the one that was checked. */
    private static final Set<String> NOT_OURS =
            Set.of("host", "content-length", "connection", "expect", "upgrade", "transfer-encoding");

    WebConfig {
        headers = Map.copyOf(headers);
    }

    static WebConfig of(OpenSource source, Map<String, String> secretHeaders) {
        Map<String, String> headers = new LinkedHashMap<>();
        source.config().path("headers").forEachEntry((name, value) -> headers.put(name, value.asString("")));
        headers.putAll(secretHeaders);
        String paging = source.text("paging").orElse("none");
        return new WebConfig(
                URI.create(source.text("url").orElseThrow()),
                source.text("method").orElse("GET"),
                source.text("body"),
                headers,
                source.text("path"),
                paging,
                source.text("pageParam").orElse(paging.equals("page") ? "page" : paging),
                source.text("sizeParam"),
                source.number("pageSize", 0),
                source.number("firstPage", 1),
                source.text("cursorPath"),
                source.text("totalPath"),
                source.text("by"),
                source.text("sinceParam"),
                source.number("requestsPerMinute", 120),
                source.number("attempts", 5),
                source.number("timeoutSeconds", 60));
    }

    static List<PlacedFault> check(JsonNode config) {
        ConfigChecks checks = new ConfigChecks(config);
        if (!isAddress(checks.text("url"))) {
            checks.wrong(
                    "url",
                    "应为 http:// 或 https:// 开头的地址，不含用户名和 # 部分",
                    "must be an address that begins with http:// or https://, without user and fragment");
        }
        checks.oneOf("method", Set.of("GET", "POST"));
        checks.oneOf("paging", PAGING);
        checks.mayMatch("pageParam", PARAMETER, "参数名", "the name of a parameter");
        checks.mayMatch("sizeParam", PARAMETER, "参数名", "the name of a parameter");
        checks.mayMatch("sinceParam", PARAMETER, "参数名", "the name of a parameter");
        checks.mayMatch("path", WAY, "应答中的路径，如 data.items", "a way within the answer such as data.items");
        checks.mayMatch("totalPath", WAY, "应答中的路径，如 data.total", "a way within the answer such as data.total");
        boolean needsCursor = checks.text("paging").equals("cursor");
        if (needsCursor && checks.text("cursorPath").isEmpty()) {
            checks.wrong("cursorPath", "按游标翻页时须说明游标在应答中的路径", "says where the answer has the next cursor");
        }
        if (!checks.text("by").isEmpty() && checks.text("sinceParam").isEmpty()) {
            checks.wrong("sinceParam", "增量采集须说明起点参数", "is needed to ask for new rows only");
        }
        checks.within("pageSize", 0, 100_000);
        checks.within("firstPage", 0, 1);
        checks.within("requestsPerMinute", 1, 6_000);
        checks.within("attempts", 1, 10);
        checks.within("timeoutSeconds", 1, 600);
        checkHeaders(checks, config.path("headers"));
        return checks.faults();
    }

    private static void checkHeaders(ConfigChecks checks, JsonNode headers) {
        headers.forEachEntry((name, value) -> {
            if (!isHeader(name, value.asString(""))) {
                checks.wrong("headers", "不能使用请求头 " + name, "the header " + name + " cannot be sent");
            }
        });
    }

    static boolean isHeader(String name, String value) {
        return HEADER.matcher(name).matches()
                && !NOT_OURS.contains(name.toLowerCase(java.util.Locale.ROOT))
                && value.chars().noneMatch(c -> c < ' ' && c != '\t');
    }

    private static boolean isAddress(String text) {
        try {
            URI uri = new URI(text);
            return ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()))
                    && uri.getHost() != null
                    && uri.getUserInfo() == null
                    && uri.getFragment() == null;
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
