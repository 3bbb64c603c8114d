package org.chengshu.core.tree.internal.imports;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.chengshu.core.tree.internal.nodes.Node;

/** What is there before an import, by code and by name. Pure. */
final class NodeFinder {
    // 罗湖 and 罗湖区, 南头 and 南头街道 are the same.
    private static final Pattern RANK = Pattern.compile("(?<=..)(新区|街道|街道办事处|地区|县|区|市|镇|乡)$");

    private final Map<String, Node> byCode;
    private final Map<String, List<Node>> byBareName;
    private final Set<String> areas;

    NodeFinder(List<Node> nodes, Set<String> areas) {
        this.byCode = nodes.stream().collect(Collectors.toMap(Node::code, Function.identity()));
        this.byBareName = nodes.stream()
                .filter(node -> !node.closed())
                .collect(Collectors.groupingBy(node -> bare(node.name().zh())));
        this.areas = areas;
    }

    Optional<Node> find(String code) {
        return Optional.ofNullable(byCode.get(code));
    }

    boolean isOpen(String code) {
        return find(code).filter(node -> !node.closed()).isPresent();
    }

    boolean isArea(String code) {
        return areas.contains(code);
    }

    /** The one open node of the name, exactly or without the word for its rank, below the given one. */
    Optional<String> codeOf(String name, Optional<String> under) {
        String above = under.flatMap(this::find).map(Node::path).orElse("/");
        List<Node> alike = byBareName.getOrDefault(bare(name), List.of()).stream()
                .filter(node -> node.path().startsWith(above))
                .toList();
        List<Node> exact =
                alike.stream().filter(node -> node.name().zh().equals(name)).toList();
        List<Node> found = exact.size() == 1 ? exact : alike;
        return found.size() == 1 ? Optional.of(found.getFirst().code()) : Optional.empty();
    }

    private static String bare(String name) {
        return RANK.matcher(name).replaceFirst("");
    }
}
