package org.chengshu.cases.form;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.chengshu.kernel.Text;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.Record;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What kinds of cases ask of whoever reports, and which of them the public may report. */
@Component
public final class CaseForms {
    private static final int LAST = 1_000;

    private final DSLContext db;
    private final JsonMapper json;

    CaseForms(DSLContext db, JsonMapper json) {
        this.db = db;
        this.json = json;
    }

    /** The form of a kind; most kinds have none. */
    public Optional<CaseForm> find(String kind) {
        return db
                .fetch("select spec from cs_cases.case_kind where id = ? and spec -> 'form' is not null", kind)
                .stream()
                .map(row -> CaseForm.of(spec(row)))
                .findFirst();
    }

    /** Beside how its cases run, what a kind has for whoever reports or takes a report. */
    public record ForReports(Optional<CaseForm> form, Optional<JsonNode> guide) {
        public static final ForReports NOTHING = new ForReports(Optional.empty(), Optional.empty());
    }

    /** Of all kinds in use that have something, by id. */
    public Map<String, ForReports> forReports() {
        Map<String, ForReports> all = new HashMap<>();
        db.fetch("""
                        select spec from cs_cases.case_kind
                        where not retired and (spec -> 'form' is not null or spec -> 'guide' is not null)
                        """).forEach(row -> {
            JsonNode spec = spec(row);
            all.put(spec.path("id").asString(), forReports(spec));
        });
        return all;
    }

    private static ForReports forReports(JsonNode spec) {
        return new ForReports(
                spec.has("form") ? Optional.of(CaseForm.of(spec)) : Optional.empty(),
                Optional.of(spec.path("guide")).filter(JsonNode::isObject));
    }

    /** What the public may report, as the packs order it, then by id. */
    public List<PublicService> services() {
        return db
                .fetch("select spec from cs_cases.case_kind where not retired and spec -> 'service' is not null")
                .stream()
                .map(row -> service(spec(row)))
                .sorted(Comparator.comparingInt(PublicService::order).thenComparing(PublicService::kind))
                .toList();
    }

    public Optional<PublicService> findService(String kind) {
        return services().stream()
                .filter(service -> service.kind().equals(kind))
                .findFirst();
    }

    private JsonNode spec(Record row) {
        return json.readTree(row.get("spec", JSONB.class).data());
    }

    private static PublicService service(JsonNode spec) {
        JsonNode service = spec.path("service");
        return new PublicService(
                spec.path("id").asString(),
                text(spec.path("title")),
                text(service.path("description")),
                text(service.path("group")),
                keywords(service, "zh"),
                keywords(service, "en"),
                service.path("order").asInt(LAST),
                PublicPlace.ofWord(service.path("place").asString("exact")),
                spec.has("form") ? Optional.of(CaseForm.of(spec)) : Optional.empty());
    }

    private static List<String> keywords(JsonNode service, String language) {
        return service.path("keywords")
                .valueStream()
                .map(word -> word.path(language).asString())
                .toList();
    }

    private static Text text(JsonNode json) {
        return Text.of(json.path("zh").asString(""), json.path("en").asString(""));
    }
}
