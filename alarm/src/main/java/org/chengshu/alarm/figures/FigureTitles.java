package org.chengshu.alarm.figures;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.chengshu.core.tree.Area;
import org.chengshu.core.tree.Areas;
import org.chengshu.kernel.Text;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.springframework.stereotype.Component;

/** What the keys of figures are called: rules and subjects as their latest alarms say. */
@Component
final class FigureTitles {
    // Those of imports come in the order of their index; any of them will do.
    private static final String RULES = """
            select k.key, coalesce(live.zh, old.zh) as zh, coalesce(live.en, old.en) as en
            from unnest(cast(? as text[])) k (key)
            left join lateral (
                select rule_title_zh as zh, rule_title_en as en from cs_alarm.alarm
                where rule_id = k.key and not historical order by recorded_at desc limit 1) live on true
            left join lateral (
                select rule_title_zh as zh, rule_title_en as en from cs_alarm.alarm
                where rule_id = k.key and historical and live.zh is null
                order by subject_kind, subject_id, raised_at limit 1) old on true
            """;

    private static final String SUBJECTS = """
            select k.key, t.zh, t.en
            from unnest(cast(? as text[])) k (key)
            cross join lateral (
                select subject_title_zh as zh, subject_title_en as en from cs_alarm.alarm
                where subject_kind = split_part(k.key, ':', 1)
                  and subject_id = substr(k.key, strpos(k.key, ':') + 1)
                order by raised_at desc limit 1) t
            """;

    private final DSLContext db;
    private final Areas areas;

    FigureTitles(DSLContext db, Areas areas) {
        this.db = db;
        this.areas = areas;
    }

    Map<String, Text> of(FigureBy by, Collection<String> keys) {
        return switch (by) {
            case RULE -> titles(RULES, keys);
            case SUBJECT -> titles(SUBJECTS, keys);
            case AREA -> areas(keys);
            default -> Map.of();
        };
    }

    private Map<String, Text> titles(String sql, Collection<String> keys) {
        Map<String, Text> titles = new HashMap<>();
        for (Record row : db.fetch(sql, (Object) keys.toArray(String[]::new))) {
            if (row.get("zh") != null) {
                titles.put(
                        row.get("key", String.class),
                        Text.of(row.get("zh", String.class), row.get("en", String.class)));
            }
        }
        return titles;
    }

    private Map<String, Text> areas(Collection<String> paths) {
        Map<String, Text> titles = new HashMap<>();
        for (String path : paths) {
            String[] codes = path.split("/");
            Optional<Area> area = codes.length == 0 ? Optional.empty() : areas.find(codes[codes.length - 1]);
            area.ifPresent(known -> titles.put(path, known.name()));
        }
        return titles;
    }
}
