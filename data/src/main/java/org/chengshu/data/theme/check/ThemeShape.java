package org.chengshu.data.theme.check;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.chengshu.core.spi.FieldType;
import org.chengshu.data.Dataset;
import org.chengshu.data.registry.Published;
import org.chengshu.data.sql.Derivation;
import org.chengshu.data.sql.Origin;
import org.chengshu.data.stored.Layer;
import org.chengshu.data.theme.model.ByPeriod;
import org.chengshu.data.theme.model.Theme;
import org.chengshu.data.theme.model.ThemeField;
import org.chengshu.data.theme.read.FactRelations;
import org.chengshu.data.theme.run.Inherited;
import org.chengshu.kernel.Nearest;
import org.chengshu.kernel.Text;

/** What must fit between a theme's fields, its query and what the query reads; types and samples are tried elsewhere. */
final class ThemeShape {
    private static final Set<FieldType> TIMES = Set.of(FieldType.INSTANT, FieldType.DATE);

    private final Theme theme;
    private final Derivation derivation;
    private final FactRelations relations;
    private final Complaints complaints;

    ThemeShape(Theme theme, Derivation derivation, FactRelations relations, Complaints complaints) {
        this.theme = theme;
        this.derivation = derivation;
        this.relations = relations;
        this.complaints = complaints;
    }

    void check() {
        functions();
        columns();
        fields();
        references();
        theme.byPeriod().ifPresent(this::byPeriod);
    }

    private void functions() {
        for (Derivation.Call call : derivation.functions()) {
            if (!AllowedFunctions.has(call.name())) {
                String near = AllowedFunctions.nearest(call.name()).orElse("");
                complaints.sql(
                        call.line(),
                        Text.of(
                                "不允许使用函数 " + call.name() + (near.isEmpty() ? "" : "，是否指 " + near + "？"),
                                "the function " + call.name() + " is not allowed"
                                        + (near.isEmpty() ? "" : "; did you mean " + near + "?")));
            }
        }
        if (theme.byPeriod().isPresent() && !derivation.settled()) {
            complaints.add(
                    "/incremental", "增量的主题不能用当前时间或随机函数", "an incremental theme cannot use the present time or chance");
        }
    }

    private void columns() {
        Set<String> names = new HashSet<>();
        for (Derivation.Column column : derivation.columns()) {
            if (!names.add(column.name())) {
                complaints.add("/sql", "查询有两列同名 " + column.name(), "the query has two columns named " + column.name());
            } else if (theme.find(column.name()).isEmpty()) {
                String near = Nearest.of(column.name(), fieldNames()).orElse("");
                complaints.add(
                        "/sql",
                        "查询的列 " + column.name() + " 没有声明为数据项" + (near.isEmpty() ? "" : "，是否指 " + near + "？"),
                        "the column " + column.name() + " of the query is not declared as a field"
                                + (near.isEmpty() ? "" : "; did you mean " + near + "?"));
            }
        }
        for (int i = 0; i < theme.fields().size(); i++) {
            String name = theme.fields().get(i).name();
            if (!names.contains(name)) {
                complaints.add("/fields/" + i, "查询没有列 " + name, "the query has no column " + name);
            }
        }
    }

    private Set<String> fieldNames() {
        return theme.fields().stream().map(ThemeField::name).collect(Collectors.toSet());
    }

    private void fields() {
        if (fieldNames().size() < theme.fields().size()) {
            complaints.add("/fields", "数据项重名", "two fields have one name");
        }
        for (int i = 0; i < theme.fields().size(); i++) {
            ThemeField field = theme.fields().get(i);
            int inherited = Inherited.level(derivation, field.name(), relations);
            if (field.level().filter(level -> level < inherited).isPresent()
                    && field.reason().isEmpty()) {
                complaints.add(
                        "/fields/" + i + "/sensitivity",
                        "数据项 " + field.name() + " 的来源为 " + inherited + " 级，降低须写理由",
                        "what " + field.name() + " is made of is of sensitivity " + inherited
                                + "; to lower it takes a reason");
            }
        }
    }

    private void references() {
        for (int i = 0; i < theme.key().size(); i++) {
            require("/key/" + i, theme.key().get(i));
        }
        theme.time()
                .flatMap(name -> require("/time", name))
                .filter(field -> !TIMES.contains(field.type()))
                .ifPresent(field -> complaints.add(
                        "/time", field.name() + " 不是时间或日期", field.name() + " is not an instant or date"));
        theme.area()
                .flatMap(name -> require("/area", name))
                .filter(field -> field.type() != FieldType.TEXT)
                .ifPresent(field -> complaints.add("/area", field.name() + " 不是文字", field.name() + " is not a text"));
        boolean storedInput = inputs().stream().anyMatch(id -> Layer.ofId(id).isPresent());
        if (theme.schedule().isEmpty() && !storedInput) {
            complaints.add(
                    "",
                    "来源都不是平台存储的数据资源，不会有刷新事件，须写 schedule",
                    "no input is a stored dataset whose refresh would be heard of, so a schedule is needed");
        }
    }

    private Set<String> inputs() {
        return derivation.reads().stream().map(read -> read.relation().id()).collect(Collectors.toSet());
    }

    private Optional<ThemeField> require(String pointer, String name) {
        Optional<ThemeField> field = theme.find(name);
        if (field.isEmpty()) {
            String near = Nearest.of(name, fieldNames()).orElse("");
            complaints.add(
                    pointer,
                    "没有数据项 " + name + (near.isEmpty() ? "" : "，是否指 " + near + "？"),
                    "there is no field " + name + (near.isEmpty() ? "" : "; did you mean " + near + "?"));
        }
        return field;
    }

    private void byPeriod(ByPeriod byPeriod) {
        require("/incremental/field", byPeriod.field())
                .filter(field -> !TIMES.contains(field.type()))
                .ifPresent(field -> complaints.add(
                        "/incremental/field", field.name() + " 不是时间或日期", field.name() + " is not an instant or date"));
        for (Map.Entry<String, String> input : byPeriod.inputs().entrySet()) {
            String pointer = "/incremental/inputs/" + input.getKey();
            Optional<Dataset> dataset = relations.get(input.getKey()).map(Published::dataset);
            if (!inputs().contains(input.getKey())) {
                complaints.add(pointer, "查询不读取 " + input.getKey(), "the query does not read " + input.getKey());
            } else if (dataset.flatMap(found -> found.find(input.getValue()))
                    .filter(field -> TIMES.contains(field.type()))
                    .isEmpty()) {
                complaints.add(
                        pointer,
                        input.getKey() + " 没有时间项 " + input.getValue(),
                        input.getKey() + " has no time or date " + input.getValue());
            }
        }
        for (String input : inputs()) {
            if (!byPeriod.inputs().containsKey(input) && Layer.ofId(input).isEmpty()) {
                complaints.add(
                        "/incremental/inputs",
                        "须说明 " + input + " 的时段项：没有别的办法知道它哪些行变了",
                        "say by which field " + input
                                + " falls into periods: nothing else tells which of its rows changed");
            }
        }
        periodIsOfInputs(byPeriod);
    }

    // Else a change in one period of an input could change rows of another period here.
    private void periodIsOfInputs(ByPeriod byPeriod) {
        List<Origin> others = derivation.columns().stream()
                .filter(column -> column.name().equals(byPeriod.field()))
                .flatMap(column -> column.origins().stream())
                .filter(origin -> !origin.field().equals(byPeriod.inputs().get(origin.relation())))
                .toList();
        others.forEach(origin -> complaints.add(
                "/incremental/field",
                byPeriod.field() + " 还取自 " + origin.relation() + "." + origin.field(),
                byPeriod.field() + " is also made of " + origin.relation() + "." + origin.field()));
    }
}
