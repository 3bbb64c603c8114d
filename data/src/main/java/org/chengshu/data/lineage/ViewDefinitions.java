package org.chengshu.data.lineage;

import java.util.List;
import java.util.Optional;
import org.chengshu.data.registry.Published;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/** What the database itself says of views. */
@Component
class ViewDefinitions {
    private final DSLContext sql;

    ViewDefinitions(DSLContext sql) {
        this.sql = sql;
    }

    /** The query behind the view; empty when there is no such view. */
    Optional<String> of(Published view) {
        return sql.fetchOptional("""
                        select pg_get_viewdef(c.oid) from pg_class c join pg_namespace n on n.oid = c.relnamespace
                        where n.nspname = ? and c.relname = ? and c.relkind in ('v', 'm')
                        """, view.schema(), view.view())
                .map(row -> row.get(0, String.class).strip())
                .map(text -> text.endsWith(";") ? text.substring(0, text.length() - 1) : text);
    }

    /** Columns in order; none when there is no such relation. */
    List<String> columns(String schema, String name) {
        return sql.fetch("""
                        select a.attname::text from pg_attribute a
                        join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
                        where n.nspname = ? and c.relname = ? and a.attnum > 0 and not a.attisdropped
                        order by a.attnum
                        """, schema, name).getValues(0, String.class);
    }

    /** Which relations the view's own rule depends on, as {@code schema.name}. */
    List<String> tablesOf(Published view) {
        return sql.fetch("""
                        select distinct tn.nspname || '.' || t.relname
                        from pg_rewrite r join pg_depend d on d.classid = 'pg_rewrite'::regclass and d.objid = r.oid
                        join pg_class t on d.refclassid = 'pg_class'::regclass and d.refobjid = t.oid
                        join pg_namespace tn on tn.oid = t.relnamespace
                        join pg_class v on v.oid = r.ev_class join pg_namespace vn on vn.oid = v.relnamespace
                        where vn.nspname = {0} and v.relname = {1} and t.oid <> v.oid order by 1
                        """, DSL.val(view.schema()), DSL.val(view.view())).getValues(0, String.class);
    }
}
