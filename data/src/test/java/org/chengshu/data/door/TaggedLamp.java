package org.chengshu.data.door;

import java.util.Map;
import org.chengshu.core.testing.Sample;
import org.chengshu.data.LampWorld;
import org.jooq.DSLContext;

/** A lamp that has a tag, for routes that show what is behind tags. */
final class TaggedLamp {
    private TaggedLamp() {}

    static Sample make(DSLContext sql, String lamp, String area) {
        new LampWorld(sql).empty().lamp(lamp, area, 3.5, "2027-01-01T00:00:00Z");
        sql.execute("""
                insert into cs_data.standard_item (kind, id, content, changed_at, changed_by)
                values ('tag', 'lamps', '{"title": {"zh": "灯", "en": "Lamps"}, "dataset": "town.lamps", "key": "name", "formula": "true"}',
                    now(), 'test') on conflict do nothing""");
        sql.execute("""
                insert into cs_data.tag_mark values ('lamps', 'town.lamps', ?, ?, now(), 1) on conflict do nothing""", lamp, area);
        return new Sample(Map.of("id", "lamps"), "", lamp, Map.of());
    }
}
