package org.chengshu.bench.cases;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.chengshu.bench.NodeProcess;
import org.chengshu.bench.cases.CaseLoadPlan.Tokens;
import org.chengshu.bench.yard.Server;

/** The city of this bench: ten districts of ten streets, twenty departments, one kind of case; filled by SQL with what was. */
final class CaseCity {
    static final String KIND = "bench-matter";
    static final int DEPARTMENTS = 20;
    static final int DISTRICTS = 10;
    static final int STREETS = 10;
    private static final String PACK = """
            id: bench-cases
            version: "1.0.0"
            title: {zh: 案件性能测试, en: Bench of cases}
            description: {zh: 案件性能测试的城市。, en: The city of the bench of cases.}
            """;
    private static final String KINDS = """
            roles:
              - id: bench-desk
                title: {zh: 性能测试, en: Bench}
                permissions: [cases:read, cases:report, cases:dispatch, cases:handle]
            case-kinds:
              - id: bench-matter
                title: {zh: 市民诉求, en: Request}
                deadlines: {accept: PT2H, dispatch: PT4H, handle: P3D, verify: P1D, whole: P7D}
            """;

    private CaseCity() {}

    static String department(int number) {
        return "bench-office-" + number;
    }

    static String street(int number) {
        return "bench-d" + number / STREETS + "s" + number % STREETS;
    }

    static Tokens on(NodeProcess node) {
        node.post("/api/core/v1/packs", Map.of("files", Map.of("pack.yaml", PACK, "city.yaml", KINDS + trees())));
        return new Tokens(token(node, "bench-dispatcher"), token(node, "bench-verifier"));
    }

    // What somebody handled is verified by somebody else, so that each has an account.
    private static String token(NodeProcess node, String name) {
        String account = node.post(
                        "/api/core/v1/accounts",
                        Map.of("name", name, "roles", List.of("bench-desk"), "password", "Bench-" + UUID.randomUUID()))
                .path("id")
                .asString();
        return node.post("/api/core/v1/tokens", Map.of("label", name, "account", account))
                .path("token")
                .asString();
    }

    private static String trees() {
        StringBuilder text = new StringBuilder("areas:\n  - {code: bench, name: {zh: 测试市, en: Bench}, kind: city}\n");
        for (int d = 0; d < DISTRICTS; d++) {
            text.append("  - {code: bench-d%d, name: {zh: 第%d区, en: District %d}, kind: district, parent: bench}\n"
                    .formatted(d, d, d));
            for (int s = 0; s < STREETS; s++) {
                text.append(
                        "  - {code: bench-d%ds%d, name: {zh: 第%d街, en: Street %d}, kind: street, parent: bench-d%d}\n"
                                .formatted(d, s, s, s, d));
            }
        }
        text.append("organisations:\n");
        for (int o = 0; o < DEPARTMENTS; o++) {
            text.append("  - {code: %s, name: {zh: 第%d局, en: Office %d}, kind: department}\n"
                    .formatted(department(o), o, o));
        }
        return text.toString();
    }

    /**
     * So many cases of the last three years, the newest {@code open} of them open, spread over the stages; each with its report, its seven steps
     * and, where it is closed, its closure.
     */
    static void fill(Server server, int cases, int open) throws SQLException {
        try (Connection connection = server.open("chengshu");
                Statement statement = connection.createStatement()) {
            statement.execute("set synchronous_commit = off");
            for (String part : CaseFill.statements(cases, open)) {
                statement.execute(part);
            }
        }
    }

    static long count(Server server, String mark) throws SQLException {
        try (Connection connection = server.open("chengshu");
                Statement statement = connection.createStatement();
                var rows = statement.executeQuery("select count(*) from cs_cases.report r join cs_cases.case_file c on"
                        + " c.id = r.case_id where r.description like '" + mark + "%'")) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
