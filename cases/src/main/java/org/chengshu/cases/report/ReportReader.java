package org.chengshu.cases.report;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.chengshu.cases.CaseError;
import org.chengshu.cases.category.Category;
import org.chengshu.cases.category.CategoryTrees;
import org.chengshu.cases.form.CaseForm;
import org.chengshu.cases.form.CaseForms;
import org.chengshu.cases.kinds.CaseKind;
import org.chengshu.cases.kinds.CaseKinds;
import org.chengshu.core.http.FaultyInput;
import org.chengshu.core.http.PlacedFault;
import org.chengshu.kernel.Fault;
import org.chengshu.kernel.Severity;
import org.chengshu.kernel.Text;
import org.chengshu.kernel.geo.Position;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads a report as every door hands it over, and tells all that is wrong with it at once, field by field. Fields: kind,
 * category, title, description, severity, area, position, address, addressId, seenAt, attributes, channel, anonymous, reporter
 * {name, phone, email}, mediaUrl.
 */
@Component
public final class ReportReader {
    private static final int SHORT = 200;
    private static final int LONG = 4_000;
    private static final int PHONE = 40;
    private static final int TITLE_OF_TEXT = 40;

    private final CaseKinds kinds;
    private final CaseForms forms;
    private final CategoryTrees categories;
    private final JsonMapper json;

    ReportReader(CaseKinds kinds, CaseForms forms, CategoryTrees categories, JsonMapper json) {
        this.kinds = kinds;
        this.forms = forms;
        this.categories = categories;
        this.json = json;
    }

    /** What reads the place: people report where they may, the public anywhere. */
    @FunctionalInterface
    public interface PlaceRule {
        ReportPlace place(
                Optional<String> area,
                Optional<Position> position,
                Optional<String> address,
                Optional<String> addressId);
    }

    public NewReport read(JsonNode body, Channel channel, boolean titleNeeded, PlaceRule rule) {
        Reading reading = new Reading(body);
        Optional<Category> category = category(reading);
        CaseKind kind = kind(reading, category);
        Optional<String> description = reading.text("description", LONG);
        Contact contact = contact(reading);
        boolean anonymous = body.path("anonymous").asBoolean(contact.isNone());
        return new NewReport(
                channel,
                kind,
                category,
                title(reading, kind, description, titleNeeded),
                description,
                severity(reading),
                attributes(reading, kind),
                reading.time("seenAt"),
                anonymous,
                anonymous ? Contact.NONE : contact,
                reading.text("mediaUrl", LONG),
                place(reading, rule));
    }

    /** By which way it came, as the body says. */
    public static Channel channel(JsonNode body) {
        String word = body.path("channel").asString(Channel.API.word());
        return Channel.ofWord(word)
                .filter(channel -> channel != Channel.OPEN311)
                .orElseThrow(() -> new Fault(
                        CaseError.CASE_REPORT_WRONG, "channel is hotline, grid, resident or api, not " + word));
    }

    private Optional<Category> category(Reading reading) {
        return reading.text("category", SHORT).flatMap(code -> {
            Optional<Category> known = categories.findInUse(code);
            if (known.isEmpty()) {
                reading.fault("/category", "没有分类 " + code, "there is no category " + code);
            }
            return known;
        });
    }

    private CaseKind kind(Reading reading, Optional<Category> category) {
        String id = reading.text("kind", SHORT)
                .or(() -> category.flatMap(Category::kind))
                .orElseThrow(() -> new Fault(CaseError.CASE_REPORT_WRONG, "kind is missing"));
        return kinds.findInUse(id)
                .orElseThrow(() -> new Fault(CaseError.CASE_KIND_UNKNOWN, "there is no case kind " + id));
    }

    private static Text title(Reading reading, CaseKind kind, Optional<String> description, boolean needed) {
        JsonNode title = reading.body().path("title");
        if (title.isObject()) {
            Reading both = new Reading(title, reading.faults(), "/title");
            return both.both(kind.title());
        }
        Optional<String> words = reading.text("title", SHORT);
        if (words.isEmpty() && needed) {
            reading.fault("/title", "缺少标题", "title is missing");
        }
        return words.map(text -> Text.of(text, text)).orElseGet(() -> ofText(kind.title(), description));
    }

    private static Text ofText(Text kind, Optional<String> description) {
        String first =
                description.map(text -> text.lines().findFirst().orElse("")).orElse("");
        if (first.isBlank()) {
            return kind;
        }
        int end = first.offsetByCodePoints(0, Math.min(TITLE_OF_TEXT, first.codePointCount(0, first.length())));
        String begin = first.substring(0, end) + (end < first.length() ? "…" : "");
        return Text.of(kind.zh() + "：" + begin, kind.en() + ": " + begin);
    }

    private static Severity severity(Reading reading) {
        int level = reading.body().path("severity").asInt(Severity.YELLOW.level());
        if (level < Severity.BLUE.level() || level > Severity.RED.level()) {
            reading.fault("/severity", "级别是 1 到 4，不是 " + level, "severity is 1..4, not " + level);
            return Severity.YELLOW;
        }
        return Severity.ofLevel(level);
    }

    private JsonNode attributes(Reading reading, CaseKind kind) {
        JsonNode given = reading.body().path("attributes");
        JsonNode answers = given.isMissingNode() || given.isNull() ? json.createObjectNode() : given;
        if (!answers.isObject()) {
            reading.fault("/attributes", "不是一组字段", "attributes is an object of fields");
            return json.createObjectNode();
        }
        Optional<CaseForm> form = forms.find(kind.id());
        if (form.isPresent()) {
            reading.faults().addAll(form.get().faults(answers));
        } else if (!answers.isEmpty()) {
            reading.fault("/attributes", "此类案件没有表单", "cases of kind " + kind.id() + " have no form");
        }
        return answers;
    }

    // Read last: a place is looked for only when all else is well.
    private static ReportPlace place(Reading reading, PlaceRule rule) {
        Optional<Position> position = reading.position();
        Optional<String> area = reading.text("area", SHORT);
        Optional<String> address = reading.text("address", SHORT * 2);
        Optional<String> addressId = reading.text("addressId", SHORT);
        reading.refuseFaults();
        return rule.place(area, position, address, addressId);
    }

    private static Contact contact(Reading reading) {
        Reading reporter = new Reading(reading.body().path("reporter"), reading.faults(), "/reporter");
        return new Contact(reporter.text("name", SHORT), reporter.text("phone", PHONE), reporter.text("email", SHORT));
    }

    /** One body under reading, with the faults found so far. */
    private record Reading(JsonNode body, List<PlacedFault> faults, String at) {
        Reading(JsonNode body) {
            this(body, new ArrayList<>(), "");
        }

        void fault(String place, String zh, String en) {
            faults.add(new PlacedFault(place, Text.of(zh, en)));
        }

        Optional<String> text(String field, int longest) {
            Optional<String> words =
                    Optional.of(body.path(field).asString("").strip()).filter(text -> !text.isEmpty());
            if (words.filter(text -> text.length() > longest).isPresent()) {
                fault(at + "/" + field, "超过 " + longest + " 个字符", field + " has more than " + longest + " characters");
            }
            return words;
        }

        Text both(Text instead) {
            Optional<String> zh = text("zh", SHORT);
            Optional<String> en = text("en", SHORT);
            if (zh.isEmpty() || en.isEmpty()) {
                fault(at, "缺少中文或英文标题", "zh or en is missing");
                return instead;
            }
            return Text.of(zh.get(), en.get());
        }

        Optional<Instant> time(String field) {
            Optional<String> words = text(field, SHORT);
            try {
                return words.map(text -> OffsetDateTime.parse(text).toInstant());
            } catch (DateTimeException e) {
                fault(
                        at + "/" + field,
                        "不是带时区的时间，如 2026-11-27T08:15:30+08:00",
                        field + " is a time with its zone, such as 2026-11-27T08:15:30+08:00");
                return Optional.empty();
            }
        }

        // Either [longitude, latitude] as in GeoJSON, or an object that names them.
        Optional<Position> position() {
            JsonNode given = body.path("position");
            if (given.isMissingNode() || given.isNull()) {
                return Optional.empty();
            }
            JsonNode longitude = given.isArray() ? given.path(0) : given.path("longitude");
            JsonNode latitude = given.isArray() ? given.path(1) : given.path("latitude");
            if (!longitude.isNumber() || !latitude.isNumber()) {
                fault("/position", "位置是 [经度, 纬度]", "position is [longitude, latitude]");
                return Optional.empty();
            }
            try {
                return Optional.of(new Position(longitude.asDouble(), latitude.asDouble()));
            } catch (IllegalArgumentException e) {
                fault("/position", "位置不在地球上", String.valueOf(e.getMessage()));
                return Optional.empty();
            }
        }

        void refuseFaults() {
            if (!faults.isEmpty()) {
                throw new FaultyInput(
                        CaseError.CASE_REPORT_WRONG, faults.getFirst().detail().en(), faults);
            }
        }
    }
}
