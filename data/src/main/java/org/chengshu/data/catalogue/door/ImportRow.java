package org.chengshu.data.catalogue.door;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.chengshu.core.http.PlacedFault;
import org.chengshu.data.catalogue.EntryContent;
import org.chengshu.data.catalogue.EntryField;
import org.chengshu.data.catalogue.Openness;
import org.chengshu.data.catalogue.ResourceFormat;
import org.chengshu.data.catalogue.Sharing;
import org.chengshu.data.catalogue.UpdateCycle;
import org.chengshu.kernel.Text;

/** One row of a file of entries, read as people write it: in Chinese words or in the platform's own. Pure; for one thread. */
final class ImportRow {
    private static final Pattern FIELD = Pattern.compile("([^:：(（]+)(?:[:：]([^(（]*))?(?:[(（](\\d{1,6})[)）])?");
    private static final Map<String, String> TYPES = Map.of(
            "字符型", "text", "文本", "text", "数值型", "number", "数值", "number", "整型", "integer", "日期型", "date", "日期", "date",
            "日期时间型", "instant");
    private static final String SEPARATORS = "[;；、\\n]+";

    private final Map<ImportColumn, String> row;
    private final List<PlacedFault> faults = new ArrayList<>();

    ImportRow(Map<ImportColumn, String> row) {
        this.row = row;
    }

    List<PlacedFault> faults() {
        return faults;
    }

    EntryContent content() {
        return new EntryContent(
                text(ImportColumn.TITLE),
                text(ImportColumn.TITLE_EN),
                text(ImportColumn.SUMMARY),
                ImportColumn.CLASS.in(row).map(code -> code.split("[\\s/]")[0]).orElse(""),
                choice(ImportColumn.FORMAT, ResourceFormat.values(), ResourceFormat::word, ResourceFormat::title),
                fields(),
                choice(ImportColumn.SHARING, Sharing.values(), Sharing::word, Sharing::title),
                ImportColumn.BASIS.in(row),
                ImportColumn.WAY.in(row),
                choice(ImportColumn.OPENNESS, Openness.values(), Openness::word, Openness::title),
                ImportColumn.OPENNESS_BASIS.in(row),
                choice(ImportColumn.CYCLE, UpdateCycle.values(), UpdateCycle::word, UpdateCycle::title),
                words(ImportColumn.SUBJECTS),
                words(ImportColumn.RELATED),
                EntryContent.OUTSIDE,
                0);
    }

    private String text(ImportColumn column) {
        return column.in(row).orElse("");
    }

    private List<String> words(ImportColumn column) {
        return column.in(row)
                .map(text ->
                        Stream.of(text.split("[;；、,，\\n]+")).map(String::strip).toList())
                .orElse(List.of());
    }

    /** The value of this word or title; none when nothing is written, and a fault when nothing is called so. */
    private <E> E choice(ImportColumn column, E[] values, Function<E, String> word, Function<E, Text> title) {
        Optional<String> written = column.in(row);
        E none = values[values.length - 1];
        if (written.isEmpty()) {
            return column == ImportColumn.FORMAT ? values[0] : column == ImportColumn.SHARING ? values[1] : none;
        }
        String plain = written.get().toLowerCase(Locale.ROOT);
        for (E value : values) {
            Text called = title.apply(value);
            if (plain.equals(word.apply(value))
                    || plain.equals(called.zh().toLowerCase(Locale.ROOT))
                    || plain.equals(called.en().toLowerCase(Locale.ROOT))
                    || briefly(called.zh()).equals(plain)) {
                return value;
            }
        }
        String known = String.join(
                "、", Stream.of(values).map(value -> title.apply(value).zh()).toList());
        faults.add(new PlacedFault(
                column.head(),
                Text.of(
                        "“" + written.get() + "”不是其中之一：" + known,
                        written.get() + " is none of "
                                + Stream.of(values).map(word).toList())));
        return none;
    }

    /** 无条件 for 无条件共享. */
    private static String briefly(String title) {
        return title.endsWith("共享") ? title.substring(0, title.length() - 2) : title;
    }

    private List<EntryField> fields() {
        List<EntryField> fields = new ArrayList<>();
        for (String part : ImportColumn.FIELDS.in(row).orElse("").split(SEPARATORS)) {
            String written = part.strip();
            if (written.isEmpty()) {
                continue;
            }
            Matcher matcher = FIELD.matcher(written);
            if (!matcher.matches()) {
                faults.add(new PlacedFault(
                        ImportColumn.FIELDS.head(),
                        Text.of("“" + written + "”要写成 名称:类型(长度)", written + " is not written name:type(length)")));
                continue;
            }
            String name = matcher.group(1).strip();
            String type =
                    Optional.ofNullable(matcher.group(2)).map(String::strip).orElse("");
            fields.add(new EntryField(
                    name,
                    name,
                    TYPES.getOrDefault(type, type),
                    Optional.ofNullable(matcher.group(3)).map(Integer::valueOf),
                    Optional.empty(),
                    0));
        }
        return fields;
    }
}
