package org.chengshu.indicator.packs;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.chengshu.formula.FormulaFault;
import org.chengshu.formula.Formulas;
import org.chengshu.formula.Signature;
import org.chengshu.formula.Tables;
import org.chengshu.formula.Type;
import org.chengshu.indicator.compute.Library;
import org.chengshu.indicator.model.AttributeRule;
import org.chengshu.indicator.model.Input;
import org.chengshu.indicator.model.Let;
import org.chengshu.indicator.model.Source;
import org.chengshu.indicator.model.TableDefinition;
import org.chengshu.indicator.model.ValueRule;
import org.chengshu.kernel.Nearest;
import org.chengshu.kernel.Text;

/** Whether the formulas of a series indicator compile against its inputs and earlier steps, and its names are known. */
final class FormulaCheck {
    private static final String VALUE = "value";

    private final Library library;
    private final Tables tables;
    private final Places places;

    FormulaCheck(Library library, Places places) {
        this.library = library;
        this.tables = library.tables();
        this.places = places;
    }

    void check(Source.Series series) {
        Signature signature = Signature.none();
        for (Input input : series.inputs()) {
            signature = named(signature, input.name(), "/series/inputs/" + input.name());
        }
        List<Let> lets = series.lets();
        for (int i = 0; i < lets.size(); i++) {
            Let let = lets.get(i);
            String place = "/let/" + i + "/" + let.name();
            if (signature.find(let.name()).isPresent()) {
                places.add(place, "名称重复：" + let.name(), "the name " + let.name() + " is taken already");
            }
            compile(let.formula(), signature, Type.NUMBER, place);
            signature = named(signature, let.name(), place);
        }
        value(series.value(), signature);
        Signature withValue = signature.with(VALUE, Type.NUMBER);
        series.attributes().forEach(rule -> attribute(rule, withValue));
    }

    private Signature named(Signature signature, String name, String place) {
        if (Signature.isName(name)) {
            return signature.with(name, Type.NUMBER);
        }
        places.add(place, "不能用作名称：" + name, name + " cannot be a name");
        return signature;
    }

    private void value(ValueRule rule, Signature signature) {
        switch (rule) {
            case ValueRule.Carried carried -> known(List.of(carried.name()), signature, "/value");
            case ValueRule.ByFormula formula -> compile(formula.formula(), signature, Type.NUMBER, "/value/formula");
            case ValueRule.OfKnown some -> {
                known(some.names(), signature, "/value/" + some.combine().name().toLowerCase(Locale.ROOT));
                known(some.needs(), signature, "/value/needs");
                if (some.atLeast() > some.names().size()) {
                    places.add("/value/atLeast", "多于给出的名称数", "more than there are names");
                }
            }
        }
    }

    private void attribute(AttributeRule rule, Signature signature) {
        String place = "/attributes/" + rule.name();
        switch (rule) {
            case AttributeRule.Carried carried -> known(List.of(carried.of()), signature, place + "/of");
            case AttributeRule.Extreme extreme ->
                known(extreme.labels().keySet(), signature, place + (extreme.greatest() ? "/argmax" : "/argmin"));
            case AttributeRule.ByFormula formula ->
                compile(formula.formula(), signature, formula.type(), place + "/formula");
            case AttributeRule.Looked looked -> {
                steps(looked.table(), place + "/lookup");
                looked.of().ifPresent(name -> known(List.of(name), signature, place + "/of"));
            }
        }
    }

    private void steps(String id, String place) {
        if (library.find(id).isEmpty()) {
            places.add(
                    place,
                    "没有数表 " + id + meant(id, library.byId().keySet(), "；是否指 ", "？"),
                    "there is no table " + id + meant(id, library.byId().keySet(), "; did you mean ", "?"));
        } else if (library.find(id).filter(TableDefinition::isCurve).isPresent()) {
            places.add(place, "数表 " + id + " 是曲线，不是分级", "table " + id + " is a curve, not steps");
        }
    }

    private void known(Collection<String> names, Signature signature, String place) {
        for (String name : names) {
            if (signature.find(name).isEmpty()) {
                Collection<String> all = signature.types().keySet();
                places.add(
                        place,
                        "没有名为 " + name + " 的输入或步骤" + meant(name, all, "；是否指 ", "？"),
                        "there is no input or step " + name + meant(name, all, "; did you mean ", "?"));
            }
        }
    }

    private void compile(String formula, Signature signature, Type type, String place) {
        try {
            Formulas.compile(formula, signature, type, tables);
        } catch (FormulaFault e) {
            e.problems()
                    .forEach(problem -> places.add(
                            place,
                            Text.of(
                                    "公式第 " + problem.column() + " 字符："
                                            + problem.message().zh(),
                                    "formula, character " + problem.column() + ": "
                                            + problem.message().en())));
        }
    }

    private static String meant(String name, Collection<String> known, String before, String after) {
        return Nearest.of(name, known).map(near -> before + near + after).orElse("");
    }
}
