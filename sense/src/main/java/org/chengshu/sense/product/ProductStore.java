package org.chengshu.sense.product;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.chengshu.sense.Product;
import org.chengshu.sense.decoders.Decoder;
import org.chengshu.sense.decoders.DecoderReader;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@Component
final class ProductStore {
    private final DSLContext db;
    private final JsonMapper json;
    private final Clock clock;

    ProductStore(DSLContext db, JsonMapper json, Clock clock) {
        this.db = db;
        this.json = json;
        this.clock = clock;
    }

    Map<String, Known> all() {
        return db
                .fetch("select body from cs_sense.product where not retired")
                .map(row -> Known.of(json.readTree(row.get(0, String.class))))
                .stream()
                .collect(Collectors.toMap(known -> known.product().id(), known -> known));
    }

    /** A product, its decoder if it has one, and the pack's item. */
    record Known(Product product, Optional<Decoder> decoder, JsonNode body) {
        static Known of(JsonNode body) {
            return new Known(
                    ProductJson.read(body),
                    Optional.ofNullable(body.get("decoder"))
                            .flatMap(decoder -> DecoderReader.read(decoder, ProductJson.types(body))
                                    .decoder()),
                    body);
        }
    }

    void put(String pack, Product product, JsonNode body) {
        db.execute(
                """
                insert into cs_sense.product (id, pack, body, max_silence_ms, changed_at)
                values (?, ?, ?::jsonb, ?::bigint, ?::timestamptz)
                on conflict (id) do update set pack = excluded.pack, body = excluded.body,
                    max_silence_ms = excluded.max_silence_ms, retired = false,
                    changed_at = excluded.changed_at""",
                product.id(),
                pack,
                json.writeValueAsString(body),
                product.maxSilence().map(Duration::toMillis).orElse(null),
                clock.instant().atOffset(ZoneOffset.UTC));
    }

    void retireOthers(String pack, List<String> ids) {
        db.execute(
                "update cs_sense.product set retired = true where pack = ? and not id = any(?)",
                pack,
                ids.toArray(String[]::new));
    }

    /** Gives every device of these products a series for each of its properties, a fresh one where the type is another. */
    void makeSeries(List<String> ids) {
        String[] products = ids.toArray(String[]::new);
        db.execute("""
                update cs_sense.series s set former_since = ?::timestamptz
                from cs_sense.device d
                join cs_sense.product pr on pr.id = d.product
                cross join jsonb_array_elements(pr.body -> 'properties') p
                where d.id = s.device and p ->> 'id' = s.property and s.former_since is null
                    and s.type is distinct from p ->> 'type' and s.type is not null and pr.id = any(?)""", clock.instant().atOffset(ZoneOffset.UTC), products);
        db.execute("""
                insert into cs_sense.series (device, property, unit, type)
                select d.id, p ->> 'id', p ->> 'unit', p ->> 'type'
                from cs_sense.device d
                join cs_sense.product pr on pr.id = d.product
                cross join jsonb_array_elements(pr.body -> 'properties') p
                where pr.id = any(?)
                on conflict (device, property) where former_since is null do update
                set unit = excluded.unit, type = excluded.type
                where cs_sense.series.unit is distinct from excluded.unit
                    or cs_sense.series.type is distinct from excluded.type""", (Object) products);
    }
}
