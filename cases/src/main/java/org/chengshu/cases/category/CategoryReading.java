package org.chengshu.cases.category;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.chengshu.kernel.Text;
import tools.jackson.databind.JsonNode;

/** Reads a tree as its pack wrote it and tells what is wrong with it, each fault with its pointer. Pure. */
final class CategoryReading {
    private static final int LONGEST = 200;

    private final String tree;
    private final BiConsumer<String, Text> faults;
    private final Map<String, Category> read = new LinkedHashMap<>();

    private CategoryReading(String tree, BiConsumer<String, Text> faults) {
        this.tree = tree;
        this.faults = faults;
    }

    /** In the order of the tree, each after what is above it; what is faulty is left out. */
    static List<Category> of(String tree, JsonNode json, BiConsumer<String, Text> faults) {
        CategoryReading reading = new CategoryReading(tree, faults);
        if (json.has("table")) {
            reading.table(json.path("table"));
        } else {
            reading.list(json.path("categories"));
        }
        return List.copyOf(reading.read.values());
    }

    private void list(JsonNode categories) {
        for (int i = 0; i < categories.size(); i++) {
            JsonNode one = categories.get(i);
            String pointer = "/categories/" + i;
            String code = one.path("code").asString();
            Optional<String> above = text(one, "parent");
            if (read.containsKey(code)) {
                faults.accept(pointer + "/code", Text.of("编码 " + code + " 重复", "the code " + code + " stands twice"));
            } else if (above.isPresent() && !read.containsKey(above.get())) {
                faults.accept(
                        pointer + "/parent",
                        Text.of("前面没有分类 " + above.get(), "no category " + above.get() + " stands before it"));
            } else {
                add(code, name(one), above, text(one, "kind"), text(one, "department"));
            }
        }
    }

    private void table(JsonNode table) {
        List<String> columns =
                table.path("columns").valueStream().map(JsonNode::asString).toList();
        List<String> lines = table.path("text").asString().lines().toList();
        if (lines.isEmpty() || !cells(lines.getFirst()).equals(columns)) {
            faults.accept(
                    "/table/text",
                    Text.of(
                            "第一行应为 " + String.join(",", columns),
                            "the first line should be " + String.join(",", columns)));
            return;
        }
        for (int i = 1; i < lines.size(); i++) {
            if (!lines.get(i).isBlank()) {
                line(i + 1, cells(lines.get(i)), columns.size(), table);
            }
        }
    }

    private void line(int number, List<String> cells, int levels, JsonNode table) {
        boolean gap = cells.getFirst().isEmpty();
        for (int i = 1; i < cells.size(); i++) {
            gap |= cells.get(i - 1).isEmpty() && !cells.get(i).isEmpty();
        }
        if (cells.size() != levels || gap || cells.stream().anyMatch(cell -> cell.indexOf('"') >= 0)) {
            faults.accept(
                    "/table/text",
                    Text.of(
                            "第 " + number + " 行应有 " + levels + " 列，自上而下填写，不带引号",
                            "line " + number + " should have " + levels
                                    + " columns, filled from the left, without quotes"));
            return;
        }
        List<String> names = new ArrayList<>();
        for (String cell : cells.stream().filter(text -> !text.isEmpty()).toList()) {
            Optional<String> above = names.isEmpty() ? Optional.empty() : Optional.of(String.join("/", names));
            names.add(cell);
            String code = String.join("/", names);
            if (code.length() > LONGEST) {
                faults.accept(
                        "/table/text",
                        Text.of(
                                "第 " + number + " 行过长",
                                "line " + number + " makes a code of more than 200 characters"));
                return;
            }
            if (!read.containsKey(code)) {
                add(code, Text.of(cell, cell), above, text(table, "kind"), text(table, "department"));
            }
        }
    }

    private void add(
            String code, Text name, Optional<String> above, Optional<String> kind, Optional<String> department) {
        Optional<Category> parent = above.map(read::get);
        read.put(
                code,
                new Category(
                        code,
                        tree,
                        name,
                        above,
                        Category.path(parent, code),
                        kind.or(() -> parent.flatMap(Category::kind)),
                        department.or(() -> parent.flatMap(Category::department))));
    }

    private static List<String> cells(String line) {
        return List.of(line.replace("\uFEFF", "").split(",", -1)).stream()
                .map(String::strip)
                .toList();
    }

    private static Text name(JsonNode one) {
        return Text.of(one.at("/name/zh").asString(), one.at("/name/en").asString());
    }

    private static Optional<String> text(JsonNode one, String field) {
        return Optional.of(one.path(field).asString("")).filter(words -> !words.isEmpty());
    }
}
