package org.chengshu.data.standard.element;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.chengshu.core.http.FaultyInput;
import org.chengshu.core.http.PlacedFault;
import org.chengshu.core.sheets.CsvReader;
import org.chengshu.data.DataError;
import org.chengshu.kernel.Text;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Reads data elements out of a CSV file, one a line, with heads in English or Chinese. */
final class ElementCsv {
    record Line(long line, String id, ObjectNode json) {}

    private static final Map<String, String> CHINESE = Map.ofEntries(
            Map.entry("编号", "id"),
            Map.entry("中文名称", "title_zh"),
            Map.entry("名称", "title_zh"),
            Map.entry("英文名称", "title_en"),
            Map.entry("说明", "meaning"),
            Map.entry("类型", "type"),
            Map.entry("长度", "length"),
            Map.entry("格式", "pattern"),
            Map.entry("单位", "unit"),
            Map.entry("代码表", "codes"),
            Map.entry("标准函数", "standard"),
            Map.entry("分级", "sensitivity"),
            Map.entry("个人信息", "personal"),
            Map.entry("来源标准", "source"));
    private static final List<String> KNOWN = List.of(
            "id",
            "title_zh",
            "title_en",
            "meaning",
            "type",
            "length",
            "pattern",
            "unit",
            "codes",
            "standard",
            "sensitivity",
            "personal",
            "source");
    private static final int MOST_LINES = 10_000;

    private ElementCsv() {}

    static List<Line> read(Reader text) throws IOException {
        CsvReader reader = new CsvReader(text, ',');
        List<PlacedFault> faults = new ArrayList<>();
        List<String> heads = reader.next().map(row -> heads(row, faults)).orElse(List.of());
        List<Line> lines = new ArrayList<>();
        Optional<CsvReader.Row> row = heads.isEmpty() ? Optional.empty() : reader.next();
        while (row.isPresent() && lines.size() <= MOST_LINES) {
            lines.add(line(row.get(), heads));
            row = reader.next();
        }
        if (lines.isEmpty() || lines.size() > MOST_LINES) {
            faults.add(new PlacedFault(
                    "line 1", Text.of("文件有 1 至 " + MOST_LINES + " 行", "a file has 1 to " + MOST_LINES + " lines")));
        }
        if (!faults.isEmpty()) {
            throw new FaultyInput(DataError.STANDARD_ITEM_FAULTY, "no element of the file was stored", faults);
        }
        return lines;
    }

    private static List<String> heads(CsvReader.Row row, List<PlacedFault> faults) {
        List<String> heads = row.fields().stream()
                .map(String::strip)
                .map(head -> CHINESE.getOrDefault(head, head))
                .toList();
        heads.stream()
                .filter(head -> !KNOWN.contains(head))
                .forEach(head -> faults.add(new PlacedFault(
                        "line 1",
                        Text.of(
                                "没有这一列：" + head,
                                "no such column: " + head + "; there are " + String.join(", ", KNOWN)))));
        return heads;
    }

    private static Line line(CsvReader.Row row, List<String> heads) {
        ObjectNode json = JsonMapper.shared().createObjectNode();
        for (int i = 0; i < Math.min(heads.size(), row.fields().size()); i++) {
            String cell = row.fields().get(i).strip();
            if (!cell.isEmpty()) {
                put(json, heads.get(i), cell);
            }
        }
        ObjectNode title = json.withObject("/title");
        if (title.path("en").isMissingNode() && title.path("zh").isString()) {
            title.put("en", title.path("zh").stringValue());
        }
        return new Line(row.line(), json.path("id").asString(""), json);
    }

    private static void put(ObjectNode json, String head, String cell) {
        switch (head) {
            case "title_zh" -> json.withObject("/title").put("zh", cell);
            case "title_en" -> json.withObject("/title").put("en", cell);
            case "meaning" -> json.putObject("meaning").put("zh", cell).put("en", cell);
            case "length", "sensitivity" -> number(json, head, cell);
            case "personal" ->
                json.put("personal", List.of("是", "true", "yes", "1").contains(cell));
            default -> json.put(head, cell);
        }
    }

    // What is no number stays a text, and the check names it.
    private static void number(ObjectNode json, String head, String cell) {
        if (cell.matches("\\d{1,9}")) {
            json.put(head, Integer.parseInt(cell));
        } else {
            json.put(head, cell);
        }
    }
}
