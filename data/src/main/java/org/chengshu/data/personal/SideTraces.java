package org.chengshu.data.personal;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.LongSupplier;
import org.chengshu.core.db.Transactions;
import org.chengshu.core.files.Files;
import org.chengshu.kernel.Text;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What lies beside the rows: refused rows, the evidence of quality findings, values shown in profiles, members and records of
 * libraries, tags by key, files as they were uploaded. Rows and counts stay, what tells of the person goes.
 */
@Component
class SideTraces {
    private final DSLContext db;
    private final Transactions transactions;
    private final Files files;
    private final JsonMapper json;

    SideTraces(DSLContext db, Transactions transactions, Files files, JsonMapper json) {
        this.db = db;
        this.transactions = transactions;
        this.files = files;
        this.json = json;
    }

    /** What there is; changes nothing. Files are counted by the datasets that hold or refused the person. */
    List<PersonTrace> find(ErasedPerson person, Set<String> datasets, Set<Long> members) {
        return walk(person, datasets, members, false);
    }

    List<PersonTrace> erase(ErasedPerson person, Set<String> datasets, Set<Long> members) {
        return walk(person, datasets, members, true);
    }

    private List<PersonTrace> walk(ErasedPerson person, Set<String> datasets, Set<Long> traced, boolean erase) {
        List<PersonTrace> traces = new ArrayList<>();
        Long[] members = traced.toArray(Long[]::new);
        Set<String> touched = new TreeSet<>(datasets);
        touched.addAll(datasetsThatRefused(person));
        add(traces, "refused-rows", "被拒收的行", "Refused rows", () -> whole("refused_row", "cells", person, erase));
        add(
                traces,
                "finding-rows",
                "质量问题的证据行",
                "Rows kept as evidence of findings",
                () -> whole("finding_row", "cells", person, erase));
        add(traces, "profiles", "画像中的取值", "Values in profiles", () -> values("profile", "id", "body", person, erase));
        // Before the members, whose keys tell which records and which history are meant.
        add(traces, "library-records", "基础库的记录", "Library records", () -> records(person, members, erase));
        add(
                traces,
                "library-history",
                "基础库的合并历史和判定",
                "History and decisions of libraries",
                () -> history(person, members, erase));
        add(traces, "library-members", "基础库的来源行", "Rows behind library records", () -> members(person, members, erase));
        add(traces, "tags", "标签", "Tags by key", () -> tags(person, erase));
        add(traces, "files", "上传的原始文件", "Files as they were uploaded", () -> files(touched, erase));
        return traces;
    }

    private void add(List<PersonTrace> traces, String place, String zh, String en, LongSupplier work) {
        long rows = transactions.call(work::getAsLong);
        if (rows > 0) {
            traces.add(new PersonTrace(place, Text.of(zh, en), List.of(), rows));
        }
    }

    private Set<String> datasetsThatRefused(ErasedPerson person) {
        if (absent("refused_row")) {
            return Set.of();
        }
        return new TreeSet<>(db.fetch(
                        "select distinct dataset from cs_data.refused_row join cs_data.load on load.id = refused_row.load where"
                                + holds("cells"),
                        (Object) forms(person))
                .map(row -> row.get(0, String.class)));
    }

    /** Rows of which every cell goes: who is refused is not sorted into fields. */
    private long whole(String table, String column, ErasedPerson person, boolean erase) {
        if (absent(table)) {
            return 0;
        }
        if (!erase) {
            return count("cs_data." + table + " where" + holds(column), (Object) forms(person));
        }
        return db.execute(
                "update cs_data." + table + " set " + column + " = case jsonb_typeof(" + column + ") when 'array'"
                        + " then (select jsonb_agg(null::text) from jsonb_array_elements(" + column + "))"
                        + " else (select jsonb_object_agg(key, null) from jsonb_each(" + column + ")) end where"
                        + holds(column),
                (Object) forms(person));
    }

    /** Documents in which only the value itself is replaced. */
    private long values(String table, String id, String column, ErasedPerson person, boolean erase) {
        if (absent(table)) {
            return 0;
        }
        if (!erase) {
            return count("cs_data." + table + " where" + holds(column), (Object) forms(person));
        }
        List<Record> rows =
                db.fetch("select " + id + ", " + column + " from cs_data." + table + " where" + holds(column), (Object)
                        forms(person));
        for (Record row : rows) {
            JsonNode document = json.readTree(row.get(1, String.class));
            db.execute(
                    "update cs_data." + table + " set " + column + " = ?::jsonb where " + id + " = ?",
                    json.writeValueAsString(WithoutPerson.in(document, person)),
                    row.get(0));
        }
        return rows.size();
    }

    private long members(ErasedPerson person, Long[] traced, boolean erase) {
        if (absent("library_member")) {
            return 0;
        }
        String who = " where id = any(?) or upper(row_key) = any(?) or exists (select 1 from unnest(vals) value"
                + " where upper(regexp_replace(value, '\\s', '', 'g')) = any(?))";
        if (!erase) {
            return count("cs_data.library_member" + who, traced, forms(person), forms(person));
        }
        // The content is told apart by its hash: 0 makes the next build read the row anew.
        return db.execute(
                "update cs_data.library_member set row_key = ? || '-' || id, content = 0,"
                        + " vals = array_fill(null::text, array[cardinality(vals)])" + who,
                person.stand(),
                traced,
                forms(person),
                forms(person));
    }

    private long records(ErasedPerson person, Long[] traced, boolean erase) {
        if (absent("library_record")) {
            return 0;
        }
        String who = " where id in (select record from cs_data.library_membership where member = any(?))"
                + " or exists (select 1 from unnest(vals) value"
                + " where upper(regexp_replace(value, '\\s', '', 'g')) = any(?))";
        if (!erase) {
            return count("cs_data.library_record" + who, traced, forms(person));
        }
        return db.execute(
                "update cs_data.library_record set label = ?, dirty = true,"
                        + " vals = array_fill(null::text, array[cardinality(vals)])" + who,
                person.stand(),
                traced,
                forms(person));
    }

    // A row of history is named by its source's number and its key.
    private long history(ErasedPerson person, Long[] traced, boolean erase) {
        if (absent("library_event")) {
            return 0;
        }
        String[] keys = keys(person, traced);
        String named = "(upper(substr(row_key, strpos(row_key, ':') + 1)) = any(?) or row_key = any(?))";
        String events = "cs_data.library_event where exists (select 1 from unnest(rows) row_key where " + named + ")";
        String decided =
                "cs_data.library_decision_row where (upper(row_key) = any(?) or source || ':' || row_key = any(?))";
        if (!erase) {
            return count(events, forms(person), keys) + count(decided, forms(person), keys);
        }
        long changed = db.execute(
                "update cs_data.library_event set rows = array(select case when " + named
                        + " then split_part(row_key, ':', 1) || ':' || ? else row_key end from unnest(rows) row_key)"
                        + " where exists (select 1 from unnest(rows) row_key where " + named + ")",
                forms(person),
                keys,
                person.stand(),
                forms(person),
                keys);
        db.execute(
                "update cs_data.library_decision set shown = ? where id in (select decision from " + decided + ")",
                person.stand(),
                forms(person),
                keys);
        return changed
                + db.execute(
                        "update cs_data.library_decision_row set row_key = ?"
                                + " where (upper(row_key) = any(?) or source || ':' || row_key = any(?))",
                        person.stand(),
                        forms(person),
                        keys);
    }

    private String[] keys(ErasedPerson person, Long[] traced) {
        return db.fetch(
                        "select source || ':' || row_key from cs_data.library_member where id = any(?) and row_key not like ?",
                        traced,
                        person.stand() + "%")
                .getValues(0, String.class)
                .toArray(String[]::new);
    }

    private long tags(ErasedPerson person, boolean erase) {
        if (absent("tag_mark")) {
            return 0;
        }
        String who = " where upper(regexp_replace(row_key, '\\s', '', 'g')) = any(?)";
        return erase
                ? db.execute("delete from cs_data.tag_mark" + who, (Object) forms(person))
                : count("cs_data.tag_mark" + who, (Object) forms(person));
    }

    /** Files that fed the datasets: a file cannot be changed and stay what was delivered, so it goes whole. */
    private long files(Set<String> datasets, boolean erase) {
        if (datasets.isEmpty() || absent("upload") || absent("load")) {
            return 0;
        }
        List<Record> uploads = db.fetch(
                "select distinct upload.id, upload.parts from cs_data.upload join cs_data.load"
                        + " on load.load_order #>> '{spec,upload}' = upload.id::text"
                        + " where load.dataset = any(?) and cardinality(upload.parts) > 0",
                (Object) datasets.toArray(String[]::new));
        if (erase) {
            for (Record upload : uploads) {
                for (UUID part : upload.get("parts", UUID[].class)) {
                    files.remove(part);
                }
                db.execute(
                        "update cs_data.upload set parts = '{}', removed_at = now() where id = ?",
                        upload.get("id", UUID.class));
            }
        }
        return uploads.size();
    }

    private long count(String what, Object... bound) {
        return db.fetchSingle("select count(*) from " + what, bound).get(0, Long.class);
    }

    private boolean absent(String table) {
        return db.fetchSingle("select to_regclass(?)::text", "cs_data." + table).get(0) == null;
    }

    private static String holds(String column) {
        return " exists (select 1 from jsonb_path_query(" + column
                + ", 'lax $.**') value where jsonb_typeof(value) = 'string'"
                + " and upper(regexp_replace(value #>> '{}', '\\s', '', 'g')) = any(?))";
    }

    private static String[] forms(ErasedPerson person) {
        return person.forms().toArray(String[]::new);
    }
}
