package org.chengshu.data.catalogue;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.chengshu.kernel.Text;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** The class scheme: classes of one digit, items of two more, then three, then any number. */
@Component
public class CatalogueClasses {
    private static final List<Integer> LEVELS = List.of(1, 3, 6);

    /** One class. Immutable. */
    public record CatalogueClass(String code, Text title, Optional<String> parent, Optional<String> pack) {}

    private final DSLContext db;

    CatalogueClasses(DSLContext db) {
        this.db = db;
    }

    public List<CatalogueClass> list() {
        return db.fetch("select code, title_zh, title_en, pack_id from cs_data.catalogue_class order by code")
                .map(row -> new CatalogueClass(
                        row.get("code", String.class),
                        Text.of(row.get("title_zh", String.class), row.get("title_en", String.class)),
                        parent(row.get("code", String.class)),
                        Optional.ofNullable(row.get("pack_id", String.class))));
    }

    public boolean has(String code) {
        return db.fetchOptional("select 1 from cs_data.catalogue_class where code = ?", code)
                .isPresent();
    }

    void put(String code, Text title, String pack) {
        db.execute("""
                insert into cs_data.catalogue_class (code, title_zh, title_en, pack_id) values (?, ?, ?, ?)
                on conflict (code) do update set title_zh = excluded.title_zh, title_en = excluded.title_en,
                    pack_id = excluded.pack_id
                """, code, title.zh(), title.en(), pack);
    }

    /** Which classes a pack brought. */
    List<String> ofPack(String pack) {
        return db.fetch("select code from cs_data.catalogue_class where pack_id = ?", pack)
                .map(row -> row.get(0, String.class));
    }

    void remove(String code) {
        db.execute("delete from cs_data.catalogue_class where code = ?", code);
    }

    boolean isUsed(String code) {
        return db.fetchOptional("select 1 from cs_data.entry where content ->> 'classCode' = ? limit 1", code)
                .isPresent();
    }

    /** The code of the class above; empty for a class of one digit. */
    public static Optional<String> parent(String code) {
        return IntStream.range(0, LEVELS.size())
                .map(i -> LEVELS.get(LEVELS.size() - 1 - i))
                .filter(length -> length < code.length())
                .mapToObj(length -> code.substring(0, length))
                .findFirst();
    }
}
