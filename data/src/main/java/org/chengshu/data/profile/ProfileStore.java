package org.chengshu.data.profile;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.chengshu.kernel.Ids;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.Record;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Profiles as they were made; of a dataset the last hundred are kept. */
@Component
public final class ProfileStore {
    private static final int KEPT = 100;

    private final DSLContext db;
    private final JsonMapper json;
    private final Clock clock;

    ProfileStore(DSLContext db, JsonMapper json, Clock clock) {
        this.db = db;
        this.json = json;
        this.clock = clock;
    }

    public UUID add(Profile profile) {
        UUID id = Ids.at(clock.instant());
        db.execute(
                """
                insert into cs_data.profile (id, dataset, load, made_at, row_count, sampled, body)
                values (?, ?, cast(? as bigint), cast(? as timestamptz), ?, ?, cast(? as jsonb))
                """,
                id,
                profile.dataset(),
                profile.load().orElse(null),
                profile.at(),
                profile.rows(),
                profile.sampled(),
                json.writeValueAsString(profile).replace("\\u0000", ""));
        db.execute("""
                delete from cs_data.profile where dataset = ? and id not in (
                    select id from cs_data.profile where dataset = ? order by made_at desc, id desc limit ?)
                """, profile.dataset(), profile.dataset(), KEPT);
        return id;
    }

    public Optional<Profile> latest(String dataset) {
        return db
                .fetch(
                        "select body from cs_data.profile where dataset = ? order by made_at desc, id desc limit 1",
                        dataset)
                .stream()
                .map(this::read)
                .findFirst();
    }

    Optional<Profile> find(String dataset, UUID id) {
        return db.fetch("select body from cs_data.profile where dataset = ? and id = ?", dataset, id).stream()
                .map(this::read)
                .findFirst();
    }

    /** Newest first. */
    List<Kept> list(String dataset) {
        return db.fetch(
                        "select id, load, made_at, row_count, sampled from cs_data.profile where dataset = ? order by made_at desc, id desc",
                        dataset)
                .map(row -> new Kept(
                        row.get("id", UUID.class),
                        Optional.ofNullable(row.get("load", Long.class)),
                        row.get("made_at", OffsetDateTime.class).toInstant(),
                        row.get("row_count", Long.class),
                        row.get("sampled", Long.class)));
    }

    private Profile read(Record row) {
        return json.readValue(row.get("body", JSONB.class).data(), Profile.class);
    }

    /** A profile of the past, without its body. */
    record Kept(UUID id, Optional<Long> load, java.time.Instant at, long rows, long sampled) {}
}
