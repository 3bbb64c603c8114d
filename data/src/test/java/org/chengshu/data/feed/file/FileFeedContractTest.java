package org.chengshu.data.feed.file;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.chengshu.data.feed.Feed;
import org.chengshu.data.feed.FeedContract;
import org.chengshu.data.feed.FileShape;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Nested;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class FileFeedContractTest {
    abstract static class OfFile extends FeedContract {
        private Bytes file;

        abstract Bytes write(List<List<String>> rows) throws Exception;

        @Override
        protected void given(List<List<String>> rows) throws Exception {
            file = write(rows);
        }

        @Override
        protected void more(List<List<String>> rows) {
            throw new UnsupportedOperationException("a file stays as it is");
        }

        @Override
        protected Feed open(Optional<JsonNode> from) {
            return file.open(FileShape.untold());
        }

        @Override
        protected boolean tells() {
            return false;
        }

        @Override
        protected boolean goesOn() {
            return false;
        }
    }

    @Nested
    class DelimitedFeed extends OfFile {
        @Override
        Bytes write(List<List<String>> rows) {
            List<List<String>> all = new ArrayList<>(List.of(COLUMNS));
            all.addAll(rows);
            return Bytes.of(all.stream()
                    .map(row -> row.stream()
                            .map(cell -> "\"" + cell.replace("\"", "\"\"") + "\"")
                            .collect(Collectors.joining(",")))
                    .collect(Collectors.joining("\r\n")));
        }
    }

    @Nested
    class LinesFeed extends OfFile {
        @Override
        Bytes write(List<List<String>> rows) {
            JsonMapper json = new JsonMapper();
            return Bytes.of(rows.stream()
                    .map(row -> json.writeValueAsString(object(row)))
                    .collect(Collectors.joining("\n")));
        }
    }

    @Nested
    class DocumentFeed extends OfFile {
        @Override
        Bytes write(List<List<String>> rows) {
            Object items = rows.stream().map(FileFeedContractTest::object).toList();
            return Bytes.of(new JsonMapper().writeValueAsString(Map.of("data", Map.of("items", items))));
        }
    }

    @Nested
    class WorkbookFeed extends OfFile {
        @Override
        Bytes write(List<List<String>> rows) throws Exception {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            try (Workbook book = new Workbook(out, "test", "1.0")) {
                Worksheet sheet = book.newWorksheet("表");
                line(sheet, 0, COLUMNS);
                for (int i = 0; i < rows.size(); i++) {
                    line(sheet, i + 1, rows.get(i));
                    sheet.value(i + 1, 0, Integer.parseInt(rows.get(i).getFirst()));
                }
            }
            return new Bytes(out.toByteArray(), "table.xlsx");
        }

        private static void line(Worksheet sheet, int at, List<String> cells) {
            for (int i = 0; i < cells.size(); i++) {
                sheet.value(at, i, cells.get(i));
            }
        }
    }

    private static Map<String, Object> object(List<String> row) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("id", Integer.parseInt(row.getFirst()));
        object.put("name", row.get(1));
        object.put("note", row.get(2));
        return object;
    }
}
