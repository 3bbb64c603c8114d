package org.chengshu.data.feed.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.chengshu.core.CoreError;
import org.chengshu.core.http.PlacedFault;
import org.chengshu.core.settings.CitySettings;
import org.chengshu.data.DataError;
import org.chengshu.data.feed.ConfigChecks;
import org.chengshu.data.feed.Feed;
import org.chengshu.data.feed.FeedOpener;
import org.chengshu.data.feed.FileShape;
import org.chengshu.data.feed.FileShapes;
import org.chengshu.data.feed.OpenSource;
import org.chengshu.data.feed.SourceBook;
import org.chengshu.data.feed.SourceKind;
import org.chengshu.data.upload.Upload;
import org.chengshu.data.upload.Uploads;
import org.chengshu.kernel.Fault;
import org.chengshu.kernel.Text;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Opens files: those that people uploaded, and those that a source finds in its folder. */
@Component
final class FileSource implements FeedOpener, SourceKind {
    private static final Pattern FOLDER = Pattern.compile("[\\p{L}\\p{N}_-][\\p{L}\\p{N}_. -]{0,99}");
    private static final Pattern GLOB = Pattern.compile("[^/\\\\]{1,100}");

    private final FileShapes shapes;
    private final Uploads uploads;
    private final SourceBook sources;
    private final Path drop;
    private final JsonMapper json;
    private final Clock clock;

    FileSource(
            FileShapes shapes, Uploads uploads, SourceBook sources, CitySettings city, JsonMapper json, Clock clock) {
        this.shapes = shapes;
        this.uploads = uploads;
        this.sources = sources;
        this.drop = city.dataFolder().resolve("drop");
        this.json = json;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return "file";
    }

    @Override
    public Set<String> secrets() {
        return Set.of();
    }

    @Override
    public List<PlacedFault> check(JsonNode config) {
        ConfigChecks checks = new ConfigChecks(config);
        checks.matches("folder", FOLDER, "drop 目录下的一个文件夹名", "the name of a folder below drop");
        checks.mayMatch("pattern", GLOB, "文件名模式，如 *.csv", "a pattern of names such as *.csv");
        checks.oneOf("each", Set.of("whole", "more"));
        if (config.has("shape")) {
            try {
                json.treeToValue(config.get("shape"), FileShape.class);
            } catch (JacksonException e) {
                checks.wrong("shape", "文件格式设置有误：" + e.getOriginalMessage(), "is faulty: " + e.getOriginalMessage());
            }
        }
        return checks.faults();
    }

    @Override
    public Text test(OpenSource source) {
        int files = folder(source).files().size();
        return Text.of("文件夹中有 " + files + " 个可读取的文件", "there are " + files + " files to read in the folder");
    }

    @Override
    public boolean hasNews(OpenSource source, Optional<JsonNode> mark) {
        return folder(source).next(mark, true).isPresent();
    }

    @Override
    public Feed open(JsonNode spec, Optional<JsonNode> from) {
        if (spec.has("upload")) {
            return upload(spec);
        }
        OpenSource source = sources.get(UUID.fromString(spec.path("source").asString("")));
        boolean each = source.text("each").filter("more"::equals).isPresent();
        DropFolder.Laid laid = folder(source)
                .next(from.filter(JsonNode::isObject), each)
                .orElseThrow(() -> new Fault(DataError.FEED_FAULTY, "there is no new file in the folder"));
        Feed feed = shapes.open(
                () -> stream(laid.file()),
                laid.file().getFileName().toString(),
                shape(source.config().path("shape")));
        return new MarkedFeed(feed, laid.mark());
    }

    private DropFolder folder(OpenSource source) {
        return new DropFolder(
                drop, source.text("folder").orElse(""), source.text("pattern").orElse("*"), clock.instant());
    }

    private Feed upload(JsonNode spec) {
        UUID id = UUID.fromString(spec.path("upload").asString(""));
        Upload upload = uploads.find(id)
                .orElseThrow(() -> new Fault(CoreError.NOT_FOUND, "the uploaded file " + id + " is not kept any more"));
        ObjectNode shape = ((ObjectNode) spec).deepCopy();
        shape.remove("upload");
        return shapes.open(() -> uploads.open(id), upload.name(), shape(shape));
    }

    private FileShape shape(JsonNode node) {
        try {
            return node.isObject() ? json.treeToValue(node, FileShape.class) : FileShape.untold();
        } catch (JacksonException e) {
            throw new Fault(DataError.FILE_UNREADABLE, "its shape is faulty: " + e.getOriginalMessage(), e);
        }
    }

    private static InputStream stream(Path file) {
        try {
            return Files.newInputStream(file);
        } catch (IOException e) {
            throw new Fault(DataError.FEED_BROKEN, file + " cannot be read: " + e.getMessage(), e);
        }
    }
}
