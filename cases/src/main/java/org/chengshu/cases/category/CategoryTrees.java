package org.chengshu.cases.category;

import java.util.List;
import java.util.Optional;
import org.chengshu.kernel.Text;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.springframework.stereotype.Component;

/** The city's categories, from packs. What a pack no longer has is out of use, and the cases of it keep it. */
@Component
public final class CategoryTrees {
    private static final Field<String> CATEGORY = DSL.field(DSL.name("category"), SQLDataType.CLOB);

    private final DSLContext db;

    CategoryTrees(DSLContext db) {
        this.db = db;
    }

    /** A tree as its pack names it. */
    record Tree(String id, Text title) {}

    public Optional<Category> findInUse(String code) {
        return db.fetch("select * from cs_cases.category where code = ? and not retired", code).stream()
                .map(CategoryTrees::read)
                .findFirst();
    }

    /** Cases of the category or of one below it; a code that is in no tree is taken as it is, as a former system wrote it. */
    public Condition under(String code) {
        Field<String> codes = DSL.field(DSL.name("cs_cases", "category", "code"), SQLDataType.CLOB);
        Field<String> path = DSL.field(DSL.name("cs_cases", "category", "path"), SQLDataType.CLOB);
        Optional<Record> top = db.fetch("select path from cs_cases.category where code = ?", code).stream()
                .findFirst()
                .map(Record.class::cast);
        return top.map(row -> CATEGORY.in(DSL.select(codes)
                        .from(DSL.table(DSL.name("cs_cases", "category")))
                        .where(path.startsWith(row.get("path", String.class)))))
                .orElseGet(() -> CATEGORY.eq(code));
    }

    List<Tree> trees() {
        return db.fetch("select id, title_zh, title_en from cs_cases.category_tree where not retired order by id")
                .map(row -> new Tree(
                        row.get("id", String.class),
                        Text.of(row.get("title_zh", String.class), row.get("title_en", String.class))));
    }

    List<Category> list(Optional<String> tree) {
        return db.fetch("""
                        select * from cs_cases.category where not retired and (cast(? as text) is null or tree = ?)
                        order by tree, position""", tree.orElse(null), tree.orElse(null)).map(CategoryTrees::read);
    }

    Optional<String> otherTreeOf(String code, String tree) {
        return db
                .fetch("select tree from cs_cases.category where code = ? and tree <> ? and not retired", code, tree)
                .stream()
                .map(row -> row.get("tree", String.class))
                .findFirst();
    }

    void put(String pack, String tree, Text title, List<Category> categories) {
        db.execute("""
                insert into cs_cases.category_tree (id, pack, title_zh, title_en) values (?, ?, ?, ?)
                on conflict (id) do update
                set pack = excluded.pack, title_zh = excluded.title_zh, title_en = excluded.title_en, retired = false
                """, tree, pack, title.zh(), title.en());
        db.execute("update cs_cases.category set retired = true where tree = ?", tree);
        for (int i = 0; i < categories.size(); i++) {
            put(pack, categories.get(i), i);
        }
    }

    private void put(String pack, Category category, int position) {
        db.execute(
                """
                insert into cs_cases.category (code, tree, pack, name_zh, name_en, parent, path, position, kind, department)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                on conflict (code) do update
                set tree = excluded.tree, pack = excluded.pack, name_zh = excluded.name_zh, name_en = excluded.name_en,
                    parent = excluded.parent, path = excluded.path, position = excluded.position, kind = excluded.kind,
                    department = excluded.department, retired = false
                """,
                category.code(),
                category.tree(),
                pack,
                category.name().zh(),
                category.name().en(),
                category.parent().orElse(null),
                category.path(),
                position,
                category.kind().orElse(null),
                category.department().orElse(null));
    }

    void retireOthers(String pack, List<String> kept) {
        String[] ids = kept.toArray(String[]::new);
        db.execute(
                "update cs_cases.category_tree set retired = true where pack = ? and id <> all (cast(? as text[]))",
                pack,
                ids);
        db.execute(
                "update cs_cases.category set retired = true where pack = ? and tree <> all (cast(? as text[]))",
                pack,
                ids);
    }

    private static Category read(Record row) {
        return new Category(
                row.get("code", String.class),
                row.get("tree", String.class),
                Text.of(row.get("name_zh", String.class), row.get("name_en", String.class)),
                Optional.ofNullable(row.get("parent", String.class)),
                row.get("path", String.class),
                Optional.ofNullable(row.get("kind", String.class)),
                Optional.ofNullable(row.get("department", String.class)));
    }
}
