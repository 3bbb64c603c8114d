package org.chengshu.core.testing;

import java.util.Map;
import org.chengshu.core.access.Viewer;
import org.chengshu.core.packs.PackFiles;
import org.chengshu.core.packs.Packs;
import org.springframework.context.ApplicationContext;

/** A town of two districts and two bureaus, for tests of who sees what; building it twice changes nothing. */
public final class TestTown {
    public static final String TOWN = "test-town";
    public static final String WEST = "test-west";
    public static final String EAST = "test-east";
    public static final String WEST_PATH = "/test-town/test-west/";
    public static final String EAST_PATH = "/test-town/test-east/";
    public static final String BUREAU = "test-bureau";
    public static final String TEAM = "test-team";
    public static final String OFFICE = "test-office";

    private static final String MANIFEST = """
            id: test-town
            version: 1.0.0
            title: {zh: 测试镇, en: Test town}
            description: {zh: 两个区和两个局, en: Two districts and two bureaus}
            """;
    private static final String TREES = """
            areas:
              - {code: test-town, name: {zh: 镇, en: Town}, kind: city}
              - {code: test-west, name: {zh: 西区, en: West}, kind: district, parent: test-town}
              - {code: test-east, name: {zh: 东区, en: East}, kind: district, parent: test-town}
            organisations:
              - {code: test-bureau, name: {zh: 局, en: Bureau}, kind: bureau}
              - {code: test-team, name: {zh: 队, en: Team}, kind: team, parent: test-bureau}
              - {code: test-office, name: {zh: 办, en: Office}, kind: bureau}
            """;

    private TestTown() {}

    public static void build(ApplicationContext context) {
        context.getBean(Packs.class)
                .apply(new PackFiles(Map.of("pack.yaml", MANIFEST, "trees.yaml", TREES)), Viewer.system());
    }
}
