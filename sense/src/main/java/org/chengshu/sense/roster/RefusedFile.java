package org.chengshu.sense.roster;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.chengshu.core.files.Files;
import org.chengshu.sense.roster.RosterCheck.Checked;

/** The rows that were not taken, with their reasons, as a file that can be mended and handed in again. */
final class RefusedFile {
    private static final String WHY = "问题 / fault";
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private RefusedFile() {}

    static Optional<String> keep(Files files, String name, List<String> heads, List<Checked> refused) {
        if (refused.isEmpty()) {
            return Optional.empty();
        }
        byte[] content = write(heads, refused).getBytes(StandardCharsets.UTF_8);
        String plain = name.replaceAll("\\.(csv|xlsx)$", "");
        return Optional.of(files.put(plain + "-refused.csv", "text/csv", new ByteArrayInputStream(content))
                .toString());
    }

    private static String write(List<String> heads, List<Checked> refused) {
        List<String> kept = heads.stream().filter(head -> !head.equals(WHY)).toList();
        StringBuilder out = new StringBuilder(BYTE_ORDER_MARK);
        List<String> first = new ArrayList<>(kept);
        first.add(WHY);
        line(out, first);
        for (Checked row : refused) {
            List<String> cells = new ArrayList<>(
                    kept.stream().map(head -> row.row().cell(head)).toList());
            cells.add(row.faults().stream()
                    .map(fault -> fault.place() + "：" + fault.detail().zh() + " ("
                            + fault.detail().en() + ")")
                    .collect(Collectors.joining("; ")));
            line(out, cells);
        }
        return out.toString();
    }

    static void line(StringBuilder out, List<String> cells) {
        out.append(cells.stream().map(RefusedFile::cell).collect(Collectors.joining(",")))
                .append("\r\n");
    }

    /** Spreadsheets take a text that begins so for a formula. */
    private static String cell(String text) {
        String safe = !text.isEmpty() && "=+@".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        return safe.matches("(?s).*[\",\r\n].*") ? "\"" + safe.replace("\"", "\"\"") + "\"" : safe;
    }
}
