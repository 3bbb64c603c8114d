package org.chengshu.data.capture;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.chengshu.core.http.PlacedFault;
import org.chengshu.data.DataError;
import org.chengshu.data.feed.Feed;
import org.chengshu.data.feed.FeedOpener;
import org.chengshu.data.feed.OpenSource;
import org.chengshu.data.feed.SourceBook;
import org.chengshu.data.feed.SourceFollowing;
import org.chengshu.data.feed.SourceKind;
import org.chengshu.data.feed.SourceRemoval;
import org.chengshu.data.feed.jdbc.PostgresLinks;
import org.chengshu.kernel.Fault;
import org.chengshu.kernel.Text;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Sources that are tables of a PostgreSQL whose every change is followed. */
@Component
final class CaptureSource implements SourceKind, FeedOpener, SourceRemoval, SourceFollowing {
    static final String KIND = "capture";

    private final PostgresLinks links;
    private final SourceBook book;
    private final CaptureStore store;
    private final JsonMapper json;

    CaptureSource(PostgresLinks links, SourceBook book, CaptureStore store, JsonMapper json) {
        this.links = links;
        this.book = book;
        this.store = store;
        this.json = json;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Set<String> secrets() {
        return Set.of("password");
    }

    @Override
    public List<PlacedFault> check(JsonNode config) {
        return links.check(config);
    }

    @Override
    public Text test(OpenSource source) {
        Slot slot = new Slot(links, source);
        try (Connection connection = slot.connect()) {
            List<Text> missing = slot.missing(connection);
            if (!missing.isEmpty()) {
                throw new Fault(
                        DataError.SOURCE_REFUSED, missing.stream().map(Text::en).collect(Collectors.joining("; ")));
            }
            return Text.of(
                    "可以跟踪 " + slot.schema() + "." + slot.table() + " 的变更",
                    "changes of " + slot.schema() + "." + slot.table() + " can be followed");
        } catch (SQLException e) {
            throw new Fault(DataError.SOURCE_REFUSED, PostgresLinks.words(e), e);
        }
    }

    @Override
    public Feed open(JsonNode spec, Optional<JsonNode> from) {
        throw new Fault(
                DataError.FEED_FAULTY,
                "changes of this source are followed all the time; they cannot be fetched again");
    }

    @Override
    public void tidy(UUID source) {
        Slot slot = new Slot(links, book.get(source));
        try (Connection connection = slot.connect()) {
            slot.drop(connection);
            slot.unpublish(connection);
        } catch (SQLException e) {
            throw new Fault(
                    DataError.SOURCE_REFUSED,
                    "the slot " + slot.name()
                            + " could not be dropped, and the source's server would keep its log for it: "
                            + PostgresLinks.words(e),
                    e);
        }
    }

    @Override
    public Optional<JsonNode> look(UUID source) {
        return store.find(source).map(json::valueToTree);
    }
}
