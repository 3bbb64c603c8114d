package org.chengshu.data.theme.run;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.chengshu.core.access.Viewer;
import org.chengshu.core.packs.CheckReport;
import org.chengshu.core.packs.PackFiles;
import org.chengshu.core.packs.Packs;
import org.chengshu.core.spi.FieldType;
import org.chengshu.data.stored.Revision;
import org.chengshu.data.stored.Revisions;
import org.chengshu.data.stored.StoredDatasets;
import org.chengshu.data.stored.StoredDefinition;
import org.chengshu.data.stored.StoredField;
import org.chengshu.kernel.Text;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;

/** A raw dataset of shops, and packs of themes over it. */
public final class Shops {
    public static final String SHOPS = "raw.theme-shops";
    private static final String MANIFEST = """
            id: shop-themes
            version: "1.0.0"
            title: {zh: 商户主题, en: Themes of shops}
            description: {zh: 测试, en: Test}
            """;

    private final Packs packs;
    private final StoredDatasets stored;
    private final Revisions revisions;
    private final DSLContext sql;

    public Shops(Packs packs, StoredDatasets stored, Revisions revisions, DSLContext sql) {
        this.packs = packs;
        this.stored = stored;
        this.revisions = revisions;
        this.sql = sql;
    }

    public Shops defined() {
        stored.declare(StoredDefinition.of(
                        SHOPS,
                        Text.of("商户", "Shops"),
                        "market",
                        List.of(
                                StoredField.of("code", Text.of("编码", "Code"), FieldType.TEXT),
                                StoredField.of("name", Text.of("名称", "Name"), FieldType.TEXT),
                                StoredField.of("area_path", Text.of("区域", "Area"), FieldType.TEXT),
                                StoredField.of("opened", Text.of("开业", "Opened"), FieldType.DATE),
                                StoredField.of("capital", Text.of("资本", "Capital"), FieldType.NUMBER)))
                .placed("area_path"));
        return this;
    }

    /** What the shops are from now on: code, name, area, opened, capital. */
    public void are(Object[]... rows) {
        Revision revision = revisions.open(SHOPS, "test");
        for (Object[] row : rows) {
            sql.execute(
                    "insert into " + DSL.name(revision.schema(), revision.table())
                            + " (code, name, area_path, opened, capital) values (?, ?, ?, cast(? as date), cast(? as numeric))",
                    row);
        }
        revisions.promote(revision);
    }

    public void apply(String themes) {
        packs.apply(files(themes), Viewer.system());
    }

    public CheckReport check(String themes) {
        return packs.check(files(themes));
    }

    public List<String> faults(String themes) {
        return check(themes).faults().stream()
                .map(fault -> fault.place() + " " + fault.message().en())
                .toList();
    }

    private static PackFiles files(String themes) {
        Map<String, String> files = new TreeMap<>(Map.of("pack.yaml", MANIFEST));
        if (!themes.isEmpty()) {
            files.put("themes.yaml", themes);
        }
        return new PackFiles(files);
    }

    public void gone() {
        packs.remove("shop-themes", Viewer.system());
        stored.find(SHOPS).ifPresent(dataset -> stored.drop(dataset.id()));
    }
}
