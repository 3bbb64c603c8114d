package org.chengshu.core.tree.internal.door;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.chengshu.core.CoreError;
import org.chengshu.core.access.Viewer;
import org.chengshu.core.jobs.Jobs;
import org.chengshu.core.tree.internal.change.Author;
import org.chengshu.core.tree.internal.imports.ImportOrder;
import org.chengshu.core.tree.internal.imports.TreeImport;
import org.chengshu.core.tree.internal.nodes.Tree;
import org.chengshu.kernel.Fault;
import org.chengshu.kernel.Text;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Takes a file for a tree and starts its import as a job. */
@Component
class TreeImports {
    private static final int MOST_BYTES = 64 * 1024 * 1024;
    private static final int LONGEST_NAME = 200;

    private final TreeImport imports;
    private final Jobs jobs;
    private final JsonMapper json;

    TreeImports(TreeImport imports, Jobs jobs, JsonMapper json) {
        this.imports = imports;
        this.jobs = jobs;
        this.json = json;
    }

    UUID start(Tree tree, HttpServletRequest request, Viewer viewer) throws IOException {
        byte[] content = request.getInputStream().readNBytes(MOST_BYTES + 1);
        if (content.length > MOST_BYTES) {
            throw new Fault(CoreError.TOO_LARGE, "a file has at most " + MOST_BYTES + " bytes");
        }
        ImportOrder order = order(tree, request, viewer);
        TreeImport.Ready ready = imports.open(content, order);
        Text title = Text.of(
                "导入" + tree.title().zh() + " " + order.name(),
                "Import " + tree.title().en() + "s " + order.name());
        return jobs.start(
                        "core.tree-import",
                        title,
                        viewer,
                        progress -> json.valueToTree(imports.run(ready, order, progress)))
                .id();
    }

    private static ImportOrder order(Tree tree, HttpServletRequest request, Viewer viewer) {
        String name = asked(request, "name").orElse("-");
        Map<ImportOrder.Role, String> columns = new EnumMap<>(ImportOrder.Role.class);
        for (ImportOrder.Role role : ImportOrder.Role.values()) {
            // An empty one is told too: do not use such a column.
            Optional.ofNullable(request.getParameter("column." + role.word()))
                    .ifPresent(column -> columns.put(role, column.strip()));
        }
        return new ImportOrder(
                tree,
                name.substring(0, Math.min(LONGEST_NAME, name.length())),
                asked(request, "datum").map(word -> Bodies.datumOf(Optional.of(word))),
                asked(request, "under"),
                asked(request, "codes"),
                asked(request, "kind"),
                asked(request, "dry").map(Boolean::parseBoolean).orElse(false),
                columns,
                Author.of(viewer, Bodies.perhaps(asked(request, "reason").or(() -> Optional.of("import " + name)))));
    }

    private static Optional<String> asked(HttpServletRequest request, String name) {
        return Optional.ofNullable(request.getParameter(name))
                .map(String::strip)
                .filter(word -> !word.isEmpty());
    }
}
