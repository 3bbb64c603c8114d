package org.chengshu.data.standard.codes;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.chengshu.data.standard.Characters;
import org.chengshu.data.standard.NullWordSource;
import org.chengshu.data.standard.NullWords;
import org.chengshu.data.standard.StandardFunction;
import org.chengshu.data.standard.StandardOption;
import org.chengshu.data.standard.StandardOptions;
import org.chengshu.data.standard.StandardSource;
import org.chengshu.data.standard.Standardised;
import org.chengshu.kernel.Nearest;
import org.chengshu.kernel.Text;
import org.springframework.stereotype.Component;

/** The function {@code code}, and the null words, both out of the tables of the moment. */
@Component
final class CodeFunction implements StandardSource, NullWordSource {
    static final String NULL_WORDS = "null-words";
    private static final int MOST_COMPARED = 2_000;

    private record Words(CodeTable table, NullWords words) {}

    private final CodeTables tables;
    private final NullWords usual = NullWords.usual();
    private volatile Optional<Words> words = Optional.empty();

    CodeFunction(CodeTables tables) {
        this.tables = tables;
    }

    @Override
    @SuppressWarnings("ReferenceEquality") // a table is the very same object until it changes
    public NullWords words() {
        Optional<CodeTable> table = tables.find(NULL_WORDS);
        if (table.isEmpty()) {
            return usual;
        }
        Optional<Words> last = words;
        if (last.isPresent() && last.get().table == table.get()) {
            return last.get().words;
        }
        NullWords read =
                new NullWords(table.get().codes().stream().map(Code::code).toList());
        words = Optional.of(new Words(table.get(), read));
        return read;
    }

    @Override
    public List<StandardFunction> functions() {
        return List.of(new StandardFunction(
                "code",
                Text.of("代码", "Code"),
                Text.of(
                        "按代码表把代码或名称变为标准代码，可带外部系统的对照",
                        "a code or its title as the code of a table, also from another system's codes"),
                "男",
                List.of(
                        StandardOption.free("table", "代码表编号（必填）", "the id of the code table (needed)"),
                        StandardOption.free("from", "外部系统，其代码有对照", "another system whose codes the table maps"),
                        StandardOption.choice(
                                "by", "按代码、按名称或都可以", "by code, by title or by both", "both", "code", "title"),
                        StandardOption.free("on", "在这一天有效，如 2024-01-01", "valid on this day, such as 2024-01-01")),
                List.of("title", "parent"),
                this::make));
    }

    private Function<String, Standardised> make(StandardOptions options) {
        String id = options.find("table").orElseThrow(() -> options.refused("table", "say which code table"));
        if (tables.find(id).isEmpty()) {
            throw options.refused("table", "there is no such code table");
        }
        Optional<LocalDate> on = options.find("on").map(day -> day(options, day));
        Optional<String> from = options.find("from");
        String by = options.get("by");
        return text -> tables.find(id)
                .map(table -> apply(table, text, from, by, on))
                .orElseGet(() -> Standardised.problem(
                        "NO_SUCH_TABLE", "代码表 " + id + " 已不存在", "the code table " + id + " is gone"));
    }

    private static Standardised apply(
            CodeTable table, String delivered, Optional<String> from, String by, Optional<LocalDate> on) {
        String text = Characters.half(delivered);
        Optional<Code> found = from.flatMap(system -> table.foreign(system, text));
        if (found.isEmpty() && !by.equals("title")) {
            found = table.find(text).or(() -> table.find(delivered));
        }
        if (found.isEmpty() && !by.equals("code")) {
            found = table.named(text).or(() -> table.named(delivered));
        }
        return found.map(code -> valid(code, on)).orElseGet(() -> unknown(table, text));
    }

    private static Standardised valid(Code code, Optional<LocalDate> on) {
        if (on.isPresent() && !code.validOn(on.get())) {
            return Standardised.problem(
                    "NOT_VALID",
                    "代码 " + code.code() + " 在 " + on.get() + " 无效",
                    "code " + code.code() + " is not valid on " + on.get());
        }
        Map<String, String> parts = code.parent()
                .map(parent -> Map.of("title", code.title().zh(), "parent", parent))
                .orElseGet(() -> Map.of("title", code.title().zh()));
        return Standardised.of(code.code(), parts);
    }

    private static Standardised unknown(CodeTable table, String text) {
        Standardised.Problem problem = Standardised.problem(
                "NO_SUCH_CODE",
                "代码表 " + table.id() + " 中没有“" + shown(text) + "”",
                "the code table " + table.id() + " has no '" + shown(text) + "'");
        if (table.codes().size() > MOST_COMPARED || text.length() > 40) {
            return problem;
        }
        List<String> titles =
                table.codes().stream().map(code -> code.title().zh()).toList();
        return Nearest.of(text, titles)
                .flatMap(table::named)
                .map(code -> problem.suggesting(code.code() + " " + code.title().zh()))
                .orElse(problem);
    }

    private static String shown(String text) {
        return text.length() <= 40 ? text : text.substring(0, 40) + "…";
    }

    private static LocalDate day(StandardOptions options, String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw options.refused("on", "write a day as 2024-01-01");
        }
    }
}
