package org.chengshu.data.standard.element;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.chengshu.data.standard.StandardFunction;
import org.chengshu.data.standard.StandardOption;
import org.chengshu.data.standard.StandardOptions;
import org.chengshu.data.standard.StandardSource;
import org.chengshu.data.standard.Standardised;
import org.chengshu.data.standard.Standardiser;
import org.chengshu.data.standard.codes.CodeTables;
import org.chengshu.kernel.Text;
import org.springframework.stereotype.Component;

/** The function {@code element}: an element's standard function, then its code table, length and pattern. */
@Component
final class ElementFunction implements StandardSource {
    private final Elements elements;
    private final CodeTables tables;

    private record Ready(Element element, Function<String, Standardised> way) {}

    ElementFunction(Elements elements, CodeTables tables) {
        this.elements = elements;
        this.tables = tables;
    }

    @Override
    public List<StandardFunction> functions() {
        return List.of(new StandardFunction(
                "element",
                Text.of("数据元", "Data element"),
                Text.of("按数据元的标准函数、代码表、长度和格式", "by a data element: its function, code table, length and pattern"),
                "13800138000",
                List.of(StandardOption.free("code", "数据元编号（必填）", "the id of the data element (needed)")),
                List.of(
                        "title",
                        "amount",
                        "currency",
                        "region",
                        "birth",
                        "sex",
                        "unit",
                        "area",
                        "number",
                        "kind",
                        "place",
                        "form",
                        "core"),
                this::make));
    }

    private Function<String, Standardised> make(StandardOptions options) {
        String id = options.find("code").orElseThrow(() -> options.refused("code", "say which data element"));
        Element first = elements.find(id).orElseThrow(() -> options.refused("code", "there is no such data element"));
        return new Function<>() {
            private volatile Ready ready = ready(first, options);

            @Override
            @SuppressWarnings("ReferenceEquality") // an element is the very same object until it changes
            public Standardised apply(String text) {
                Ready last = ready;
                Optional<Element> now = elements.find(id);
                if (now.isPresent() && now.get() != last.element) {
                    last = ready(now.get(), options);
                    ready = last;
                }
                return last.way.apply(text);
            }
        };
    }

    private Ready ready(Element element, StandardOptions options) {
        Optional<Standardiser> function = element.standard().map(options.book()::get);
        Optional<Standardiser> code = element.codes()
                .filter(table -> tables.find(table).isPresent())
                .map(table -> options.book().get("code:table=" + table));
        Optional<Pattern> pattern = element.pattern().map(Pattern::compile);
        return new Ready(element, text -> {
            Standardised made = function.map(way -> way.apply(text)).orElseGet(() -> Standardised.of(text));
            if (code.isPresent() && made instanceof Standardised.Value value) {
                made = code.get().apply(value.text());
            }
            return made instanceof Standardised.Value value ? fitting(element, pattern, value) : made;
        });
    }

    private static Standardised fitting(Element element, Optional<Pattern> pattern, Standardised.Value value) {
        int length = value.text().codePointCount(0, value.text().length());
        if (element.length().filter(most -> length > most).isPresent()) {
            return Standardised.problem(
                    "LENGTH",
                    "有 " + length + " 个字符，最多 " + element.length().get(),
                    "it has " + length + " characters, at most are "
                            + element.length().get());
        }
        if (pattern.isPresent() && !pattern.get().matcher(value.text()).matches()) {
            return Standardised.problem(
                    "PATTERN",
                    "不符合格式 " + element.pattern().get(),
                    "it does not fit " + element.pattern().get());
        }
        return value;
    }
}
