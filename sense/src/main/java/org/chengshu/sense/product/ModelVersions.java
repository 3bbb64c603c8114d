package org.chengshu.sense.product;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.chengshu.core.packs.ItemChange;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The states of each product, numbered from 1; a new one whenever a pack brings another. */
@Component
class ModelVersions {
    private final DSLContext db;
    private final JsonMapper json;
    private final Clock clock;

    ModelVersions(DSLContext db, JsonMapper json, Clock clock) {
        this.db = db;
        this.json = json;
        this.clock = clock;
    }

    record Version(int version, Instant at, Optional<String> pack, JsonNode body) {}

    /** Keeps it when it differs from the newest; joins the pack's transaction, which applies one pack at a time. */
    void keep(String pack, String product, JsonNode body) {
        Optional<Version> newest = newest(product);
        if (newest.filter(known -> ItemChange.same(known.body(), body)).isPresent()) {
            return;
        }
        db.execute(
                "insert into cs_sense.product_version (product, version, pack, body, at)"
                        + " values (?, ?, ?, ?::jsonb, ?::timestamptz)",
                product,
                newest.map(Version::version).orElse(0) + 1,
                pack,
                json.writeValueAsString(body),
                clock.instant().atOffset(ZoneOffset.UTC));
    }

    /** Newest first. */
    List<Version> list(String product) {
        return db.fetch("select * from cs_sense.product_version where product = ? order by version desc", product)
                .map(this::version);
    }

    Optional<Version> find(String product, int version) {
        return db.fetchOptional(
                        "select * from cs_sense.product_version where product = ? and version = ?", product, version)
                .map(this::version);
    }

    private Optional<Version> newest(String product) {
        return db.fetchOptional(
                        "select * from cs_sense.product_version where product = ? order by version desc limit 1",
                        product)
                .map(this::version);
    }

    private Version version(Record row) {
        return new Version(
                row.get("version", Integer.class),
                row.get("at", OffsetDateTime.class).toInstant(),
                Optional.ofNullable(row.get("pack", String.class)),
                json.readTree(row.get("body", String.class)));
    }
}
