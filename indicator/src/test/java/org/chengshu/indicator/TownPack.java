package org.chengshu.indicator;

import java.util.Map;
import java.util.TreeMap;
import org.chengshu.core.access.Viewer;
import org.chengshu.core.packs.CheckReport;
import org.chengshu.core.packs.PackFiles;
import org.chengshu.core.packs.Packs;
import org.chengshu.indicator.compute.Json;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** The town's own pack. JSON is YAML, so the tests' definitions go in as they are. */
@Component
public class TownPack {
    private static final String MANIFEST = """
            id: town
            version: "1.0.0"
            title: {zh: 城镇, en: Town}
            description: {zh: 测试, en: Test}
            """;

    private static final String AREAS = """
            areas:
              - {code: "310000", name: {zh: 市, en: City}, kind: city}
              - {code: "310101", name: {zh: 东区, en: East}, kind: district, parent: "310000"}
              - {code: "310102", name: {zh: 西区, en: West}, kind: district, parent: "310000"}
            """;

    private final Packs packs;
    private final DSLContext sql;

    TownPack(Packs packs, DSLContext sql) {
        this.packs = packs;
        this.sql = sql;
    }

    /** Declares the tests' indicators; what is there already is not computed behind a test's back. */
    public void apply() {
        packs.apply(
                new PackFiles(Map.of(
                        "pack.yaml",
                        MANIFEST,
                        "areas.yaml",
                        AREAS,
                        "tables.yaml",
                        "tables: " + Json.resource("tables.json"),
                        "indicators.yaml",
                        "indicators: " + Json.resource("indicators.json"))),
                Viewer.system());
        sql.execute("update cs_indicator.definition set caught_up = true");
    }

    /** Checks files as a new version of the town's pack. */
    public CheckReport checkNext(Map<String, String> files) {
        Map<String, String> all = new TreeMap<>(files);
        all.put("pack.yaml", MANIFEST);
        return packs.check(new PackFiles(all));
    }

    /** Checks files as a pack beside the town's. */
    public CheckReport check(Map<String, String> files) {
        Map<String, String> all = new TreeMap<>(files);
        all.put("pack.yaml", MANIFEST.replace("id: town", "id: other"));
        return packs.check(new PackFiles(all));
    }
}
