package org.chengshu.data.standard.codes;

import java.io.IOException;
import java.io.Reader;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.chengshu.core.http.FaultyInput;
import org.chengshu.core.http.PlacedFault;
import org.chengshu.core.sheets.CsvReader;
import org.chengshu.data.DataError;
import org.chengshu.kernel.Text;

/**
 * Reads codes out of a CSV file: columns {@code code}, {@code title_zh}, {@code title_en}, {@code parent}, {@code names},
 * {@code from}, {@code to} and {@code foreign:SYSTEM}; several words in a cell are divided by {@code |}.
 */
final class CodeCsv {
    private static final Map<String, String> CHINESE = Map.of(
            "代码",
            "code",
            "名称",
            "title_zh",
            "中文名称",
            "title_zh",
            "英文名称",
            "title_en",
            "上级",
            "parent",
            "别名",
            "names",
            "生效日期",
            "from",
            "失效日期",
            "to");
    private static final List<String> KNOWN = List.of("code", "title_zh", "title_en", "parent", "names", "from", "to");
    private static final int MOST_FAULTS = 50;

    private final List<String> heads = new ArrayList<>();
    private final List<PlacedFault> faults = new ArrayList<>();
    private final List<Code> codes = new ArrayList<>();

    private CodeCsv() {}

    static List<Code> read(Reader text) throws IOException {
        CodeCsv csv = new CodeCsv();
        CsvReader reader = new CsvReader(text, ',');
        reader.next().ifPresentOrElse(csv::heads, () -> csv.fault(1, "文件是空的", "the file is empty"));
        if (csv.faults.isEmpty()) {
            Optional<CsvReader.Row> row = reader.next();
            while (row.isPresent()
                    && csv.faults.size() < MOST_FAULTS
                    && csv.codes.size() <= CodeTableCheck.MOST_CODES) {
                csv.row(row.get());
                row = reader.next();
            }
        }
        if (!csv.faults.isEmpty()) {
            throw new FaultyInput(DataError.STANDARD_ITEM_FAULTY, "no code of the file was stored", csv.faults);
        }
        return csv.codes;
    }

    private void heads(CsvReader.Row row) {
        for (String head : row.fields()) {
            String name = CHINESE.getOrDefault(head.strip(), head.strip());
            if (!KNOWN.contains(name) && !name.startsWith("foreign:")) {
                fault(
                        row.line(),
                        "没有这一列：" + head,
                        "no such column: " + head + "; there are " + String.join(", ", KNOWN) + ", foreign:SYSTEM");
            }
            heads.add(name);
        }
        if (!heads.contains("code") || !heads.contains("title_zh")) {
            fault(row.line(), "要有 code 和 title_zh 两列", "the columns code and title_zh are needed");
        }
    }

    private void row(CsvReader.Row row) {
        if (!row.sound() || row.fields().size() > heads.size()) {
            fault(row.line(), "这一行的引号或列数不对", "the quotes or the number of fields are wrong");
            return;
        }
        Map<String, String> cells = new HashMap<>();
        for (int i = 0; i < row.fields().size(); i++) {
            cells.put(heads.get(i), row.fields().get(i).strip());
        }
        String code = cells.getOrDefault("code", "");
        String zh = cells.getOrDefault("title_zh", "");
        if (code.isEmpty() || zh.isEmpty()) {
            fault(row.line(), "代码和名称不能为空", "code and title cannot be empty");
            return;
        }
        codes.add(new Code(
                code,
                Text.of(zh, cell(cells, "title_en").orElse(zh)),
                cell(cells, "parent"),
                words(cells.getOrDefault("names", "")),
                foreign(cells),
                day(row, cells, "from"),
                day(row, cells, "to")));
    }

    private static Map<String, List<String>> foreign(Map<String, String> cells) {
        Map<String, List<String>> foreign = new HashMap<>();
        cells.forEach((head, cell) -> {
            if (head.startsWith("foreign:") && !cell.isEmpty()) {
                foreign.put(head.substring("foreign:".length()), words(cell));
            }
        });
        return foreign;
    }

    private Optional<LocalDate> day(CsvReader.Row row, Map<String, String> cells, String head) {
        try {
            return cell(cells, head).map(LocalDate::parse);
        } catch (DateTimeException e) {
            fault(row.line(), head + " 不是日期（2024-01-01）", head + " is not a date such as 2024-01-01");
            return Optional.empty();
        }
    }

    private static Optional<String> cell(Map<String, String> cells, String head) {
        return Optional.ofNullable(cells.get(head)).filter(cell -> !cell.isEmpty());
    }

    private static List<String> words(String cell) {
        return Arrays.stream(cell.split("\\|"))
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .toList();
    }

    private void fault(long line, String zh, String en) {
        faults.add(new PlacedFault("line " + line, Text.of(zh, en)));
    }
}
