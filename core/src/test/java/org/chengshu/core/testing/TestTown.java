package org.chengshu.core.testing;

import java.util.List;
import org.chengshu.core.tree.Areas;
import org.chengshu.core.tree.Organisations;
import org.jooq.DSLContext;
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

    private static final List<String> AREAS = List.of("/test-town/", WEST_PATH, EAST_PATH);
    private static final List<String> ORGANISATIONS =
            List.of("/test-bureau/", "/test-bureau/test-team/", "/test-office/");

    private TestTown() {}

    public static void build(ApplicationContext context) {
        DSLContext sql = context.getBean(DSLContext.class);
        AREAS.forEach(path -> put(sql, "area", path));
        ORGANISATIONS.forEach(path -> put(sql, "organisation", path));
        sql.execute("update cs_core.tree_version set version = version + 1");
        Eventually.eventually("the town is known", () -> isKnown(context));
    }

    private static boolean isKnown(ApplicationContext context) {
        return context.getBean(Areas.class).find(EAST).isPresent()
                && context.getBean(Organisations.class).find(OFFICE).isPresent();
    }

    private static void put(DSLContext sql, String tree, String path) {
        String[] codes = path.substring(1).split("/");
        String code = codes[codes.length - 1];
        sql.execute("""
                insert into cs_core.tree_node (tree, code, name_zh, name_en, kind, parent, path)
                values (?, ?, ?, ?, 'test', ?, ?) on conflict do nothing
                """, tree, code, code, code, codes.length > 1 ? codes[codes.length - 2] : null, path);
    }
}
