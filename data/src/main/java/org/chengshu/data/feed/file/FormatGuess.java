package org.chengshu.data.feed.file;

import java.util.Locale;
import org.chengshu.data.DataError;
import org.chengshu.data.feed.FileFormat;
import org.chengshu.kernel.Fault;
import tools.jackson.databind.json.JsonMapper;

/** Tells by its beginning what a file is. Pure. */
final class FormatGuess {
    private static final JsonMapper JSON = new JsonMapper();

    private FormatGuess() {}

    /** By the first bytes; delimited text when they say nothing else. */
    static FileFormat of(byte[] head, String text) {
        if (begins(head, 0x50, 0x4B, 0x03, 0x04)) {
            return FileFormat.XLSX;
        }
        if (begins(head, 0xD0, 0xCF, 0x11, 0xE0)) {
            return FileFormat.XLS;
        }
        refuseWhatIsNoTable(head, text);
        String start = text.stripLeading();
        if (start.startsWith("[") && isListOfJson(start)) {
            return FileFormat.JSON;
        }
        return start.startsWith("{") && isObject(start) ? json(start) : FileFormat.CSV;
    }

    private static void refuseWhatIsNoTable(byte[] head, String text) {
        String start = text.stripLeading().toLowerCase(Locale.ROOT);
        if (start.startsWith("<!doctype html") || start.startsWith("<html") || start.startsWith("<table")) {
            throw new Fault(
                    DataError.FILE_UNREADABLE,
                    "it is a web page, whatever its name says; open it in a spreadsheet and save it as .xlsx or CSV");
        }
        if (start.startsWith("<?xml") || start.startsWith("%pdf")) {
            throw new Fault(
                    DataError.FILE_UNREADABLE, "it is " + start.substring(1, 4) + ", which is not read as a table");
        }
        if (begins(head, 0x52, 0x61, 0x72, 0x21) || begins(head, 0x37, 0x7A, 0xBC, 0xAF)) {
            throw new Fault(DataError.FILE_UNREADABLE, "it is an archive; unpack it first (gzip is read as it is)");
        }
    }

    private static boolean isListOfJson(String start) {
        String inside = start.substring(1).stripLeading();
        return inside.isEmpty() || "{[]\"-0123456789tfn".indexOf(inside.charAt(0)) >= 0;
    }

    private static boolean isObject(String start) {
        String inside = start.substring(1).stripLeading();
        return inside.isEmpty() || inside.charAt(0) == '"' || inside.charAt(0) == '}';
    }

    /** Lines of objects when the first line is one, whole, and another follows. */
    private static FileFormat json(String start) {
        int end = start.indexOf('\n');
        if (end < 0 || !start.substring(end).stripLeading().startsWith("{")) {
            return FileFormat.JSON;
        }
        try {
            JSON.readTree(start.substring(0, end));
            return FileFormat.JSONL;
        } catch (tools.jackson.core.JacksonException e) {
            return FileFormat.JSON;
        }
    }

    private static boolean begins(byte[] head, int... bytes) {
        if (head.length < bytes.length) {
            return false;
        }
        for (int i = 0; i < bytes.length; i++) {
            if ((head[i] & 0xFF) != bytes[i]) {
                return false;
            }
        }
        return true;
    }
}
